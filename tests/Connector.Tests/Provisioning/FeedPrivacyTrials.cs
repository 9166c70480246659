using System.Globalization;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>What anybody who has a public address reads about people: every feed is searched for every name, address and number.</summary>
public sealed class FeedPrivacyTrials
{
    private const string Youth = "connector-essai-jeunes";

    private Workplace _place = null!;
    private Hands _admin = null!;

    private static Territory Territory =>
        Some.Territory() with
        {
            Organisations =
            [
                .. Some.Territory().Organisations.Select(item => item with { Telephone = "04 92 00 11 22" }),
            ],
        };

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _admin = _place.Administrator();
        await Apply();
    }

    [TearDown]
    public async Task Stop()
    {
        _admin.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task What_connector_writes_tells_of_nobody()
    {
        var feeds = await Feeds();
        Assert.That(feeds, Has.Count.EqualTo(3));
        foreach (var (uri, feed) in feeds)
        {
            Assert.That(feed, Does.Contain("BEGIN:VEVENT").And.Contain("BEGIN:VTIMEZONE"), uri);
            Assert.That(Leaks(feed), Is.Empty, uri);
        }
    }

    [Test]
    public async Task Whatever_members_write_the_networks_feed_tells_of_nobody_and_the_groups_is_told()
    {
        await _admin.WriteEvent(Youth, "plante.ics", Planted(""));
        var report = await Apply();
        var feeds = await Feeds();
        Assert.That(Leaks(feeds[Youth]), Is.Not.Empty, "the search finds what is there");
        var network = feeds.Single(pair => pair.Key.StartsWith("connector-reseau", StringComparison.Ordinal));
        Assert.That(network.Value, Does.Contain("Café"), "it is shown");
        Assert.That(Leaks(network.Value), Is.Empty);
        foreach (
            var word in new[]
            {
                "ATTENDEE",
                "ORGANIZER",
                "CONTACT",
                "COMMENT",
                "VALARM",
                "X-APPLE-STRUCTURED",
                "ATTACH",
            }
        )
        {
            Assert.That(network.Value, Does.Not.Contain(word));
        }

        var told = report.Plan!.Steps.Single(step => step.Key == "calendar:essai-jeunes#exposes:plante.ics");
        Assert.That(told.Change, Is.EqualTo(Change.Notice));
        Assert.That(
            told.Reason.French,
            Does.Contain("les invités").And.Contain("l'organisateur").And.Contain("confidentiel")
        );
        Assert.That(Leaks(told.Subject.French + told.Reason.French), Is.Empty, "the plan repeats none of it");
    }

    [TestCase("PRIVATE")]
    [TestCase("CONFIDENTIAL")]
    public async Task Internal_notes_stay_out_of_every_feed(string secrecy)
    {
        await _admin.WriteEvent(Youth, "note.ics", Planted($"CLASS:{secrecy}"));
        var report = await Apply();
        foreach (var (uri, feed) in await Feeds())
        {
            Assert.That(feed, Does.Not.Contain("Café"), uri);
            Assert.That(Leaks(feed), Is.Empty, uri);
        }

        Assert.That(report.Plan!.Steps.Select(step => step.Key), Has.None.Contain("#exposes"));
    }

    /// <summary>As a phone asks: without signing in.</summary>
    private async Task<Dictionary<string, string>> Feeds()
    {
        using var http = new HttpClient();
        var feeds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var calendar in await _place.Client.Calendars.ListCalendars(default))
        {
            if (calendar.FeedUrl is { } address)
            {
                feeds[calendar.Uri] = await http.GetStringAsync(address);
            }
        }

        return feeds;
    }

    /// <summary>Every name, address and number of the directory that a feed tells, folded lines and cases apart.</summary>
    private static IEnumerable<string> Leaks(string feed)
    {
        var unfolded = Bare(feed.Replace("\r\n ", "", StringComparison.Ordinal));
        return Known().Where(word => unfolded.Contains(Bare(word), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Known() =>
        Territory
            .People.Select(person => person.Name)
            .Concat(
                Territory.People.Select(person =>
                    string.Join(' ', person.Name.Split(' ')[1..].Append(person.Name.Split(' ')[0]))
                )
            )
            .Concat(Territory.People.Select(person => person.Email).OfType<string>())
            .Concat(Territory.Organisations.Select(item => item.Telephone).OfType<string>())
            .Concat(["06 12 34 56 78", "quelqu.un@ailleurs.example"]);

    /// <summary>Small letters and digits alone.</summary>
    private static string Bare(string text) =>
        string.Concat(
            text.Normalize(System.Text.NormalizationForm.FormD)
                .Where(letter => char.IsLetterOrDigit(letter) || letter == '@')
                .Select(letter => char.ToLower(letter, CultureInfo.InvariantCulture))
        );

    private static string Planted(string more)
    {
        var words = string.Join(" ; ", Known()).Replace(";", "\\;", StringComparison.Ordinal);
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Autre//FR",
            "BEGIN:VEVENT",
            "UID:plante",
            "DTSTAMP:20261101T000000Z",
            "DTSTART:20261210T100000Z",
            "DTEND:20261210T120000Z",
            $"SUMMARY:Café avec {words}",
            $"LOCATION;ALTREP=\"mailto:noe@example.org\":Chez {words}",
            $"DESCRIPTION;X-DE=\"Inès Le Goff\":Appeler {words}",
            $"COMMENT:{words}",
            $"CONTACT:{words}",
            "CATEGORIES:Inès Le Goff,Convivial",
            $"RESOURCES:{words}",
            "ORGANIZER;CN=Noé D'Almeida:mailto:noe@example.org",
            "ATTENDEE;CN=Inès Le Goff;PARTSTAT=ACCEPTED:mailto:ines@example.org",
            "URL:mailto:ines@example.org",
            "CONFERENCE;VALUE=URI:https://visio.example/?moi=ines@example.org",
            "ATTACH;FILENAME=\"Noé D'Almeida.pdf\":https://nuage.example/f/1",
            $"X-ALT-DESC;FMTTYPE=text/html:<p>{words}</p>",
            $"X-APPLE-STRUCTURED-LOCATION;X-TITLE=\"Inès Le Goff\":geo:44.8,1.2",
            "STATUS:CONFIRMED",
            "BEGIN:VALARM",
            "ACTION:EMAIL",
            "TRIGGER:-PT15M",
            $"SUMMARY:{words}",
            $"DESCRIPTION:{words}",
            "ATTENDEE:mailto:ines@example.org",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        return string.Join("\r\n", more.Length == 0 ? lines : [.. lines[..6], more, .. lines[6..]]);
    }

    private async Task<RunReport> Apply()
    {
        var report = await _place.ApplyAsync(Territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var again = await _place.ApplyAsync(Territory);
        Assert.That(again.Results.Select(result => result.Step.Key), Is.Empty);
        return report;
    }
}
