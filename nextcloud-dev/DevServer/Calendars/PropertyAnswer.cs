using System.Xml.Linq;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Calendars;

/// <summary>Picks from what a resource has what a request asked for.</summary>
internal static class PropertyAnswer
{
    public static async Task Write(
        MultiStatusWriter writer,
        string href,
        PropertyRequest asked,
        IEnumerable<XElement> has,
        CancellationToken ct
    )
    {
        var all = has.ToList();
        if (asked.NamesOnly)
        {
            await writer.Response(href, all.ConvertAll(property => new XElement(property.Name)), [], ct);
            return;
        }

        if (asked.All)
        {
            await writer.Response(href, all, [], ct);
            return;
        }

        var byName = all.ToDictionary(property => property.Name);
        var found = asked.Names.Where(byName.ContainsKey).Select(name => byName[name]).ToList();
        var missing = asked.Names.Where(name => !byName.ContainsKey(name)).ToList();
        await writer.Response(href, found, missing, ct);
    }
}
