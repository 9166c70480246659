using Connector.DevServer.Dav;

namespace Connector.DevServer.Files;

/// <summary>Sends each verb to whoever answers it.</summary>
internal sealed class FileVerbs(FileReading reading, FileWriting writing, FileListing listing)
{
    private const string Allowed = "OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT";

    public Task Handle(FileRequest request) =>
        request.Http.Request.Method switch
        {
            "OPTIONS" => Options(request),
            "GET" or "HEAD" => reading.Get(request),
            "PROPFIND" => listing.Propfind(request),
            "PROPPATCH" => listing.Proppatch(request),
            "PUT" => writing.Put(request),
            "MKCOL" => writing.Mkcol(request),
            "DELETE" => writing.Delete(request),
            "COPY" => writing.Copy(request),
            "MOVE" => writing.Move(request),
            "REPORT" => Report(request),
            "LOCK" or "UNLOCK" => throw NotImplemented(request.Http.Request.Method),
            var verb => Unknown(request, verb),
        };

    private static Task Options(FileRequest request)
    {
        var headers = request.Http.Response.Headers;
        headers.Allow = Allowed;
        headers["MS-Author-Via"] = "DAV";
        headers.AcceptRanges = "bytes";
        DavErrors.Empty(request.Http, 200);
        return Task.CompletedTask;
    }

    private static Task Report(FileRequest request)
    {
        request.View.Get(request.Path);
        throw new DavException(415, @"Sabre\DAV\Exception\ReportNotSupported", "");
    }

    private static Task Unknown(FileRequest request, string verb)
    {
        request.View.Get(request.Path);
        throw NotImplemented(verb);
    }

    // There is no LOCK either: the real server has no locks for clients without the app files_lock.
    private static DavException NotImplemented(string verb) =>
        DavException.NotImplemented(
            $"There was no plugin in the system that was willing to handle this {verb} method."
        );
}
