using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public partial class EffectiveAccessTests
{
    private static readonly WorkspaceSnapshot Server = Snapshot(
        [],
        new AclRule("group", "gt", 31, 1),
        new AclRule("group", "gt-animation", 31, 15)
    );

    [TestCase("anaïs", "GT", 15)]
    [TestCase("anaïs", "GT/A", 1)]
    [TestCase("anaïs", "GT/A/B", 1)]
    [TestCase("bruno", "GT/A", 15)]
    [TestCase("chloé", "GT", 0)]
    public void Group_bits_are_joined_and_rules_restrict_them(string user, string path, int bits) =>
        Assert.That(new EffectiveAccess(Server).Of(user, path).Bits, Is.EqualTo(bits));

    [Test]
    public void Each_right_says_where_it_comes_from()
    {
        var why = new EffectiveAccess(Server).Of("anaïs", "GT/A").Why.Select(reason => reason.French);
        Assert.That(
            why,
            Is.EqualTo(
                new[]
                {
                    "membre du groupe « gt », relié à « GT » avec écriture",
                    "règle de « GT/A » pour gt : lecture (retire modifier, créer, supprimer)",
                }
            )
        );
    }

    [Test]
    public void What_cannot_be_read_hides_all_below()
    {
        var closed = Snapshot([new AclRule("group", "gt", 31, 31)], new AclRule("group", "gt", 31, 0));
        Assert.That(new EffectiveAccess(closed).Of("anaïs", "GT/A/B").Bits, Is.Zero);
    }

    [Test]
    public void Shares_of_a_folder_and_of_those_above_are_joined()
    {
        var server = WorkspaceSnapshot.Empty with
        {
            Groups = Server.Groups,
            Nodes = Server.Nodes,
            Shares = [new ShareState(1, 1, "gt", 1), new ShareState(2, 2, "gt", 15)],
        };
        var access = new EffectiveAccess(server);
        Assert.That(access.Of("anaïs", "GT").Bits, Is.EqualTo(1));
        Assert.That(access.Of("anaïs", "GT/A/B").Bits, Is.EqualTo(15));
    }

    [FsCheck.NUnit.Property(MaxTest = 500, QuietOnSuccess = true)]
    public Property Rules_never_give_more_than_the_groups_and_a_new_reader_takes_nothing_away() =>
        Prop.ForAll(
            Arb.From(
                from masks in Gen.Choose(0, 31).ListOf(6)
                from bits in Gen.Choose(0, 31).ListOf(6)
                select masks
                    .Zip(bits)
                    .Select(pair => new AclRule("group", "gt", pair.First, pair.Second))
                    .ToArray()
            ),
            rules =>
            {
                var server = Snapshot([rules[0]], rules[1]);
                var before = new EffectiveAccess(server).Of("anaïs", "GT/A/B").Bits;
                var more = Snapshot(
                    [rules[0], new AclRule("group", "réseau", 1, 1)],
                    rules[1],
                    new AclRule("group", "réseau", 1, 1)
                );
                var after = new EffectiveAccess(more).Of("anaïs", "GT/A/B").Bits;
                return (before & ~15) == 0 && (before & ~after) == 0;
            }
        );

    [Test]
    public void A_bit_outside_its_own_mask_allows_once_another_rule_names_it()
    {
        var server = Snapshot([], new AclRule("group", "gt", 2, 31), new AclRule("user", "anaïs", 4, 0));
        Assert.That(new EffectiveAccess(server).Of("anaïs", "GT/A").Bits, Is.EqualTo(15));
    }

    [Test]
    public void Rules_count_only_where_advanced_rights_are_on()
    {
        var closed = Snapshot([], new AclRule("group", "gt", 31, 0));
        var off = closed with { TeamFolders = [closed.TeamFolders[0] with { Acl = false }] };
        Assert.That(new EffectiveAccess(off).Of("anaïs", "GT/A").Bits, Is.EqualTo(15));
    }

    [Test]
    public void A_group_without_reading_gives_nothing()
    {
        var server = Attached(("gt", 14));
        Assert.That(new EffectiveAccess(server).Of("anaïs", "GT").Bits, Is.Zero);
    }

    [Test]
    public void Of_two_team_folders_with_one_name_the_later_is_seen()
    {
        var server = Snapshot([]);
        var twin = new TeamFolderState(9, "GT", new Dictionary<string, int> { ["gt"] = 1 }, Acl: false);
        var access = new EffectiveAccess(server with { TeamFolders = [twin, .. server.TeamFolders] });
        Assert.That(access.Of("anaïs", "GT").Bits, Is.EqualTo(1));
    }

    [Test]
    public void A_mount_inside_what_cannot_be_seen_is_not_seen_either()
    {
        var groups = new Dictionary<string, int> { ["réseau"] = 1 };
        var inside = new TeamFolderState(9, "GT/A/Clos", groups, Acl: false);
        var server = Snapshot([]);
        server = server with
        {
            TeamFolders = [.. server.TeamFolders, inside],
            Nodes = [.. server.Nodes, Some.Folder("GT/A/Clos", 4)],
        };
        var access = new EffectiveAccess(server);
        Assert.That(access.Of("anaïs", "GT/A/Clos").Bits, Is.EqualTo(1));
        Assert.That(access.Of("chloé", "GT/A/Clos").Bits, Is.Zero);
    }

    [Test]
    public void What_is_shared_with_one_person_is_theirs_and_a_public_link_is_nobodys()
    {
        GivenShare[] shares =
        [
            new("GT/A", ShareTarget.User, "chloé", 1, new DateOnly(2027, 1, 31)),
            new("GT/A", ShareTarget.Link, null, 17),
        ];
        var access = new EffectiveAccess(Snapshot([]), shares);
        var entry = access.Of("chloé", "GT/A/B");
        Assert.That(entry.Bits, Is.EqualTo(1));
        Assert.That(
            entry.Why.Single().English,
            Is.EqualTo("'GT/A' is shared with this person until 2027-01-31: read")
        );
        Assert.That(access.PeopleAt("GT/A/B"), Is.EquivalentTo(new[] { "anaïs", "bruno", "chloé" }));
        Assert.That(access.Of("chloé", "GT").Bits, Is.Zero);
    }

    private static WorkspaceSnapshot Attached(params (string Group, int Bits)[] groups)
    {
        var server = Snapshot([]);
        return server with
        {
            TeamFolders =
            [
                server.TeamFolders[0] with
                {
                    Groups = groups.ToDictionary(group => group.Group, group => group.Bits),
                },
            ],
        };
    }

    private static WorkspaceSnapshot Snapshot(AclRule[] inner, params AclRule[] rules) =>
        WorkspaceSnapshot.Empty with
        {
            Groups = new Dictionary<string, GroupState>
            {
                ["gt"] = new("GT", new HashSet<string> { "anaïs", "bruno" }),
                ["gt-animation"] = new("Animation", new HashSet<string> { "bruno" }),
                ["réseau"] = new("Réseau", new HashSet<string> { "anaïs", "bruno", "chloé" }),
            },
            TeamFolders =
            [
                new TeamFolderState(
                    7,
                    "GT",
                    new Dictionary<string, int> { ["gt"] = 15, ["gt-animation"] = 15 },
                    Acl: true
                ),
            ],
            Nodes =
            [
                Some.Folder("GT", 1),
                Some.Folder("GT/A", 2) with
                {
                    Rules = rules,
                },
                Some.Folder("GT/A/B", 3) with
                {
                    Rules = inner,
                },
            ],
        };
}
