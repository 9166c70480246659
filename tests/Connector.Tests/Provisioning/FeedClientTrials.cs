using Connector.Contract.Tests.RealClients;
using Connector.Domain.Workspaces;
using Connector.Reports;
using Ical.Net.DataTypes;

namespace Connector.Tests.Provisioning;

/// <summary>
/// Programs that members really use, on what Connector writes: feeds open in them without a word, and what they change in a
/// group's calendar is followed.
/// </summary>
public sealed partial class FeedClientTrials
{
    private const string Youth = "connector-essai-jeunes";
    private const string Network = "connector-reseau-essai-d-argentiere";
    private const string Series = "connector-essai-jeunes-habitude.ics";

    private Workplace _place = null!;
    private Hands _member = null!;
    private string _folder = "";

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        _folder = Directory.CreateTempSubdirectory("connector-feeds-").FullName;
        await Apply();
    }

    [TearDown]
    public async Task Stop()
    {
        Directory.Delete(_folder, recursive: true);
        _member.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Icalendar_reads_every_feed_without_an_error_and_finds_every_zone()
    {
        await NeedPython("icalendar", "python3-icalendar");
        await Difficult();
        await Succeeds("/usr/bin/python3", ["-c", FeedScripts.ReadByIcalendar, .. await Feeds()]);
    }

    [Test]
    public async Task Libical_reads_every_feed_without_an_error()
    {
        await NeedPython("gi; gi.require_version('ICalGLib', '3.0')", "gir1.2-ical-3.0");
        await Difficult();
        await Succeeds("/usr/bin/python3", ["-c", FeedScripts.ReadByLibical, .. await Feeds()]);
    }

    [Test]
    public async Task Ical_Net_reads_every_feed_and_finds_the_meetings_where_they_are()
    {
        await Difficult();
        foreach (var path in await Feeds())
        {
            var calendar = Ical.Net.Calendar.Load(await File.ReadAllTextAsync(path))!;
            Assert.That(calendar.TimeZones, Is.Not.Empty, path);
            var starts = calendar
                .GetOccurrences(new CalDateTime(2026, 12, 1, 0, 0, 0, "Europe/Paris"))
                .TakeWhile(item => item.Period.StartTime.Value < new DateTime(2027, 1, 1))
                .Select(item => item.Period.StartTime.Value)
                .ToList();
            Assert.That(starts, Is.Not.Empty, path);
        }
    }

    [Test]
    public async Task Vdirsyncer_and_khal_read_every_feed_without_a_warning()
    {
        Tool.Need("vdirsyncer", "vdirsyncer");
        Tool.Need("khal", "khal");
        await Difficult();
        foreach (var calendar in await _place.Client.Calendars.ListCalendars(default))
        {
            if (calendar.FeedUrl is not { } feed)
            {
                continue;
            }

            var near = Directory.CreateDirectory(Path.Combine(_folder, calendar.Uri)).FullName;
            var settings = Settings(near, $"type = \"http\"\nurl = \"{feed}\"", "null");
            var said = await Succeeds("vdirsyncer", ["-c", settings, "discover"]);
            said += await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
            var listed = await Succeeds("khal", ["-c", Khal(near), "list", "01/12/2026", "60d"]);
            Assert.That(listed, Does.Contain("Rencontre"));
            Assert.That(said + listed, Does.Not.Contain("arning").And.Not.Contain("rror"), calendar.Uri);
        }
    }

    [Test]
    public async Task What_a_member_changes_with_khal_is_followed()
    {
        Tool.Need("vdirsyncer", "vdirsyncer");
        Tool.Need("khal", "khal");
        using var admin = _place.Administrator();
        await admin.WriteEvent(Youth, "cafe.ics", Event("Café des aidants"));
        await Apply();

        var shared = $"{Youth}_shared_by_admin";
        var near = Directory.CreateDirectory(Path.Combine(_folder, "near")).FullName;
        var settings = Settings(
            near,
            $"type = \"caldav\"\nurl = \"{_place.Server.BaseAddress}\"\nusername = \"{Workplace.Member}\"\npassword = \"{Workplace.Password}\"",
            $"[\"{shared}\"]"
        );
        await Succeeds("sh", ["-c", $"yes | vdirsyncer -c '{settings}' discover"]);
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
        var khal = Khal(Path.Combine(near, shared));
        await Succeeds(
            "sh",
            ["-c", $"printf 't\\n11/12/2026 17:00 18:30\\nq\\n' | khal -c '{khal}' edit 'Café des aidants'"]
        );
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);

        var report = await Apply();
        Assert.That(
            report.Plan!.Steps.Select(step => (step.Key, step.Change)),
            Has.Member(("copy:essai-jeunes/cafe.ics", Change.Update))
        );
        var copy = await admin.ReadEvent(Network, "essai-jeunes.cafe.ics");
        Assert.That(
            copy,
            Does.Contain("DTSTART;TZID=Europe/Paris:20261211T170000"),
            "khal writes floating times"
        );
        Assert.That(copy, Does.Contain("Café des aidants"));
    }

    [Test]
    public async Task An_occurrence_that_a_member_moves_with_python_caldav_takes_its_minutes_and_the_copy_along()
    {
        await NeedPython("caldav", "python3-caldav");
        var report = await Report(FeedScripts.MoveByCaldav);
        Assert.That(
            report.Plan!.Steps.Where(step => step.Change == Change.Update).Select(step => step.Key),
            Has.Member($"copy:essai-jeunes/{Series}")
        );
        Assert.That(
            await _member.ReadEvent($"{Youth}_shared_by_admin", Series),
            Does.Contain("RECURRENCE-ID").And.Contain("20261126T100000")
        );
        using var admin = _place.Administrator();
        var copy = (await admin.ReadEvent(Network, $"essai-jeunes.{Series}")).Replace(
            "\r\n ",
            "",
            StringComparison.Ordinal
        );
        Assert.That(copy, Does.Contain("DTSTART;TZID=Europe/Paris:20261126T100000"));
        Assert.That(
            (await _place.PictureAsync()).Where(line =>
                line.Contains("2026-11-26", StringComparison.Ordinal)
            ),
            Is.Not.Empty,
            "the folder of the meeting has its new day"
        );
    }

    private async Task<RunReport> Report(string script)
    {
        await Succeeds(
            "/usr/bin/python3",
            [
                "-c",
                script,
                _place.Server.BaseAddress.AbsoluteUri,
                Workplace.Member,
                $"{Youth}_shared_by_admin",
                Series,
            ],
            new Dictionary<string, string> { ["CONNECTOR_TEST_PASSWORD"] = Workplace.Password }
        );
        return await Apply();
    }

    /// <summary>What other programs write: another program's zone, floating times, a moved and a cancelled occurrence.</summary>
    private async Task Difficult()
    {
        using var admin = _place.Administrator();
        await admin.WriteEvent(
            Youth,
            "outlook.ics",
            Event("Rencontre Outlook", "outlook", ";TZID=Romance Standard Time")
        );
        await admin.WriteEvent(Youth, "flottant.ics", Event("Rencontre flottante", "flottant", ""));
        var text = await admin.ReadEvent(Youth, Series);
        await admin.WriteEvent(
            Youth,
            Series,
            text.Replace(
                "END:VCALENDAR",
                "BEGIN:VEVENT\r\nUID:essai-d-argentiere.essai-jeunes.habitude@connector\r\nDTSTAMP:20261101T000000Z\r\nRECURRENCE-ID:20261215T130000Z\r\nDTSTART;TZID=Europe/Paris:20261216T100000\r\nDTEND;TZID=Europe/Paris:20261216T120000\r\nSUMMARY:Rencontre déplacée\r\nEND:VEVENT\r\nEND:VCALENDAR",
                StringComparison.Ordinal
            )
        );
        await Apply();
    }

    private async Task<IReadOnlyList<string>> Feeds()
    {
        using var http = new HttpClient();
        var paths = new List<string>();
        foreach (var calendar in await _place.Client.Calendars.ListCalendars(default))
        {
            if (calendar.FeedUrl is { } feed)
            {
                var path = Path.Combine(_folder, $"{calendar.Uri}.ics");
                await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync(feed));
                paths.Add(path);
            }
        }

        Assert.That(paths, Has.Count.EqualTo(3));
        return paths;
    }

    private static string Event(string title, string uid = "cafe", string zone = ";TZID=Europe/Paris") =>
        string.Join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Autre//FR",
            "BEGIN:VEVENT",
            $"UID:{uid}",
            "DTSTAMP:20261101T000000Z",
            $"DTSTART{zone}:20261210T140000",
            $"DTEND{zone}:20261210T153000",
            $"SUMMARY:{title}",
            "END:VEVENT",
            "END:VCALENDAR",
            ""
        );

    private async Task<RunReport> Apply()
    {
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var again = await _place.ApplyAsync();
        Assert.That(again.Results.Select(result => result.Step.Key), Is.Empty);
        return report;
    }
}
