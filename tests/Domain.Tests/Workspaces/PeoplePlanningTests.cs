using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class PeoplePlanningTests
{
    private static readonly WorkspaceSpec Spec = Some.SpecOf() with
    {
        Groups = [new GroupSpec("gt", "Groupe", ["anaïs"])],
        Accounts = [new AccountSpec("anaïs", "Anaïs", null, ["gt"])],
    };

    private static readonly KnownResource KnownGroup = PlanAssert.Known("group:gt", "gt");

    [Test]
    public void A_group_that_is_missing_is_made() =>
        PlanAssert.Is(Group(WorkspaceSnapshot.Empty), Change.Create, new CreateGroup("gt", "Groupe"));

    [Test]
    public void A_group_that_was_there_is_linked() =>
        PlanAssert.Is(Group(With([])), Change.Adopt, new Link(KnownGroup));

    [Test]
    public void A_group_that_was_deleted_is_told_and_nobody_is_put_in_it()
    {
        var known = Some.Known(KnownGroup);

        PlanAssert.Is(Group(WorkspaceSnapshot.Empty, known), Change.Notice);
        Assert.That(
            PlanAssert.Keys(Spec, WorkspaceSnapshot.Empty with { Users = Users }, known),
            Is.EqualTo(new[] { "group:gt" })
        );
    }

    [Test]
    public void A_group_in_place_is_kept() =>
        PlanAssert.Is(Group(With([]), Some.Known(KnownGroup)), Change.Keep);

    [Test]
    public void A_missing_account_is_told_when_accounts_are_not_ours_to_make() =>
        PlanAssert.Is(PlanAssert.StepOf(Spec, "account:anaïs", WorkspaceSnapshot.Empty), Change.Notice);

    [Test]
    public void A_missing_account_is_made_with_its_groups()
    {
        var step = PlanAssert.StepOf(
            Spec with
            {
                CreateAccounts = true,
            },
            "account:anaïs",
            WorkspaceSnapshot.Empty
        );

        Assert.That(((CreateAccount)step.Action!).Account.GroupIds, Is.EqualTo(new[] { "gt" }));
    }

    [Test]
    public void An_account_that_was_deleted_is_not_made_again() =>
        PlanAssert.Is(
            PlanAssert.StepOf(
                Spec with
                {
                    CreateAccounts = true,
                },
                "account:anaïs",
                WorkspaceSnapshot.Empty,
                Some.Known(PlanAssert.Known("account:anaïs", "anaïs"))
            ),
            Change.Notice
        );

    [Test]
    public void An_account_that_is_there_is_none_of_ours() =>
        Assert.That(
            PlanAssert.Keys(Spec, WorkspaceSnapshot.Empty with { Users = Users }),
            Has.None.EqualTo("account:anaïs")
        );

    [Test]
    public void Somebody_missing_in_a_group_is_added() =>
        PlanAssert.Is(
            PlanAssert.StepOf(Spec, "group:gt/member:anaïs", With([])),
            Change.Create,
            new AddMember("gt", "anaïs")
        );

    [Test]
    public void Somebody_without_account_is_not_added() =>
        Assert.That(
            PlanAssert.Keys(Spec, With([]) with { Users = new HashSet<string>() }),
            Has.None.EqualTo("group:gt/member:anaïs")
        );

    [Test]
    public void Somebody_too_many_in_a_group_is_told_and_stays() =>
        PlanAssert.Is(PlanAssert.StepOf(Spec, "group:gt/extra:bruno", With(["bruno"])), Change.Notice);

    private static HashSet<string> Users => ["anaïs"];

    private static WorkspaceSnapshot With(HashSet<string> members) =>
        WorkspaceSnapshot.Empty with
        {
            Users = Users,
            Groups = new Dictionary<string, GroupState> { ["gt"] = new("Groupe", members) },
        };

    private static PlanStep Group(WorkspaceSnapshot snapshot, KnownWorkspace? known = null) =>
        PlanAssert.StepOf(Spec, "group:gt", snapshot, known);
}
