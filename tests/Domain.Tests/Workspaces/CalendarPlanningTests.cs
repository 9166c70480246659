using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class CalendarPlanningTests
{
    private const string Uri = "connector-gt";
    private const string Share = "calendar:gt/share:gt";
    private const string Public = "calendar:gt/public";

    private static readonly EventSpec Event = new()
    {
        Key = "event:gt/mensuelle",
        ObjectName = "connector-gt-mensuelle.ics",
        Series = Some.Series(),
        ContentHash = "new",
    };

    internal static readonly CalendarSpec Calendar = new()
    {
        Key = "calendar:gt",
        Uri = Uri,
        DisplayName = "Groupe gt",
        Colour = "#0b6e75",
        Shares = new Dictionary<string, bool> { ["gt"] = true },
        Events = [Event],
    };

    private static readonly KnownResource Ours = PlanAssert.Known("calendar:gt", Uri);
    private static readonly WorkspaceSpec Spec = Some.SpecOf(Some.Area(calendar: Calendar));

    [Test]
    public void A_calendar_that_is_missing_is_made_shared_published_and_filled() =>
        Assert.That(
            WorkspacePlanner
                .Plan(Spec, PlanAssert.Server(), KnownWorkspace.Nothing)
                .Steps.Where(step => step.Stage == PlanStage.Calendars)
                .Select(step => step.Action),
            Is.EqualTo(
                new WorkspaceAction[]
                {
                    new CreateCalendar(Calendar),
                    new ShareCalendar(Uri, "gt", true),
                    new PublishCalendar(Uri),
                    new PutEvent(Uri, Event, null),
                }
            )
        );

    [TestCase(Uri, "Autre nom")]
    [TestCase("personnel", "Groupe gt")]
    public void A_calendar_of_that_address_or_name_is_linked(string uri, string name) =>
        PlanAssert.Is(
            Step("calendar:gt", State() with { Uri = uri, DisplayName = name }),
            Change.Adopt,
            new Link(Ours with { RemoteId = uri })
        );

    [Test]
    public void A_deleted_calendar_stays_away_with_its_events()
    {
        var steps = WorkspacePlanner.Plan(Spec, PlanAssert.Server(), Some.Known(Ours)).Steps;

        Assert.That(
            steps.Where(step => step.Stage == PlanStage.Calendars).Select(step => (step.Key, step.Change)),
            Is.EqualTo(new[] { ("calendar:gt", Change.Notice) })
        );
    }

    [Test]
    public void Two_groups_of_one_name_do_not_share_a_calendar()
    {
        var twin = Calendar with { Key = "calendar:autre", Uri = "connector-autre" };
        var spec = Some.SpecOf(Some.Area(calendar: Calendar), Some.Area("autre", calendar: twin));
        var server = PlanAssert.Server() with { Calendars = [State()] };

        PlanAssert.Is(
            PlanAssert.StepOf(spec, "calendar:autre", server),
            Change.Create,
            new CreateCalendar(twin)
        );
    }

    [Test]
    public void A_share_and_an_address_that_were_there_go_on_record()
    {
        PlanAssert.Is(Step(Share, State()), Change.Adopt, new Link(PlanAssert.Known(Share, "gt")));
        PlanAssert.Is(
            Step(Public, State()),
            Change.Adopt,
            new Link(PlanAssert.Known(Public, "https://cloud.example/p?export"))
        );
    }

    [Test]
    public void A_share_on_record_is_kept() =>
        PlanAssert.Is(Step(Share, State(), Ours, PlanAssert.Known(Share, "gt")), Change.Keep);

    [Test]
    public void A_share_that_somebody_removed_stays_away() =>
        PlanAssert.Is(
            Step(
                Share,
                State() with
                {
                    Shares = new Dictionary<string, bool>(),
                },
                Ours,
                PlanAssert.Known(Share, "gt")
            ),
            Change.Notice
        );

    [Test]
    public void A_publication_that_somebody_withdrew_stays_away() =>
        PlanAssert.Is(
            Step(Public, State() with { PublicAddress = null }, Ours, PlanAssert.Known(Public, "x")),
            Change.Notice
        );

    [Test]
    public void An_address_that_is_another_one_now_is_told() =>
        PlanAssert.Is(
            Step(Public, State(), Ours, PlanAssert.Known(Public, "https://cloud.example/avant?export")),
            Change.Notice
        );

    [Test]
    public void An_address_under_another_name_of_the_server_is_the_same() =>
        PlanAssert.Is(
            Step(Public, State(), Ours, PlanAssert.Known(Public, "http://10.0.0.1:8080/p?export")),
            Change.Keep
        );

    [Test]
    public void An_event_that_was_there_is_linked_as_a_persons() =>
        EventIs(Change.Adopt, new Link(Known(null, "\"theirs\"")), With("\"theirs\""), null);

    [Test]
    public void An_event_of_exactly_our_bytes_is_linked_as_ours() =>
        EventIs(Change.Adopt, new Link(Known("new", "\"new\"")), With("\"new\""), null);

    [Test]
    public void A_deleted_event_is_not_made_again() =>
        EventIs(Change.Notice, null, State(), Known("old", "\"old\""));

    [Test]
    public void An_untouched_event_follows_the_territory() =>
        EventIs(Change.Update, new PutEvent(Uri, Event, "\"old\""), With("\"old\""), Known("old", "\"old\""));

    [Test]
    public void An_edited_event_is_left() =>
        EventIs(Change.Notice, null, With("\"theirs\""), Known("old", "\"old\""));

    [Test]
    public void An_edited_event_gets_what_the_territory_changed()
    {
        var merge = new MergedEvent("\"theirs\"", "text", [EventField.Place], []);
        var step = Merged(merge);
        PlanAssert.Is(step, Change.Update, new MergeEvent(Uri, Event.ObjectName, "new", merge));
        Assert.That(step.Reason.French, Does.StartWith("le fichier du territoire a changé (lieu)"));
    }

    [Test]
    public void What_both_changed_is_told_with_both_values_and_the_command_that_undoes_it()
    {
        var day = new DateOnly(2026, 12, 3);
        var conflict = new FieldConflict(day, EventField.Title, "Comité", "Notre\ncomité");
        var step = Merged(new MergedEvent("\"theirs\"", null, [], [conflict]));
        PlanAssert.Is(step, Change.Notice);
        Assert.That(
            step.Reason.French,
            Is.EqualTo(
                "titre de la rencontre du 03/12/2026 : quelqu'un a mis « Notre comité » dans l'agenda, le fichier du territoire dit « Comité » ; l'agenda est gardé, et pour prendre l'autre : connector calendar take gt/mensuelle titre --date 2026-12-03"
            )
        );
    }

    [Test]
    public void An_edited_event_that_says_all_that_the_territory_changed_is_kept() =>
        PlanAssert.Is(Merged(new MergedEvent("\"theirs\"", null, [], [])), Change.Keep);

    [TestCase(null, false, Change.Update)]
    [TestCase(null, true, Change.Notice)]
    public void A_series_that_left_the_file_is_called_off_unless_somebody_touched_it(
        string? none,
        bool isTouched,
        Change change
    )
    {
        var removed = new RemovedEvent
        {
            Key = "event:gt/ancienne",
            ObjectName = "ancienne.ics",
            ETag = "\"e\"",
            Title = "Ancienne",
            CalledOff = isTouched ? none : "text",
            IsTouched = isTouched,
        };
        var spec = Some.SpecOf(Some.Area(calendar: Calendar with { Removed = [removed] }));
        var server = PlanAssert.Server() with { Calendars = [State()] };
        var known = Some.Known(Ours, PlanAssert.Known(removed.Key, removed.ObjectName));
        var step = PlanAssert.StepOf(spec, removed.Key, server, known);
        PlanAssert.Is(
            step,
            change,
            isTouched ? null : new CallOffEvent(Uri, removed.ObjectName, "text", "\"e\"")
        );

        var many = removed with { IsOneOfMany = true };
        spec = Some.SpecOf(Some.Area(calendar: Calendar with { Removed = [many] }));
        Assert.That(
            PlanAssert.StepOf(spec, removed.Key, server, known).Change,
            Is.EqualTo(isTouched ? Change.Notice : Change.Conflict)
        );
    }

    [Test]
    public void Into_a_calendar_that_is_not_believed_nothing_is_written()
    {
        var state = With("\"old\"") with { IsEmptied = true };
        var plan = WorkspacePlanner.Plan(
            Spec,
            PlanAssert.Server() with
            {
                Calendars = [state],
            },
            Some.Known(Ours, Known("old", "\"old\""))
        );
        Assert.That(plan.Steps.Where(step => step.Key == Event.Key), Is.Empty);
    }

    private static PlanStep Merged(MergedEvent merge)
    {
        var spec = Some.SpecOf(
            Some.Area(calendar: Calendar with { Events = [Event with { Merge = merge }] })
        );
        var server = PlanAssert.Server() with { Calendars = [With("\"theirs\"")] };
        return PlanAssert.StepOf(spec, Event.Key, server, Some.Known(Ours, Known("old", "\"old\"")));
    }

    [Test]
    public void An_update_that_a_dead_run_wrote_is_linked_as_ours() =>
        EventIs(Change.Adopt, new Link(Known("new", "\"new\"")), With("\"new\""), Known("old", "\"old\""));

    [Test]
    public void An_adopted_event_is_never_replaced() =>
        EventIs(Change.Keep, null, With("\"theirs\""), Known(null, "\"theirs\""));

    [Test]
    public void In_a_calendar_that_did_not_move_an_event_is_as_it_was_known() =>
        EventIs(Change.Keep, null, State() with { Objects = null }, Known("new", "\"new\""));

    [Test]
    public void Events_have_to_be_listed_when_one_is_to_be_changed_or_is_unknown()
    {
        Assert.That(WorkspacePlanner.NeedsEvents(Calendar, Some.Known(Known("old", "e"))));
        Assert.That(WorkspacePlanner.NeedsEvents(Calendar, KnownWorkspace.Nothing));
        Assert.That(WorkspacePlanner.NeedsEvents(Calendar, Some.Known(Known("new", "e"))), Is.False);
        Assert.That(WorkspacePlanner.NeedsEvents(Calendar, Some.Known(Known(null, "e"))), Is.False);
    }

    private static CalendarState State() =>
        new()
        {
            Uri = Uri,
            DisplayName = "Groupe gt",
            Shares = new Dictionary<string, bool> { ["gt"] = true },
            PublicAddress = new Uri("https://cloud.example/p?export"),
            Objects = new Dictionary<string, string>(),
        };

    private static CalendarState With(string etag) =>
        State() with
        {
            Objects = new Dictionary<string, string> { [Event.ObjectName] = etag },
        };

    private static KnownResource Known(string? hash, string etag) =>
        PlanAssert.Known(Event.Key, Event.ObjectName, hash, etag);

    private static void EventIs(
        Change change,
        WorkspaceAction? action,
        CalendarState state,
        KnownResource? known
    ) =>
        PlanAssert.Is(
            Step(Event.Key, state, [Ours, .. known is null ? [] : new[] { known }]),
            change,
            action
        );

    private static PlanStep Step(string key, CalendarState state, params KnownResource[] known) =>
        PlanAssert.StepOf(Spec, key, PlanAssert.Server() with { Calendars = [state] }, Some.Known(known));
}
