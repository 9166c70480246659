namespace Connector.Templates;

/// <summary>An inspiration sheet: what others did elsewhere. Whatever is null is filled in by the person who tells.</summary>
public sealed record InspirationContent
{
    public required DocumentStamp Stamp { get; init; }

    /// <summary>Name of the network that takes inspiration.</summary>
    public required string Network { get; init; }

    public required string Territory { get; init; }

    public string? Title { get; init; }

    public string? Where { get; init; }

    /// <summary>Organisation that carries the experience.</summary>
    public string? Lead { get; init; }

    public string? Contact { get; init; }

    public string? Audience { get; init; }

    public string? Since { get; init; }

    /// <summary>Budget, people, partners.</summary>
    public string? Means { get; init; }

    public string? Author { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>When somebody of the network talked with who carries it, and who; null while nobody did.</summary>
    public string? Talked { get; init; }

    /// <summary>Address of a page that tells more.</summary>
    public string? Link { get; init; }

    /// <summary>First words of the zones, by name: <c>besoin</c>, <c>recit</c>, <c>reussites</c>, <c>difficultes</c>, <c>reprise</c>.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData()
    {
        var data = new DocumentData(
            Stamp,
            Title is null ? "Fiche d'inspiration" : $"Fiche d'inspiration – {Title}"
        )
        {
            Catalogue = Fields,
        };
        foreach (var zone in Zones)
        {
            data.WithFreeText(zone, Texts.GetValueOrDefault(zone));
        }

        return data.With("reseau.nom", Network)
            .With("territoire.nom", Territory)
            .With("fiche.titre", Title)
            .With("fiche.ou", Where)
            .With("fiche.porteur", Lead)
            .With("fiche.contact", Contact)
            .With("fiche.public", Audience)
            .With("fiche.depuis", Since)
            .With("fiche.moyens", Means)
            .With("fiche.echange", Talked)
            .With("fiche.auteur", Author)
            .With("fiche.date", new DateValue(Date))
            .With("fiche.lien", Link is null ? FieldValue.Of(null) : new LinkValue(Link, Link));
    }

    internal static readonly IReadOnlyList<TemplateField> Fields = FieldTable.Read("fiche-inspiration");

    private static readonly string[] Zones = ["besoin", "recit", "reussites", "difficultes", "reprise"];
}
