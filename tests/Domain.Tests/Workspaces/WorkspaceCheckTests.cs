using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class WorkspaceCheckTests
{
    [Test]
    public void A_plain_territory_has_no_problem() =>
        Assert.That(
            Codes(Some.Group("gt-jeunes"), Some.Group("pilotage"), Some.Group("gt-seniors")),
            Is.Empty
        );

    [TestCase("reseau")]
    [TestCase("coordination")]
    [TestCase("connector-service")]
    [TestCase("admin")]
    [TestCase("Admin")]
    public void An_id_of_a_group_in_use_is_refused(string id) =>
        Assert.That(Codes(Some.Group(id)), Is.EqualTo(new[] { "reserved-group-id" }));

    [TestCase("jeunes-animation")]
    [TestCase("jeunes-observateurs")]
    public void An_id_that_is_another_groups_role_is_refused(string id) =>
        Assert.That(
            Codes(Some.Group("jeunes"), Some.Group(id) with { Meetings = [] }),
            Is.EqualTo(new[] { "colliding-group-id" })
        );

    [Test]
    public void An_id_leaves_room_for_the_endings_of_roles()
    {
        Assert.That(Codes(Some.Group(new string('a', 51))), Is.Empty);
        Assert.That(Codes(Some.Group(new string('a', 52))), Is.EqualTo(new[] { "long-group-id" }));
    }

    [Test]
    public void Two_series_that_would_share_an_event_are_refused()
    {
        var first = Some.Group("gt") with { Meetings = [Some.Series("jeunes-mensuelle")] };
        var second = Some.Group("gt-jeunes") with { Meetings = [Some.Series("mensuelle")] };

        Assert.That(Codes(first, second), Is.EqualTo(new[] { "colliding-event-id" }));
    }

    [Test]
    public void Two_people_whose_ids_differ_by_case_are_refused()
    {
        var territory = Some.Territory() with { People = [Some.Person("ines"), Some.Person("Ines")] };

        Assert.That(
            WorkspaceSpecBuilder.Check(territory).Select(problem => problem.Code),
            Is.EqualTo(new[] { "colliding-person-id" })
        );
    }

    [Test]
    public void Every_problem_is_told_at_once_with_what_to_do()
    {
        var problems = WorkspaceSpecBuilder.Check(
            Some.Territory(
                Some.Group("admin"),
                Some.Group("reseau"),
                Some.Group("a"),
                Some.Group("a-animation")
            )
        );

        Assert.That(problems, Has.Count.EqualTo(3));
        Assert.That(problems.Select(problem => problem.Remedy.French), Has.All.Not.Empty);
        Assert.That(problems[2].Message.English, Does.Contain("'a'").And.Contain("'a-animation'"));
    }

    private static IEnumerable<string> Codes(params WorkingGroup[] groups) =>
        WorkspaceSpecBuilder.Check(Some.Territory(groups)).Select(problem => problem.Code);
}
