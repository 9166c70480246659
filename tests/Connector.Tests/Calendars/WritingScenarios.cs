using System.Net;
using System.Text;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using CalDavSpec = Connector.Nextcloud.CalDav.CalendarSpec;

namespace Connector.Tests.Calendars;

/// <summary>
/// Scenarios 11 to 19: what Connector writes while members write as well and the server stumbles. Each is looked at
/// twice; the second look finds nothing to do.
/// </summary>
[TestFixture(typeof(DevBackend))]
[TestFixture(typeof(RadicaleBackend))]
[TestFixture(typeof(RealBackend))]
internal sealed class WritingScenarios<T> : CalendarTrials<T>
    where T : CalendarBackend, new()
{
    private const string Beginning = "Compte-rendu : https://nuage.example/index.php/f/";

    private static readonly string[] TheirLines =
    [
        "ATTENDEE;CN=\"Noé, D'Almeida\";PARTSTAT=DECLINED;X-NUM-GUESTS=0:mailto:noe@example.org",
        "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
        "X-MOZ-LASTACK:20261030T090000Z",
    ];

    [Test]
    public async Task Scenario_11_what_others_wrote_keeps_its_bytes_around_our_line()
    {
        var alarm =
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Dans un quart d'heure\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n";
        var text = SomeEvent
            .Single("a", "Réunion", TheirLines)
            .Replace("END:VEVENT", alarm + "END:VEVENT", StringComparison.Ordinal);
        await Backend.PutAsync("a.ics", text);
        await LookTwice();
        Assert.That((await LinkAsync("a.ics")).State, Is.EqualTo(StepState.Done));

        var after = await Backend.GetAsync("a.ics");
        Assert.That(after, Does.Contain($"DESCRIPTION:{Beginning}7").Or.Contain("DESCRIPTION:Compte-rendu"));
        if (Backend.KeepsBytes)
        {
            var ours = after.Split("\r\n").Except(text.Split("\r\n")).ToList();
            Assert.That(ours, Has.Count.EqualTo(1).Or.Count.EqualTo(2), "one line, folded");
            Assert.That(
                string.Join("\r\n", after.Split("\r\n").Where(line => !ours.Contains(line))),
                Is.EqualTo(text)
            );
        }
        else
        {
            foreach (var line in TheirLines)
            {
                Assert.That(Unfolded(after), Does.Contain(line[line.LastIndexOf(':')..]));
            }

            Assert.That(Unfolded(after), Does.Contain("PARTSTAT=DECLINED").And.Contain("TRIGGER:-PT15M"));
        }

        await LookTwice();
    }

    [Test]
    public async Task Scenario_12_an_edit_that_a_member_makes_meanwhile_is_kept_beside_ours()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await LookTwice();
        Backend.Faults.Before(
            "PUT",
            "a.ics",
            () => Backend.PutAsync("a.ics", SomeEvent.Single("a", "Café des aidants"))
        );
        Assert.That((await LinkAsync("a.ics")).State, Is.EqualTo(StepState.Done));
        var meeting = (await LookTwice()).Meetings.Single();
        Assert.That(meeting.Title, Is.EqualTo("Café des aidants"));
        Assert.That(meeting.Description, Does.Contain($"{Beginning}7"));
    }

    [Test]
    public async Task Scenario_13_a_write_that_is_answered_without_an_etag_is_read_once_and_makes_no_echo()
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await LookTwice();
        Backend.Faults.HideETag("PUT", "a.ics");
        CalendarText? written = null;
        var outcome = await LinkAsync("a.ics", text => written = text);
        Assert.That(outcome.State, Is.EqualTo(StepState.Done));
        await Desk.NoteAsync("a.ics", written!);
        var look = await Desk.LookAsync();
        Assert.That(look.Moved, Is.Null, "our own echo");
        await LookTwice();
        Assert.That(
            (await LinkAsync("a.ics", _ => Assert.Fail("written again"))).State,
            Is.EqualTo(StepState.Done)
        );
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Scenario_16_an_emptied_calendar_and_one_that_refuses_us_lose_no_meeting(bool isEmptied)
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await LookTwice();
        if (isEmptied)
        {
            await Backend.DeleteAsync("a.ics");
            var look = await Desk.LookAsync();
            Assert.That(look.Read.IsEmptied);
            Assert.That(look.Meetings, Has.Count.EqualTo(1));
            Assert.That((await Desk.LookAsync()).Meetings, Has.Count.EqualTo(1));
            return;
        }

        await Backend.PutAsync("b.ics", SomeEvent.Single("b"));
        Backend.Faults.Answer("REPORT", Backend.CalendarUri, HttpStatusCode.Unauthorized);
        Assert.ThrowsAsync<NextcloudException>(() => Desk.LookAsync());
        Assert.That((await LookTwice()).Meetings, Has.Count.EqualTo(2));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Scenario_17_a_doubled_uid_is_told_and_nothing_is_overwritten(bool asLaterVersionsSay)
    {
        await Backend.PutAsync("a.ics", SomeEvent.Single("a"));
        await LookTwice();
        if (asLaterVersionsSay)
        {
            Backend.Faults.Answer(
                "PUT",
                "b.ics",
                HttpStatusCode.Conflict,
                body: """<d:error xmlns:d="DAV:"><cal:no-uid-conflict xmlns:cal="urn:ietf:params:xml:ns:caldav"/></d:error>"""
            );
        }

        var outcome = await Put("b.ics", SomeEvent.Single("a", "Deux fois"), PutCondition.IfNoneMatchAny);
        Assert.That(outcome.Result, Is.EqualTo(DavResult.UidConflict));
        Assert.That((await LookTwice()).Meetings.Single().Title, Is.EqualTo("Café des médiateurs"));
    }

    [Test]
    public async Task Scenario_18_created_and_deleted_three_times_through_the_trash_bin()
    {
        await Backend.PutAsync("stays.ics", SomeEvent.Single("stays"));
        foreach (var turn in Enumerable.Range(1, 3))
        {
            await Backend.PutAsync("a.ics", SomeEvent.Single("a", $"Tour {turn}"));
            Assert.That(
                (await LookTwice()).Meetings.Select(meeting => meeting.Title),
                Does.Contain($"Tour {turn}")
            );
            var isGone = await Backend.DeleteAsync("a.ics");
            Assert.That(
                (await LookTwice()).Meetings.Select(meeting => meeting.Uid),
                Is.EquivalentTo(isGone ? ["stays"] : new[] { "a", "stays" })
            );
        }
    }

    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    public async Task Scenario_19_a_server_that_asks_to_wait_is_waited_for(HttpStatusCode status)
    {
        Backend.Faults.Answer("PUT", "a.ics", status, times: 2, retryAfter: 0);
        var outcome = await Put("a.ics", SomeEvent.Single("a"), PutCondition.IfNoneMatchAny);
        Assert.That(outcome.Result, Is.EqualTo(DavResult.Created));
        Assert.That((await LookTwice()).Meetings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Scenario_19_a_full_disk_and_the_limit_of_calendars_are_outcomes()
    {
        Backend.Faults.Answer("PUT", "a.ics", HttpStatusCode.InsufficientStorage);
        var outcome = await Put("a.ics", SomeEvent.Single("a"), PutCondition.IfNoneMatchAny);
        Assert.That(outcome.Result, Is.EqualTo(DavResult.QuotaExceeded));
        Backend.Faults.Answer("MKCOL", "un-de-trop", HttpStatusCode.Forbidden);
        var made = await Backend.Client.CreateCalendar(
            new CalDavSpec
            {
                Uri = "un-de-trop",
                DisplayName = "Un de trop",
                Colour = "#0082c9",
            },
            default
        );
        Assert.That(made.Result, Is.EqualTo(DavResult.Forbidden));
        Assert.That(made.Message, Is.Not.Null);
        Assert.That((await LookTwice()).Meetings, Is.Empty);
    }

    [Test]
    public async Task Scenario_19_what_a_run_wrote_before_it_died_is_known_for_ours()
    {
        var series = Desk.Group.Meetings[0];
        var text = MeetingCalendar.Write(Desk.Source, Desk.Group, series);
        Backend.Faults.LoseAnswer("PUT", "ours.ics");
        var outcome = await Put("ours.ics", text, PutCondition.IfNoneMatchAny);
        Assert.That(outcome.IsThere || outcome.Result == DavResult.PreconditionFailed, $"{outcome.Result}");
        // The ledger was told nothing: the next look finds it.
        var look = await LookTwice();
        Assert.That(
            look.Meetings.Select(meeting => meeting.SeriesId).Distinct(),
            Is.EqualTo(new[] { series.Id })
        );
        if (Backend.KeepsBytes)
        {
            Assert.That(
                look.Read.Texts!["ours.ics"].ETag.Trim('"'),
                Is.EqualTo(ContentHash.Md5(Encoding.UTF8.GetBytes(text))),
                "The planner adopts what has our own bytes."
            );
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Many_new_events_are_written_one_after_the_other_and_looked_at_once(bool isDoorShut)
    {
        await Backend.PutAsync("3.ics", SomeEvent.Single("theirs", "Celle d'un membre"));
        await LookTwice();
        if (isDoorShut)
        {
            Backend.Faults.Answer("PUT", "/remote.php/caldav/", HttpStatusCode.NotFound, times: 99);
        }

        Backend.Faults.HideETag("PUT", "5.ics");
        var before = Backend.Requests.Total;
        var made = await Backend.Client.CreateObjects(
            Backend.CalendarUri,
            [.. Enumerable.Range(0, 8).Select(number => ($"{number}.ics", SomeEvent.Single($"u{number}")))],
            default
        );
        Assert.That(
            made.Keys,
            Is.EquivalentTo(new[] { 0, 1, 2, 4, 5, 6, 7 }.Select(number => $"{number}.ics"))
        );
        Assert.That(made["5.ics"].ETag, Is.Not.Empty);
        if (Backend is DevBackend)
        {
            Assert.That(
                Backend.Requests.Total - before,
                Is.EqualTo(isDoorShut ? 10 : 9),
                "one each, one for the object without an ETag, and one to find the door shut"
            );
        }

        foreach (var item in made.Values)
        {
            await Desk.NoteAsync(item.Name, new CalendarText(item.ETag, item.Ics!));
        }

        Assert.That((await LookTwice()).Moved, Is.Null, "our own echo");
        Assert.That(await Backend.GetAsync("3.ics"), Does.Contain("Celle d'un membre"));
    }

    /// <summary>With SQLite a server answers 500 to a write beside another (or to one after the other, sometimes).</summary>
    [Test]
    public async Task Many_new_events_side_by_side_are_all_there_once_though_the_server_stumbles()
    {
        var names = Enumerable.Range(0, 40).Select(number => $"{number}.ics").ToList();
        await LookTwice();
        Backend.Faults.LoseAnswer("PUT", "11.ics");
        Backend.Faults.Answer("PUT", "12.ics", HttpStatusCode.InternalServerError);
        Backend.Faults.HideETag("PUT", "13.ics");
        var made = await Backend.Client.CreateObjects(
            Backend.CalendarUri,
            [.. names.Select(name => (name, SomeEvent.Single("u" + name)))],
            default
        );
        // Whose text comes back in other bytes cannot be known for ours: that one is left to whoever tries alone.
        Assert.That(
            made.Keys,
            Is.EquivalentTo(Backend.KeepsBytes ? names : names.Where(name => name != "11.ics"))
        );
        foreach (var item in made.Values)
        {
            await Desk.NoteAsync(item.Name, new CalendarText(item.ETag, item.Ics!));
        }

        var look = await LookTwice();
        Assert.That(look.Moved is null, Is.EqualTo(Backend.KeepsBytes), "our own echo");
        Assert.That(look.Read.Texts!.Keys, Is.EquivalentTo(names));
    }

    private Task<DavOutcome> Put(string name, string text, PutCondition condition) =>
        Backend.Client.PutObject(Backend.CalendarUri, name, text, condition, default);

    /// <summary>Puts the line that leads to the minutes into the event's description, as a run does.</summary>
    private Task<StepOutcome> LinkAsync(string name, Action<CalendarText>? written = null)
    {
        var link = new EventLink(name, "", "area:essai/cr", false, "", "Rencontre");
        var steps = new EventLinkSteps(
            Backend.Client,
            _ => new EventLinkLine(Beginning, 7),
            KnownWorkspace.Nothing
        );
        return steps.Link(
            new LinkEvent(Backend.CalendarUri, Desk.Key, name, [link]),
            (_, _, text) => written?.Invoke(text),
            default
        );
    }

    private static string Unfolded(string text) =>
        text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal);
}
