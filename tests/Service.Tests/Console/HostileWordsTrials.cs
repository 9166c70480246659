using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>
/// Names, titles and places are written by many hands, and one of them may mean harm: on no page, in no picture and in no feed
/// do their words become anything but words.
/// </summary>
public sealed class HostileWordsTrials
{
    /// <summary>Ends an attribute, an element, a script and a comment, and begins an element of its own.</summary>
    private const string Poison = "\\\"'--></script></textarea><poison onload=alert(1)>&{{7*7}}";

    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        var text = await File.ReadAllTextAsync(_place.Terminal.Territory);
        foreach (
            var (words, key) in new[]
            {
                ("Fixer le cap.", "raison d'être"),
                ("Que personne ne reste seul devant un écran.", "raison d'être"),
                ("CCAS de l'Argentière", "nom"),
                ("L'Argentière", "commune"),
                ("Saint-Exupère", "nom"),
                ("Mairie", "lieu"),
            }
        )
        {
            Assert.That(text, Does.Contain($"{key}: {words}\n"));
            text = text.Replace($"{key}: {words}\n", $"{key}: \"{words} {Poison}\"\n");
        }

        text = text.Replace("titre: Comité stratégique\n", $"titre: \"Comité {Poison}\"\n");
        await File.WriteAllTextAsync(_place.Terminal.Territory, $"page-publique: oui\n{text}");
        await _place.StartAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser?.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task They_stay_words_wherever_they_are_shown()
    {
        var (seen, told) = (new HashSet<string>(StringComparer.Ordinal), 0);
        var left = new Queue<string>(["/", "/t/vallon", "/reseau/vallon", "/t/vallon/annuaire/carte/pleine"]);
        while (left.TryDequeue(out var path) && seen.Count < 200)
        {
            if (!seen.Add(path) || path.Contains("/mois=", StringComparison.Ordinal))
            {
                continue;
            }

            using var answer = await _browser.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.That(body, Does.Not.Contain("<poison").IgnoreCase, path);
            Assert.That(body, Does.Not.Match("(href|src)=[\"']?javascript:"), path);
            told += body.Contains("poison", StringComparison.Ordinal) ? 1 : 0;
            foreach (Match link in Regex.Matches(body, "(?:href|src)=\"(/[^\"#]*)"))
            {
                var to = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (
                    !to.Contains("mois=", StringComparison.Ordinal)
                    && !to.Contains("relire", StringComparison.Ordinal)
                )
                {
                    left.Enqueue(to);
                }
            }
        }

        TestContext.Out.WriteLine($"{seen.Count} addresses, {told} with hostile words");
        Assert.That(told, Is.GreaterThan(10), "the search has something to search");
    }

    /// <summary>What somebody else put into an address.</summary>
    [TestCase("/t/vallon/annuaire?mots={0}&type={0}&commune={0}&etat={0}&page={0}")]
    [TestCase("/t/vallon/actions?mots={0}&qui={0}&groupe={0}&etat={0}")]
    [TestCase("/t/vallon/comptes-rendus/decisions?mots={0}&du={0}&au={0}&groupe={0}")]
    [TestCase("/t/vallon/couverture?lieu={0}")]
    [TestCase("/t/vallon/rencontres?mois={0}&vue={0}&groupe={0}")]
    [TestCase("/t/vallon/rencontres/rythme?texte={0}")]
    [TestCase("/t/vallon/rencontres/ajouter?titre={0}&lieu={0}&faute=titre&cle={0}")]
    [TestCase("/t/vallon/feuilles-de-route/reseau/signer?qualite={0}&faute=qualite")]
    [TestCase("/t/vallon/plan?partie={0}")]
    [TestCase("/t/vallon/annuaire/structures/{0}")]
    [TestCase("/t/vallon/annuaire/import/{0}?dans={0}")]
    [TestCase("/t/vallon/reglages/modeles/{0}?genre={0}")]
    [TestCase("/t/vallon/reglages/journal?avant={0}")]
    [TestCase("/connexion?retour={0}&erreur={0}")]
    [TestCase("/secours?code={0}")]
    [TestCase("/t/{0}")]
    public async Task Words_of_an_address_stay_words_and_write_no_header(string address)
    {
        foreach (
            var word in new[]
            {
                "\"'></script><poison onload=alert(1)>",
                "x\r\nX-Poison: 1",
                "../../../../etc/passwd",
                "..%2f..%2f..%2fetc%2fpasswd",
                "' OR 1=1 --",
                "\0",
                new string('é', 900),
            }
        )
        {
            var path = string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                address,
                Uri.EscapeDataString(word)
            );
            using var answer = await _browser.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.That((int)answer.StatusCode, Is.LessThan(500), path);
            Assert.That(body, Does.Not.Contain("<poison").And.Not.Contain("root:x:"), path);
            Assert.That(answer.Headers.Contains("X-Poison"), Is.False, path);
        }
    }

    [TestCase("//ailleurs.example/")]
    [TestCase("/\\ailleurs.example/")]
    [TestCase("https://ailleurs.example/")]
    [TestCase("/%0d%0aLocation:%20https://ailleurs.example/")]
    public async Task Choosing_a_language_leads_nowhere_else(string back)
    {
        var token = Regex
            .Match(await _browser.SourceAsync("/t/vallon"), "name=\"jeton\" value=\"([^\"]+)\"")
            .Groups[1]
            .Value;
        using var answer = await _browser.PostAsync(
            "/langue",
            KeyValuePair.Create("jeton", token),
            KeyValuePair.Create("langue", "fr"),
            KeyValuePair.Create("retour", back)
        );
        var to = new Uri(_place.Address, answer.Headers.Location!);
        Assert.That(to.Authority, Is.EqualTo(_place.Address.Authority));
    }
}
