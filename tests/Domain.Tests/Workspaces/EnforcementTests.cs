using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>What people change by hand, field by field: told, passed over, or set back, as the territory file says.</summary>
internal sealed class EnforcementTests
{
    private const string Root = "Groupe gt";

    private static readonly Scenario Territory = new(
        Some.Territory(
            Some.Group(
                "gt",
                new Participation("anaïs", GroupRole.Member),
                new Participation("bruno", GroupRole.Lead),
                new Participation("fatou", GroupRole.Observer)
            )
        ),
        ["anaïs", "bruno", "fatou", "claire", "élodie"],
        []
    );

    private static IEnumerable<TestCaseData> Acts()
    {
        yield return Act("bits", ManagedField.Rights, server => Team(server).Groups["gt"] = 1);
        yield return Act("detached", ManagedField.Rights, server => Team(server).Groups.Remove("gt"));
        yield return Act("acl off", ManagedField.Rights, server => Team(server).Acl = false);
        yield return Act(
            "rules",
            ManagedField.Rights,
            server => server.Nodes.First(node => node.Rules.Count > 0).Rules = []
        );
        yield return Act("joined", ManagedField.Members, server => server.Groups["gt"].Add("élodie"));
        yield return Act("taken out", ManagedField.Members, server => server.Groups["gt"].Remove("anaïs"));
        yield return Act("folder", ManagedField.Names, server => Folder(server).Name = "Nos dates");
        yield return Act("case", ManagedField.Names, server => Folder(server).Name = "02 RÉUNIONS");
        yield return Act("team folder", ManagedField.Names, server => Team(server).Root.Name = "À nous");
        yield return Act("quota", ManagedField.Quotas, server => Team(server).Quota = 9);
        yield return Act("unshared", ManagedField.Calendars, server => Agenda(server).Shares.Remove("gt"));
        yield return Act("read only", ManagedField.Calendars, server => Agenda(server).Shares["gt"] = false);
    }

    [TestCaseSource(nameof(Acts))]
    public void By_default_it_stays_and_is_told(ManagedField field, Action<ModelServer> act)
    {
        var plan = Plan(Changed(act));

        Assert.That(plan.Pending, Is.Empty, $"{field}");
        Assert.That(plan.Count(Change.Notice), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Acts))]
    public void Ignored_it_stays_and_is_not_told(ManagedField field, Action<ModelServer> act)
    {
        var plan = Plan(Changed(act), (field, Enforcement.Ignored));

        Assert.That(plan.Pending, Is.Empty);
        Assert.That(plan.Count(Change.Notice), Is.Zero);
    }

    [TestCaseSource(nameof(Acts))]
    public void Enforced_it_is_set_back_and_a_second_run_changes_nothing(
        ManagedField field,
        Action<ModelServer> act
    )
    {
        var before = Changed(_ => { }).Picture();
        var server = Changed(act);
        var other = (ManagedField)(((int)field + 1) % 6);
        Assert.That(
            Plan(server, (other, Enforcement.Enforced)).Pending,
            Is.Empty,
            "another field's rule does not reach it"
        );

        var plan = Plan(server, (field, Enforcement.Enforced));
        Assert.That(plan.Pending, Is.Not.Empty);
        Assert.That(plan.Count(Change.Notice), Is.Zero);
        Run(server, plan);

        Assert.That(server.Picture(), Is.EqualTo(before));
        Assert.That(Plan(server, (field, Enforcement.Enforced)).Pending, Is.Empty);
    }

    [TestCase(Enforcement.Warned)]
    [TestCase(Enforcement.Ignored)]
    [TestCase(Enforcement.Enforced)]
    public void A_public_address_that_somebody_withdrew_is_told_and_never_given_anew(Enforcement enforcement)
    {
        var plan = Plan(
            Changed(server => Agenda(server).IsPublic = false),
            (ManagedField.Calendars, enforcement)
        );

        Assert.That(plan.Pending, Is.Empty);
        var step = plan.Steps.Single(step => step.Change == Change.Notice);
        Assert.That(step.Key, Is.EqualTo("calendar:gt/public"));
        Assert.That(step.Reason.French, Does.Contain("connector-gt").And.Contain("--restore"));
    }

    [Test]
    public void An_enforced_name_that_something_else_took_is_a_conflict()
    {
        var server = Changed(server => Folder(server).Name = "Nos dates");
        server.AddNode(Team(server).Root, "02 Réunions", isFolder: true, byPerson: true);

        var plan = Plan(server, (ManagedField.Names, Enforcement.Enforced));

        Assert.That(plan.Pending, Is.Empty);
        Assert.That(plan.Count(Change.Conflict), Is.EqualTo(1));
    }

    [TestCase(null, Enforcement.Warned, Change.Notice)]
    [TestCase(null, Enforcement.Ignored, Change.Keep)]
    [TestCase(null, Enforcement.Enforced, Change.Update)]
    [TestCase(1, Enforcement.Warned, Change.Notice)]
    [TestCase(1, Enforcement.Ignored, Change.Keep)]
    [TestCase(1, Enforcement.Enforced, Change.Update)]
    public void A_share_that_somebody_removed_or_narrowed(int? bits, Enforcement sharing, Change change)
    {
        var step = PlanAssert.StepOf(
            Shared(ManagedField.Sharing, sharing),
            "area:gt/access:gt",
            OwnFolder(Root) with
            {
                Shares = bits is null ? [] : [new ShareState(5, 1, "gt", bits.Value)],
            },
            OwnLedger
        );

        Assert.That(step.Change, Is.EqualTo(change));
        Assert.That(step.Action is not null, Is.EqualTo(sharing == Enforcement.Enforced));
    }

    [TestCase(Enforcement.Warned, Change.Notice, false)]
    [TestCase(Enforcement.Ignored, Change.Keep, false)]
    [TestCase(Enforcement.Enforced, Change.Keep, true)]
    public void A_shared_folder_that_the_coordinator_renamed(Enforcement names, Change change, bool isSetBack)
    {
        var plan = WorkspacePlanner.Plan(
            Shared(ManagedField.Names, names),
            OwnFolder("À nous") with
            {
                Shares = [new ShareState(5, 1, "gt", 15)],
            },
            OwnLedger
        );

        Assert.That(plan.Steps.Single(step => step.Key == "area:gt").Change, Is.EqualTo(change));
        Assert.That(
            plan.Steps.Select(step => step.Action).OfType<RenameNode>(),
            Is.EqualTo(isSetBack ? [new RenameNode(1, "À nous", Root)] : Array.Empty<RenameNode>())
        );
    }

    private static KnownWorkspace OwnLedger =>
        Some.Known(
            PlanAssert.Known("area:gt", "1", path: Root),
            PlanAssert.Known("area:gt/access:gt", "gt", hash: "15")
        );

    private static WorkspaceSnapshot OwnFolder(string name) =>
        WorkspaceSnapshot.Empty with
        {
            Groups = new Dictionary<string, GroupState> { ["gt"] = new("gt", new HashSet<string>()) },
            Nodes = [Some.Folder(name, 1)],
        };

    private static WorkspaceSpec Shared(ManagedField field, Enforcement enforcement) =>
        Some.SpecOf(
            Some.Area() with
            {
                Access = new Dictionary<string, int>(),
                Shares = [new ShareSpec("area:gt", "gt", 15)],
            }
        ) with
        {
            Groups = [new GroupSpec("gt", "gt", [])],
            Strategy = Strategy.SharedFolders,
            Enforcement = new Dictionary<ManagedField, Enforcement> { [field] = enforcement },
        };

    private static TestCaseData Act(string name, ManagedField field, Action<ModelServer> act) =>
        new TestCaseData(field, act).SetArgDisplayNames($"{field}: {name}");

    private static ModelTeamFolder Team(ModelServer server) =>
        server.TeamFolders.Single(folder =>
            folder.Groups.Keys.Any(id => id.StartsWith("gt", StringComparison.Ordinal))
        );

    private static ModelNode Folder(ModelServer server) => server.At($"{Root}/02 Réunions")!;

    private static ModelCalendar Agenda(ModelServer server) =>
        server.Calendars.Single(calendar => calendar.Uri == "connector-gt");

    /// <summary>A server that two runs settled, and then what a person did.</summary>
    private static ModelServer Changed(Action<ModelServer> act)
    {
        var server = new ModelServer();
        server.Users.UnionWith(Territory.Users);
        while (Plan(server) is { HasChanges: true } plan)
        {
            Run(server, plan);
        }

        act(server);
        return server;
    }

    private static WorkspacePlan Plan(ModelServer server, params (ManagedField, Enforcement)[] rules)
    {
        var spec = Territory.Spec(1, server) with
        {
            Enforcement = rules.ToDictionary(rule => rule.Item1, rule => rule.Item2),
        };
        return WorkspacePlanner.Plan(spec, server.Snapshot(spec), server.Known);
    }

    private static void Run(ModelServer server, WorkspacePlan plan) =>
        new ModelExecutor(server).Run(plan, document => Scenario.Content(document, 1));
}
