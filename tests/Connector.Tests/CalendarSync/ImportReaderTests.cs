using Connector.CalendarSync;
using NodaTime;

namespace Connector.Tests.CalendarSync;

/// <summary>Files of calendar programs, whole and broken, taken apart into what a shared calendar can hold.</summary>
public sealed class ImportReaderTests
{
    private const string Zone =
        "BEGIN:VTIMEZONE\r\nTZID:Romance Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

    [Test]
    public void Who_organises_and_who_is_invited_is_left_out_and_all_else_keeps_its_bytes()
    {
        var reader = Reader();
        var item = reader
            .Read(
                File(
                    "METHOD:REQUEST\r\n" + Zone,
                    Event(
                        "u@outlook",
                        "DTSTART;TZID=Romance Standard Time:20261203T140000",
                        "ORGANIZER;CN=Noé:mailto:noe@example.org",
                        "ATTENDEE;CN=Zoé;PARTSTAT=ACCEPTED:mailto:zoe@",
                        " example.org",
                        "X-MS-OLK-SENDER;CN=\"Noé\":mailto:noe@example.org",
                        "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"a, b\":geo:1,2;3",
                        "SUMMARY:Réunion",
                        "BEGIN:VALARM",
                        "ACTION:EMAIL",
                        "ATTENDEE:mailto:noe@example.org",
                        "TRIGGER:-PT1H",
                        "END:VALARM",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER:-PT15M",
                        "END:VALARM"
                    )
                )
            )
            .Single();
        Assert.That(item.Refusal, Is.Null);
        Assert.That(
            (item.Uid, item.Title, item.Start),
            Is.EqualTo(("u@outlook", "Réunion", new DateTime(2026, 12, 3, 14, 0, 0)))
        );
        Assert.That(
            item.Text,
            Does.Not.Contain("mailto").And.Not.Contain("example.org").And.Not.Contain("METHOD")
        );
        Assert.That(
            item.Text,
            Does.Contain("X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"a, b\":geo:1,2;3\r\n")
                .And.Contain("TRIGGER:-PT15M")
                .And.Not.Contain("TRIGGER:-PT1H")
        );
        Assert.That(item.Text, Does.Contain(Zone).And.Contain("DTSTAMP:20261203T000000Z"));
        Assert.That(
            item.Notes.Single().French,
            Is.EqualTo("fuseau « Romance Standard Time » compris comme Europe/Paris")
        );
        Assert.That(reader.Stripped, Is.EqualTo(5));
    }

    [Test]
    public void A_zone_that_the_file_names_and_does_not_describe_is_written_as_every_program_knows_it()
    {
        var item = Reader()
            .Read(File("", Event("u", "DTSTART;TZID=\"Romance Standard Time\":20261203T140000", "SUMMARY:R")))
            .Single();
        Assert.That(
            item.Text,
            Does.Contain("DTSTART;TZID=Europe/Paris:20261203T140000")
                .And.Contain("TZID:Europe/Paris")
                .And.Contain("BEGIN:DAYLIGHT")
        );
        Assert.That(item.Start, Is.EqualTo(new DateTime(2026, 12, 3, 14, 0, 0)));
    }

    [Test]
    public void A_series_and_its_overrides_are_one_object()
    {
        var item = Reader()
            .Read(
                File(
                    "",
                    Event(
                        "u",
                        "DTSTART:20261203T130000Z",
                        "RECURRENCE-ID:20261203T130000Z",
                        "SUMMARY:Déplacée"
                    ) + Event("u", "DTSTART:20261203T130000Z", "RRULE:FREQ=WEEKLY", "SUMMARY:Série")
                )
            )
            .Single();
        Assert.That((item.Title, item.Recurs), Is.EqualTo(("Série", true)));
        Assert.That(item.Text.Split("BEGIN:VEVENT"), Has.Length.EqualTo(3));
    }

    [Test]
    public void Doubled_cut_off_and_other_things_are_refused_one_by_one_and_spoil_nothing_else()
    {
        var text =
            File(
                "",
                Event("a", "DTSTART:20261203T130000Z", "SUMMARY:A")
                    + Event("a", "DTSTART:20261204T130000Z", "SUMMARY:Autre A")
                    + Event("a", "DTSTART:20261203T130000Z", "SUMMARY:A")
                    + Event("b", "SUMMARY:Sans date")
                    + Event("c", "DTSTART:20261203T130000Z", "RRULE:FREQ=PARFOIS", "SUMMARY:Parfois")
                    + "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:À faire\r\nEND:VTODO\r\n"
                    + "BEGIN:VEVENT\r\nUID:d\r\nDTSTART:20261203T130000Z\r\nSUMMARY:Coupé\r\n"
                    + Event("e", "DTSTART:20261205T130000Z", "SUMMARY:E")
            )
            + File(
                "",
                Event("f", "DTSTART:20261206T130000Z", "SUMMARY:Second agenda")
                    + "BEGIN:VEVENT\r\nUID:g\r\nSUMMARY:Fin"
            );
        text = text[..text.LastIndexOf("END:VCALENDAR", StringComparison.Ordinal)];
        var events = Reader().Read(text);
        Assert.That(
            events.Where(item => item.Refusal is null).Select(item => item.Title),
            Is.EquivalentTo(new[] { "A", "E", "Second agenda" })
        );
        var refused = events
            .Where(item => item.Refusal is not null)
            .ToDictionary(item => item.Title, item => item.Refusal!.Value.French);
        Assert.That(refused["Autre A"], Does.Contain("même identifiant (UID) que « A »"));
        Assert.That(refused["Sans date"], Does.Contain("pas de date de début"));
        Assert.That(refused["Parfois"], Does.Contain("règle de répétition « FREQ=PARFOIS »"));
        Assert.That(refused["À faire"], Does.Contain("pas un événement (VTODO)"));
        Assert.That(refused["Coupé"], Does.Contain("coupé"));
        Assert.That(refused["Fin"], Does.Contain("coupé"));
        Assert.That(refused, Has.Count.EqualTo(6));
    }

    [Test]
    public void An_event_without_identifier_gets_the_same_one_each_time()
    {
        var text = File("", "BEGIN:VEVENT\r\nDTSTART:20261203T130000Z\r\nSUMMARY:Sans\r\nEND:VEVENT\r\n");
        Assert.That(
            Reader().Read(text).Single().Uid,
            Is.EqualTo(Reader().Read(text).Single().Uid).And.EndsWith("@connector-import")
        );
    }

    [TestCase("")]
    [TestCase("bonjour")]
    [TestCase("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    [TestCase("%PDF-1.7\n\0\0\0")]
    public void What_is_no_calendar_gives_nothing(string text) => Assert.That(Reader().Read(text), Is.Empty);

    [Test]
    public void A_big_file_is_read_at_once()
    {
        var events = string.Concat(
            Enumerable
                .Range(0, 20_000)
                .Select(n =>
                    Event(
                        $"e{n}",
                        "DTSTART;TZID=Romance Standard Time:20261203T140000",
                        $"SUMMARY:Rencontre {n}",
                        new string('x', 300).Insert(0, "DESCRIPTION:")
                    )
                )
        );
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.That(Reader().Read(File(Zone, events)), Has.Count.EqualTo(20_000));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    private static ImportReader Reader() => new(DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    private static string Event(string uid, params string[] lines) =>
        string.Join("\r\n", ["BEGIN:VEVENT", $"UID:{uid}", .. lines, "END:VEVENT", ""]);

    private static string File(string head, string events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//FR\r\n{head}{events}END:VCALENDAR\r\n";
}
