using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Reports;

namespace Connector.Provisioning;

/// <summary>What somebody who signed in sees: the proof of what was computed for them, and their own folders.</summary>
internal sealed record AccessWitness(IReadOnlyList<AccessProof> Proofs, OwnFolders Home)
{
    /// <summary>
    /// Asks the server as that person, in one request, and compares folder by folder. Folders are known by their
    /// number: what is shared hangs elsewhere in the recipient's files than in the owner's.
    /// </summary>
    public static async Task<AccessWitness> HearAsync(
        NextcloudClient witness,
        EffectiveAccess access,
        CancellationToken ct
    )
    {
        var user = witness.Account.Principal;
        var folders = (await witness.Files.Propfind("", DavDepth.Infinity, ct))
            .Resources.Where(node => node.IsFolder)
            .ToList();
        var seen = folders.ToLookup(node => node.FileId);
        return new AccessWitness(
            [
                .. access.Folders.Select(folder => new AccessProof(
                    folder.Path,
                    access.Of(user, folder.Path).Bits,
                    seen[folder.FileId].Aggregate(0, (bits, node) => bits | Bits(node)),
                    seen[folder.FileId].Any(node => node.IsMount || IsShareMount(node))
                )),
            ],
            new OwnFolders(user, [.. folders.Where(IsOwn).Select(node => node.Path)])
        );
    }

    private static bool IsOwn(DavResource node) =>
        node.Path.Length > 0
        && !node.Path.Contains('/', StringComparison.Ordinal)
        && !node.IsMount
        && !node.Permissions.Contains('S', StringComparison.Ordinal);

    /// <summary>Shares hang at the top; what is inside them bears the letter too.</summary>
    private static bool IsShareMount(DavResource node) =>
        node.Permissions.Contains('S', StringComparison.Ordinal)
        && !node.Path.Contains('/', StringComparison.Ordinal);

    /// <summary><c>oc:permissions</c> as bits (<c>lib/public/Files/DavUtil.php</c>).</summary>
    internal static int Bits(DavResource node)
    {
        return Bit("G", 1) | Bit("NV", 2) | Bit("CK", 4) | Bit("D", 8) | Bit("R", 16);

        int Bit(string letters, int bit) =>
            node.Permissions.Contains(letters, StringComparison.Ordinal) ? bit : 0;
    }
}
