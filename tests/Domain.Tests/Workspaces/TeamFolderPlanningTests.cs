using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class TeamFolderPlanningTests
{
    private static readonly AclRule[] Rules = [new("group", "gt", 31, 1)];
    private static readonly WorkspaceSpec Spec = Some.SpecOf(Some.Area());
    private static readonly WorkspaceSpec AclSpec = Some.SpecOf(Some.Area(rules: Rules));
    private static readonly KnownResource Area = PlanAssert.Known("area:gt", "7", path: "Groupe gt");

    [Test]
    public void A_team_folder_that_is_missing_is_made_and_opened()
    {
        PlanAssert.Is(
            Step("area:gt", WorkspaceSnapshot.Empty),
            Change.Create,
            new CreateTeamFolder("Groupe gt")
        );
        Assert.That(
            ((ConfigureTeamFolder)Step("area:gt#service", WorkspaceSnapshot.Empty).Action!).Grants,
            Is.EqualTo(new Dictionary<string, int> { ["connector-service"] = 31 })
        );
        Assert.That(
            Step("area:gt#access", WorkspaceSnapshot.Empty),
            Has.Property("Stage").EqualTo(PlanStage.Opening)
        );
        Assert.That(
            ((ConfigureTeamFolder)Step("area:gt#access", WorkspaceSnapshot.Empty).Action!).Grants,
            Is.EqualTo(new Dictionary<string, int> { ["gt"] = 15 })
        );
    }

    [TestCase("Groupe gt")]
    [TestCase("GROUPE GT")]
    public void A_team_folder_of_that_name_is_linked(string mountPoint) =>
        PlanAssert.Is(
            Step("area:gt", Server(PlanAssert.Team() with { MountPoint = mountPoint })),
            Change.Adopt,
            new Link(Area with { Path = mountPoint })
        );

    [Test]
    public void Of_two_team_folders_of_that_name_the_older_is_linked() =>
        Assert.That(
            ((Link)Step("area:gt", Server(PlanAssert.Team() with { Id = 9 }, PlanAssert.Team())).Action!)
                .Resource
                .RemoteId,
            Is.EqualTo("7")
        );

    [Test]
    public void A_team_folder_that_was_deleted_stays_away_with_all_that_was_inside() =>
        Assert.That(
            WorkspacePlanner
                .Plan(Spec, WorkspaceSnapshot.Empty, Some.Known(Area))
                .Steps.Where(step => step.AreaKey is not null),
            Has.One.Matches<PlanStep>(step => step is { Key: "area:gt", Change: Change.Notice, Action: null })
        );

    [Test]
    public void A_renamed_team_folder_is_followed() =>
        PlanAssert.Is(
            Step("area:gt", Server(PlanAssert.Team() with { MountPoint = "Ancien" }), Some.Known(Area)),
            Change.Notice
        );

    [Test]
    public void The_team_folder_of_another_group_is_never_taken_for_this_ones()
    {
        var spec = Some.SpecOf(Some.Area(), Some.Area("autre"));
        var known = Some.Known(PlanAssert.Known("area:autre", "7", path: "Groupe autre"));

        PlanAssert.Is(PlanAssert.StepOf(spec, "area:gt", PlanAssert.Server(), known), Change.Conflict);
    }

    [Test]
    public void What_lies_in_the_service_accounts_own_home_is_not_the_team_folders()
    {
        var spec = Some.SpecOf(Some.Area(folders: [new("area:gt/A", "area:gt", "A", [])]));
        var home = WorkspaceSnapshot.Empty with
        {
            Nodes = [Some.Folder("Groupe gt", 1), Some.Folder("Groupe gt/A", 2)],
        };

        PlanAssert.Is(
            PlanAssert.StepOf(spec, "area:gt/A", home),
            Change.Create,
            new CreateFolder("Groupe gt/A")
        );
    }

    [Test]
    public void Rules_of_a_folder_that_cannot_be_seen_yet_are_not_replaced()
    {
        var snapshot = WorkspaceSnapshot.Empty with { TeamFolders = [PlanAssert.Team(("somebodys", 31))] };
        var plan = WorkspacePlanner.Plan(AclSpec, snapshot, KnownWorkspace.Nothing);

        Assert.That(plan.Pending.Select(step => step.Action), Has.None.InstanceOf<SetAcl>());
        PlanAssert.Is(plan.Steps.Single(step => step.Key == "area:gt#inside"), Change.Notice);
    }

    [Test]
    public void A_folder_that_a_dead_run_made_and_did_not_open_is_gone_on_with()
    {
        var snapshot = WorkspaceSnapshot.Empty with
        {
            TeamFolders = [PlanAssert.Team() with { Groups = new Dictionary<string, int>() }],
        };
        var known = KnownWorkspace.Nothing.Begun("area:gt");

        PlanAssert.Is(
            PlanAssert.StepOf(AclSpec, "area:gt#rights", snapshot, known),
            Change.Create,
            new SetAcl("Groupe gt", Rules)
        );
    }

    [Test]
    public void Bits_in_place_go_on_record() =>
        PlanAssert.Is(
            Step("area:gt/access:gt", PlanAssert.Server()),
            Change.Adopt,
            new Link(PlanAssert.Known("area:gt/access:gt", "gt", "15"))
        );

    [Test]
    public void Bits_that_somebody_changed_are_left()
    {
        var known = Some.Known(PlanAssert.Known("area:gt/access:gt", "gt", "15"));

        PlanAssert.Is(Step("area:gt/access:gt", Bits(1), known), Change.Notice);
        Assert.That(Step("area:gt#access", Bits(1), known).Action, Is.Null);
    }

    [Test]
    public void Bits_that_Connector_set_follow_the_blueprint() =>
        Assert.That(
            Grants(Bits(1), Some.Known(PlanAssert.Known("area:gt/access:gt", "gt", "1"))),
            Is.EqualTo(new Dictionary<string, int> { ["gt"] = 15 })
        );

    [Test]
    public void Bits_half_set_by_a_dead_run_are_set() =>
        Assert.That(
            Grants(Bits(31), KnownWorkspace.Nothing.Begun("area:gt#access")),
            Is.EqualTo(new Dictionary<string, int> { ["gt"] = 15 })
        );

    [Test]
    public void Bits_that_somebody_set_after_a_dead_run_are_left() =>
        PlanAssert.Is(
            Step("area:gt/access:gt", Bits(5), KnownWorkspace.Nothing.Begun("area:gt#access")),
            Change.Notice
        );

    [Test]
    public void A_group_that_somebody_detached_stays_out() =>
        PlanAssert.Is(
            Step(
                "area:gt/access:gt",
                Server(PlanAssert.Team(("connector-service", 31))),
                Some.Known(PlanAssert.Known("area:gt/access:gt", "gt", "15"))
            ),
            Change.Notice
        );

    [Test]
    public void Advanced_permissions_are_switched_on_where_the_blueprint_has_rules() =>
        Assert.That(
            (
                (ConfigureTeamFolder)
                    PlanAssert.StepOf(AclSpec, "area:gt#service", PlanAssert.Server()).Action!
            ).EnableAcl
        );

    [Test]
    public void Advanced_permissions_that_were_on_go_on_record() =>
        Assert.That(
            PlanAssert.StepOf(AclSpec, "area:gt#acl", Server(PlanAssert.Team() with { Acl = true })).Action,
            Is.InstanceOf<Link>()
        );

    [Test]
    public void Advanced_permissions_that_somebody_switched_off_stay_off()
    {
        var known = Some.Known(PlanAssert.Known("area:gt#acl", "7"));

        PlanAssert.Is(PlanAssert.StepOf(AclSpec, "area:gt#acl", PlanAssert.Server(), known), Change.Notice);
        Assert.That(
            PlanAssert.StepOf(AclSpec, "area:gt#service", PlanAssert.Server(), known).Action,
            Is.Null
        );
    }

    private static WorkspaceSnapshot Server(params TeamFolderState[] folders) =>
        PlanAssert.Server() with
        {
            TeamFolders = folders,
        };

    private static WorkspaceSnapshot Bits(int bits) =>
        Server(PlanAssert.Team(("connector-service", 31), ("gt", bits)));

    private static IReadOnlyDictionary<string, int> Grants(
        WorkspaceSnapshot snapshot,
        KnownWorkspace known
    ) => ((ConfigureTeamFolder)Step("area:gt#access", snapshot, known).Action!).Grants;

    private static PlanStep Step(string key, WorkspaceSnapshot snapshot, KnownWorkspace? known = null) =>
        PlanAssert.StepOf(Spec, key, snapshot, known);
}
