using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.DevServer.Dav;

/// <summary>
/// Writes a 207 (RFC 4918, 13) as it goes, so that a listing of any length needs little memory. Call
/// <see cref="Response"/> per resource and dispose to finish.
/// </summary>
internal sealed class MultiStatusWriter : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;
    private readonly HttpResponse _response;
    private readonly MemoryStream _pending = new();
    private readonly XmlWriter _xml;

    public MultiStatusWriter(HttpResponse response)
    {
        _response = response;
        response.StatusCode = 207;
        response.ContentType = "application/xml; charset=utf-8";
        _xml = XmlWriter.Create(
            _pending,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(false),
                CheckCharacters = false,
                Async = true,
            }
        );
        _xml.WriteStartDocument();
        _xml.WriteStartElement("d", "multistatus", DavNames.D.NamespaceName);
        foreach (var (prefix, ns) in DavNames.Declared)
            _xml.WriteAttributeString("xmlns", prefix, null, ns.NamespaceName);
    }

    /// <summary>
    /// One resource with its properties grouped by status: usually 200 with values and 404 with names. An empty group
    /// is left out; none at all gives an empty 200.
    /// </summary>
    /// <param name="href">Encoded path.</param>
    public async Task Response(
        string href,
        IEnumerable<(int Status, IEnumerable<XElement> Properties)> propstats,
        CancellationToken ct
    )
    {
        Start(href);
        foreach (var (status, properties) in propstats)
            WritePropstat(status, properties);
        _xml.WriteEndElement();
        await FlushIfLarge(ct);
    }

    /// <summary>The usual case: values found, and names of those that are not there.</summary>
    public Task Response(
        string href,
        IReadOnlyCollection<XElement> found,
        IReadOnlyCollection<XName> missing,
        CancellationToken ct
    )
    {
        var groups = new List<(int, IEnumerable<XElement>)>(2);
        if (found.Count > 0 || missing.Count == 0)
            groups.Add((200, found));
        if (missing.Count > 0)
            groups.Add((404, missing.Select(name => new XElement(name))));
        return Response(href, groups, ct);
    }

    /// <summary>A resource that has one status as a whole: 404 in a sync report or a multiget.</summary>
    public async Task Status(string href, int status, CancellationToken ct)
    {
        Start(href);
        _xml.WriteElementString("d", "status", DavNames.D.NamespaceName, Line(status));
        _xml.WriteEndElement();
        await FlushIfLarge(ct);
    }

    /// <summary>Something beside the responses: <c>d:sync-token</c>.</summary>
    public void Append(XElement element) => element.WriteTo(_xml);

    public async ValueTask DisposeAsync()
    {
        await _xml.DisposeAsync();
        await Flush(CancellationToken.None);
        await _pending.DisposeAsync();
    }

    private static string Line(int status) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}"
        );

    private void Start(string href)
    {
        _xml.WriteStartElement("d", "response", DavNames.D.NamespaceName);
        _xml.WriteElementString("d", "href", DavNames.D.NamespaceName, href);
    }

    private void WritePropstat(int status, IEnumerable<XElement> properties)
    {
        _xml.WriteStartElement("d", "propstat", DavNames.D.NamespaceName);
        _xml.WriteStartElement("d", "prop", DavNames.D.NamespaceName);
        foreach (var property in properties)
            property.WriteTo(_xml);
        _xml.WriteEndElement();
        _xml.WriteElementString("d", "status", DavNames.D.NamespaceName, Line(status));
        _xml.WriteEndElement();
    }

    private async Task FlushIfLarge(CancellationToken ct)
    {
        if (_pending.Length < FlushAt)
            return;
        await _xml.FlushAsync();
        await Flush(ct);
    }

    private async Task Flush(CancellationToken ct)
    {
        await _response.Body.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), ct);
        _pending.SetLength(0);
    }
}
