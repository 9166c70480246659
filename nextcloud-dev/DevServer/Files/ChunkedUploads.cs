using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;
using static Connector.DevServer.Dav.DavNames;

namespace Connector.DevServer.Files;

/// <summary>
/// Uploads in pieces: MKCOL <c>/remote.php/dav/uploads/{uid}/{transfer}</c>, PUT of numbered pieces, MOVE of
/// <c>.file</c> to its place (<c>apps/dav/lib/Upload/</c>).
/// </summary>
internal sealed class ChunkedUploads(
    FileActions actions,
    FileWriting writing,
    ContentStore content,
    DevServerOptions options
)
{
    private const string Door = "/remote.php/dav/uploads/";

    /// <summary>Of many who begin one upload together a single one is told that it made it: others take turns by it.</summary>
    private readonly Lock _beginning = new();

    public Task Handle(HttpContext http)
    {
        var parts = DavPath.Behind(Door, http.Request.Path.Value!)!.Split('/');
        var user = http.User().UserId;
        if (!parts[0].Equals(user, StringComparison.OrdinalIgnoreCase) || parts.Length is < 2 or > 3)
            throw DavException.NotFound("There is no upload at this address");
        var folder = Path.Combine(options.DataDirectory, "uploads", Hashed(user), Hashed(parts[1]));
        var piece = parts.Length == 3 ? parts[2] : null;
        if (http.Request.Method == "MKCOL" && piece is null)
            return Begin(http, folder);
        if (!Directory.Exists(folder))
            throw FileView.NotFound(parts[1]);
        return (http.Request.Method, piece) switch
        {
            ("PUT", { } name) => Put(http, Path.Combine(folder, Number(name))),
            ("MOVE", ".file") => Assemble(http, folder),
            ("DELETE", null) => End(http, folder),
            ("PROPFIND", null) => List(http, folder, Door + DavPath.Encode($"{parts[0]}/{parts[1]}/")),
            _ => throw DavException.MethodNotAllowed(
                "Pieces are only written, listed, assembled or dropped."
            ),
        };
    }

    private Task Begin(HttpContext http, string folder)
    {
        lock (_beginning)
        {
            if (Directory.Exists(folder))
                throw DavException.MethodNotAllowed("The resource you tried to create already exists");
            Directory.CreateDirectory(folder);
        }
        DavErrors.Empty(http, 201);
        return Task.CompletedTask;
    }

    private static async Task Put(HttpContext http, string file)
    {
        var existed = File.Exists(file);
        await using (var target = File.Create(file))
            await http.Request.Body.CopyToAsync(target, http.RequestAborted);
        DavErrors.Empty(http, existed ? 204 : 201);
    }

    private async Task Assemble(HttpContext http, string folder)
    {
        var view = actions.View(http.User().UserId);
        var to =
            FileEndpoints.PathIn(view.UserId, DavHeaders.Destination(http.Request))
            ?? throw DavException.Forbidden("The destination is not in the files");
        var staged = await Join(folder, http.RequestAborted);
        try
        {
            CheckTotal(http.Request, staged.Length);
            var overwrite = DavHeaders.Overwrite(http.Request);
            var (entry, created) = actions.Write(
                view,
                to,
                staged,
                FileWriting.Facts(http),
                there => CheckOverwrite(there, overwrite)
            );
            Directory.Delete(folder, recursive: true);
            writing.Tell(http.Response, entry);
            DavErrors.Empty(http, created ? 201 : 204);
        }
        finally
        {
            staged.Discard();
        }
    }

    private static void CheckOverwrite(Entry? there, bool overwrite)
    {
        if (there is not null && !overwrite)
            throw DavException.PreconditionFailed(
                "The destination node already exists, and the overwrite header is set to false",
                "Overwrite"
            );
    }

    private async Task<StagedContent> Join(string folder, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        foreach (var piece in Pieces(folder))
        {
            await using var part = piece.OpenRead();
            await part.CopyToAsync(whole, ct);
        }
        whole.Position = 0;
        return await content.Stage(whole, ct);
    }

    private static void CheckTotal(HttpRequest request, long length)
    {
        if (
            long.TryParse(request.Headers["OC-Total-Length"], CultureInfo.InvariantCulture, out var total)
            && total != length
        )
            throw DavException.BadRequest(
                FormattableString.Invariant(
                    $"Chunks on server do not sum up to {total} but to {length} bytes"
                )
            );
    }

    private static Task End(HttpContext http, string folder)
    {
        Directory.Delete(folder, recursive: true);
        DavErrors.Empty(http, 204);
        return Task.CompletedTask;
    }

    private static async Task List(HttpContext http, string folder, string href)
    {
        var asked = await PropertyRequest.Read(http.Request, http.RequestAborted);
        await using var writer = new MultiStatusWriter(http.Response);
        var (found, missing) = DavRoot.Bare(http, asked);
        await writer.Response(href, found, missing, http.RequestAborted);
        if (DavHeaders.Depth(http.Request, DavDepth.Infinity) == DavDepth.Zero)
            return;
        foreach (var piece in Pieces(folder))
            await writer.Response(
                href + piece.Name.TrimStart('0'),
                [new XElement(D + "resourcetype"), new XElement(D + "getcontentlength", piece.Length)],
                [],
                http.RequestAborted
            );
    }

    private static IEnumerable<FileInfo> Pieces(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal);

    // Clients number pieces; those that do not are kept in the order of their names.
    private static string Number(string name) =>
        long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n.ToString("D20", CultureInfo.InvariantCulture)
            : throw DavException.BadRequest("A piece is named by its number");

    private static string Hashed(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];
}
