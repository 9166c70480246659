using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>What people shared themselves: told, passed over, and a public address without an end given one.</summary>
internal sealed class PeopleSharePlanningTests
{
    private const string Root = "Groupe gt";

    private static readonly GivenShare Endless = new(
        $"{Root}/02 Réunions",
        ShareTarget.Link,
        null,
        1,
        By: "anaïs"
    )
    {
        Id = 7,
        IsOwn = true,
    };

    [TestCase(Enforcement.Warned, Change.Notice)]
    [TestCase(Enforcement.Enforced, Change.Update)]
    public void An_endless_link_is_told_or_ended_and_names_its_maker(Enforcement choice, Change change)
    {
        var step = Steps(choice, Endless).Single();

        Assert.That(step.Change, Is.EqualTo(change));
        Assert.That(step.Action, Is.EqualTo(choice == Enforcement.Enforced ? new EndShare(7, 30) : null));
        if (choice == Enforcement.Warned)
        {
            Assert.That(step.Reason.French, Does.Contain("anaïs").And.Contain("sans date de fin"));
        }
    }

    [Test]
    public void Where_the_server_lets_nobody_else_end_it_the_file_is_not_followed_until_its_maker_does()
    {
        var step = Steps(Enforcement.Enforced, Endless with { IsOwn = false }).Single();

        Assert.That((step.Change, step.Action), Is.EqualTo((Change.Conflict, (WorkspaceAction?)null)));
        Assert.That(step.Reason.French, Does.Contain("anaïs"));
    }

    [TestCase(ShareTarget.Link)]
    [TestCase(ShareTarget.Mail)]
    public void One_that_ends_is_only_told_whatever_is_chosen(ShareTarget target)
    {
        var step = Steps(
                Enforcement.Enforced,
                Endless with
                {
                    Target = target,
                    Expires = new DateOnly(2027, 3, 1),
                }
            )
            .Single();

        Assert.That((step.Change, step.Action), Is.EqualTo((Change.Notice, (WorkspaceAction?)null)));
        Assert.That(step.Reason.French, Does.Contain("01/03/2027"));
    }

    [TestCase(ShareTarget.User)]
    [TestCase(ShareTarget.Group)]
    [TestCase(ShareTarget.Team)]
    public void A_share_with_somebody_who_signs_in_is_only_told(ShareTarget target)
    {
        var step = Steps(Enforcement.Enforced, Endless with { Target = target, With = "fatou" }).Single();

        Assert.That((step.Change, step.Action), Is.EqualTo((Change.Notice, (WorkspaceAction?)null)));
    }

    [Test]
    public void Where_shares_are_ignored_nothing_is_told()
    {
        Assert.That(Steps(Enforcement.Ignored, Endless), Is.Empty);
    }

    [Test]
    public void What_is_shared_elsewhere_is_nobodys_business()
    {
        Assert.That(Steps(Enforcement.Enforced, Endless with { Path = $"{Root} bis/note.txt" }), Is.Empty);
    }

    private static IReadOnlyList<PlanStep> Steps(Enforcement choice, GivenShare share)
    {
        var spec = Some.SpecOf(Some.Area() with { Access = new Dictionary<string, int>() }) with
        {
            Strategy = Strategy.SharedFolders,
            Enforcement = new Dictionary<ManagedField, Enforcement> { [ManagedField.Sharing] = choice },
        };
        var seen = WorkspaceSnapshot.Empty with { Nodes = [Some.Folder(Root, 1)], Given = [share] };
        var known = Some.Known(PlanAssert.Known("area:gt", "1", path: Root));
        return
        [
            .. WorkspacePlanner
                .Plan(spec, seen, known)
                .Steps.Where(step => step.Key.Contains("#share:", StringComparison.Ordinal)),
        ];
    }
}
