using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Connector.Domain.Territories;
using Connector.Nextcloud.Dav;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>A roadmap that follows the calendar and the directory, and tells beside each version what changed.</summary>
public sealed class LiveRoadmapTrials
{
    private const string Calendar = "connector-essai-comite";
    private const string Name = "connector-essai-comite-habitude.ics";

    private Workplace _place = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        await Apply(Some.Territory());
    }

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task Meetings_that_members_move_cancel_and_add_stand_in_the_roadmap_as_such()
    {
        using var admin = _place.Administrator();
        var series = (await _place.Client.Calendars.GetObjects(Calendar, [Name], default))[0].Ics!;
        await admin.WriteEvent(
            Calendar,
            Name,
            series.Replace(
                "END:VCALENDAR",
                Occurrence(series, "20261203", "20261204T100000", "20261204T120000")
                    + Occurrence(series, "20270204", "20270204T140000", "20270204T160000", "STATUS:CANCELLED")
                    + "END:VCALENDAR",
                StringComparison.Ordinal
            )
        );
        await Apply(Some.Territory());

        var words = await Text();
        Assert.That(
            words,
            Does.Contain("vendredi 4\u00a0décembre 2026")
                .And.Contain("(déplacé du jeudi 3\u00a0décembre 2026)")
                .And.Contain("jeudi 4\u00a0février 2027")
                .And.Contain("(annulé)")
        );
    }

    [Test]
    public async Task Each_member_has_a_place_for_its_commitments() =>
        Assert.That(
            (await Text()).Split("CCAS de l'Argentière").Length,
            Is.GreaterThan(3),
            "in composition, who does what, commitments and signatures"
        );

    [Test]
    public async Task A_version_that_new_data_made_says_what_changed_and_a_quiet_run_says_nothing()
    {
        Assert.That(await Labels(), Has.None.StartsWith("Connector"));
        var changed = Some.Territory() with
        {
            Groups =
            [
                .. Some.Territory()
                    .Groups.Select(group => group with { Purpose = "Que chacun ait à qui parler." }),
            ],
        };
        await Apply(changed);
        Assert.That(
            await Labels(),
            Has.Some.StartsWith("Connector\u00a0: mise à jour (").And.Some.Contains("Préambule")
        );
    }

    private static string Occurrence(string series, string day, string start, string end, string more = "") =>
        string.Join(
            "\r\n",
            [
                "BEGIN:VEVENT",
                series.Split("\r\n").First(line => line.StartsWith("UID:", StringComparison.Ordinal)),
                "DTSTAMP:20261116T090000Z",
                $"RECURRENCE-ID;TZID=Europe/Paris:{day}T140000",
                $"DTSTART;TZID=Europe/Paris:{start}",
                $"DTEND;TZID=Europe/Paris:{end}",
                "SUMMARY:Rencontre",
                .. more.Length > 0 ? new[] { more } : [],
                "END:VEVENT",
                "",
            ]
        );

    private async Task<DavResource> Roadmap()
    {
        var files = await _place.Client.Files.Propfind("", DavDepth.Infinity, default);
        return files.Resources.Single(file =>
            file.Path.StartsWith("Comité", StringComparison.Ordinal)
            && file.Path.EndsWith("/Feuille de route.docx", StringComparison.Ordinal)
        );
    }

    private async Task<string> Text()
    {
        var file = (await _place.Client.Files.GetFile((await Roadmap()).Path, default))!;
        using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        return string.Concat(
            XElement
                .Load(stream)
                .Descendants()
                .Where(one => one.Name.LocalName == "t")
                .Select(one => one.Value)
        );
    }

    private async Task<IReadOnlyList<string>> Labels()
    {
        using var http = new HttpClient { BaseAddress = _place.Server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Workplace.Password}"))
        );
        using var request = new HttpRequestMessage(
            new HttpMethod("PROPFIND"),
            $"remote.php/dav/versions/admin/versions/{(await Roadmap()).FileId}"
        );
        request.Content = new StringContent(
            """<d:propfind xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:prop><nc:version-label/></d:prop></d:propfind>""",
            Encoding.UTF8,
            "application/xml"
        );
        using var answer = await http.SendAsync(request);
        return
        [
            .. XElement
                .Parse(await answer.Content.ReadAsStringAsync())
                .Descendants()
                .Where(one => one.Name.LocalName == "version-label")
                .Select(one => one.Value),
        ];
    }

    /// <summary>A run that ends well, and another that finds nothing to do and labels nothing.</summary>
    private async Task Apply(Territory territory)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var again = await _place.ApplyAsync(territory);
        Assert.That(again.Results.Select(result => result.Step.Key), Is.Empty);
        Assert.That(again.Requests.Keys, Has.None.EqualTo("PUT").And.None.EqualTo("PROPPATCH"));
    }
}
