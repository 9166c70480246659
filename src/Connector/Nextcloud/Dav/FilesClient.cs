using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Xml.Linq;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// The account's files over WebDAV (RFC 4918), <c>/remote.php/dav/files/{user}/</c>. Paths are as told in
/// <see cref="DavResource.Path"/>. There is no delete, and no write without a condition: nothing that exists is
/// ever removed or overwritten unseen.
/// </summary>
internal sealed class FilesClient
{
    private readonly DavTransport _dav;
    private readonly string _user;
    private readonly MkcolRequest _mkcol;
    private readonly BulkUploadRequest _bulk;
    private readonly DownloadRequest _download;
    private readonly OpenRequest _open;

    public FilesClient(DavTransport dav, string userId, TimeProvider time)
    {
        _dav = dav;
        _user = userId;
        _mkcol = new MkcolRequest(dav, Address, Find);
        _bulk = new BulkUploadRequest(dav, time);
        _download = new DownloadRequest(dav, Address, time);
        _open = new OpenRequest(dav, Address);
    }

    /// <summary>
    /// Lists <paramref name="path"/>: itself, and what lies in it as far as <paramref name="depth"/> goes. Depth
    /// infinity of the root gives the whole tree, with rights and checksums, in one request. <paramref name="mark"/> is
    /// the name of a <see cref="MarkClient"/>'s mark to ask for as well.
    /// </summary>
    public async Task<DavListing> Propfind(
        string path,
        DavDepth depth,
        CancellationToken ct,
        XName? mark = null
    )
    {
        var request = new DavRequest(Verbs.Propfind, Address(path))
        {
            Depth = depth,
            Xml = DavNames.Propfind(mark is null ? Resource : [.. Resource, mark]),
        };
        return ResourceReader.Read(await _dav.Multistatus(request, ct), mark);
    }

    /// <summary>One file or folder; null when there is none.</summary>
    public async Task<DavResource?> Find(string path, CancellationToken ct)
    {
        var listing = await Propfind(path, DavDepth.Zero, ct);
        return listing.Resources.Count > 0 ? listing.Resources[0] : null;
    }

    /// <summary>
    /// Everything below <paramref name="path"/> whose name is like <paramref name="namePattern"/> (<c>%</c> any
    /// characters), by DASL (RFC 5323), in one request. For servers that forbid depth infinity: ask for <c>%</c>.
    /// The folder itself is not among the results.
    /// </summary>
    public async Task<DavListing> Search(string path, string namePattern, CancellationToken ct)
    {
        DavPath.Encode(path);
        // Not encoded: the server takes a scope without a host as a path, as it stands.
        var scope = $"/files/{_user}" + (path.Length == 0 ? "" : "/" + path.Normalize());
        var request = new DavRequest(Verbs.Search, "remote.php/dav/")
        {
            Xml = SearchXml.Like(scope, namePattern),
        };
        return ResourceReader.Read(await _dav.Multistatus(request, ct));
    }

    /// <summary>
    /// Makes one folder. Created, AlreadyExists, ParentMissing … Requests for the same parent are sent one after
    /// the other, and doubtful answers are settled by reading.
    /// </summary>
    public Task<DavOutcome> Mkcol(string path, CancellationToken ct) => _mkcol.Send(path, ct);

    /// <summary>
    /// Writes a file under <paramref name="condition"/>, with its SHA-1 (<c>OC-Checksum</c>) so that a body cut on
    /// the way is refused and the checksum shows in later listings. Created, Updated, PreconditionFailed, Locked …
    /// A connection that breaks is settled by reading, and the write is repeated once if it did not happen.
    /// </summary>
    public async Task<DavOutcome> PutFile(
        string path,
        ReadOnlyMemory<byte> bytes,
        PutCondition condition,
        string contentType,
        CancellationToken ct
    )
    {
        var sha1 = Sha1(bytes.Span);
        if (condition.Seen is { } seen && await Find(path, ct) is var now && !SameContent(seen, now))
            return DavOutcomes.Of(now is null ? DavResult.NotFound : DavResult.PreconditionFailed, path);
        try
        {
            return await Put(path, bytes, sha1, condition, contentType, ct);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            if (await Written(path, bytes.Length, sha1, condition, ct) is { } settled)
                return settled;
            return await Put(path, bytes, sha1, condition, contentType, ct);
        }
    }

    /// <summary>The bytes of a file and their ETag; null when there is none.</summary>
    public async Task<DavFile?> GetFile(string path, CancellationToken ct)
    {
        var request = new DavRequest(HttpMethod.Get, Address(path));
        using var answer = await _dav.Send(request, ct);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        var bytes = await _dav.Bytes(request, answer).Content.ReadAsByteArrayAsync(ct);
        return new DavFile(bytes, ETags.Of(answer));
    }

    /// <summary>
    /// The bytes of a file of any length into <paramref name="destination"/>, which is emptied first and after a body
    /// that was cut; null when there is no such file.
    /// </summary>
    public Task<DavDownload?> Download(string path, Stream destination, CancellationToken ct) =>
        _download.Send(path, destination, ct);

    /// <summary>
    /// Copies a file, or a folder with all that it holds, on the server in one request. Never onto something:
    /// AlreadyExists then. After a fault with <see cref="NextcloudException.MayHaveActed"/> the copy can be partial:
    /// compare the trees.
    /// </summary>
    public Task<DavOutcome> Copy(string from, string to, CancellationToken ct) =>
        Transfer(Verbs.Copy, from, to, ct);

    /// <summary>
    /// Makes the server look into folders that it has just copied, so that listings show what is in them. Each list is of one
    /// tree; one request for about fifty folders, requests side by side.
    /// </summary>
    public Task Open(IEnumerable<IReadOnlyList<string>> trees, CancellationToken ct) => _open.Send(trees, ct);

    /// <summary>Renames or moves, keeping the file id. Never onto something: AlreadyExists then.</summary>
    public Task<DavOutcome> Move(string from, string to, CancellationToken ct) =>
        Transfer(Verbs.Move, from, to, ct);

    /// <summary>
    /// Writes many small files in one request; each has its own outcome, in the order given. The server knows no
    /// condition here and overwrites: only for folders that this run has just made and nobody else has seen yet.
    /// Parents must exist. Needs the capability <c>dav.bulkupload</c>.
    /// </summary>
    public Task<IReadOnlyList<BulkOutcome>> BulkUpload(IReadOnlyList<BulkFile> files, CancellationToken ct) =>
        _bulk.Send(files, ct);

    /// <summary>
    /// Replaces the whole list of advanced rights of one folder or file, then reads it back: Updated, or NotApplied
    /// when the server said yes and kept the old list. Keep the service account's group at 31 in the list: newer
    /// servers refuse (400) to let an account remove its own right to read.
    /// </summary>
    public async Task<DavOutcome> SetAcl(string path, IReadOnlyList<AclRule> rules, CancellationToken ct)
    {
        var refused = await SendAcl(path, rules, ct);
        if (refused is { Result: not DavResult.NotApplied })
            return refused;
        var now = await Find(path, ct);
        if (now is null)
            return DavOutcomes.Of(DavResult.NotFound, path);
        var applied = refused is null && AclXml.Same(now.AclRules, rules);
        return DavOutcomes.Of(applied ? DavResult.Updated : DavResult.NotApplied, path) with
        {
            ETag = now.ETag,
            FileId = now.FileId,
        };
    }

    /// <summary>
    /// As <see cref="SetAcl"/>, without reading back: null when the request went through or broke on the way. Only
    /// the caller's own listing tells whether the server did it.
    /// </summary>
    public async Task<DavOutcome?> SendAcl(string path, IReadOnlyList<AclRule> rules, CancellationToken ct)
    {
        var request = new DavRequest(Verbs.Proppatch, Address(path)) { Xml = AclXml.Proppatch(rules) };
        try
        {
            using var answer = await _dav.Send(request, ct);
            if (answer.StatusCode != System.Net.HttpStatusCode.MultiStatus)
                return DavOutcomes.Of(_dav, request, answer, path);
            return (await _dav.Read(answer, ct)).Any(r => r.WorstStatus >= 400)
                ? DavOutcomes.Of(DavResult.NotApplied, path)
                : null;
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            // The list is replaced as a whole: reading it tells whether the request got through.
            return null;
        }
    }

    private static bool SameContent(DavResource seen, DavResource? now) =>
        now is not null && (now.ETag, now.Size, now.Checksums) == (seen.ETag, seen.Size, seen.Checksums);

    private async Task<DavOutcome> Put(
        string path,
        ReadOnlyMemory<byte> bytes,
        string sha1,
        PutCondition condition,
        string contentType,
        CancellationToken ct
    )
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var request = new DavRequest(HttpMethod.Put, Address(path))
        {
            Content = content,
            Headers = [condition.Header, ("OC-Checksum", "SHA1:" + sha1)],
        };
        using var answer = await _dav.Send(request, ct);
        return DavOutcomes.Of(_dav, request, answer, path);
    }

    /// <summary>After a broken connection: our bytes are there, somebody else's are, or (null) nothing happened.</summary>
    private async Task<DavOutcome?> Written(
        string path,
        long length,
        string sha1,
        PutCondition condition,
        CancellationToken ct
    )
    {
        var there = await Find(path, ct);
        if (there is null)
            return null;
        if (there.Size == length && there.Sha1 == sha1)
            return new DavOutcome
            {
                Result = condition == PutCondition.IfNoneMatchAny ? DavResult.Created : DavResult.Updated,
                ETag = there.ETag,
                FileId = there.FileId,
                Settled = true,
            };
        var untouched = condition.Header.Value == ETags.Write(there.ETag);
        return untouched ? null : DavOutcomes.Of(DavResult.PreconditionFailed, path, settled: true);
    }

    private async Task<DavOutcome> Transfer(HttpMethod verb, string from, string to, CancellationToken ct)
    {
        var request = new DavRequest(verb, Address(from))
        {
            // Path only (RFC 4918, 8.3): a server behind a proxy that ends TLS takes a full address for another host.
            Headers = [("Destination", _dav.BaseUrl.AbsolutePath + Address(to)), ("Overwrite", "F")],
        };
        using var answer = await _dav.Send(request, ct);
        return DavOutcomes.Of(_dav, request, answer, to);
    }

    private string Address(string path) =>
        $"remote.php/dav/files/{DavPath.EncodeName(_user)}/{DavPath.Encode(path)}";

    private static string Sha1(ReadOnlySpan<byte> bytes)
    {
#pragma warning disable CA5350 // The checksum that Nextcloud stores and compares; nothing is protected by it.
        return Convert.ToHexStringLower(SHA1.HashData(bytes));
#pragma warning restore CA5350
    }
}
