using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>A blueprint file: its keys.</summary>
internal static partial class BlueprintRecord
{
    private static readonly Key<Located<string>> AreaName = new(
        "nom",
        new LocatedShape<string>(PathName.Shape),
        new Text(
            "nom du dossier partagé ; {groupe}, {territoire} et vos jetons y sont remplacés.",
            "name of the team folder; {groupe}, {territoire} and your tokens are filled in."
        )
    );

    private static readonly Key<string> Colour = new(
        "couleur",
        TextShape.Checked(
            colour => HexColour().IsMatch(colour) ? null : RefusedColour(colour),
            schema => schema["pattern"] = "^#[0-9A-Fa-f]{6}$"
        ),
        new Text("couleur de l'agenda : \"#0b6e75\".", "colour of the calendar: \"#0b6e75\".")
    );

    private static readonly Key<bool> Calendar = new(
        "agenda",
        new ChoiceShape<bool>(
            (true, ["oui", "vrai", "true", "yes"]),
            (false, ["non", "faux", "false", "no"])
        ),
        new Text(
            "oui (par défaut) pour un agenda par groupe, non pour aucun.",
            "oui (default) for a calendar per group, non for none."
        )
    );

    private static readonly Key<long> Quota = new(
        "quota",
        new SizeShape(),
        new Text(
            "place au plus dans le dossier d'équipe : 5 Go, 500 Mo, illimité ; sans quota, Connector n'y touche pas.",
            "most room in the team folder: 5 Go, 500 Mo, illimité; without a quota Connector leaves it alone."
        )
    );

    private static readonly RecordShape<AreaDraft> Area = new(
        new Text("espace", "area"),
        () => [AreaName, Colour, Calendar, Quota, .. FolderRecord.ContentKeys],
        record => new AreaDraft
        {
            Place = record.Place,
            Name = record.Has(AreaName) ? record.Get(AreaName, new Located<string>("", record.Place)) : null,
            Colour = record.Find(Colour),
            HasCalendar = record.FindValue(Calendar),
            Quota = record.FindValue(Quota),
            Content = FolderRecord.Content(record),
        }
    );

    public static readonly Key<Located<string>> Name = new(
        "nom",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "nom du modèle, tel qu'à la clé « modèle » d'un groupe.",
            "name of the blueprint, as in a group's 'modèle'."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> Version = new(
        "version",
        TextShape.Name,
        new Text("version du modèle, par exemple 1.", "version of the blueprint, such as 1.")
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> Extends = new(
        "étend",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "nom du modèle dont celui-ci part : « standard », ou un autre du même territoire.",
            "name of the blueprint that this one starts from: 'standard', or another of the same territory."
        )
    );

    /// <summary>Also a key of the territory and of a group, which give the tokens other values.</summary>
    public static readonly Key<IReadOnlyList<TokenDraft>> Tokens = new(
        "jetons",
        new TokensShape(),
        new Text(
            "mots à remplacer dans les noms et les descriptions, avec leur valeur.",
            "words to fill into names and descriptions, with their value."
        )
    );

    private static readonly (WorkspaceArea Area, Key<AreaDraft> Key)[] Areas =
    [
        (
            WorkspaceArea.Group,
            new("groupe", Area, new Text("le dossier de chaque groupe.", "the folder of each group."))
        ),
        (WorkspaceArea.Network, new("réseau", Area, new Text("le dossier commun.", "the common folder."))),
        (
            WorkspaceArea.Steering,
            new("pilotage", Area, new Text("le dossier de la coordination.", "the coordinators' folder."))
        ),
    ];

    public static readonly RecordShape<BlueprintDraft> Shape = new(
        new Text("modèle", "blueprint"),
        () => [Name, Version, Extends, Tokens, .. Areas.Select(area => area.Key)],
        Build
    );

    /// <summary>The key of an area, as in a file.</summary>
    public static string Word(WorkspaceArea area) => Areas.First(one => one.Area == area).Key.Name;

    private static BlueprintDraft Build(RecordReader record)
    {
        var areas = new Dictionary<WorkspaceArea, AreaDraft>();
        foreach (var (area, key) in Areas)
        {
            if (record.Find(key) is { } layout)
            {
                areas[area] = layout;
            }
        }

        return new BlueprintDraft
        {
            Name = record.Get(Name, new Located<string>("", record.Place)),
            Version = record.Get(Version, "1"),
            Extends = record.Find(Extends),
            Tokens = record.Get(Tokens, []),
            Areas = areas,
        };
    }

    private static (string, Text, Text)? RefusedColour(string colour) =>
        (
            "bad-colour",
            new Text(
                $"« {Words.Shown(colour)} » n'est pas une couleur.",
                $"'{Words.Shown(colour)}' is not a colour."
            ),
            new Text(
                "Écrivez # et six chiffres hexadécimaux, entre guillemets : \"#0b6e75\".",
                "Write # and six hexadecimal digits, between quotes: \"#0b6e75\"."
            )
        );

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex HexColour();
}
