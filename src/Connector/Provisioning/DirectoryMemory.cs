using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Ledger;

namespace Connector.Provisioning;

/// <summary>
/// The versions of the directory on Nextcloud that the ledger keeps: the last one that was read, so that the same one is not
/// read twice, and the last one that could be used.
/// </summary>
internal sealed class DirectoryMemory(LedgerStore ledger, string territory, KnownWorkspace known)
{
    /// <summary>The bytes of a node's version; null when the ledger has another one, or none.</summary>
    public async Task<byte[]?> OfAsync(NodeState node, CancellationToken ct) =>
        known.Find(WorkspaceKeys.DirectoryRead) is { BaseHash: { } hash } read
        && node.ETag is not null
        && read.ETag == node.ETag
        && read.RemoteId == Id(node.FileId)
            ? await KeptBase.FindAsync(ledger, hash, ct)
            : null;

    /// <summary>The last version in which nothing stood in the way; null when there was none.</summary>
    public async Task<byte[]?> InUseAsync(CancellationToken ct) =>
        known.Find(WorkspaceKeys.DirectoryInUse)?.BaseHash is { } hash
            ? await KeptBase.FindAsync(ledger, hash, ct)
            : null;

    /// <summary>Nothing is written where the ledger says so already.</summary>
    public async Task KeepAsync(DirectoryVersion version, bool isUsable, CancellationToken ct)
    {
        var kept = new KeptBase(ContentHash.Sha1(version.Bytes), version.Bytes);
        string[] keys = isUsable
            ? [WorkspaceKeys.DirectoryRead, WorkspaceKeys.DirectoryInUse]
            : [WorkspaceKeys.DirectoryRead];
        var news = keys.Select(key => new KnownResource
            {
                Key = key,
                RemoteId = Id(version.FileId),
                Path = version.Path,
                ETag = version.ETag,
                BaseHash = kept.Hash,
            })
            .Where(resource => known.Find(resource.Key) != resource)
            .ToList();
        if (news.Count > 0)
        {
            await ledger.RememberAsync(territory, news, [kept], ct);
        }
    }

    public static string Id(long fileId) => fileId.ToString(CultureInfo.InvariantCulture);
}
