using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class ClosedPlanningTests
{
    private static readonly ClosedGroup Closed = new()
    {
        GroupId = "gt",
        Stage = ClosingStage.Closed,
        On = new DateOnly(2026, 11, 24),
        TeamFolderId = 7,
        MountBefore = "Groupe gt",
        MountAfter = "Archives/2026/Groupe gt",
        Rights = new Dictionary<string, int> { ["gt"] = 15, ["gt-observateurs"] = 1 },
        CalendarUri = "connector-gt",
        CalendarWriters = ["gt", "élus d'été"],
        ZipPath = "/srv/gt « été ».zip",
        ExportedETag = "e1",
    };

    private static readonly WorkspaceSpec Spec = Some.SpecOf(
        Some.Area(
            folders: [new FolderSpec("area:gt/02 Réunions", "area:gt", "02 Réunions", [])],
            documents:
            [
                new DocumentSpec
                {
                    Key = "area:gt/Readme.md",
                    ParentKey = "area:gt",
                    Name = "Readme.md",
                    Kind = DocumentKind.Welcome,
                    ContentHash = "new",
                },
            ],
            calendar: CalendarPlanningTests.Calendar
        )
    );

    [Test]
    public void A_closed_group_is_one_line_that_says_since_when_and_how_to_reopen()
    {
        var steps = Plan(Closed.ToKnown()).Steps.Where(step => step.AreaKey is not null).ToList();

        Assert.That(steps, Has.Count.EqualTo(1));
        PlanAssert.Is(steps[0], Change.Notice);
        Assert.That(steps[0].Key, Is.EqualTo("closed:gt"));
        Assert.That(
            steps[0].Reason.French,
            Is.EqualTo(
                "groupe fermé le 24/11/2026 : rien n'y est fait ; « connector reopen gt » pour le rouvrir"
            )
        );
    }

    [Test]
    public void Its_Nextcloud_groups_and_members_stay_maintained()
    {
        var spec = Spec with { Groups = [new GroupSpec("gt", "Groupe gt", ["anaïs"])] };
        var server = WorkspaceSnapshot.Empty with { Users = new HashSet<string> { "anaïs" } };
        var plan = WorkspacePlanner.Plan(spec, server, Some.Known(Closed.ToKnown()));

        Assert.That(
            plan.Pending.Select(step => step.Action),
            Is.EqualTo(
                new WorkspaceAction[] { new CreateGroup("gt", "Groupe gt"), new AddMember("gt", "anaïs") }
            )
        );
    }

    [Test]
    public void Another_group_goes_on()
    {
        var spec = Some.SpecOf(Some.Area(), Some.Area("autre"));
        var plan = WorkspacePlanner.Plan(spec, WorkspaceSnapshot.Empty, Some.Known(Closed.ToKnown()));

        Assert.That(
            plan.Steps.Select(step => step.AreaKey)
                .OfType<string>()
                .GroupBy(key => key)
                .Select(g => g.Count() > 1),
            Is.EqualTo(new[] { false, true })
        );
        Assert.That(plan.Pending.Select(step => step.AreaKey), Has.Some.EqualTo("area:autre"));
    }

    [TestCase(ClosingStage.Exporting)]
    [TestCase(ClosingStage.Changing)]
    public void A_closing_that_stopped_half_way_names_both_ways_out(ClosingStage stage)
    {
        var step = Plan((Closed with { Stage = stage }).ToKnown())
            .Steps.Single(step => step.Key == "closed:gt");

        Assert.That(step.Action, Is.Null);
        Assert.That(
            step.Reason.French,
            Does.Contain("non terminée").And.Contain("connector close gt").And.Contain("connector reopen gt")
        );
    }

    [TestCase("{\"version\":2}")]
    [TestCase("not json")]
    [TestCase(null)]
    public void What_a_newer_version_closed_stays_closed(string? text)
    {
        var known = Closed.ToKnown() with { ContentHash = text };

        Assert.That(ClosedGroup.Read(known), Is.Null);
        var plan = Plan(known);
        PlanAssert.Is(plan.Steps.Single(step => step.AreaKey is not null), Change.Notice);
    }

    [Test]
    public void The_record_comes_back_as_it_was_written()
    {
        var read = ClosedGroup.Read(Closed.ToKnown())!;

        Assert.That(read.Rights, Is.EqualTo(Closed.Rights));
        Assert.That(read.CalendarWriters, Is.EqualTo(Closed.CalendarWriters));
        Assert.That(
            read with
            {
                Rights = Closed.Rights,
                CalendarWriters = Closed.CalendarWriters,
            },
            Is.EqualTo(Closed)
        );
    }

    [Test]
    public void The_folder_of_the_archives_is_nobody_else_s()
    {
        var spec = Some.SpecOf(Some.Area());
        var server = PlanAssert.Server();
        var known = Some.Known(PlanAssert.Known(WorkspaceKeys.Archives, "7", path: "Groupe gt"));

        PlanAssert.Is(PlanAssert.StepOf(spec, "area:gt", server, known), Change.Conflict);
        Assert.That(
            PlanAssert.Keys(Some.SpecOf(), WorkspaceSnapshot.Empty, known),
            Is.Empty,
            "it is no orphan either"
        );
    }

    private static WorkspacePlan Plan(KnownResource closed) =>
        WorkspacePlanner.Plan(Spec, PlanAssert.Server(), Some.Known(closed));
}
