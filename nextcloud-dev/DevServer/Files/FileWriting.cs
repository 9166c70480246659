using System.Globalization;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Files;

/// <summary>PUT, MKCOL, DELETE, COPY and MOVE.</summary>
internal sealed class FileWriting(FileActions actions, ContentStore content, FileProperties properties)
{
    public async Task Put(FileRequest request)
    {
        var (http, view) = (request.Http, request.View);
        var there = view.Find(request.Path);
        DavHeaders.CheckConditions(http.Request, there?.QuotedETag, there?.Modified);
        if (http.Request.Headers.ContentRange.Count > 0)
            throw DavException.NotImplemented("PUT with Content-Range is not allowed.");
        actions.CheckWrite(view, request.Path, Announced(http.Request));
        var staged = await content.Stage(http.Request.Body, request.Aborted);
        try
        {
            CheckLength(http.Request, staged.Length);
            var (entry, created) = actions.Write(
                view,
                request.Path,
                staged,
                Facts(http),
                Conditions(http.Request)
            );
            Tell(http.Response, entry);
            DavErrors.Empty(http, created ? 201 : 204);
        }
        finally
        {
            staged.Discard();
        }
    }

    public async Task Mkcol(FileRequest request)
    {
        if (request.Http.Request.ContentLength is > 0)
            await CheckMkcolBody(request);
        var entry = actions.MakeFolder(request.View, request.Path);
        request.Http.Response.Headers["OC-FileId"] = properties.LongId(entry);
        DavErrors.Empty(request.Http, 201);
    }

    public Task Delete(FileRequest request)
    {
        actions.Delete(request.View, request.Path, Conditions(request.Http.Request));
        DavErrors.Empty(request.Http, 204);
        return Task.CompletedTask;
    }

    public Task Copy(FileRequest request)
    {
        var shallow = DavHeaders.Depth(request.Http.Request, DavDepth.Infinity) == DavDepth.Zero;
        var (entry, replaced) = actions.Copy(request.View, Transfer(request), shallow);
        request.Http.Response.Headers["OC-FileId"] = properties.LongId(entry);
        DavErrors.Empty(request.Http, replaced ? 204 : 201);
        return Task.CompletedTask;
    }

    public Task Move(FileRequest request)
    {
        var there = request.View.Find(request.Path);
        DavHeaders.CheckConditions(request.Http.Request, there?.QuotedETag, there?.Modified);
        var (entry, replaced) = actions.Move(request.View, Transfer(request));
        if (entry.IsFolder)
            request.Http.Response.Headers["OC-FileId"] = properties.LongId(entry);
        else
            Tell(request.Http.Response, entry);
        DavErrors.Empty(request.Http, replaced ? 204 : 201);
        return Task.CompletedTask;
    }

    /// <summary>The headers that follow a write of bytes.</summary>
    public void Tell(HttpResponse response, Entry entry)
    {
        response.Headers["OC-FileId"] = properties.LongId(entry);
        response.Headers.ETag = entry.QuotedETag;
        response.Headers["OC-ETag"] = entry.QuotedETag;
    }

    /// <summary>What the request tells of the file: <c>X-OC-MTime</c>, <c>X-OC-CTime</c>, <c>OC-Checksum</c>.</summary>
    public static FileFacts Facts(HttpContext http)
    {
        var modified = Seconds("X-OC-MTime");
        if (modified is not null)
            http.Response.Headers["X-OC-MTime"] = "accepted";
        return new FileFacts(
            http.Request.Headers["OC-Checksum"].ToString().Trim(),
            modified,
            Seconds("X-OC-CTime")
        );

        long? Seconds(string name) =>
            double.TryParse(
                http.Request.Headers[name].ToString(),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var n
            )
                ? (long)n
                : null;
    }

    private static Action<Entry?> Conditions(HttpRequest request) =>
        there => DavHeaders.CheckConditions(request, there?.QuotedETag, there?.Modified);

    private static long? Announced(HttpRequest request) =>
        request.ContentLength
        ?? (
            long.TryParse(
                request.Headers["X-Expected-Entity-Length"],
                CultureInfo.InvariantCulture,
                out var n
            )
                ? n
                : null
        );

    private static void CheckLength(HttpRequest request, long written)
    {
        if (request.ContentLength is { } expected && expected != written)
            throw DavException.BadRequest(
                FormattableString.Invariant(
                    $"Expected filesize of {expected} bytes but read {written} bytes."
                )
            );
    }

    private static Transfer Transfer(FileRequest request)
    {
        var headers = request.Http.Request;
        var destination = DavHeaders.Destination(headers);
        var overwrite = DavHeaders.Overwrite(headers);
        var to =
            FileEndpoints.PathIn(request.View.UserId, destination)
            ?? throw DavException.Forbidden(
                $"Requested uri ({destination}) is out of base uri (/remote.php/dav/)"
            );
        return new Transfer(request.Path, to, overwrite);
    }

    private static async Task CheckMkcolBody(FileRequest request)
    {
        var type = request.Http.Request.ContentType ?? "";
        if (!type.Contains("xml", StringComparison.OrdinalIgnoreCase))
            throw DavException.UnsupportedMediaType(
                "The request body for the MKCOL request must have an xml Content-Type"
            );
        await DavXml.Expect(request.Http.Request, DavNames.D + "mkcol", request.Aborted);
    }
}
