using System.Net;
using System.Xml.Linq;
using Connector.Connector.Tests.Service;
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

    /// <summary>Light pixels between two heights.</summary>
    private static int Inked(SKBitmap picture, int top, int bottom) =>
        Enumerable
            .Range(top, bottom - top)
            .Sum(y => Enumerable.Range(0, picture.Width).Count(x => picture.GetPixel(x, y).Red > 200));
}
