using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Dav;

namespace Connector.DevServer.AddressBooks;

/// <summary>
/// The filter of an addressbook-query (RFC 6352, 10.5): properties that are there, are not, or hold words. Parameters of
/// properties let all pass.
/// </summary>
internal sealed class CardFilter
{
    private readonly List<XElement> _properties;
    private readonly bool _all;

    private CardFilter(XElement? filter)
    {
        _properties = [.. filter?.Elements(DavNames.Card + "prop-filter") ?? []];
        _all = (string?)filter?.Attribute("test") == "allof";
    }

    public static CardFilter Read(XElement query) => new(query.Element(DavNames.Card + "filter"));

    public bool Matches(Card card)
    {
        if (_properties.Count == 0)
            return true;
        var lines = CardText
            .Lines(Encoding.UTF8.GetString(card.Data))
            .ToLookup(line => line.Name, line => line.Value, StringComparer.OrdinalIgnoreCase);
        return _all
            ? _properties.TrueForAll(property => Holds(property, lines))
            : _properties.Exists(property => Holds(property, lines));
    }

    private static bool Holds(XElement property, ILookup<string, string> lines)
    {
        var values = lines[(string?)property.Attribute("name") ?? ""].ToList();
        if (property.Element(DavNames.Card + "is-not-defined") is not null)
            return values.Count == 0;
        var matches = property.Elements(DavNames.Card + "text-match").ToList();
        if (matches.Count == 0)
            return values.Count > 0;
        return (string?)property.Attribute("test") == "allof"
            ? matches.TrueForAll(match => values.Exists(value => Fits(match, value)))
            : matches.Exists(match => values.Exists(value => Fits(match, value)));
    }

    private static bool Fits(XElement match, string value)
    {
        var found = ((string?)match.Attribute("match-type") ?? "contains") switch
        {
            "equals" => value.Equals(match.Value, StringComparison.OrdinalIgnoreCase),
            "starts-with" => value.StartsWith(match.Value, StringComparison.OrdinalIgnoreCase),
            "ends-with" => value.EndsWith(match.Value, StringComparison.OrdinalIgnoreCase),
            _ => value.Contains(match.Value, StringComparison.OrdinalIgnoreCase),
        };
        return found != ((string?)match.Attribute("negate-condition") == "yes");
    }
}
