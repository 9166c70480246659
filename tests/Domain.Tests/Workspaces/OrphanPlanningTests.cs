using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class OrphanPlanningTests
{
    [TestCase("group:parti", PlanStage.Groups)]
    [TestCase("area:parti", PlanStage.TeamFolders)]
    [TestCase("calendar:parti", PlanStage.Calendars)]
    [TestCase("event:parti/mensuelle", PlanStage.Calendars)]
    public void What_the_territory_no_longer_mentions_is_told_and_left(string key, PlanStage stage)
    {
        var known = Some.Known(PlanAssert.Known(key, "parti"));
        var step = PlanAssert.StepOf(Some.SpecOf(), key, WorkspaceSnapshot.Empty, known);

        PlanAssert.Is(step, Change.Notice);
        Assert.That(step.Stage, Is.EqualTo(stage));
    }

    [TestCase("area:parti/Réunions")]
    [TestCase("area:parti/access:gt")]
    [TestCase("area:parti#acl")]
    [TestCase("area:parti#rights")]
    [TestCase("calendar:parti/share:gt")]
    [TestCase("calendar:parti/public")]
    [TestCase("account:parti")]
    public void Its_parts_are_not_told_one_by_one(string key) =>
        Assert.That(
            PlanAssert.Keys(Some.SpecOf(), WorkspaceSnapshot.Empty, Some.Known(PlanAssert.Known(key, "x"))),
            Is.Empty
        );

    [Test]
    public void What_the_territory_mentions_is_no_orphan()
    {
        var known = Some.Known(PlanAssert.Known("area:gt", "7", path: "Groupe gt"));

        PlanAssert.Is(
            PlanAssert.StepOf(Some.SpecOf(Some.Area()), "area:gt", PlanAssert.Server(), known),
            Change.Keep
        );
    }
}
