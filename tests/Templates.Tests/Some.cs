namespace Connector.Templates.Tests;

/// <summary>Sample contents as rich as those of a real network; all names are made up.</summary>
internal static partial class Some
{
    internal static readonly DocumentStamp Stamp = new()
    {
        Id = "feuille-de-route/reseau",
        Revision = 3,
        Modified = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.FromHours(1)),
        Author = "CIAS du Val d'Ormeau",
    };

    private static readonly string[] Organisations =
    [
        "CIAS du Val d'Ormeau",
        "Médiathèque intercommunale L'Écritoire",
        "Mission locale Rive-Gauche",
        "Conseil départemental, direction de l'insertion",
        "Caisse d'allocations familiales",
        "France services de Saint-Éloi",
        "Familles rurales des Coteaux",
        "Tiers-lieu La Grange à Idées",
        "Collège Germaine-Tillion",
        "MSA Cœur de plaine",
        "Union sportive d'Ormeau",
        "Bailleur social Habitat Serein",
    ];

    private static readonly string[] People =
    [
        "Anne-Lise Péré",
        "Loïc N'Diaye",
        "Maëlle Le Goff",
        "Gaëlle d'Hérouville",
        "Zoé Brûlé-Martin",
        "Jean-François Ô'Brien",
        "Fatou Sène",
        "Noémie Ångström",
        "Raphaël Bœuf",
        "Inès Çelik",
        "Hervé L'Hermitte",
        "Jürgen Müller-Weiß",
        "Marie-Ève Tremblay",
        "Étienne de La Tour",
        "Aïcha Benyoucef",
    ];

    internal static MinutesContent Minutes(bool isConvivial = true) =>
        new()
        {
            Stamp = Stamp with { Id = "compte-rendu/technique/2026-12-03" },
            Title = "Comité technique",
            Group = "Comité technique",
            Network = "Réseau d'inclusion numérique du Val d'Ormeau",
            Start = new DateTime(2026, 12, 3, 14, 0, 0),
            End = new DateTime(2026, 12, 3, 16, 0, 0),
            Place = "Médiathèque L'Écritoire, salle 2",
            IsConvivial = isConvivial,
            Facilitator = "Maëlle Le Goff",
            Guests =
            [
                .. People.Select(
                    (name, index) =>
                        new MinutesGuest(
                            $"p{index}",
                            name,
                            Organisations[index % Organisations.Length],
                            "membre",
                            index == 0 ? Attendance.Present : Attendance.Unknown
                        )
                ),
            ],
            Agenda =
            [
                "Tour de table et météo du groupe",
                "Retour sur la première tournée du bus",
                "Carte des lieux : qui complète quoi ?",
                "Budget 2027",
            ],
            Decisions = [new("d1", "Le bus s'arrête aussi à Saint-Éloi le jeudi matin", "Familles rurales")],
            Actions =
            [
                new(
                    "a1",
                    "Réserver la salle du conseil pour le comité stratégique",
                    "Loïc N'Diaye",
                    new DateOnly(2027, 1, 15),
                    "En cours"
                ),
                new("a2", "Envoyer la liste des lieux à compléter", "Inès Çelik", null),
            ],
            Next = new(
                new DateTime(2027, 1, 7, 14, 0, 0),
                new DateTime(2027, 1, 7, 16, 30, 0),
                "Comité technique",
                "France services de Saint-Éloi"
            ),
        };

    internal static SubscriptionContent Poster() =>
        new()
        {
            Stamp = Stamp with { Id = "affiche-agenda" },
            Network = "Réseau d'inclusion numérique du Val d'Ormeau",
            Territory = "Val d'Ormeau",
            Contact = "Anne-Lise Péré, coordination@ormeau.example, 05 00 00 00 00",
            Calendars =
            [
                Calendar("technique", "Comité technique", "Premier jeudi du mois, 14 h"),
                Calendar("mobilite", "Groupe Mobilité", "Troisième mardi du mois, 10 h"),
            ],
        };

    private static SubscriptionCalendar Calendar(string key, string name, string description) =>
        new()
        {
            Key = key,
            Name = name,
            Description = description,
            HttpsAddress =
                $"https://nuage.ormeau.example/remote.php/dav/public-calendars/aXk29Dm4LpQz7RtW{key}?export",
            WebcalAddress =
                $"webcal://nuage.ormeau.example/remote.php/dav/public-calendars/aXk29Dm4LpQz7RtW{key}?export",
        };
}
