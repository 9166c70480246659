namespace Connector.Nextcloud.Http;

/// <summary>The verbs of HTTP, WebDAV (RFC 4918, 3253, 5323) and CalDAV (RFC 4791), and what may be repeated.</summary>
internal static class Verbs
{
    public static readonly HttpMethod Propfind = new("PROPFIND");
    public static readonly HttpMethod Proppatch = new("PROPPATCH");
    public static readonly HttpMethod Report = new("REPORT");
    public static readonly HttpMethod Search = new("SEARCH");
    public static readonly HttpMethod Mkcol = new("MKCOL");
    public static readonly HttpMethod Copy = new("COPY");
    public static readonly HttpMethod Move = new("MOVE");

    /// <summary>
    /// Whether the verb only reads. A stock "retry the safe methods" policy knows GET, HEAD and OPTIONS and takes
    /// MKCOL or COPY for something harmless; this list is closed the other way round: unknown means unsafe.
    /// </summary>
    public static bool OnlyReads(HttpMethod verb) =>
        verb == HttpMethod.Get
        || verb == HttpMethod.Head
        || verb == HttpMethod.Options
        || verb == Propfind
        || verb == Report
        || verb == Search;

    /// <summary>Whether the request behind an answer may have changed something.</summary>
    public static bool MayHaveActed(HttpResponseMessage answer) =>
        answer.RequestMessage is not { } request || !OnlyReads(request.Method);

    /// <summary>Whether one attempt may work on a whole tree and needs the long time-out.</summary>
    public static bool IsLong(HttpMethod verb) => verb == Copy || verb == Move || verb == HttpMethod.Post;
}
