using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;
using Microsoft.Net.Http.Headers;

namespace Connector.DevServer.Files;

/// <summary>
/// <c>POST /remote.php/dav/bulk</c> (<c>apps/dav/lib/BulkUpload/BulkUploadPlugin.php</c>): writes each part on its own
/// and answers 200 with one result per path. A part that cannot be read ends it with 400 and the results so far.
/// </summary>
internal sealed class BulkUpload(FileActions actions, ContentStore content, FileProperties properties)
{
    public async Task Handle(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            throw DavException.MethodNotAllowed("Only POST is allowed here.");
        var boundary = Boundary(http.Request);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var view = actions.View(http.User().UserId);
        var results = new JsonObject();
        try
        {
            foreach (var part in BulkPart.Read(body.GetBuffer().AsMemory(0, (int)body.Length), boundary))
                results[part.Path] = Write(view, part);
        }
        catch (FormatException)
        {
            http.Response.StatusCode = 400;
        }
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(
            results.Count == 0 ? "[]" : results.ToJsonString(),
            http.RequestAborted
        );
    }

    private JsonObject Write(FileView view, BulkPart part)
    {
        var path = DavPath.Clean(part.Path);
        if (view.Find(DavPath.Parent(path)) is not { IsFolder: true })
            return Failed($"Could not create path \"/{view.UserId}/files/{path}\"");
        var staged = content.Stage(part.Content.Span);
        try
        {
            var (entry, _) = actions.Write(view, path, staged, new FileFacts("", part.Modified), _ => { });
            return new JsonObject
            {
                ["error"] = false,
                ["etag"] = entry.ETag,
                ["fileid"] = properties.LongId(entry),
                ["permissions"] = Permissions.Letters(entry),
            };
        }
        catch (DavException refusal)
        {
            return Failed(refusal.Message);
        }
        finally
        {
            staged.Discard();
        }
    }

    private static JsonObject Failed(string message) => new() { ["error"] = true, ["message"] = message };

    private static string Boundary(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/related", StringComparison.OrdinalIgnoreCase)
        )
            throw DavException.BadRequest("Content-Type must be multipart/related");
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length > 0 ? boundary : throw DavException.BadRequest("Boundary is missing");
    }
}

/// <summary>One file in the body of a bulk upload.</summary>
internal sealed record BulkPart(string Path, long? Modified, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads parts one by one by their <c>Content-Length</c>.</summary>
    /// <exception cref="FormatException">A part is not as it should be, or its MD5 is not that of its bytes.</exception>
    public static IEnumerable<BulkPart> Read(ReadOnlyMemory<byte> body, string boundary)
    {
        var at = 0;
        while (Line() is var line && line != $"--{boundary}--")
        {
            if (line != $"--{boundary}")
                throw new FormatException("Boundary not found where it should be.");
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (Line() is { Length: > 0 } header)
                if (header.Split(':', 2) is [var name, var value])
                    headers[name.Trim()] = value.Trim();
            var length = int.Parse(Required(headers, "Content-Length"), CultureInfo.InvariantCulture);
            if (length < 0 || at + length + 2 > body.Length)
                throw new FormatException("The part is shorter than it says.");
            var content = body.Slice(at, length);
            at += length + 2;
            CheckMd5(content.Span, Required(headers, "X-File-MD5"));
            long? modified = headers.TryGetValue("X-File-Mtime", out var mtime)
                ? long.Parse(mtime, CultureInfo.InvariantCulture)
                : null;
            yield return new BulkPart(Required(headers, "X-File-Path"), modified, content);
        }

        string Line()
        {
            var end = body.Span[at..].IndexOf("\r\n"u8);
            if (end < 0)
                throw new FormatException("The body ends too early.");
            var text = System.Text.Encoding.UTF8.GetString(body.Span.Slice(at, end));
            at += end + 2;
            return text;
        }
    }

    private static string Required(Dictionary<string, string> headers, string name) =>
        headers.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"The header {name} is missing.");

    private static void CheckMd5(ReadOnlySpan<byte> content, string expected)
    {
#pragma warning disable CA5351 // The checksum of this protocol; nothing is protected by it.
        var actual = Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
        if (!actual.Equals(expected, StringComparison.OrdinalIgnoreCase))
            throw new FormatException("Computed md5 hash is incorrect.");
    }
}
