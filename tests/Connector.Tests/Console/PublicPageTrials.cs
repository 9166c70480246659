using System.Net;
using System.Xml.Linq;
using Connector.Connector.Tests.Service;

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

        var feed = XDocument.Parse(await anybody.SourceAsync("/reseau/vallon/actualites.xml"));
        Assert.That(feed.Root!.Element("channel")!.Element("title")!.Value, Does.Contain("Vallon"));
        Assert.That(
            await anybody.SourceAsync("/reseau/vallon/dates.ics"),
            Does.StartWith("BEGIN:VCALENDAR").And.Not.Contain("ATTENDEE").And.Not.Contain("ORGANIZER")
        );
    }
}
