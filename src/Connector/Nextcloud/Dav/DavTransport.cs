using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Dav;

/// <summary>Sends WebDAV requests and reads their XML; knows verbs and headers, not files or calendars.</summary>
internal sealed class DavTransport(HttpClient http, Uri baseUrl)
{
    public Uri BaseUrl => baseUrl;

    public async Task<HttpResponseMessage> Send(DavRequest request, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(request.Verb, new Uri(baseUrl, request.Address));
        message.Content = request.Content ?? Xml(request.Xml);
        message.Options.Set(CountingHandler.Streams, request.Streams);
        if (request.Depth is { } depth)
            message.Headers.Add("Depth", Write(depth));
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    /// <summary>
    /// The responses of a PROPFIND, REPORT or SEARCH; null when the collection does not exist (404), which is not
    /// the same as empty.
    /// </summary>
    public async Task<IReadOnlyList<MultistatusResponse>?> Multistatus(
        DavRequest request,
        CancellationToken ct
    )
    {
        using var answer = await Send(request, ct);
        return answer.StatusCode switch
        {
            HttpStatusCode.MultiStatus => await Read(answer, ct),
            HttpStatusCode.NotFound => null,
            _ => throw Unexpected(request, answer),
        };
    }

    public async Task<IReadOnlyList<MultistatusResponse>> Read(
        HttpResponseMessage answer,
        CancellationToken ct
    )
    {
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(ct);
            return [.. MultistatusReader.Read(body)];
        }
        catch (XmlException e)
        {
            throw NextcloudFaults.Malformed(baseUrl, e, Verbs.MayHaveActed(answer));
        }
    }

    public NextcloudException Unexpected(DavRequest request, HttpResponseMessage answer) =>
        NextcloudFaults.Unexpected(
            baseUrl,
            request.Verb.Method,
            (int)answer.StatusCode,
            mayHaveActed: !Verbs.OnlyReads(request.Verb)
        );

    private static string Write(DavDepth depth) =>
        depth switch
        {
            DavDepth.Zero => "0",
            DavDepth.One => "1",
            _ => "infinity",
        };

    private static ByteArrayContent? Xml(XElement? body)
    {
        if (body is null)
            return null;
        using var bytes = new MemoryStream();
        using (
            var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })
        )
            body.Save(writer);
        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "utf-8");
        return content;
    }
}
