using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public partial class EffectiveAccessTests
{
    [Test]
    public void The_topmost_folder_that_nobody_reads_is_a_hazard_and_so_is_a_link_without_end()
    {
        var closed = Snapshot([], new AclRule("group", "gt", 31, 0));
        GivenShare[] links =
        [
            new("GT/A/x.pdf", ShareTarget.Link, null, 17),
            new("GT/A/y.pdf", ShareTarget.Link, null, 17, new DateOnly(2027, 1, 31)),
        ];
        Assert.That(
            Hazards(closed, links),
            Is.EqualTo(new[] { ("folder-without-reader", "GT/A"), ("link-without-expiry", "GT/A/x.pdf") })
        );
    }

    [Test]
    public void A_folder_that_only_the_service_account_reads_has_no_reader()
    {
        var server = Snapshot([]);
        server = server with
        {
            Groups = new Dictionary<string, GroupState>
            {
                ["gt"] = new("GT", new HashSet<string>()),
                ["connector-service"] = new("Connector", new HashSet<string> { "robot" }),
                ["admin"] = new("admin", new HashSet<string> { "robot" }),
            },
            TeamFolders =
            [
                server.TeamFolders[0] with
                {
                    Groups = new Dictionary<string, int> { ["gt"] = 15, ["connector-service"] = 31 },
                },
            ],
        };
        Assert.That(Hazards(server, []), Is.EqualTo(new[] { ("folder-without-reader", "GT") }));
    }

    [Test]
    public void Rules_for_single_people_and_more_rules_than_a_blueprint_makes_are_hazards()
    {
        var many = Enumerable
            .Range(0, AccessHazards.MostRules)
            .Select(n => new AclRule("group", $"g{n}", 2, 0));
        var server = Snapshot([.. many], new AclRule("user", "anaïs", 2, 0));
        Assert.That(
            Hazards(server, []),
            Is.EqualTo(new[] { ("rules-for-single-people", "GT"), ("too-many-rules", "GT") })
        );
    }

    [Test]
    public void A_group_with_more_than_the_blueprint_says_is_a_hazard()
    {
        var area = new AreaSpec
        {
            Blueprint = new BlueprintVersion("standard", "1"),
            Key = "area:gt",
            Area = default,
            MountPoint = "GT",
            Access = new Dictionary<string, int> { ["gt"] = 1, ["gt-animation"] = 15 },
            Rules = [],
            Folders = [],
            Documents = [],
        };
        var server = Snapshot([]);
        var hazards = AccessHazards.Of(
            server,
            new EffectiveAccess(server),
            [],
            new Dictionary<long, AreaSpec> { [7] = area },
            []
        );
        Assert.That(
            hazards.Single().Sentence.French,
            Is.EqualTo("« GT » donne au groupe « gt » écriture ; le modèle dit : lecture")
        );
    }

    [Test]
    public void Own_folders_with_a_team_folders_name_are_hazards_where_somebodys_files_are_known()
    {
        var server = Snapshot([]);
        var hazards = AccessHazards.Of(
            server,
            new EffectiveAccess(server),
            [],
            new Dictionary<long, AreaSpec>(),
            [new OwnFolders("chloé", ["GT"]), new OwnFolders("anaïs", ["GT (1)", "GT (bis)", "Photos"])]
        );
        Assert.That(
            hazards.Select(hazard => (hazard.Code, hazard.Path)),
            Is.EqualTo(new[] { ("own-folder-in-the-way", "GT"), ("hidden-folder", "GT (1)") })
        );
    }

    private static IEnumerable<(string, string)> Hazards(
        WorkspaceSnapshot server,
        IReadOnlyList<GivenShare> shares
    ) =>
        AccessHazards
            .Of(server, new EffectiveAccess(server), shares, new Dictionary<long, AreaSpec>(), [])
            .Select(hazard => (hazard.Code, hazard.Path));
}
