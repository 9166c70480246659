using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;
using FileShare = Connector.Nextcloud.Ocs.FileShare;

namespace Connector.Provisioning;

/// <summary>
/// Shares of managed folders, whoever made them. Of the account's own folders one listing tells all. A share in a team
/// folder belongs to whoever made it: the server tells of it only folder by folder, and of all team folders themselves
/// in one request, as what is inside the account's home.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="everyShare">Whether to spend a request on what people shared of team folders where it is only told.</param>
internal sealed class ShareReader(NextcloudClient client, bool everyShare)
{
    private static readonly Task<IReadOnlyList<FileShare>> None = Task.FromResult<
        IReadOnlyList<FileShare>
    >([]);

    /// <summary>What a run has to know.</summary>
    public Task<IReadOnlyList<FileShare>> ReadAsync(WorkspaceSpec spec, CancellationToken ct)
    {
        var choice = spec.Enforcement.GetValueOrDefault(ManagedField.Sharing);
        var isTold = choice != Enforcement.Ignored;
        return (spec.Strategy == Strategy.TeamFolders, isTold) switch
        {
            (false, true) => client.Shares.ListWithReshares(ct),
            (false, false) => client.Shares.List(ct),
            (true, true) when everyShare || choice == Enforcement.Enforced => client.Shares.ListInside(
                "",
                ct
            ),
            _ => None,
        };
    }

    /// <summary>All that the account can be told of, one request for each folder in a team folder that holds something.</summary>
    /// <param name="snapshot">The tree.</param>
    /// <param name="below">A folder, for what is inside of it; null for all.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IReadOnlyList<FileShare>> ReadAllAsync(
        WorkspaceSnapshot snapshot,
        string? below,
        CancellationToken ct
    )
    {
        var found = new List<FileShare>(await client.Shares.ListWithReshares(ct));
        if (snapshot.TeamFolders.Count > 0)
        {
            await Lanes.ForEach(
                Holding(snapshot, below).Append(""),
                async (folder, stop) =>
                {
                    var inside = await client.Shares.ListInside(folder, stop);
                    lock (found)
                    {
                        found.AddRange(inside);
                    }
                },
                ct
            );
        }

        return [.. found.DistinctBy(share => share.Id).OrderBy(share => share.Id)];
    }

    /// <summary>As the planner knows them: without the account's own gifts to groups, which are <see cref="ShareState"/>.</summary>
    public IReadOnlyList<GivenShare> OfPeople(
        IEnumerable<FileShare> shares,
        Recipients recipients,
        Strategy strategy
    ) =>
        [
            .. shares
                .Where(share =>
                    strategy == Strategy.TeamFolders || !IsOwn(share) || recipients.GroupOf(share) is null
                )
                .Select(share => ToGiven(share, recipients)),
        ];

    /// <summary>Whether the account made it, and nobody whom it was given to.</summary>
    public bool IsOwn(FileShare share) =>
        share.Owner is null
        || share.Owner.Equals(client.Account.Principal, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is given to a team of the territory reads as given to its group, whose members are known.</summary>
    public GivenShare ToGiven(FileShare share, Recipients recipients)
    {
        var group = recipients.GroupOf(share);
        return new(
            share.Path,
            share.Kind switch
            {
                _ when group is not null => ShareTarget.Group,
                ShareKind.User => ShareTarget.User,
                ShareKind.Group => ShareTarget.Group,
                ShareKind.Link => ShareTarget.Link,
                ShareKind.Mail => ShareTarget.Mail,
                _ => ShareTarget.Team,
            },
            group ?? share.With,
            (int)share.Permissions,
            share.Expires,
            share.Owner
        )
        {
            Id = share.Id,
            IsOwn = IsOwn(share),
        };
    }

    private static IEnumerable<string> Holding(WorkspaceSnapshot snapshot, string? below)
    {
        var mounts = snapshot.TeamFolders.Select(folder => folder.MountPoint).ToList();
        return snapshot
            .Nodes.Select(node => node.Path.LastIndexOf('/') is > 0 and var slash ? node.Path[..slash] : "")
            .Distinct(StringComparer.Ordinal)
            .Where(folder =>
                mounts.Exists(mount => IsAtOrBelow(folder, mount)) && IsAtOrBelow(folder, below ?? folder)
            );
    }

    private static bool IsAtOrBelow(string path, string folder) =>
        path == folder || path.StartsWith($"{folder}/", StringComparison.Ordinal);
}
