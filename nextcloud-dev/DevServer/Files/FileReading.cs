using System.Globalization;
using Connector.DevServer.Dav;
using Microsoft.Net.Http.Headers;

namespace Connector.DevServer.Files;

/// <summary>GET and HEAD, with ranges.</summary>
internal sealed class FileReading(FileActions actions)
{
    private const string FolderText =
        "This is the WebDAV interface. It can only be accessed by WebDAV clients such as the Nextcloud desktop sync client.";

    public async Task Get(FileRequest request)
    {
        var (http, entry) = (request.Http, request.View.Get(request.Path));
        if (entry.IsFolder)
        {
            http.Response.ContentType = "text/html; charset=UTF-8";
            await http.Response.WriteAsync(FolderText, request.Aborted);
            return;
        }
        Describe(http.Response, entry);
        if (!DavHeaders.CheckConditions(http.Request, entry.QuotedETag, entry.Modified))
        {
            DavErrors.Empty(http, 304);
            return;
        }
        var (from, length) = Range(http, entry);
        http.Response.ContentLength = length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await Send(http, entry, from, length, request.Aborted);
    }

    private static void Describe(HttpResponse response, Entry entry)
    {
        var type = MimeTypes.Of(entry.Name);
        response.ContentType = type.StartsWith("text/", StringComparison.Ordinal)
            ? type + ";charset=UTF-8"
            : type;
        response.Headers.ETag = entry.QuotedETag;
        response.Headers["OC-ETag"] = entry.QuotedETag;
        response.Headers.LastModified = entry.Modified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers["X-Accel-Buffering"] = "no";
        var name = Uri.EscapeDataString(entry.Name);
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{name}; filename=\"{name}\"";
        if (entry.Node.Checksum.Length > 0)
            response.Headers["OC-Checksum"] = entry.Node.Checksum;
    }

    /// <summary>One range at most (RFC 9110, 14); several give the whole file.</summary>
    private static (long From, long Length) Range(HttpContext http, Entry entry)
    {
        var whole = (0L, entry.Size);
        if (
            !RangeHeaderValue.TryParse(http.Request.Headers.Range.ToString(), out var header)
            || header.Ranges.Count != 1
            || IsStale(http.Request, entry)
        )
            return whole;
        var range = header.Ranges.First();
        var from = range.From ?? Math.Max(0, entry.Size - (range.To ?? 0));
        var to = range.From is null ? entry.Size - 1 : Math.Min(range.To ?? long.MaxValue, entry.Size - 1);
        if (from >= entry.Size)
        {
            http.Response.Headers.Remove("Content-Disposition");
            throw DavException.RangeNotSatisfiable(
                FormattableString.Invariant(
                    $"The start offset ({from}) exceeded the size of the entity ({entry.Size})"
                )
            );
        }
        http.Response.StatusCode = 206;
        http.Response.Headers.ContentRange = FormattableString.Invariant($"bytes {from}-{to}/{entry.Size}");
        return (from, to - from + 1);
    }

    private static bool IsStale(HttpRequest request, Entry entry)
    {
        var condition = request.Headers.IfRange.ToString();
        return condition.Length > 0
            && condition.Contains('"', StringComparison.Ordinal)
            && condition != entry.QuotedETag;
    }

    private async Task Send(HttpContext http, Entry entry, long from, long length, CancellationToken ct)
    {
        await using var file = actions.Open(entry);
        file.Position = from;
        var buffer = new byte[64 * 1024];
        while (length > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), ct);
            if (read == 0)
                break;
            await http.Response.Body.WriteAsync(buffer.AsMemory(0, read), ct);
            length -= read;
        }
    }
}
