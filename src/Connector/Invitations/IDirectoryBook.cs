using Connector.Directories;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Publishing;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Invitations;

/// <summary>The workbook of a directory, on this machine or on the server.</summary>
internal interface IDirectoryBook
{
    /// <summary>As messages and places show it.</summary>
    string Name { get; }

    Task<(byte[]? Xlsx, Problem? Problem)> ReadAsync(CancellationToken ct);

    /// <summary>Replaces it whole, only while it is what was read.</summary>
    Task<Problem?> WriteAsync(byte[] before, byte[] after, CancellationToken ct);
}

/// <summary>One on this machine.</summary>
internal sealed class LocalDirectoryBook(string path) : IDirectoryBook
{
    public string Name => path;

    public Task<(byte[]? Xlsx, Problem? Problem)> ReadAsync(CancellationToken ct)
    {
        var problems = new ProblemList(path);
        var bytes = LocalFile.Read(path, problems, DirectoryFile.MaxBytes);
        return Task.FromResult((bytes, problems.Errors is [var first, ..] ? first : null));
    }

    public Task<Problem?> WriteAsync(byte[] before, byte[] after, CancellationToken ct)
    {
        var problems = new ProblemList(path);
        DirectorySwap.Write(path, before, after, problems);
        return Task.FromResult(problems.Errors is [var first, ..] ? first : null);
    }
}

/// <summary>One in the coordinators' folder on the server.</summary>
internal sealed class CloudDirectoryBook(NextcloudClient client, string path) : IDirectoryBook
{
    private string? _etag;

    public string Name => path;

    public async Task<(byte[]? Xlsx, Problem? Problem)> ReadAsync(CancellationToken ct)
    {
        var file = await client.Files.GetFile(path, ct);
        _etag = file?.ETag;
        return file is null ? (null, InvitationProblems.Busy(path)) : (file.Bytes, null);
    }

    public async Task<Problem?> WriteAsync(byte[] before, byte[] after, CancellationToken ct)
    {
        if (_etag is not { } etag)
        {
            return InvitationProblems.Busy(path);
        }

        var put = await client.Files.PutFile(path, after, PutCondition.IfMatch(etag), MadeDocument.Xlsx, ct);
        return put.Changed ? null
            : put.Result is DavResult.PreconditionFailed or DavResult.Locked ? InvitationProblems.Busy(path)
            : PublishingProblems.NotWritten(path, put.Message);
    }
}
