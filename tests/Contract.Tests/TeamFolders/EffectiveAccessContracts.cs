using System.Globalization;
using System.Text.Json;
using Connector.Domain.Workspaces;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.TeamFolders;

/// <summary>
/// The rights that are computed are those that the server grants: small random trees with random rules, and for every
/// folder the letters of <c>oc:permissions</c> that a member is told.
/// </summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class EffectiveAccessContracts(Target target) : WithTeamFolders(target)
{
    private const string Groups = "ocs/v2.php/cloud/groups";
    private static readonly string[] Paths = ["a", "a/b", "a/b/c", "a/d", "e", "e/f", "e/f/g", "h"];

    /// <summary>Three groups: the administrator's alone, then two that the member is in, the second not attached.</summary>
    private readonly List<string> _groups = [];

    [OneTimeSetUp]
    public async Task MakeGroups()
    {
        foreach (var members in new[] { new[] { Server.Admin }, [Member.Id], [Member.Id] })
        {
            _groups.Add(Server.Unique("g"));
            await Server.Form("POST", Groups, ("groupid", _groups[^1]));
            foreach (var member in members)
                await Server.Form(
                    "POST",
                    $"ocs/v2.php/cloud/users/{member}/groups",
                    ("groupid", _groups[^1])
                );
        }
    }

    [OneTimeTearDown]
    public async Task RemoveGroups()
    {
        foreach (var group in _groups)
            await Server.Send("DELETE", $"{Groups}/{group}");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    [TestCase(8)]
    public async Task Computed_rights_are_those_that_the_server_grants(int seed)
    {
        var tree = await Grow(new Random(seed));
        var access = new EffectiveAccess(tree);
        var name = tree.TeamFolders[0].MountPoint;
        var told = await Told(name);
        Assert.That(
            Lines(tree.Nodes.Select(node => (node.Path, told.GetValueOrDefault(node.Path)))),
            Is.EqualTo(Lines(tree.Nodes.Select(node => (node.Path, access.Of(Member.Id, node.Path).Bits)))),
            Told(tree)
        );
        foreach (var hidden in tree.Nodes.Where(node => !told.ContainsKey(node.Path)))
            Assert.That(
                (await As(Member, "PROPFIND", hidden.Path)).Status,
                Is.AnyOf(403, 404),
                $"{hidden.Path} cannot be reached by its address either\n{Told(tree)}"
            );
    }

    [Test]
    public async Task Bits_outside_a_rules_own_mask_count_once_another_rule_names_them()
    {
        await MakeWith(31);
        var name = _made!;
        await Server.Send("MKCOL", Server.FilePath(name, "a"));
        await Rule($"{name}/a", [new("group", Group, 2, 31), new("user", Member.Id, 4, 0)]);
        Assert.That((await Told(name))[$"{name}/a"], Is.EqualTo(31));
    }

    [Test]
    public async Task Somebodys_own_folder_of_the_same_name_is_set_aside()
    {
        var name = Server.Unique("mien");
        Assert.That((await As(Member, "MKCOL", name)).Status, Is.EqualTo(201));
        await As(Member, "PUT", $"{name}/a.txt", "a");
        await MakeFor(name);
        Assert.That((await As(Member, "PROPFIND", $"{name}/a.txt")).Status, Is.EqualTo(404));
        Assert.That((await As(Member, "PROPFIND", $"{name} (1)/a.txt")).Status, Is.EqualTo(207));
    }

    private string? _made;

    private async Task<int> MakeWith(int permissions)
    {
        _made = Server.Unique("t");
        var id = await MakeFor(_made, permissions);
        await Server.Form("POST", $"{Api}/{id}/groups", ("group", _groups[0]));
        await Server.Form("POST", $"{Api}/{id}/acl", ("acl", "1"));
        return id;
    }

    /// <summary>A team folder for the group of all and one more of the member's, with rules here and there.</summary>
    private async Task<WorkspaceSnapshot> Grow(Random random)
    {
        var (first, second) = (random.Next(32) | 1, random.Next(32));
        var id = await MakeWith(first);
        await Server.Form("POST", $"{Api}/{id}/groups", ("group", _groups[1]));
        await Server.Form("POST", $"{Api}/{id}/groups/{_groups[1]}", ("permissions", Number(second)));
        var nodes = new List<NodeState>();
        foreach (var path in Paths.Select(path => $"{_made}/{path}").Prepend(_made!))
        {
            await Server.Send("MKCOL", Server.FilePath(path.Split('/')));
            nodes.Add(
                new NodeState
                {
                    Path = path,
                    IsFolder = true,
                    FileId = nodes.Count + 1,
                    Rules = Rules(random, isRoot: path == _made),
                }
            );
        }

        foreach (var node in nodes.Where(node => node.Rules.Count > 0))
            await Rule(node.Path, [new("group", _groups[0], 31, 31), .. node.Rules]);
        return WorkspaceSnapshot.Empty with
        {
            Groups = new Dictionary<string, GroupState>
            {
                [Group] = new("", new HashSet<string> { Member.Id, Server.Admin }),
                [_groups[0]] = new("", new HashSet<string> { Server.Admin }),
                [_groups[1]] = new("", new HashSet<string> { Member.Id }),
                [_groups[2]] = new("", new HashSet<string> { Member.Id }),
            },
            TeamFolders =
            [
                new(
                    id,
                    _made!,
                    new Dictionary<string, int>
                    {
                        [Group] = first,
                        [_groups[1]] = second,
                        [_groups[0]] = 31,
                    },
                    Acl: true
                ),
            ],
            Nodes = nodes,
        };
    }

    /// <summary>Reading is taken away seldom, so that most of the tree is there to be compared.</summary>
    private IReadOnlyList<AclRule> Rules(Random random, bool isRoot)
    {
        var mappings = new[]
        {
            ("group", Group),
            ("group", _groups[1]),
            ("group", _groups[2]),
            ("user", Member.Id),
            ("user", Stranger.Id),
        };
        return
        [
            .. mappings
                .Where(_ => random.Next(4) == 0)
                .Select(mapping => new AclRule(
                    mapping.Item1,
                    mapping.Item2,
                    random.Next(32),
                    random.Next(32) | (isRoot || random.Next(4) > 0 ? 1 : 0)
                )),
        ];
    }

    private Task<Answer> Rule(string path, IReadOnlyList<AclRule> rules)
    {
        var list = rules.Select(rule =>
            $"<nc:acl><nc:acl-mapping-type>{rule.MappingType}</nc:acl-mapping-type><nc:acl-mapping-id>{rule.MappingId}</nc:acl-mapping-id><nc:acl-mask>{rule.Mask}</nc:acl-mask><nc:acl-permissions>{rule.Permissions}</nc:acl-permissions></nc:acl>"
        );
        return Server.Send(
            "PROPPATCH",
            Server.FilePath(path.Split('/')),
            $"""<d:propertyupdate xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:set><d:prop><nc:acl-list>{string.Concat(list)}</nc:acl-list></d:prop></d:set></d:propertyupdate>"""
        );
    }

    /// <summary>What the member is told of the folder and all below, asked for at the folder itself.</summary>
    private async Task<Dictionary<string, int>> Told(string name)
    {
        var answer = await Server.SendAs(
            Member,
            "PROPFIND",
            $"remote.php/dav/files/{Member.Id}/{name}",
            """<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:permissions/></d:prop></d:propfind>""",
            ("Depth", "infinity")
        );
        if (answer.Status != 207)
            return [];
        return answer
            .Xml.Elements(D + "response")
            .ToDictionary(
                item =>
                    Uri.UnescapeDataString(item.Element(D + "href")!.Value)
                        .Split($"/{Member.Id}/")[1]
                        .Trim('/'),
                item => Bits(item.Descendants(Oc + "permissions").Single().Value),
                StringComparer.Ordinal
            );
    }

    private static int Bits(string letters) =>
        new[] { ("G", 1), ("NV", 2), ("CK", 4), ("D", 8), ("R", 16) }.Sum(pair =>
            letters.Contains(pair.Item1, StringComparison.Ordinal) ? pair.Item2 : 0
        );

    private static string Lines(IEnumerable<(string Path, int Bits)> access) =>
        string.Join('\n', access.Select(one => $"{one.Path} {Number(one.Bits)}"));

    private static string Told(WorkspaceSnapshot tree) =>
        JsonSerializer.Serialize(
            new { tree.TeamFolders, Rules = tree.Nodes.ToDictionary(node => node.Path, node => node.Rules) }
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
