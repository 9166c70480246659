using System.Net;
using System.Xml.Linq;
using Connector.Connector.Tests.Service;
using Connector.DevServer.Faults;
using Connector.Web.Public;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SkiaSharp;

namespace Connector.Tests.Console;

/// <summary>What everybody sees of a network that wants to be seen, and nobody of any other.</summary>
public sealed class PublicPageTrials
{
    [Test]
    public async Task A_network_is_public_only_when_its_file_says_so_and_names_no_person()
    {
        await using var place = await ConsolePlace.OpenAsync();
        await place.Service.RunAsync();
        using var anybody = new ConsoleBrowser(place.Address);
        using var unseen = await anybody.GetAsync("/reseau/vallon/image.png");
        Assert.That(unseen.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var hidden = await anybody.GetAsync("/reseau/vallon");
        Assert.That(hidden.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        await place.Service.DisposeAsync();
        await File.AppendAllTextAsync(place.Terminal.Territory, "\npage-publique: oui\n");
        await place.StartAsync();
        var page = await anybody.ReadAsync("/reseau/vallon");
        Assert.That(page, Does.Contain("Vallon").And.Contain("og:title").And.Contain("Nous rejoindre"));
        foreach (var person in new[] { "Inès", "Noé", "Zoé", "@" })
        {
            Assert.That(page, Does.Not.Contain(person));
        }

        Assert.That(page, Does.Contain("/reseau/vallon/image.png"));
        using var picture = await anybody.GetAsync("/reseau/vallon/image.png");
        Assert.That(picture.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
        using var drawn = SKBitmap.Decode(await picture.Content.ReadAsByteArrayAsync());
        Assert.That((drawn.Width, drawn.Height), Is.EqualTo((1200, 630)));
        Assert.That(
            Inked(drawn, 100, 200),
            Is.GreaterThan(500),
            "the name is written, on a machine without fonts too"
        );

        var feed = XDocument.Parse(await anybody.SourceAsync("/reseau/vallon/actualites.xml"));
        Assert.That(feed.Root!.Element("channel")!.Element("title")!.Value, Does.Contain("Vallon"));
        Assert.That(
            await anybody.SourceAsync("/reseau/vallon/dates.ics"),
            Does.StartWith("BEGIN:VCALENDAR").And.Not.Contain("ATTENDEE").And.Not.Contain("ORGANIZER")
        );
    }

    [Test]
    public async Task The_first_visitor_waits_for_no_server()
    {
        await using var place = await ConsolePlace.OpenAsync(start: false);
        await File.AppendAllTextAsync(place.Terminal.Territory, "\npage-publique: oui\n");
        await place.StartAsync();
        await place
            .Service.Services.GetServices<IHostedService>()
            .OfType<FirstReadings>()
            .Single()
            .ExecuteTask!;
        var asked = place.Place.Server.RequestsByVerb.Values.Sum();
        Assert.That(asked, Is.Positive);
        using var anybody = new ConsoleBrowser(place.Address);
        Assert.That(await anybody.ReadAsync("/reseau/vallon"), Does.Contain("Nous rejoindre"));
        Assert.That(place.Place.Server.RequestsByVerb.Values.Sum(), Is.EqualTo(asked));
    }

    [TestCase("")]
    [TestCase("/actualites.xml")]
    public async Task While_its_server_is_away_a_network_asks_to_come_back(string path)
    {
        await using var place = await ConsolePlace.OpenAsync(start: false);
        await File.AppendAllTextAsync(place.Terminal.Territory, "\npage-publique: oui\n");
        place.Place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Status = 403,
                Times = 0,
            }
        );
        await place.StartAsync();
        using var anybody = new ConsoleBrowser(place.Address);
        using var answer = await anybody.GetAsync($"/reseau/vallon{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(answer.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(await ConsoleBrowser.WordsAsync(answer), Does.Contain("Revenez dans quelques minutes"));
    }

    [Test]
    public async Task The_map_shows_places_and_nobody()
    {
        await using var place = await ConsolePlace.OpenAsync(start: false);
        await File.WriteAllTextAsync(
            place.Terminal.At("annuaire.csv"),
            "id,nom,commune,latitude,longitude,typologie,état\n"
                + "ml-val,Mission locale,L'Argentière,44.79,6.55,ML,membre\n"
                + "secret,Club à rencontrer,L'Argentière,44.80,6.56,,à rencontrer\n"
        );
        var text = await File.ReadAllTextAsync(place.Terminal.Territory);
        await File.WriteAllTextAsync(
            place.Terminal.Territory,
            text.Replace("organisations:", "annuaire: annuaire.csv\npage-publique: oui\norganisations:")
        );
        await place.StartAsync();
        await place.Service.RunAsync();
        using var anybody = new ConsoleBrowser(place.Address);
        Assert.That(
            await anybody.SourceAsync("/reseau/vallon"),
            Does.Contain("href=\"/reseau/vallon/carte\"")
        );
        using var answer = await anybody.GetAsync("/reseau/vallon/carte");
        var map = await ConsoleBrowser.WordsAsync(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), map);
        Assert.That(
            map,
            Does.Contain("Mission locale")
                .And.Contain("data-at=\"44.79 6.55\"")
                .And.Contain("<a href=\"/reseau/vallon\">")
                .And.Not.Contain("Club à rencontrer")
                .And.Not.Contain("Inès")
        );
        Assert.That(
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'")
        );
        using var unknown = await anybody.GetAsync("/reseau/ailleurs/carte");
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    /// <summary>Light pixels between two heights.</summary>
    private static int Inked(SKBitmap picture, int top, int bottom) =>
        Enumerable
            .Range(top, bottom - top)
            .Sum(y => Enumerable.Range(0, picture.Width).Count(x => picture.GetPixel(x, y).Red > 200));
}
