using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class QuotaPlanningTests
{
    private const string Key = "area:gt#quota";
    private const long Five = 5L << 30;
    private const long Nine = 9L << 30;
    private static readonly WorkspaceSpec Spec = Some.SpecOf(Some.Area() with { Quota = Five });
    private static readonly KnownWorkspace Ours = Known(Five);

    [Test]
    public void A_new_team_folder_gets_its_quota() =>
        PlanAssert.Is(Step(WorkspaceSnapshot.Empty), Change.Create, new SetQuota("area:gt", Five));

    [Test]
    public void A_team_folder_without_limit_gets_one() =>
        PlanAssert.Is(Step(Server(TeamFolderState.Unlimited)), Change.Create, new SetQuota("area:gt", Five));

    [Test]
    public void A_quota_that_is_as_wanted_goes_on_record() =>
        PlanAssert.Is(
            Step(Server(Five)),
            Change.Adopt,
            new Link(PlanAssert.Known(Key, "7", Five.ToString(Culture)))
        );

    [Test]
    public void A_quota_in_place_is_kept() => PlanAssert.Is(Step(Server(Five), Ours), Change.Keep);

    [Test]
    public void A_quota_of_our_own_follows_the_blueprint() =>
        PlanAssert.Is(Step(Server(Nine), Known(Nine)), Change.Update, new SetQuota("area:gt", Five));

    [TestCase(Nine, true)]
    [TestCase(TeamFolderState.Unlimited, true)]
    [TestCase(Nine, false)]
    public void A_quota_that_a_person_set_or_lifted_is_told_and_kept(long theirs, bool wasOurs) =>
        PlanAssert.Is(Step(Server(theirs), wasOurs ? Ours : null), Change.Notice);

    [Test]
    public void Where_quotas_are_ignored_nobody_is_told() =>
        PlanAssert.Is(Step(Server(Nine), Ours, Enforcement.Ignored), Change.Keep);

    [Test]
    public void Where_quotas_are_enforced_it_is_set_back() =>
        PlanAssert.Is(
            Step(Server(Nine), Ours, Enforcement.Enforced),
            Change.Update,
            new SetQuota("area:gt", Five)
        );

    [Test]
    public void Without_a_quota_nothing_is_said_of_it() =>
        Assert.That(
            WorkspacePlanner.Plan(Some.SpecOf(Some.Area()), Server(Nine), KnownWorkspace.Nothing).Steps,
            Has.None.Matches<PlanStep>(step => step.Key == Key)
        );

    [Test]
    public void A_shared_folder_cannot_be_limited_and_the_plan_says_so()
    {
        var shared = Spec with { Strategy = Strategy.SharedFolders };
        PlanAssert.Is(PlanAssert.StepOf(shared, Key, WorkspaceSnapshot.Empty), Change.Notice);
    }

    private static System.Globalization.CultureInfo Culture =>
        System.Globalization.CultureInfo.InvariantCulture;

    private static KnownWorkspace Known(long bytes) =>
        Some.Known(
            PlanAssert.Known("area:gt", "7", path: "Groupe gt"),
            PlanAssert.Known(Key, "7", bytes.ToString(Culture))
        );

    private static WorkspaceSnapshot Server(long quota) =>
        PlanAssert.Server() with
        {
            TeamFolders = [PlanAssert.Team() with { Quota = quota }],
        };

    private static PlanStep Step(
        WorkspaceSnapshot snapshot,
        KnownWorkspace? known = null,
        Enforcement enforcement = Enforcement.Warned
    ) =>
        PlanAssert.StepOf(
            Spec with
            {
                Enforcement = new Dictionary<ManagedField, Enforcement>
                {
                    [ManagedField.Quotas] = enforcement,
                },
            },
            Key,
            snapshot,
            known
        );
}
