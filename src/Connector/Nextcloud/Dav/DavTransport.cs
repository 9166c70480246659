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
        var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
        if (answer.StatusCode != HttpStatusCode.NotFound || !IsPage(answer))
            return answer;
        answer.Dispose();
        throw NextcloudFaults.Malformed(baseUrl, mayHaveActed: !Verbs.OnlyReads(request.Verb));
    }

    /// <summary>A file as a server gives it, with its ETag: a page without one stands in the file's place.</summary>
    public HttpResponseMessage Bytes(DavRequest request, HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw Unexpected(request, answer);
        return IsPage(answer) && ETags.Of(answer) is null ? throw NextcloudFaults.Malformed(baseUrl) : answer;
    }

    /// <summary>
    /// The responses of a PROPFIND, REPORT or SEARCH; null when the collection does not exist (404), which is not
    /// the same as empty.
    /// </summary>
    public Task<IReadOnlyList<MultistatusResponse>?> Multistatus(DavRequest request, CancellationToken ct) =>
        Multistatus<IReadOnlyList<MultistatusResponse>>(request, responses => [.. responses], ct);

    /// <summary>As above, each response being let go once it was read: ten thousand of them are many megabytes.</summary>
    public async Task<T?> Multistatus<T>(
        DavRequest request,
        Func<IEnumerable<MultistatusResponse>, T> read,
        CancellationToken ct
    )
        where T : class
    {
        using var answer = await Send(request, ct);
        return answer.StatusCode switch
        {
            HttpStatusCode.MultiStatus => await Read(answer, read, null, ct),
            HttpStatusCode.NotFound => null,
            _ => throw Unexpected(request, answer),
        };
    }

    public Task<IReadOnlyList<MultistatusResponse>> Read(HttpResponseMessage answer, CancellationToken ct) =>
        Read<IReadOnlyList<MultistatusResponse>>(answer, responses => [.. responses], null, ct);

    /// <param name="answer">A 207.</param>
    /// <param name="read">Makes of the responses what is wanted.</param>
    /// <param name="syncToken">See <see cref="MultistatusReader.Read"/>.</param>
    /// <param name="ct">Stops.</param>
    public async Task<T> Read<T>(
        HttpResponseMessage answer,
        Func<IEnumerable<MultistatusResponse>, T> read,
        Action<string>? syncToken,
        CancellationToken ct
    )
    {
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(ct);
            return read(MultistatusReader.Read(body, syncToken));
        }
        catch (XmlException e)
        {
            throw NextcloudFaults.Malformed(baseUrl, e, Verbs.MayHaveActed(answer));
        }
    }

    /// <summary>A 200 that the verb does not know is no answer of a Nextcloud.</summary>
    public NextcloudException Unexpected(DavRequest request, HttpResponseMessage answer)
    {
        var mayHaveActed = !Verbs.OnlyReads(request.Verb);
        return answer.StatusCode == HttpStatusCode.OK
            ? NextcloudFaults.Malformed(baseUrl, mayHaveActed: mayHaveActed)
            : NextcloudFaults.Unexpected(baseUrl, request.Verb.Method, (int)answer.StatusCode, mayHaveActed);
    }

    /// <summary>Errors of WebDAV are XML. A portal or a proxy says 404 with a page, of what may well be there.</summary>
    private static bool IsPage(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "text/html";

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
