namespace Connector.Templates;

/// <summary>The templates that come with Connector.</summary>
public static class BuiltInTemplates
{
    private const string French = FieldWords.French;
    private const string English = "en-GB";

    public static IReadOnlyList<BuiltInTemplate> All { get; } =
    [
        new("feuille-de-route", "Feuille de route.docx", TemplateKinds.Roadmap, French),
        new("compte-rendu", "Compte-rendu.docx", TemplateKinds.Minutes, French),
        new("ordre-du-jour", "Ordre du jour.docx", TemplateKinds.Agenda, French),
        new("abonnement", "Agenda.docx", TemplateKinds.SubscriptionPoster, French),
        new("lettre-de-bienvenue", "Lettre de bienvenue.docx", TemplateKinds.WelcomeLetter, French),
        new("lettre-d-invitation", "Lettre d'invitation.docx", TemplateKinds.InvitationLetter, French),
        new("fiche-inspiration", "Fiche d'inspiration.docx", TemplateKinds.Inspiration, French),
        new("visite", "Compte-rendu de visite.docx", TemplateKinds.Visit, French),
        new("bilan-annuel", "Bilan annuel.docx", TemplateKinds.YearlyReview, French),
        new("roadmap", "Roadmap.docx", TemplateKinds.Roadmap, English),
        new("minutes", "Minutes.docx", TemplateKinds.Minutes, English),
    ];

    /// <summary>« Feuille de route », filled from <see cref="RoadmapContent"/>.</summary>
    public static DocumentTemplate Roadmap => Of("feuille-de-route").Template;

    /// <summary>« Compte-rendu », filled from <see cref="MinutesContent"/>.</summary>
    public static DocumentTemplate Minutes => Of("compte-rendu").Template;

    /// <summary>« S'abonner à l'agenda », filled from <see cref="SubscriptionContent"/>.</summary>
    public static DocumentTemplate SubscriptionPoster => Of("abonnement").Template;

    /// <summary>By name, whatever its case and accents; null when there is none.</summary>
    public static BuiltInTemplate? Find(string name) =>
        All.FirstOrDefault(template => template.Name == TagName.Fold(name));

    /// <summary>The French one of a kind.</summary>
    public static DocumentTemplate OfKind(TemplateKind kind) =>
        All.First(template => template.Kind == kind && template.Language == French).Template;

    private static BuiltInTemplate Of(string name) => All.First(template => template.Name == name);
}
