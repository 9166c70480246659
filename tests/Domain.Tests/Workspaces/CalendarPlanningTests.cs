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
