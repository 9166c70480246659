using System.Xml.Linq;

namespace Connector.Nextcloud.Dav;

/// <summary>How deep a PROPFIND or COPY goes (RFC 4918, 10.2).</summary>
internal enum DavDepth
{
    Zero,
    One,
    Infinity,
}

/// <summary>One WebDAV request. <see cref="Address"/> is relative to the server's base address, encoded.</summary>
internal sealed record DavRequest(HttpMethod Verb, string Address)
{
    public DavDepth? Depth { get; init; }

    public XElement? Xml { get; init; }

    public HttpContent? Content { get; init; }

    /// <summary>
    /// Whether the caller reads the body as it comes, however long it is, instead of its being held in memory: a body
    /// cut on the way is then the caller's to notice.
    /// </summary>
    public bool Streams { get; init; }

    /// <summary>Further headers: <c>If-Match</c>, <c>Destination</c>, <c>OC-Checksum</c> …</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
