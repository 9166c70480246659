using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>The network's calendar while members live in those of their groups.</summary>
public sealed partial class NetworkCalendarTrials
{
    private const string Network = "connector-reseau-essai-d-argentiere";
    private const string Youth = "connector-essai-jeunes";
    private const string Series = "connector-essai-jeunes-habitude.ics";
    private const string Copied = $"essai-jeunes.{Series}";

    private Workplace _place = null!;
    private Hands _admin = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _admin = _place.Administrator();
    }

    [TearDown]
    public async Task Stop()
    {
        _admin.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task It_shows_the_meetings_of_all_groups_and_is_read_by_everybody_and_written_by_nobody()
    {
        await Apply();
        var calendar = (await _place.Client.Calendars.Find(Network, default))!;
        Assert.That(calendar.Shares, Is.EqualTo(new[] { new CalendarShare("groups", "reseau", false) }));
        Assert.That(calendar.FeedUrl, Is.Not.Null);
        Assert.That(
            await Names(),
            Is.EquivalentTo(
                new[]
                {
                    "essai-comite.connector-essai-comite-habitude.ics",
                    Copied,
                    "essai-jeunes.connector-essai-jeunes-jalon.bus-equipe.ics",
                }
            )
        );
        var lines = Unfolded(await Copy());
        Assert.That(
            lines,
            Has.Some.StartsWith("SUMMARY:Jeunes & numérique : l'été (essai)\u00a0: Rencontre")
        );
        Assert.That(lines, Has.Some.StartsWith("RRULE:FREQ=WEEKLY"));
        Assert.That(lines, Has.Member("TZID:Europe/Paris"));
        var source = Unfolded(await _admin.ReadEvent(Youth, Series));
        Assert.That(
            lines.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)),
            Is.Not.AnyOf(source)
        );
        Assert.That(
            lines.Where(line => line.StartsWith("DTSTART;", StringComparison.Ordinal)),
            Is.SubsetOf(source)
        );
    }

    [Test]
    public async Task What_a_member_changes_in_a_groups_calendar_is_copied_and_nothing_else_is_written()
    {
        await Apply();
        await Write(text => text.Replace("T140000", "T173000", StringComparison.Ordinal));
        var report = await Apply();
        Assert.That(Copies(report), Is.EqualTo(new[] { (Change.Update, "copy:essai-jeunes/" + Series) }));
        Assert.That(await Copy(), Does.Contain("T173000").And.Not.Contain("T140000"));
    }

    [Test]
    public async Task An_occurrence_that_is_moved_and_one_that_is_cancelled_stay_marked()
    {
        await Apply();
        await Write(text =>
            text.Replace(
                "END:VCALENDAR",
                string.Join(
                    "\r\n",
                    Override(text, "20261201", "20261203T100000", ""),
                    Override(text, "20261215", "20261215T140000", "STATUS:CANCELLED\r\n"),
                    "END:VCALENDAR"
                ),
                StringComparison.Ordinal
            )
        );
        await Apply();
        Assert.That(
            Unfolded(await Copy()),
            Has.Member("RECURRENCE-ID;TZID=Europe/Paris:20261201T140000")
                .And.Member("DTSTART;TZID=Europe/Paris:20261203T100000")
                .And.Member("STATUS:CANCELLED")
        );
    }

    [Test]
    public async Task An_event_that_a_member_adds_is_shown_without_the_people_in_it()
    {
        await Apply();
        await _admin.WriteEvent(Youth, "cafe.ics", Single("CLASS:PUBLIC"));
        await Apply();
        Assert.That(await Names(), Has.Member("essai-jeunes.cafe.ics"));
        var copy = await Copy("essai-jeunes.cafe.ics");
        Assert.That(copy, Does.Contain("Café des aidants"));
        Assert.That(
            copy,
            Does.Not.Contain("ATTENDEE").And.Not.Contain("example.org").And.Not.Contain("D'Almeida")
        );
    }

    [TestCase("PRIVATE")]
    [TestCase("CONFIDENTIAL")]
    [TestCase("X-MIEUX-VAUT-PAS")]
    public async Task What_is_not_public_never_enters_and_leaves_when_it_becomes_so(string secrecy)
    {
        await Apply();
        await _admin.WriteEvent(Youth, "note.ics", Single($"CLASS:{secrecy}", "note"));
        Assert.That(Copies(await Apply()), Is.Empty);
        Assert.That(await Names(), Has.None.EqualTo("essai-jeunes.note.ics"));

        await _admin.WriteEvent(Youth, "cafe.ics", Single("CLASS:PUBLIC"));
        await Apply();
        await _admin.WriteEvent(Youth, "cafe.ics", Single($"CLASS:{secrecy}"));
        await Apply();
        var copy = await Copy("essai-jeunes.cafe.ics");
        Assert.That(copy, Does.Contain("STATUS:CANCELLED").And.Not.Contain("Café"));
    }

    [Test]
    public async Task A_meeting_that_is_deleted_is_called_off_and_one_that_comes_back_is_shown_again()
    {
        await Apply();
        await _admin.WriteEvent(Youth, "cafe.ics", Single(""));
        await Apply();
        await _admin.DeleteEvent(Youth, "cafe.ics");
        await Apply();
        Assert.That(
            await Copy("essai-jeunes.cafe.ics"),
            Does.Contain("STATUS:CANCELLED").And.Contain("Café")
        );

        await _admin.WriteEvent(Youth, "cafe2.ics", Single("", "cafe2"));
        await Apply();
        Assert.That(await Copy("essai-jeunes.cafe2.ics"), Does.Not.Contain("CANCELLED"));
    }

    [Test]
    public async Task A_series_that_is_deleted_ends_and_what_took_place_stays()
    {
        await Apply();
        await _admin.DeleteEvent(Youth, Series);
        var asked = await _place.ApplyAsync();
        Assert.That(
            asked.Outcome,
            Is.EqualTo(RunOutcome.PartlyDone),
            "so many meetings gone: a person is asked"
        );
        Assert.That(await Copy(), Does.Not.Contain("UNTIL"));

        await _place.ConfirmAsync();
        await Apply();
        Assert.That(await Copy(), Does.Contain("UNTIL=20261115").And.Not.Contain("CANCELLED"));
        _place.Now = Some.Now.AddDays(3);
        await Apply();
        Assert.That(await Copy(), Does.Contain("UNTIL=20261115"), "it ended when it did");
    }

    [Test]
    public async Task A_copy_that_somebody_changed_is_told_and_kept_and_one_that_somebody_deleted_is_made_again()
    {
        await Apply();
        var theirs = (await Copy()).Replace("Rencontre", "Rendez-vous", StringComparison.Ordinal);
        await _admin.WriteEvent(Network, Copied, theirs);
        await Write(text => text.Replace("T140000", "T173000", StringComparison.Ordinal));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var report = await Apply();
            Assert.That(Copies(report), Is.EqualTo(new[] { (Change.Notice, "copy:essai-jeunes/" + Series) }));
            Assert.That(await Copy(), Is.EqualTo(theirs));
        }

        await _admin.DeleteEvent(Network, Copied);
        await Apply();
        Assert.That(await Copy(), Does.Contain("T173000").And.Contain("Rencontre"));
    }

    [Test]
    public async Task A_lost_ledger_finds_its_copies_again()
    {
        await Apply();
        File.Delete(_place.Ledger);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(Copies(report).Select(copy => copy.Change), Is.All.EqualTo(Change.Adopt));
    }

    [Test]
    public async Task A_territory_of_which_no_group_has_a_calendar_has_none_either()
    {
        var report = await _place.ApplyNetworkAsync(2);
        Assert.That(report.Plan!.Steps.Select(step => step.Key), Has.None.Contain("calendar:"));
    }

    private static IEnumerable<(Change Change, string Key)> Copies(RunReport report) =>
        report
            .Plan!.Steps.Where(step => step.Stage == PlanStage.Copies && step.Change != Change.Keep)
            .Select(step => (step.Change, step.Key));

    private async Task<string> Copy(string name = Copied) => await _admin.ReadEvent(Network, name);

    private async Task Write(Func<string, string> change) =>
        await _admin.WriteEvent(Youth, Series, change(await _admin.ReadEvent(Youth, Series)));

    private async Task<IEnumerable<string>> Names() =>
        (await _place.Client.Calendars.ListObjects(Network, default))!.Select(item => item.Name);

    private static string[] Unfolded(string text) =>
        text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static string Override(string text, string day, string start, string more) =>
        "BEGIN:VEVENT\r\n"
        + Unfolded(text).Single(line => line.StartsWith("UID:", StringComparison.Ordinal))
        + $"\r\nDTSTAMP:20261101T000000Z\r\nRECURRENCE-ID;TZID=Europe/Paris:{day}T140000\r\n"
        + $"DTSTART;TZID=Europe/Paris:{start}\r\nDTEND;TZID=Europe/Paris:{start[..9]}180000\r\n{more}SUMMARY:Rencontre\r\nEND:VEVENT";

    private static string Single(string more, string uid = "cafe") =>
        string.Join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Autre//FR",
                "BEGIN:VEVENT",
                $"UID:{uid}",
                "DTSTAMP:20261101T000000Z",
                "DTSTART;TZID=Europe/Paris:20261210T100000",
                "DTEND;TZID=Europe/Paris:20261210T120000",
                "SUMMARY:Café des aidants",
                "DESCRIPTION:Avec Noé D'Almeida\\, noe@example.org",
                "ATTENDEE;CN=Noé D'Almeida:mailto:noe@example.org",
                more,
                "END:VEVENT",
                "END:VCALENDAR",
                ""
            )
            .Replace("\r\n\r\n", "\r\n", StringComparison.Ordinal);

    /// <summary>A run that ends well, and another that finds nothing to do and writes nothing.</summary>
    private async Task<RunReport> Apply(Territory? territory = null)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var again = await _place.ApplyAsync(territory);
        Assert.That(again.Results.Select(result => result.Step.Key), Is.Empty);
        Assert.That(again.Requests.Keys, Has.None.EqualTo("PUT"));
        return report;
    }
}
