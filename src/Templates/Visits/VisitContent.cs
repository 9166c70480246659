namespace Connector.Templates;

/// <summary>The report of a visit to an actor. Whatever is null is filled in after the visit.</summary>
public sealed record VisitContent
{
    /// <summary>« Où en est le contact », in the order of the drop-down.</summary>
    public static IReadOnlyList<string> States { get; } = ["À rencontrer", "Rencontré", "Invité", "Membre"];

    public required DocumentStamp Stamp { get; init; }

    public required string Network { get; init; }

    public required string Territory { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Who went there.</summary>
    public string? Visitors { get; init; }

    /// <summary>Whom they met.</summary>
    public string? Met { get; init; }

    /// <summary>One of <see cref="States"/>.</summary>
    public string? State { get; init; }

    public string? Organisation { get; init; }

    public string? Type { get; init; }

    public string? Address { get; init; }

    public string? Contact { get; init; }

    public string? Audiences { get; init; }

    /// <summary>What there is to do next; blank lines follow in any case.</summary>
    public IReadOnlyList<MinutesAction> NextSteps { get; init; } = [];

    /// <summary>First words of the zones, by name: <c>accueil</c>, <c>activites</c>, <c>besoins</c>, <c>apports</c>.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData()
    {
        var title = Organisation is null ? "Compte-rendu de visite" : $"Visite – {Organisation}";
        var data = new DocumentData(Stamp, title) { Catalogue = Fields };
        foreach (var zone in Zones)
        {
            data.WithFreeText(zone, Texts.GetValueOrDefault(zone));
        }

        return data.With("reseau.nom", Network)
            .With("territoire.nom", Territory)
            .With("visite.date", new DateValue(Date, DateStyle.Weekday))
            .With("visite.visiteurs", Visitors)
            .With("visite.rencontres", Met)
            .With("visite.etat", new ChoiceValue(State, States))
            .With("acteur.organisation", Organisation)
            .With("acteur.type", Type)
            .With("acteur.adresse", Address)
            .With("acteur.contact", Contact)
            .With("acteur.publics", Audiences)
            .With("actions", new RowsValue([.. NextSteps.Select(NextStep)]));
    }

    internal static readonly IReadOnlyList<TemplateField> Fields = FieldTable.Read("visite");

    private static readonly string[] Zones = ["accueil", "activites", "besoins", "apports"];

    private static DocumentRow NextStep(MinutesAction action) =>
        new DocumentRow(action.Key)
            .With("quoi", action.What)
            .With("qui", action.Who)
            .With("quand", new DateValue(action.Due));
}
