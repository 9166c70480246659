using System.Globalization;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Testing;

/// <summary>A network of many like groups, as provisioning is measured on: 13 folders and 6 documents each.</summary>
public static class SomeNetwork
{
    public static Territory Territory(int groups, string prefix = "grand") =>
        Some.Territory(prefix) with
        {
            Groups =
            [
                .. Enumerable
                    .Range(1, groups)
                    .Select(n => new WorkingGroup
                    {
                        Id = $"{prefix}-{n.ToString(CultureInfo.InvariantCulture)}",
                        Name = $"Groupe {n.ToString("00", CultureInfo.InvariantCulture)} ({prefix})",
                        Kind = GroupKind.WorkingGroup,
                        Purpose = "Se retrouver, décider, agir.",
                        Participations =
                        [
                            new($"{prefix}.ines", GroupRole.Coordination),
                            new($"{prefix}.noe", GroupRole.Member),
                            new($"{prefix}.zoe", GroupRole.Member),
                        ],
                    }),
            ],
            Roadmap = new Roadmap(),
        };

    /// <summary>A blueprint whose steering folder is closed to members, all others open to them; no calendars.</summary>
    /// <param name="prefix">Of the names of what is not a group's.</param>
    /// <param name="plain">Whether the steering folder is open as well: nothing then needs a rule.</param>
    public static IReadOnlyDictionary<string, Blueprint> Blueprints(
        string prefix = "grand",
        bool plain = false
    )
    {
        var standard = Some.Blueprints(prefix)["standard"];
        var group = new AreaBlueprint
        {
            Name = "{groupe}",
            HasCalendar = false,
            Rights = new Dictionary<GroupRole, AccessLevel>
            {
                [GroupRole.Coordination] = AccessLevel.Manage,
                [GroupRole.Member] = AccessLevel.Write,
            },
            Documents = [new("Readme.md", DocumentKind.Welcome)],
            Folders =
            [
                Folder("00 Pilotage", "Budget", "Conventions") with
                {
                    Rights = new Dictionary<GroupRole, AccessLevel>
                    {
                        [GroupRole.Member] = plain ? AccessLevel.Write : AccessLevel.None,
                    },
                },
                Folder("01 Feuille de route", "Versions", "Engagements") with
                {
                    Documents =
                    [
                        new("Feuille de route.docx", DocumentKind.Roadmap),
                        new("Lisez-moi.md", DocumentKind.Welcome),
                    ],
                },
                Folder("02 Réunions", "Convocations", "Comptes-rendus", "Supports") with
                {
                    Documents = [new("Lisez-moi.md", DocumentKind.Welcome)],
                },
                Folder("03 Ressources", "Guides", "Inspirations") with
                {
                    Documents =
                    [
                        new("Annuaire.xlsx", DocumentKind.Directory),
                        new("Lisez-moi.md", DocumentKind.Welcome),
                    ],
                },
            ],
        };
        var areas = new Dictionary<WorkspaceArea, AreaBlueprint>(standard.Areas)
        {
            [WorkspaceArea.Group] = group,
        };
        return new Dictionary<string, Blueprint> { ["standard"] = standard with { Areas = areas } };
    }

    private static FolderBlueprint Folder(string name, params string[] below) =>
        new() { Name = name, Folders = [.. below.Select(inner => new FolderBlueprint { Name = inner })] };
}
