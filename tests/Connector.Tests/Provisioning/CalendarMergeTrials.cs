using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>
/// Members edit the events that Connector wrote while the territory file changes, against the embedded server. Each run is
/// followed by one that finds nothing to do.
/// </summary>
public sealed class CalendarMergeTrials
{
    private const string Calendar = "connector-essai-comite";
    private const string Object = "connector-essai-comite-habitude.ics";
    private const string Key = "event:essai-comite/habitude";
    private const string Summary = "SUMMARY:Rencontre : Comité stratégique";

    private Workplace _place = null!;
    private Hands _person = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _person = _place.Administrator();
        await Run(Some.Territory());
    }

    [TearDown]
    public async Task Stop()
    {
        _person.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_members_title_and_the_territorys_new_place_and_time_are_both_there()
    {
        await Edit(text =>
            text.Replace(Summary, "SUMMARY:Notre comité\r\nX-NOTE:a\\,b;c", StringComparison.Ordinal)
        );
        var territory = With(series => series with { Place = "Gare", Time = new TimeOnly(10, 0) });
        var report = await Run(territory);

        Assert.That(Step(report).Change, Is.EqualTo(Change.Update));
        Assert.That(Step(report).Reason.French, Does.Contain("lieu, heure"));
        Assert.That(
            await Event(),
            Does.Contain("SUMMARY:Notre comité\r\nX-NOTE:a\\,b;c\r\n")
                .And.Contain("LOCATION:Gare\r\n")
                .And.Contain("DTSTART;TZID=Europe/Paris:20260903T100000")
        );
        await Run(With(series => series with { Place = "Gare", Time = new TimeOnly(11, 0) }));
        Assert.That(await Event(), Does.Contain("20260903T110000").And.Contain("Notre comité"));
    }

    [Test]
    public async Task Where_both_changed_the_title_the_member_wins_is_told_once_and_the_coordinator_can_undo_it()
    {
        await Edit(text => text.Replace(Summary, "SUMMARY:Notre comité", StringComparison.Ordinal));
        var territory = With(series => series with { Title = "Comité de suivi" });
        var report = await _place.ApplyAsync(territory);
        Assert.That(Step(report).Change, Is.EqualTo(Change.Notice));
        Assert.That(
            Step(report).Reason.French,
            Does.Contain("« Notre comité »")
                .And.Contain("« Comité de suivi »")
                .And.Contain("connector calendar take essai-comite/habitude titre")
        );
        var again = await Run(territory);
        Assert.That(Step(again).Change, Is.EqualTo(Change.Keep), "told once");
        Assert.That(await Event(), Does.Contain("SUMMARY:Notre comité"));

        await using (var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default))
        {
            var known = await ledger.LoadAsync("essai-d-argentiere", default);
            Assert.That(
                EventTakeRun.Open(territory, known).Single().Conflict.Theirs,
                Is.EqualTo("Notre comité")
            );
            var take = new EventTakeRun(_place.Client, ledger);
            var (said, problem) = await take.RunAsync(
                territory,
                "essai-comite",
                "habitude",
                null,
                [EventField.Title],
                default
            );
            Assert.That(problem, Is.Null);
            Assert.That(said?.French, Does.Contain("Comité de suivi"));
            known = await ledger.LoadAsync("essai-d-argentiere", default);
            Assert.That(EventTakeRun.Open(territory, known), Is.Empty);
        }

        Assert.That(await Event(), Does.Contain("SUMMARY:Comité de suivi"));
        await Run(territory);
    }

    [Test]
    public async Task A_meeting_that_a_member_moved_stays_when_the_territory_moves_the_series()
    {
        await Override("20261203T140000", "20261210T160000");
        await Run(Some.Territory());
        var territory = With(series => series with { Time = new TimeOnly(10, 0) });
        var report = await Run(territory);
        Assert.That(
            Step(report).Reason.French,
            Does.Contain("date de la rencontre du 03/12/2026").And.Contain("--date 2026-12-03")
        );
        Assert.That(
            await Event(),
            Does.Contain("RECURRENCE-ID;TZID=Europe/Paris:20261203T100000")
                .And.Contain("DTSTART;TZID=Europe/Paris:20261210T160000")
        );
    }

    [Test]
    public async Task A_member_who_saves_another_field_while_the_run_writes_keeps_it_and_the_run_gets_through()
    {
        var territory = With(series => series with { Place = "Gare" });
        var report = await During(
            territory,
            () => Edit(text => text.Replace(Summary, "SUMMARY:Notre comité", StringComparison.Ordinal))
        );
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(await Event(), Does.Contain("SUMMARY:Notre comité").And.Contain("LOCATION:Gare"));
        await Run(territory);

        territory = With(series => series with { Place = "Quai", Time = new TimeOnly(9, 0) });
        await During(
            territory,
            () => Edit(text => text.Replace("SUMMARY:Notre comité", "SUMMARY:Nous", StringComparison.Ordinal))
        );
        Assert.That(await Event(), Does.Contain("SUMMARY:Nous").And.Contain("LOCATION:Quai"));
        await Run(territory);
    }

    [Test]
    public async Task What_happens_to_meetings_is_noted_once_for_those_who_announce_it()
    {
        Assert.That(await News(), Is.Empty);
        await Override("20261203T140000", "20261210T160000");
        await Run(Some.Territory());
        await Run(Some.Territory());
        Assert.That(
            await News(),
            Is.EqualTo(new[] { "meeting-moved @2026-12-03 14:00 2026-12-03 14:00 → 2026-12-10 16:00" })
        );

        await Run(With(series => series with { Place = "Gare" }));
        await _person.WriteEvent(Calendar, "neuf.ics", Visit);
        await Run(With(series => series with { Place = "Gare" }));
        await _person.DeleteEvent(Calendar, "neuf.ics");
        await Run(With(series => series with { Place = "Gare" }));
        Assert.That(
            (await News()).Skip(1),
            Is.EqualTo(
                new[]
                {
                    "meeting-relocated @ Salle des fêtes, L'Argentière → Gare",
                    "meeting-added @  → 2026-11-26 10:00",
                    "meeting-cancelled @ 2026-11-26 10:00 → ",
                }
            )
        );
    }

    [Test]
    public async Task A_run_that_dies_before_it_remembers_leaves_the_news_to_the_next_one()
    {
        await Override("20261203T140000", "20261210T160000");
        Assert.ThrowsAsync<InvalidOperationException>(() =>
            _place.ApplyAsync(Some.Territory(), _ => throw new InvalidOperationException("dies"))
        );
        Assert.That(await News(), Is.Empty);
        await Run(Some.Territory());
        Assert.That(await News(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task When_many_meetings_go_at_once_a_person_is_asked_once_and_can_go_on()
    {
        await Edit(text => text.Replace(Summary, $"{Summary}\r\nSTATUS:CANCELLED", StringComparison.Ordinal));
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone));
        Assert.That(
            report
                .Plan!.Steps.Where(step => step.Change == Change.Conflict)
                .Select(step => step.Reason.French),
            Has.One.Contains("plus d'un quart").And.One.EndsWith("relancez avec --confirm")
        );
        Assert.That(report.Plan.Steps.Select(step => step.Reason.French), Has.None.Contains("est annulée"));
        Assert.That((await Run(Some.Territory())).Plan!.HasConflicts, Is.False, "asked once");
        Assert.That(await News(), Is.Empty);

        var confirmed = await _place.ConfirmAsync();
        Assert.That(
            confirmed.Plan!.Steps.Select(step => step.Reason.French),
            Has.Some.Contains("est annulée")
        );
        Assert.That(await News(), Is.EqualTo(new[] { "meeting-cancelled @  → CANCELLED" }));
        await Run(Some.Territory());
    }

    private const string Visit =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//FR\r\nBEGIN:VEVENT\r\nUID:neuf\r\n"
        + "DTSTART;TZID=Europe/Paris:20261126T100000\r\nDTEND;TZID=Europe/Paris:20261126T113000\r\n"
        + "SUMMARY:Visite\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static PlanStep Step(RunReport report) => report.Plan!.Steps.Single(step => step.Key == Key);

    private static Territory With(Func<MeetingSeries, MeetingSeries> change)
    {
        var territory = Some.Territory();
        var first = territory.Groups[0];
        return territory with
        {
            Groups = [first with { Meetings = [change(first.Meetings[0])] }, .. territory.Groups.Skip(1)],
        };
    }

    /// <summary>A run that ends well, and another that finds nothing to do and asks no more than on a quiet day.</summary>
    private async Task<RunReport> Run(Territory territory)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var again = await _place.ApplyAsync(territory);
        Assert.That(again.Results.Select(result => result.Step.Key), Is.Empty);
        Assert.That(again.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(again));
        Assert.That((await _place.ApplyAsync(territory)).Requests.Values.Sum(), Is.LessThanOrEqualTo(7));
        return report;
    }

    private async Task<RunReport> During(Territory territory, Func<Task> what)
    {
        await using var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default);
        await using var client = _place.NewClient();
        var run = new ProvisionRun(client, ledger, new FakeTimeProvider(Some.Now));
        return await run.ApplyAsync(
            territory,
            _place.Blueprints,
            _ => what().GetAwaiter().GetResult(),
            null,
            default
        );
    }

    private Task<string> Event() => _person.ReadEvent(Calendar, Object);

    private async Task Edit(Func<string, string> change)
    {
        var before = await Event();
        var after = change(before);
        Assert.That(after, Is.Not.EqualTo(before));
        await _person.WriteEvent(Calendar, Object, after);
    }

    private Task Override(string original, string start) =>
        Edit(text =>
        {
            var uid = text.Split("\r\n").First(line => line.StartsWith("UID:", StringComparison.Ordinal));
            return text.Replace(
                "END:VCALENDAR",
                $"BEGIN:VEVENT\r\n{uid}\r\nRECURRENCE-ID;TZID=Europe/Paris:{original}\r\n"
                    + $"DTSTART;TZID=Europe/Paris:{start}\r\nDURATION:PT2H\r\n{Summary}\r\n"
                    + "LOCATION:Salle des fêtes\\, L'Argentière\r\nEND:VEVENT\r\nEND:VCALENDAR",
                StringComparison.Ordinal
            );
        });

    private async Task<IReadOnlyList<string>> News()
    {
        await using var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default);
        var rows = await new Outbox(ledger, "essai-d-argentiere", TimeProvider.System).AllAsync(default);
        return
        [
            .. rows.Select(row =>
            {
                var detail = OutboxDetail.Read(row.Detail)!;
                return $"{row.Kind} {row.Subject[row.Subject.LastIndexOf('@')..]} {detail.From} → {detail.To}";
            }),
        ];
    }
}
