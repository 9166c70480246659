using System.Xml;
using System.Xml.Linq;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// Reads a 207 (RFC 4918, 13) one response at a time. No DTD, no external entity, bounded characters; unknown
/// elements are skipped. Sample:
/// <code>
/// &lt;d:multistatus xmlns:d="DAV:"&gt;&lt;d:response&gt;&lt;d:href&gt;/remote.php/dav/files/u/a%20b&lt;/d:href&gt;
/// &lt;d:propstat&gt;&lt;d:prop&gt;…&lt;/d:prop&gt;&lt;d:status&gt;HTTP/1.1 200 OK&lt;/d:status&gt;&lt;/d:propstat&gt;
/// &lt;/d:response&gt;&lt;d:sync-token&gt;…&lt;/d:sync-token&gt;&lt;/d:multistatus&gt;
/// </code>
/// </summary>
internal static class MultistatusReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 64 * 1024 * 1024,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // A control character in one file's name must not hide all the others.
        CheckCharacters = false,
    };

    /// <param name="body">The answer's.</param>
    /// <param name="syncToken">Told the token behind the responses, where there is one (RFC 6578, 6.4).</param>
    /// <exception cref="XmlException">Not well formed, has a DTD, or is not a multistatus.</exception>
    public static IEnumerable<MultistatusResponse> Read(Stream body, Action<string>? syncToken = null)
    {
        using var reader = XmlReader.Create(body, Settings);
        if (reader.MoveToContent() != XmlNodeType.Element || Name(reader) != DavNames.D + "multistatus")
            throw new XmlException("Not a multistatus.");
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && Name(reader) == DavNames.D + "response")
                yield return Response((XElement)XNode.ReadFrom(reader));
            else if (reader.NodeType == XmlNodeType.Element && Name(reader) == DavNames.D + "sync-token")
                syncToken?.Invoke(((XElement)XNode.ReadFrom(reader)).Value.Trim());
            else if (reader.NodeType == XmlNodeType.Element)
                reader.Skip();
            else
                reader.Read();
        }
    }

    private static XName Name(XmlReader reader) => XName.Get(reader.LocalName, reader.NamespaceURI);

    private static MultistatusResponse Response(XElement response)
    {
        var properties = new Dictionary<XName, PropertyValue>();
        foreach (var propstat in response.Elements(DavNames.D + "propstat"))
        {
            var status = Status(propstat.Element(DavNames.D + "status")) ?? 200;
            foreach (var property in propstat.Element(DavNames.D + "prop")?.Elements() ?? [])
                properties[property.Name] = new PropertyValue(status, property);
        }
        return new MultistatusResponse(
            response.Element(DavNames.D + "href")?.Value.Trim() ?? "",
            Status(response.Element(DavNames.D + "status")),
            properties
        );
    }

    /// <summary>200 of <c>HTTP/1.1 200 OK</c>.</summary>
    private static int? Status(XElement? line) =>
        line?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..]
        && int.TryParse(code, out var n)
            ? n
            : null;
}

/// <summary>One response. <see cref="Status"/> is set when the whole resource has one (404 in a sync report).</summary>
internal sealed record MultistatusResponse(
    string Href,
    int? Status,
    IReadOnlyDictionary<XName, PropertyValue> Properties
)
{
    /// <summary>The element of a property that was found (2xx), else null.</summary>
    public XElement? Find(XName name) =>
        Properties.TryGetValue(name, out var value) && value.Status is >= 200 and < 300
            ? value.Element
            : null;

    public string? Text(XName name) => Find(name)?.Value is { Length: > 0 } text ? text : null;

    /// <summary>The worst status among the properties: a PROPPATCH answers 207 even when it refused.</summary>
    public int WorstStatus => Properties.Values.Select(p => p.Status).Append(Status ?? 0).Max();
}

internal readonly record struct PropertyValue(int Status, XElement Element);
