namespace Connector.Templates;

/// <summary>What the letter that welcomes an actor into the network shows; what is not known is filled in by hand.</summary>
public sealed record WelcomeLetterContent
{
    public required DocumentStamp Stamp { get; init; }

    public required string Network { get; init; }

    public required string Territory { get; init; }

    /// <summary>« Raison d'être » of the network.</summary>
    public string? Purpose { get; init; }

    /// <summary>Null leaves it to fill in.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Name of the organisation that is welcomed.</summary>
    public string? Organisation { get; init; }

    public string? Person { get; init; }

    public string? Address { get; init; }

    public IReadOnlyList<LetterGroup> Groups { get; init; } = [];

    /// <summary>The next meeting that newcomers may join, when known.</summary>
    public MinutesNextMeeting? Next { get; init; }

    /// <summary>Name of the coordinating organisation.</summary>
    public string? Coordination { get; init; }

    /// <summary>Who signs, one person a line.</summary>
    public string? Coordinators { get; init; }

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData() =>
        new DocumentData(Stamp, $"Bienvenue dans le réseau – {Network}") { Catalogue = Fields }
            .With("reseau.nom", Network)
            .With("reseau.raison", Purpose)
            .With("territoire.nom", Territory)
            .With("lettre.date", new DateValue(Date, DateStyle.Words))
            .With("lettre.objet", "Bienvenue dans le réseau")
            .With("acteur.organisation", Organisation)
            .With("acteur.personne", Person)
            .With("acteur.adresse", Address)
            .WithFreeText("mot", null)
            .With("groupes", new RowsValue([.. Groups.Select(Group)]))
            .With("prochaine", new ConditionValue(Next is not null))
            .With("prochaine.quand", Next is { } next ? FrenchWords.Meeting(next.Start, next.End) : null)
            .With("prochaine.titre", Next?.Title)
            .With("prochaine.lieu", Next?.Place)
            .With("coordination.organisation", Coordination)
            .With("coordination.personnes", Coordinators);

    internal static readonly IReadOnlyList<TemplateField> Fields = FieldTable.Read("lettre-de-bienvenue");

    private static DocumentRow Group(LetterGroup group) =>
        new DocumentRow(group.Key)
            .With("groupe", group.Name)
            .With("mission", group.Purpose)
            .With("rythme", group.Rhythm);
}

/// <param name="Rhythm">« premier jeudi du mois, 14 h »</param>
public sealed record LetterGroup(string Key, string Name, string? Purpose = null, string? Rhythm = null);
