using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Connector.Connector.Tests.Service;
using Connector.Jobs;

namespace Connector.Tests.Console;

/// <summary>No page grows with the network: 50 groups and 2,000 people fit on a slow telephone line as three do.</summary>
public sealed class LargeNetworkTrials
{
    /// <summary>Bytes of a page, before it is compressed.</summary>
    private const int Most = 100_000;

    private ConsolePlace _place = null!;
    private ConsoleBrowser _coordinator = null!;
    private ConsoleBrowser _member = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        await File.WriteAllTextAsync(_place.Terminal.Territory, LargeNetwork.Territory());
        await File.WriteAllTextAsync(_place.Terminal.At("annuaire.csv"), LargeNetwork.Directory());
        await File.WriteAllTextAsync(_place.Terminal.At("lieux.csv"), LargeNetwork.Places());
        await _place.StartAsync();
        await _place.AddAsync(LargeNetwork.Account(1), "coordination", "reseau", "groupe-01-animation");
        await _place.AddAsync(LargeNetwork.Account(2), "reseau", "groupe-50");
        _coordinator = new ConsoleBrowser(_place.Address);
        await _coordinator.SignInAsync(_place, LargeNetwork.Account(1));
        _member = new ConsoleBrowser(_place.Address);
        await _member.SignInAsync(_place, LargeNetwork.Account(2));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _coordinator?.Dispose();
        _member?.Dispose();
        await _place.DisposeAsync();
    }

    /// <summary>Before anything is set up the plan is at its longest; afterwards everything else is.</summary>
    [Test]
    public async Task Every_page_is_under_a_hundred_kilobytes_before_and_after_the_set_up()
    {
        var before = await MeasureAsync();
        Assert.That(before, Is.Empty);
        // All of the network, and two of its groups: the others' folders are like theirs.
        var (asked, _) = await _place.Service.Jobs.RequestAsync(
            new JobRequest("vallon", JobKind.Provision, "ines", "essai")
            {
                Groups = ["groupe-01", "groupe-50"],
            },
            default
        );
        var job = await _place.Service.EndOf(asked.Id);
        Assert.That(job.Outcome, Is.EqualTo("Done").Or.EqualTo("PartlyDone"), job.Summary);
        TestContext.Out.WriteLine($"set up: {job.Summary}");
        await _coordinator.ReadAsync("/t/vallon?relire=1");
        Assert.That(await MeasureAsync(), Is.Empty);
    }

    /// <summary>The map is the one page with a script in it, and the one that is packed.</summary>
    [TestCase("/reseau/vallon/carte")]
    [TestCase("/t/vallon/annuaire/carte/pleine")]
    public async Task The_map_is_under_a_hundred_kilobytes_as_it_is_sent(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await _coordinator.SendAsync(request);
        var sent = await answer.Content.ReadAsByteArrayAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
        await using var plain = new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress);
        using var page = new StreamReader(plain);
        Assert.That(await page.ReadToEndAsync(), Does.EndWith("</html>\n"));
        TestContext.Out.WriteLine($"{sent.Length} bytes {path}");
        Assert.That(sent, Has.Length.LessThan(Most));
    }

    /// <returns>What is too large, or did not come.</returns>
    private async Task<IReadOnlyList<string>> MeasureAsync()
    {
        var wrong = new List<string>();
        foreach (var (browser, path) in Paths())
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await browser.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            var took = Stopwatch.GetElapsedTime(started);
            var size = Encoding.UTF8.GetByteCount(page);
            TestContext.Out.WriteLine($"{size, 8} bytes {took.TotalMilliseconds, 6:0} ms  {path}");
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound) || size >= Most)
            {
                wrong.Add($"{path}: {answer.StatusCode}, {size} bytes");
            }
        }

        return wrong;
    }

    private IEnumerable<(ConsoleBrowser Browser, string Path)> Paths()
    {
        yield return (_coordinator, "/reseau/vallon");
        foreach (var path in Shared)
        {
            yield return (_coordinator, $"/t/vallon{path}");
            yield return (_member, $"/t/vallon{path}");
        }

        foreach (var path in Managed)
        {
            yield return (_coordinator, $"/t/vallon{path}");
        }
    }

    private static readonly string[] Shared =
    [
        "",
        "/groupes",
        "/groupes/groupe-01",
        "/groupes/groupe-50",
        "/rencontres",
        "/rencontres?vue=liste",
        "/rencontres/rythme",
        "/rencontres/abonnement",
        "/comptes-rendus",
        "/comptes-rendus/decisions",
        "/comptes-rendus/rattrapage",
        "/actions?etat=toutes",
        "/feuilles-de-route",
        "/feuilles-de-route/reseau",
        "/feuilles-de-route/groupe-50",
        "/relais",
    ];

    private static readonly string[] Managed =
    [
        "/rencontres/ajouter",
        "/annonces",
        "/plan",
        "/travaux",
        "/travaux/1",
        "/sante",
        "/annuaire",
        "/annuaire?quoi=personnes",
        "/annuaire?mots=saint",
        "/annuaire/structures/structure-001",
        "/annuaire/structures/structure-001/modifier",
        "/annuaire/personnes/personne-0001",
        "/annuaire/personnes/personne-0001/modifier",
        "/annuaire/personnes/personne-0001/droits",
        "/annuaire/import",
        "/annuaire/a-verifier",
        "/annuaire/visites",
        "/annuaire/carte",
        "/groupes/groupe-01/fermer",
        "/reglages/annonces",
        "/reglages/page-publique",
        "/reglages",
        "/reglages/groupes/groupe-50",
        "/reglages/modeles",
        "/reglages/jetons",
        "/reglages/journal",
        "/couverture",
        "/couverture?groupe=groupe-50",
    ];
}
