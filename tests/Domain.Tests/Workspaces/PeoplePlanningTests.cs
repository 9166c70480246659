using Connector.Domain.Territories;
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

    [Test]
    public void Somebody_added_by_hand_leaves_where_membership_is_enforced() =>
        PlanAssert.Is(
            PlanAssert.StepOf(Enforced, "group:gt/member:bruno", With(["bruno"])),
            Change.Remove,
            new RemoveMember("gt", "bruno")
        );

    [Test]
    public void Somebody_whom_the_file_no_longer_names_leaves_before_anything_else()
    {
        var step = PlanAssert.StepOf(
            Spec,
            "group:gt/member:bruno",
            With(["anaïs", "bruno"]),
            Some.Known(PlanAssert.Known("group:gt/member:bruno", "bruno"))
        );
        PlanAssert.Is(step, Change.Remove, new RemoveMember("gt", "bruno"));
        Assert.That(step.Stage, Is.EqualTo(PlanStage.Leavers));
    }

    [Test]
    public void Somebody_who_was_taken_out_by_us_and_came_back_by_hand_stays() =>
        PlanAssert.Is(
            PlanAssert.StepOf(
                Spec,
                "group:gt/extra:bruno",
                With(["bruno"]),
                Some.Known(PlanAssert.Known("group:gt/member:bruno", "bruno", WorkspaceKeys.Gone))
            ),
            Change.Notice
        );

    [TestCase(4, 1, true)]
    [TestCase(8, 2, true)]
    [TestCase(8, 3, false)]
    [TestCase(3, 1, true)]
    [TestCase(3, 2, false)]
    public void More_than_a_quarter_leave_only_when_confirmed(int all, int leavers, bool allowed)
    {
        var people = Enumerable.Range(1, all).Select(n => $"p{n}").ToHashSet();
        var spec = Spec with { Groups = [new GroupSpec("gt", "Groupe", [.. people.Skip(leavers)])] };
        var known = Some.Known([
            .. people.Select(person => PlanAssert.Known($"group:gt/member:{person}", person)),
        ]);
        var server = With(people) with { Users = people };

        Assert.That(Leavers(PlanOptions.Default), Is.EqualTo(allowed ? leavers : 0));
        Assert.That(Leavers(new PlanOptions { Confirm = true }), Is.EqualTo(leavers));

        int Leavers(PlanOptions options) =>
            WorkspacePlanner
                .Plan(spec, server, known, options)
                .Steps.Count(step => step.Action is RemoveMember);
    }

    [Test]
    public void The_last_of_a_role_leaves_its_group_although_the_group_is_wanted_no_more() =>
        PlanAssert.Is(
            PlanAssert.StepOf(
                Spec with
                {
                    Groups = [],
                },
                "group:gt/member:bruno",
                With(["bruno"]),
                Some.Known(KnownGroup, PlanAssert.Known("group:gt/member:bruno", "bruno"))
            ),
            Change.Remove,
            new RemoveMember("gt", "bruno")
        );

    [Test]
    public void A_coordinator_is_never_taken_out()
    {
        var spec = Spec with
        {
            Groups =
            [
                new GroupSpec("gt", "Groupe", []),
                new GroupSpec("coordination", "Coordination", ["anaïs"]),
            ],
        };
        var known = Some.Known(PlanAssert.Known("group:gt/member:anaïs", "anaïs"));

        Assert.That(
            WorkspacePlanner.Plan(spec, With(["anaïs"]), known).Steps.Select(step => step.Action),
            Has.None.InstanceOf<RemoveMember>()
        );
    }

    [TestCase(Enforcement.Warned, Change.Notice)]
    [TestCase(Enforcement.Enforced, Change.Create)]
    public void Somebody_taken_out_by_hand_is_told_or_put_back(Enforcement enforcement, Change change) =>
        Assert.That(
            PlanAssert
                .StepOf(
                    With(enforcement),
                    "group:gt/member:anaïs",
                    With([]),
                    Some.Known(PlanAssert.Known("group:gt/member:anaïs", "anaïs"))
                )
                .Change,
            Is.EqualTo(change)
        );

    private static WorkspaceSpec Enforced => With(Enforcement.Enforced);

    private static WorkspaceSpec With(Enforcement members) =>
        Spec with
        {
            Enforcement = new Dictionary<ManagedField, Enforcement> { [ManagedField.Members] = members },
        };

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
