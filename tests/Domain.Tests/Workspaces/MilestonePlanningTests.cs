using Connector.Domain.Documents;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class MilestonePlanningTests
{
    private const string Uri = "connector-gt";
    private const string Key = "milestone:gt/carte";
    private const string Name = "connector-gt-jalon.carte.ics";
    private static readonly DateOnly Day = new(2027, 3, 31);

    private static readonly BookedMilestone Milestone = new()
    {
        Id = "carte",
        Title = "Carte publiée",
        Workstream = "Carte",
        Date = Day,
        Line = 2,
    };

    [Test]
    public void A_milestone_with_a_day_becomes_an_event()
    {
        var step = Step(Milestone, null);
        PlanAssert.Is(step, Change.Create, new PutMilestone(Uri, Event(Milestone), null));
        Assert.That(step.Subject.French, Is.EqualTo("le jalon « Carte publiée » dans l'agenda"));
        Assert.That((step.Group, step.Place), Is.EqualTo(("gt", (SourcePlace?)null)));
    }

    [Test]
    public void An_event_that_nobody_touched_follows_the_roadmap() =>
        PlanAssert.Is(
            Step(Milestone, "\"old\"", Known("old", "\"old\"")),
            Change.Update,
            new PutMilestone(Uri, Event(Milestone), "\"old\"")
        );

    [Test]
    public void An_event_that_somebody_moved_is_left_and_both_days_are_told()
    {
        var step = Step(Theirs(new DateOnly(2027, 4, 2)), "\"theirs\"", Known("old", "\"old\""));
        PlanAssert.Is(step, Change.Notice);
        Assert.That(
            step.Reason.French,
            Is.EqualTo(
                "la date du jalon dans la feuille de route (31/03/2027) et dans l'agenda (02/04/2027) diffèrent : gardées toutes deux, à vous de trancher"
            )
        );
    }

    [Test]
    public void An_event_that_somebody_changed_on_the_same_day_is_theirs_without_a_word() =>
        PlanAssert.Is(Step(Theirs(Day), "\"theirs\"", Known("old", "\"old\"")), Change.Keep);

    [Test]
    public void An_event_that_somebody_called_off_is_told() =>
        PlanAssert.Is(
            Step(
                Milestone with
                {
                    Theirs = new SeenEvent("\"theirs\"", Day, true),
                },
                "\"theirs\"",
                Known("old", "\"old\"")
            ),
            Change.Notice
        );

    [Test]
    public void An_event_that_somebody_deleted_is_not_made_again() =>
        PlanAssert.Is(Step(Milestone, null, Known("old", "\"old\"")), Change.Notice);

    [Test]
    public void What_is_told_of_two_days_is_told_again_in_a_calendar_that_did_not_move() =>
        PlanAssert.Is(
            PlanAssert.StepOf(
                Spec(Theirs(new DateOnly(2027, 4, 2))),
                Key,
                PlanAssert.Server() with
                {
                    Calendars = [State(null) with { Objects = null }],
                },
                Some.Known(PlanAssert.Known("calendar:gt", Uri), Known("old", "\"old\""))
            ),
            Change.Notice
        );

    [Test]
    public void A_row_that_was_taken_out_calls_an_untouched_event_off()
    {
        var gone = Milestone with { State = MilestoneState.Removed };
        PlanAssert.Is(
            Step(gone, "\"old\"", Known("old", "\"old\"")),
            Change.Update,
            new PutMilestone(Uri, Event(gone) with { IsCancelled = true }, "\"old\"")
        );
        PlanAssert.Is(
            Step(gone with { Theirs = new SeenEvent("\"t\"", Day, false) }, "\"t\"", Known("old", "\"old\"")),
            Change.Notice
        );
    }

    [Test]
    public void A_damaged_day_is_told_with_its_line_and_the_event_stays()
    {
        var damaged = Milestone with { State = MilestoneState.Unreadable, DateText = "31/02/2027" };
        var step = Step(damaged, "\"new\"", Known("new", "\"new\""));
        PlanAssert.Is(step, Change.Notice);
        Assert.That(
            step.Reason.French,
            Does.Contain("« 31/02/2027 »").And.Contain("ligne 2").And.Contain("31/03/2027")
        );

        var never = Step(damaged with { Date = null }, null);
        PlanAssert.Is(never, Change.Notice);
        Assert.That(never.Reason.English, Does.Contain("'31/02/2027'").And.Contain("line 2"));
    }

    [Test]
    public void A_roadmap_that_cannot_be_read_is_told()
    {
        var spec = Spec(Milestone);
        var area = spec.Areas[0];
        var calendar = area.Calendar!;
        var unread = calendar.Milestones! with { Unreadable = Text.Same("damaged") };
        spec = spec with { Areas = [area with { Calendar = calendar with { Milestones = unread } }] };
        var steps = WorkspacePlanner
            .Plan(
                spec,
                PlanAssert.Server() with
                {
                    Calendars = [State("\"new\"")],
                },
                Some.Known(PlanAssert.Known("calendar:gt", Uri), Known("new", "\"new\""))
            )
            .Steps.Where(step => step.Stage == PlanStage.Calendars && step.Change == Change.Notice);
        Assert.That(
            steps.Select(step => step.Reason.English),
            Has.Some.EqualTo("cannot be read (damaged): the calendar stays as it is")
        );
    }

    private static BookedMilestone Theirs(DateOnly day) =>
        Milestone with
        {
            Theirs = new SeenEvent("\"theirs\"", day, false),
        };

    private static KnownResource Known(string hash, string etag) => PlanAssert.Known(Key, Name, hash, etag);

    private static MilestoneEvent Event(BookedMilestone milestone) =>
        new()
        {
            Key = Key,
            ObjectName = Name,
            Milestone = milestone,
            Date = Day,
            ContentHash = "new",
        };

    private static WorkspaceSpec Spec(BookedMilestone milestone)
    {
        var book = new MilestoneBook { Milestones = [milestone] };
        return Some.SpecOf(
            Some.Area(
                calendar: CalendarPlanningTests.Calendar with
                {
                    Events = [],
                    Milestones = new MilestoneSpec
                    {
                        Roadmap = "Feuille de route.docx",
                        Book = book,
                        Events =
                        [
                            .. MilestoneEvent
                                .Of("gt", book)
                                .Select(item => item with { ContentHash = "new" }),
                        ],
                    },
                }
            )
        );
    }

    private static CalendarState State(string? etag) =>
        new()
        {
            Uri = Uri,
            DisplayName = "Groupe gt",
            Shares = new Dictionary<string, bool> { ["gt"] = true },
            Objects = etag is null
                ? new Dictionary<string, string>()
                : new Dictionary<string, string> { [Name] = etag },
        };

    private static PlanStep Step(BookedMilestone milestone, string? etag, params KnownResource[] known) =>
        PlanAssert.StepOf(
            Spec(milestone),
            Key,
            PlanAssert.Server() with
            {
                Calendars = [State(etag)],
            },
            Some.Known([PlanAssert.Known("calendar:gt", Uri), .. known])
        );
}
