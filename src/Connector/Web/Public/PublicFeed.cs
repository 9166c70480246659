using System.Globalization;
using System.Text;
using System.Xml;
using Connector.Domain.Publicity;
using Connector.Web.Console;

namespace Connector.Web.Public;

/// <summary>RSS 2.0: what a reader of feeds or a town's own site shows of the network.</summary>
internal static class PublicFeed
{
    /// <param name="network">What is public.</param>
    /// <param name="page">Who asks, in which language.</param>
    /// <param name="now">Of <c>lastBuildDate</c>.</param>
    public static string Write(PublicNetwork network, PageScope page, DateTimeOffset now)
    {
        var request = page.Http.Request;
        var address = $"{request.Scheme}://{request.Host}{request.Path}".Replace(
            "/actualites.xml",
            "",
            StringComparison.Ordinal
        );
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", network.Name);
            xml.WriteElementString("link", address);
            xml.WriteElementString("description", network.Purpose);
            xml.WriteElementString("language", page.Say("fr", "en"));
            xml.WriteElementString("lastBuildDate", Moment(now));
            if (network.Roadmap is { } roadmap)
            {
                Item(
                    xml,
                    page.Say(
                        $"Feuille de route, version {roadmap.Version}",
                        $"Roadmap, version {roadmap.Version}"
                    ),
                    page.Say(
                        $"Publiée le {page.Short(DateOnly.FromDateTime(page.Local(roadmap.At)))}.",
                        $"Published on {page.Short(DateOnly.FromDateTime(page.Local(roadmap.At)))}."
                    ),
                    address,
                    $"roadmap-{roadmap.Version}",
                    roadmap.At
                );
            }

            foreach (var document in network.Documents)
            {
                Item(
                    xml,
                    document.Title,
                    page.Say("À lire.", "To read."),
                    document.Link.AbsoluteUri,
                    document.Link.AbsoluteUri,
                    null
                );
            }

            foreach (var meeting in network.Dates)
            {
                Item(
                    xml,
                    $"{page.Day(meeting.Date)} : {meeting.Title}",
                    $"{page.Hour(meeting.Start)}{(meeting.Place.Length > 0 ? $", {meeting.Place}" : "")}",
                    address,
                    $"{meeting.Uid}/{meeting.OriginalStart:yyyyMMddTHHmm}",
                    null
                );
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Item(
        XmlWriter xml,
        string title,
        string description,
        string link,
        string id,
        DateTimeOffset? at
    )
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", title);
        xml.WriteElementString("description", description);
        xml.WriteElementString("link", link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(id);
        xml.WriteEndElement();
        if (at is { } moment)
        {
            xml.WriteElementString("pubDate", Moment(moment));
        }

        xml.WriteEndElement();
    }

    /// <summary>RFC 822, section 5.1, as RSS 2.0 asks for.</summary>
    private static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
