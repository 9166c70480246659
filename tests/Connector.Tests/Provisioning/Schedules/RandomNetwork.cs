using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Testing;

namespace Connector.Tests.Provisioning.Schedules;

/// <summary>A small territory with a layout of its own: who takes part as what, which folders, rights and documents.</summary>
internal sealed record RandomNetwork(
    Territory Territory,
    IReadOnlyDictionary<string, Blueprint> Blueprints,
    bool HasTeamFolders
)
{
    private static readonly string[] Names =
    [
        "00 Pilotage",
        "Budget & paie",
        "L'été",
        "Comptes-rendus",
        "À trier",
        "photos",
        "Élus + agents",
        "50 % #1",
        "e\u0301te\u0301",
    ];

    private static readonly string[] People = ["essai.ines", "essai.noe", "essai.zoe"];

    public static RandomNetwork Of(Random random)
    {
        var some = Some.Territory();
        var territory = some with
        {
            Groups =
            [
                .. some
                    .Groups.Take(random.Next(1, 3))
                    .Select(group =>
                        group with
                        {
                            Participations = Participations(random),
                            Meetings = random.Next(3) == 0 ? [] : group.Meetings,
                        }
                    ),
            ],
        };
        return new RandomNetwork(territory, Layout(random), random.Next(3) != 0);
    }

    private static List<Participation> Participations(Random random) =>
        [
            .. People
                .Where(_ => random.Next(4) != 0)
                .Select(person => new Participation(person, Pick(random, Enum.GetValues<GroupRole>()))),
        ];

    private static Dictionary<string, Blueprint> Layout(Random random)
    {
        var blueprint = Some.Blueprints()["standard"];
        var areas = blueprint.Areas.ToDictionary();
        areas[WorkspaceArea.Group] = areas[WorkspaceArea.Group] with
        {
            Rights = Rights(random),
            HasCalendar = random.Next(4) != 0,
            Documents = Documents(random),
            Folders = Folders(random, depth: 2),
        };
        if (random.Next(3) != 0)
        {
            // The poster and the directory are the dearest to compose: not in each schedule.
            areas[WorkspaceArea.Network] = areas[WorkspaceArea.Network] with
            {
                Documents = [],
                Folders = [],
            };
        }

        return new Dictionary<string, Blueprint> { ["standard"] = blueprint with { Areas = areas } };
    }

    private static List<FolderBlueprint> Folders(Random random, int depth) =>
        [
            .. random
                .GetItems(Names, random.Next(depth + 2))
                .Distinct()
                .Select(name => new FolderBlueprint
                {
                    Name = name,
                    Rights = random.Next(3) == 0 ? Rights(random) : new Dictionary<GroupRole, AccessLevel>(),
                    Documents = Documents(random),
                    Folders = depth == 0 ? [] : Folders(random, depth - 1),
                }),
            .. depth == 2 && random.Next(3) == 0 ? [Meetings] : Array.Empty<FolderBlueprint>(),
        ];

    private static FolderBlueprint Meetings { get; } =
        new()
        {
            Name = "02 Réunions",
            Folders =
            [
                new()
                {
                    Name = "{date} {titre}",
                    Documents = [new("Compte-rendu {date}.docx", DocumentKind.Minutes)],
                },
            ],
        };

    private static List<DocumentBlueprint> Documents(Random random) =>
        random.Next(5) switch
        {
            0 => [new("Readme.md", DocumentKind.Welcome)],
            1 => [new("Readme.md", DocumentKind.Welcome), new("Lisez-moi.md", DocumentKind.Welcome)],
            2 when random.Next(3) == 0 => [new("Feuille de route.docx", DocumentKind.Roadmap)],
            _ => [],
        };

    private static Dictionary<GroupRole, AccessLevel> Rights(Random random) =>
        Enum.GetValues<GroupRole>()
            .Where(_ => random.Next(4) != 0)
            .ToDictionary(role => role, _ => Pick(random, Enum.GetValues<AccessLevel>()));

    private static T Pick<T>(Random random, T[] all) => all[random.Next(all.Length)];
}
