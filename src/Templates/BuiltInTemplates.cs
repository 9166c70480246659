namespace Connector.Templates;

/// <summary>The templates that come with Connector.</summary>
public static class BuiltInTemplates
{
    private const string French = FieldWords.French;

    public static IReadOnlyList<BuiltInTemplate> All { get; } =
    [
        new("feuille-de-route", "Feuille de route.docx", TemplateKinds.Roadmap, French),
        new("compte-rendu", "Compte-rendu.docx", TemplateKinds.Minutes, French),
        new("abonnement", "Agenda.docx", TemplateKinds.SubscriptionPoster, French),
    ];

    /// <summary>« Feuille de route », filled from <see cref="RoadmapContent"/>.</summary>
    public static DocumentTemplate Roadmap => Of("feuille-de-route").Template;

    /// <summary>« Compte-rendu », filled from <see cref="MinutesContent"/>.</summary>
    public static DocumentTemplate Minutes => Of("compte-rendu").Template;

    /// <summary>« S'abonner à l'agenda », filled from <see cref="SubscriptionContent"/>.</summary>
    public static DocumentTemplate SubscriptionPoster => Of("abonnement").Template;

    /// <summary>The file behind <see cref="Roadmap"/>, to hand out for editing.</summary>
    public static ReadOnlyMemory<byte> RoadmapDocx => Of("feuille-de-route").Docx;

    /// <summary>The file behind <see cref="Minutes"/>, to hand out for editing.</summary>
    public static ReadOnlyMemory<byte> MinutesDocx => Of("compte-rendu").Docx;

    /// <summary>The file behind <see cref="SubscriptionPoster"/>, to hand out for editing.</summary>
    public static ReadOnlyMemory<byte> SubscriptionPosterDocx => Of("abonnement").Docx;

    /// <summary>By name, whatever its case and accents; null when there is none.</summary>
    public static BuiltInTemplate? Find(string name) =>
        All.FirstOrDefault(template => template.Name == TagName.Fold(name));

    private static BuiltInTemplate Of(string name) => All.First(template => template.Name == name);
}
