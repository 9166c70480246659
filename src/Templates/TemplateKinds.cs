namespace Connector.Templates;

/// <summary>The kinds of documents that Connector fills from templates.</summary>
public static class TemplateKinds
{
    public static TemplateKind Roadmap { get; } =
        new()
        {
            Name = "feuille-de-route",
            French = "Feuille de route",
            English = "Roadmap",
            Fields = RoadmapFields.All,
        };

    public static TemplateKind Minutes { get; } =
        new()
        {
            Name = "compte-rendu",
            French = "Compte-rendu",
            English = "Minutes",
            Fields = MinutesFields.All,
        };

    public static TemplateKind SubscriptionPoster { get; } =
        new()
        {
            Name = "abonnement",
            French = "Affiche « S'abonner à l'agenda »",
            English = "Poster “Subscribe to the calendar”",
            Fields = SubscriptionFields.All,
        };

    public static IReadOnlyList<TemplateKind> All { get; } = [Roadmap, Minutes, SubscriptionPoster];

    /// <summary>By name, whatever its case and accents; null when there is none.</summary>
    public static TemplateKind? Find(string name) =>
        All.FirstOrDefault(kind => kind.Name == TagName.Fold(name));
}
