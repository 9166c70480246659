using System.Text;

namespace Connector.DevServer.Dav;

/// <summary>How deep a request goes (RFC 4918, 10.2).</summary>
internal enum DavDepth
{
    Zero,
    One,
    Infinity,
}

/// <summary>Request headers of RFC 4918 and RFC 9110, read in one place.</summary>
internal static class DavHeaders
{
    /// <summary><paramref name="missing"/> when there is no header, as each verb has its own default.</summary>
    public static DavDepth Depth(HttpRequest request, DavDepth missing) =>
        request.Headers["Depth"].ToString() switch
        {
            "" => missing,
            "0" => DavDepth.Zero,
            "1" => DavDepth.One,
            var other when other.Equals("infinity", StringComparison.OrdinalIgnoreCase) => DavDepth.Infinity,
            // As sabre has it: a number above 1 goes deeper, anything else counts as no header at all.
            var other when other.All(char.IsAsciiDigit) => DavDepth.Infinity,
            _ => missing,
        };

    /// <summary>True unless <c>Overwrite: F</c>.</summary>
    /// <exception cref="DavException">400: neither T nor F.</exception>
    public static bool Overwrite(HttpRequest request) =>
        request.Headers["Overwrite"].ToString().ToUpperInvariant() switch
        {
            "" or "T" => true,
            "F" => false,
            _ => throw DavException.BadRequest("The HTTP Overwrite header should be either T or F"),
        };

    /// <summary>The decoded path of <c>Destination</c>, without the final slash; address or path alone.</summary>
    /// <exception cref="DavException">400: missing or unreadable.</exception>
    public static string Destination(HttpRequest request)
    {
        var value = request.Headers["Destination"].ToString();
        if (value.Length == 0)
            throw DavException.BadRequest("The destination header was not supplied");
        var path = value;
        if (!value.StartsWith('/'))
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var address))
                throw DavException.BadRequest("The destination header could not be read");
            // The host does not count, as on the real server: behind a proxy it is often another one.
            path = address.AbsolutePath;
        }
        return Uri.UnescapeDataString(path).Normalize(NormalizationForm.FormC).TrimEnd('/');
    }

    /// <summary>
    /// Checks <c>If-Match</c>, <c>If-None-Match</c> and <c>If-Unmodified-Since</c> (RFC 9110, 13.1).
    /// </summary>
    /// <param name="etag">With quotes; null when there is nothing at this address.</param>
    /// <param name="modified">Of what is there.</param>
    /// <returns>False when a GET or HEAD must answer 304.</returns>
    /// <exception cref="DavException">412.</exception>
    public static bool CheckConditions(HttpRequest request, string? etag, DateTimeOffset? modified = null)
    {
        var match = request.Headers.IfMatch.ToString();
        if (match.Length > 0)
        {
            if (etag is null)
                throw DavException.PreconditionFailed(
                    "An If-Match header was specified and the resource did not exist",
                    "If-Match"
                );
            if (!Matches(match, etag))
                throw DavException.PreconditionFailed(
                    "An If-Match header was specified, but none of the specified ETags matched.",
                    "If-Match"
                );
        }
        var noneMatch = request.Headers.IfNoneMatch.ToString();
        if (noneMatch.Length > 0 && etag is not null && Matches(noneMatch, etag))
        {
            if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                return false;
            throw DavException.PreconditionFailed(
                "An If-None-Match header was specified, but the ETag matched (or * was specified).",
                "If-None-Match"
            );
        }
        return CheckDates(request, modified, noneMatch.Length > 0);
    }

    private static bool CheckDates(HttpRequest request, DateTimeOffset? modified, bool hasNoneMatch)
    {
        if (modified is not { } at)
            return true;
        var headers = request.GetTypedHeaders();
        if (headers.IfUnmodifiedSince is { } unmodified && at > unmodified)
            throw DavException.PreconditionFailed(
                "An If-Unmodified-Since header was specified, but the entity has been changed since the specified date.",
                "If-Unmodified-Since"
            );
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return hasNoneMatch || !reads || headers.IfModifiedSince is not { } since || at > since;
    }

    private static bool Matches(string header, string etag) =>
        header.Trim() == "*"
        || header
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(one => Bare(one) == Bare(etag));

    // Some clients strip or add the quotes and the weak mark; sabre/dav forgives them.
    private static string Bare(string etag) =>
        etag.StartsWith("W/", StringComparison.Ordinal) ? etag[2..].Trim('"') : etag.Trim('"');
}
