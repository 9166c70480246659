using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>A blueprint file: its keys.</summary>
internal static partial class BlueprintRecord
{
    private static readonly Key<string> AreaName = new(
        "nom",
        PathName.Shape,
        new Text(
            "nom du dossier partagé ; {groupe} et {territoire} y sont remplacés.",
            "name of the team folder; {groupe} and {territoire} are filled in."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> Colour = new(
        "couleur",
        TextShape.Checked(
            colour => HexColour().IsMatch(colour) ? null : RefusedColour(colour),
            schema => schema["pattern"] = "^#[0-9A-Fa-f]{6}$"
        ),
        new Text("couleur de l'agenda : \"#0b6e75\".", "colour of the calendar: \"#0b6e75\".")
    );

    private static readonly RecordShape<AreaBlueprint> Area = new(
        new Text("espace", "area"),
        () => [AreaName, Colour, RightsRecord.Key, FolderRecord.Folders, FolderRecord.Documents],
        record => new AreaBlueprint
        {
            Name = record.Get(AreaName, ""),
            CalendarColour = record.Find(Colour),
            Rights = record.Get(RightsRecord.Key, new Dictionary<GroupRole, AccessLevel>()),
            Folders = record.Get(FolderRecord.Folders, []),
            Documents = record.Get(FolderRecord.Documents, []),
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

    private static readonly (WorkspaceArea Area, Key<AreaBlueprint> Key)[] Areas =
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

    public static readonly RecordShape<(Located<string> Name, Blueprint Blueprint)> Shape = new(
        new Text("modèle", "blueprint"),
        () => [Name, Version, .. Areas.Select(area => area.Key)],
        Build
    );

    private static (Located<string>, Blueprint) Build(RecordReader record)
    {
        var name = record.Get(Name, new Located<string>("", record.Place));
        var areas = new Dictionary<WorkspaceArea, AreaBlueprint>();
        foreach (var (area, key) in Areas)
        {
            if (record.Find(key) is { } layout)
            {
                areas[area] = layout;
            }
        }

        return (
            name,
            new Blueprint
            {
                Name = name.Value,
                Version = record.Get(Version, "1"),
                Areas = areas,
            }
        );
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
