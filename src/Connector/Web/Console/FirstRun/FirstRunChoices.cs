using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Web.Console.FirstRun;

/// <summary>What the assistant's lists offer.</summary>
internal static class FirstRunChoices
{
    public static IReadOnlyList<(string Words, Text Name)> Scopes { get; } =
    [
        (
            "groupement de communes",
            new Text("Groupement de communes (communauté, agglomération, pays)", "Grouping of municipalities")
        ),
        ("départemental", new Text("Département", "Department")),
        ("régional", new Text("Région", "Region")),
    ];

    /// <summary>Where French is the language of the administration.</summary>
    public static IReadOnlyList<(string Words, Text Name)> Zones { get; } =
    [
        ("Europe/Paris", new Text("France métropolitaine", "Metropolitan France")),
        ("America/Guadeloupe", Text.Same("Guadeloupe")),
        ("America/Martinique", Text.Same("Martinique")),
        ("America/Cayenne", Text.Same("Guyane")),
        ("Indian/Reunion", Text.Same("La Réunion")),
        ("Indian/Mayotte", Text.Same("Mayotte")),
        ("America/Miquelon", Text.Same("Saint-Pierre-et-Miquelon")),
        ("America/St_Barthelemy", Text.Same("Saint-Barthélemy")),
        ("America/Marigot", Text.Same("Saint-Martin")),
        ("Pacific/Noumea", Text.Same("Nouvelle-Calédonie")),
        ("Pacific/Tahiti", Text.Same("Polynésie française (Tahiti)")),
        ("Pacific/Wallis", Text.Same("Wallis-et-Futuna")),
    ];

    /// <summary>Those of the settings page.</summary>
    public static IReadOnlyList<(string Words, Text Name)> Holidays { get; } =
        SettingFields.Network.Single(field => field.Name == "jours-feries").Choices;
}
