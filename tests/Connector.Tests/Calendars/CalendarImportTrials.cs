using Connector.Connector.Tests.Cli;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Calendars;

/// <summary>An exported calendar is put into a group's, as typed: said first, written once, nothing of people's replaced.</summary>
[TestFixtureSource(typeof(Workbench), nameof(Workbench.All))]
public sealed class CalendarImportTrials(Workbench bench)
{
    private CalendarPlace _place = null!;
    private string _uid = "";

    [SetUp]
    public async Task Start()
    {
        _place = await CalendarPlace.OpenAsync(bench);
        _uid = $"{Guid.NewGuid():N}@outlook";
    }

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [OneTimeTearDown]
    public async Task End() => await bench.DisposeAsync();

    [Test]
    public async Task A_file_is_told_then_written_then_there_already_and_followed_where_nobody_touched_it()
    {
        Write("Visite du Bus", "Autre rencontre");
        var dry = await Import();
        Assert.That(dry.Code, Is.EqualTo(3), dry.All);
        Assert.That(
            dry.Out,
            Does.Contain("Nouveaux – 2")
                .And.Contain("« Visite du Bus », ven. 4 déc. 2026")
                .And.Contain("ajoutez --yes")
                .And.Contain("2 lignes sur des personnes")
        );
        Assert.That(await Texts(), Has.Count.EqualTo(1), "only the committee's own series");

        var done = await Import("--yes");
        Assert.That(done.Code, Is.Zero, done.All);
        var texts = await Texts();
        Assert.That(texts, Has.Count.EqualTo(3));
        Assert.That(texts, Has.None.Contains("mailto:"));
        Assert.That(
            (await _place.RunAsync("next", _place.Committee)).Out,
            Does.Contain("ven. 4 déc. 2026, 10\u00a0h – 11\u00a0h : Visite du Bus")
        );

        var again = await Import("--yes");
        Assert.That(
            (again.Code, again.Out.Contains("Rien à importer", StringComparison.Ordinal)),
            Is.EqualTo((0, true)),
            again.All
        );
        Assert.That(await Texts(), Is.EqualTo(texts));
        await _place.ApplyAsync();
        Assert.That(
            (await Import()).Out,
            Does.Contain("Déjà dans l'agenda – 2"),
            "a link to the minutes is no change"
        );

        Write("Visite du Bus numérique", "Autre rencontre");
        Assert.That(
            (await Import()).Out,
            Does.Contain("Modifiés dans le fichier – 1").And.Contain("« Visite du Bus numérique »")
        );
        Assert.That((await Import("--yes")).Code, Is.Zero);
        Assert.That(await Texts(), Has.Some.Contains("SUMMARY:Visite du Bus numérique"));
        Assert.That(await Texts(), Has.Count.EqualTo(3));
        Assert.That((await Import("--yes")).Out, Does.Contain("Rien à importer"));
    }

    [Test]
    public async Task What_somebody_changed_in_the_calendar_is_never_replaced()
    {
        Write("Visite", "Autre");
        Assert.That((await Import("--yes")).Code, Is.Zero);
        var json = await _place.JsonAsync("import", _place.Terminal.At("a.ics"), "--group", _place.Committee);
        Assert.That(
            json.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("state").GetString()),
            Is.All.EqualTo("already")
        );
        var (name, text) = (await Objects()).Single(pair =>
            pair.Value.Contains("SUMMARY:Visite", StringComparison.Ordinal)
        );
        await _place.Person.WriteEvent(
            _place.Calendar,
            name,
            text.Replace("SUMMARY:Visite", "SUMMARY:Notre visite", StringComparison.Ordinal)
        );

        Assert.That(
            (await Import("--yes")).Out,
            Does.Contain("quelqu'un l'a modifié dans l'agenda depuis : gardé tel quel")
        );
        Write("Visite reportée", "Autre");
        var both = await Import("--yes");
        Assert.That(both.Code, Is.EqualTo(2), both.All);
        Assert.That(both.Out, Does.Contain("l'ont modifié tous les deux"));
        Assert.That((await Objects())[name], Does.Contain("SUMMARY:Notre visite"));
    }

    [Test]
    public async Task A_file_that_is_none_too_large_or_for_nobody_is_told()
    {
        await File.WriteAllTextAsync(_place.Terminal.At("a.ics"), "bonjour");
        Assert.That((await Import()).Errors, Does.Contain("n'est pas un agenda"));
        await File.WriteAllBytesAsync(_place.Terminal.At("a.ics"), new byte[11 * 1024 * 1024]);
        Assert.That(
            (await Import()).Errors,
            Does.Contain("est trop grand : 11,0 Mo").Or.Contain("est trop grand : 11.0 Mo")
        );
        File.Delete(_place.Terminal.At("a.ics"));
        Assert.That((await Import()).Errors, Does.Contain("ne peut pas être lu"));
        Write("A", "B");
        var said = await _place.RunAsync("import", _place.Terminal.At("a.ics"));
        Assert.That(said.Errors, Does.Contain("--group").And.Contain(_place.Committee));
    }

    private Task<Said> Import(params string[] options) =>
        _place.RunAsync(["import", _place.Terminal.At("a.ics"), "--group", _place.Committee, .. options]);

    private async Task<IReadOnlyList<string>> Texts() =>
        [.. (await Objects()).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    private Task<IReadOnlyDictionary<string, string>> Objects() => _place.ObjectsAsync();

    private void Write(string first, string second) =>
        File.WriteAllText(
            _place.Terminal.At("a.ics"),
            $"""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
            METHOD:PUBLISH
            BEGIN:VTIMEZONE
            TZID:(UTC+01:00) Bruxelles, Paris
            BEGIN:STANDARD
            DTSTART:16011028T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010325T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1-{_uid}
            DTSTAMP:20261101T000000Z
            DTSTART;TZID="(UTC+01:00) Bruxelles, Paris":20261204T100000
            DTEND;TZID="(UTC+01:00) Bruxelles, Paris":20261204T110000
            ORGANIZER;CN=Noé:mailto:noe@example.org
            SUMMARY:{first}
            END:VEVENT
            BEGIN:VEVENT
            UID:2-{_uid}
            DTSTAMP:20261101T000000Z
            DTSTART:20270104T090000Z
            DTEND:20270104T100000Z
            RRULE:FREQ=WEEKLY;COUNT=4
            ATTENDEE;CN=Zoé:mailto:zoe@example.org
            SUMMARY:{second}
            END:VEVENT
            END:VCALENDAR
            """
        );
}
