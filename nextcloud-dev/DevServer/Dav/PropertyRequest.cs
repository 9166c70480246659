using System.Xml.Linq;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Dav;

/// <summary>What a PROPFIND (or the <c>prop</c> of a REPORT) asks for (RFC 4918, 9.1).</summary>
/// <param name="All"><c>allprop</c>, or no body at all.</param>
/// <param name="NamesOnly"><c>propname</c>.</param>
/// <param name="Names">The names asked for; with <c>allprop</c> those of <c>include</c>.</param>
internal sealed record PropertyRequest(bool All, bool NamesOnly, IReadOnlyList<XName> Names)
{
    public static readonly PropertyRequest AllProperties = new(true, false, []);

    /// <exception cref="DavException">400: not a propfind.</exception>
    public static async Task<PropertyRequest> Read(HttpRequest request, CancellationToken ct)
    {
        var body = await DavXml.Read(request, D + "propfind", ct);
        return body is null ? AllProperties : Of(body);
    }

    /// <summary>From any element that holds <c>prop</c>, <c>propname</c> or <c>allprop</c>.</summary>
    public static PropertyRequest Of(XElement holder)
    {
        if (holder.Element(D + "prop") is { } prop)
            return new(false, false, [.. prop.Elements().Select(e => e.Name).Distinct()]);
        if (holder.Element(D + "propname") is not null)
            return new(false, true, []);
        var include = holder.Element(D + "include")?.Elements().Select(e => e.Name) ?? [];
        return new(true, false, [.. include]);
    }
}
