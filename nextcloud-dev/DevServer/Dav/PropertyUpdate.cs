using System.Xml.Linq;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Dav;

/// <summary>One instruction of a PROPPATCH, in document order (RFC 4918, 9.2).</summary>
/// <param name="Value">The property as sent; null removes it.</param>
internal sealed record PropertyChange(XName Name, XElement? Value);

internal static class PropertyUpdate
{
    /// <exception cref="DavException">400: not a propertyupdate.</exception>
    public static async Task<IReadOnlyList<PropertyChange>> Read(HttpRequest request, CancellationToken ct)
    {
        var body = await DavXml.Expect(request, D + "propertyupdate", ct);
        return
        [
            .. body.Elements()
                .Where(e => e.Name == D + "set" || e.Name == D + "remove")
                .SelectMany(e =>
                    e.Elements(D + "prop")
                        .Elements()
                        .Select(p => new PropertyChange(p.Name, e.Name == D + "set" ? p : null))
                ),
        ];
    }
}
