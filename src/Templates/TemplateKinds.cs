namespace Connector.Templates;

/// <summary>The kinds of documents that Connector fills from templates.</summary>
public static class TemplateKinds
{
    public static TemplateKind Roadmap { get; } =
        Of("feuille-de-route", "Feuille de route", "Roadmap", RoadmapFields.All);

    public static TemplateKind Minutes { get; } =
        Of("compte-rendu", "Compte-rendu", "Minutes", MinutesFields.All);

    public static TemplateKind Agenda { get; } =
        Of("ordre-du-jour", "Ordre du jour", "Agenda", AgendaFields.All);

    public static TemplateKind SubscriptionPoster { get; } =
        Of(
            "abonnement",
            "Affiche « S'abonner à l'agenda »",
            "Poster “Subscribe to the calendar”",
            SubscriptionFields.All
        );

    public static TemplateKind WelcomeLetter { get; } =
        Of(
            "lettre-de-bienvenue",
            "Lettre de bienvenue à un acteur",
            "Welcome letter to an actor",
            WelcomeLetterContent.Fields
        );

    public static TemplateKind InvitationLetter { get; } =
        Of(
            "lettre-d-invitation",
            "Lettre d'invitation à un acteur",
            "Letter that invites an actor",
            InvitationContent.Fields
        );

    public static TemplateKind Inspiration { get; } =
        Of("fiche-inspiration", "Fiche d'inspiration", "Inspiration sheet", InspirationContent.Fields);

    public static TemplateKind Visit { get; } =
        Of("visite", "Compte-rendu de visite", "Visit report", VisitContent.Fields);

    public static TemplateKind YearlyReview { get; } =
        Of("bilan-annuel", "Bilan annuel", "Yearly review", YearlyReviewContent.Fields);

    public static IReadOnlyList<TemplateKind> All { get; } =
    [
        Roadmap,
        Minutes,
        Agenda,
        SubscriptionPoster,
        WelcomeLetter,
        InvitationLetter,
        Inspiration,
        Visit,
        YearlyReview,
    ];

    /// <summary>By name, whatever its case and accents; null when there is none.</summary>
    public static TemplateKind? Find(string name) =>
        All.FirstOrDefault(kind => kind.Name == TagName.Fold(name));

    private static TemplateKind Of(
        string name,
        string french,
        string english,
        IReadOnlyList<TemplateField> fields
    ) =>
        new()
        {
            Name = name,
            French = french,
            English = english,
            Fields = fields,
        };
}
