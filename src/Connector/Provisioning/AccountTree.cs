using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>All that the account sees, in one request; a small one where nothing moved since the ledger last noted it.</summary>
internal sealed record AccountTree
{
    /// <summary>The root itself; null on a server that does not tell of it.</summary>
    public required DavResource? Home { get; init; }

    public required IReadOnlyList<NodeState> Nodes { get; init; }

    /// <summary>Whether the nodes come from the ledger: their rules are then not today's.</summary>
    public bool IsRemembered { get; init; }

    /// <param name="client">The server.</param>
    /// <param name="known">What the ledger remembers.</param>
    /// <param name="mayRemember">Whether the ledger's word is enough (<see cref="TreeMemory.IsEnough"/>).</param>
    /// <param name="ct">Stops.</param>
    public static async Task<AccountTree> ReadAsync(
        NextcloudClient client,
        KnownWorkspace known,
        bool mayRemember,
        CancellationToken ct
    )
    {
        if (mayRemember && TreeMemory.ETag(known) is { } etag)
        {
            var now = Root(await client.Files.Propfind("", DavDepth.Zero, ct, ServerMark.Name(known)));
            if (now?.ETag == etag)
            {
                return new AccountTree
                {
                    Home = now,
                    Nodes = TreeMemory.Recall(known),
                    IsRemembered = true,
                };
            }
        }

        // The root is told before what is in it: a change in between shows as another ETag next time.
        var all = await client.Files.Propfind("", DavDepth.Infinity, ct, ServerMark.Name(known));
        return new AccountTree
        {
            Home = Root(all),
            Nodes = [.. all.Resources.Where(node => node.Path.Length > 0).Select(WorkspaceReader.ToState)],
        };
    }

    private static DavResource? Root(DavListing listing) =>
        listing.Resources.FirstOrDefault(node => node.Path.Length == 0);
}
