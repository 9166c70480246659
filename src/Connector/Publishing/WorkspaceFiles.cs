using System.Security.Cryptography;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Publishing;

/// <summary>Puts new files beside people's, and never onto one: what is there already is read, and compared by whoever asks.</summary>
internal sealed class WorkspaceFiles(NextcloudClient client)
{
    /// <summary>Makes a folder and those above it.</summary>
    /// <returns>Why it could not be made; null when it is there.</returns>
    public async Task<Problem?> MakeFolder(string path, CancellationToken ct)
    {
        var made = await client.Files.Mkcol(path, ct);
        if (made.Result == DavResult.ParentMissing)
        {
            if (await MakeFolder(DavPath.Parent(path), ct) is { } above)
            {
                return above;
            }

            made = await client.Files.Mkcol(path, ct);
        }

        return made.IsThere ? null : PublishingProblems.NotWritten(path, made.Message);
    }

    /// <summary>Null where there is none.</summary>
    public async Task<byte[]?> Read(string path, CancellationToken ct) =>
        (await client.Files.GetFile(path, ct))?.Bytes;

    /// <summary>Writes a file where there is none.</summary>
    /// <returns>The bytes that are there afterwards: these, or those that were there before.</returns>
    public async Task<(byte[]? Bytes, Problem? Problem)> PutNew(
        string path,
        byte[] bytes,
        string contentType,
        CancellationToken ct
    )
    {
        var put = await client.Files.PutFile(path, bytes, PutCondition.IfNoneMatchAny, contentType, ct);
        if (put.Changed)
        {
            return (bytes, null);
        }

        return put.Result == DavResult.PreconditionFailed && await client.Files.GetFile(path, ct) is { } there
            ? (there.Bytes, null)
            : (null, PublishingProblems.NotWritten(path, put.Message));
    }

    /// <summary>Lets everybody who is let into the area read a folder, and nobody but the service account write.</summary>
    /// <returns>Whether the server says so too.</returns>
    public async Task<bool> MakeReadOnly(string path, AreaSpec area, CancellationToken ct)
    {
        var rules = area
            .Access.Keys.Select(group => new Nextcloud.Dav.AclRule(
                "group",
                group,
                Rights.All,
                group == WorkspaceKeys.ServiceGroup ? Rights.All : Rights.Read
            ))
            .ToList();
        return (await client.Files.SetAcl(path, rules, ct)).Result == DavResult.Updated;
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
