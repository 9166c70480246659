using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.TeamFolders;
using AclRule = Connector.Domain.Workspaces.AclRule;
using FileShare = Connector.Nextcloud.Ocs.FileShare;

namespace Connector.Provisioning;

/// <summary>
/// Takes a snapshot of the server: accounts, groups, team folders, the whole tree and all calendars in one request
/// each, and one more for each calendar that moved since the ledger last looked.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="everyMember">See <see cref="PeopleReader"/>.</param>
/// <param name="trash">Whether to look into the trash bin as well, for one request more.</param>
internal sealed class WorkspaceReader(NextcloudClient client, bool everyMember = false, bool trash = false)
{
    private static readonly Task<IReadOnlyList<TrashItem>> NoTrash = Task.FromResult<
        IReadOnlyList<TrashItem>
    >([]);

    private static readonly Task<IReadOnlyList<TeamFolder>> NoTeamFolders = Task.FromResult<
        IReadOnlyList<TeamFolder>
    >([]);

    private static readonly Task<IReadOnlyList<FileShare>> NoShares = Task.FromResult<
        IReadOnlyList<FileShare>
    >([]);

    public async Task<WorkspaceSnapshot> ReadAsync(
        WorkspaceSpec spec,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        var isFirst = client.Requests.Total == 0;
        var tree = ReadTree(spec, known, ct);
        if (isFirst)
        {
            // Signs in alone: a password that was withdrawn is refused, and counted against us, once and not five times.
            await tree;
        }

        var people = new PeopleReader(client, everyMember).ReadAsync(spec, known, ct);
        var isTeamFolders = spec.Strategy == Strategy.TeamFolders;
        var teamFolders = isTeamFolders ? client.TeamFolders.List(ct) : NoTeamFolders;
        var shares = isTeamFolders ? NoShares : client.Shares.List(ct);
        var calendars = ReadCalendars(spec, known, ct);
        var thrownAway = trash ? client.Trash.List(ct) : NoTrash;
        await Task.WhenAll(people, teamFolders, shares, tree, calendars, thrownAway);

        var (users, groups) = await people;
        var recipients = new Recipients(spec.Strategy, groups);
        return new WorkspaceSnapshot
        {
            Users = users,
            Groups = groups,
            TeamFolders = [.. (await teamFolders).Select(ToState)],
            Nodes = await Settled([.. (await tree).Nodes], spec, known, ct),
            RootETag = (await tree).Home?.ETag,
            Issued = IssuedNumbers.Parse((await tree).Home?.Mark),
            Calendars =
            [
                .. (await calendars).Select(pair => ToState(pair.Calendar, pair.Objects, recipients)),
            ],
            Trash =
            [
                .. (await thrownAway).Select(item => new TrashState(
                    item.FileId,
                    item.Name,
                    item.Path,
                    item.IsFolder,
                    item.DeletedAt,
                    item.DeletedBy
                )),
            ],
            Shares = ToStates(await shares, recipients),
        };
    }

    private async Task<(DavResource? Home, IReadOnlyList<NodeState> Nodes)> ReadTree(
        WorkspaceSpec spec,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        if (TreeMemory.IsEnough(spec) && TreeMemory.ETag(known) is { } etag)
        {
            var now = Home(await client.Files.Propfind("", DavDepth.Zero, ct, ServerMark.Name(known)));
            if (now?.ETag == etag)
            {
                return (now, TreeMemory.Recall(known));
            }
        }

        // The root is told before what is in it: a change in between shows as another ETag next time.
        var all = await client.Files.Propfind("", DavDepth.Infinity, ct, ServerMark.Name(known));
        return (Home(all), [.. all.Resources.Where(node => node.Path.Length > 0).Select(ToState)]);
    }

    private static DavResource? Home(DavListing listing) =>
        listing.Resources.FirstOrDefault(node => node.Path.Length == 0);

    /// <summary>
    /// A run that was interrupted while it sent documents together left files without a checksum: their bytes tell
    /// whether they are ours. One request for each such file, and none in any other run.
    /// </summary>
    private async Task<IReadOnlyList<NodeState>> Settled(
        NodeState[] nodes,
        WorkspaceSpec spec,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        var doubtful = spec
            .Areas.SelectMany(area => area.Documents)
            .Where(document => known.Unfinished.Contains(document.Key))
            .Select(document => document.Name)
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Length && doubtful.Count > 0; i++)
        {
            var node = nodes[i];
            var name = node.Path[(node.Path.LastIndexOf('/') + 1)..];
            if (!node.IsFolder && node.Sha1 is null && doubtful.Contains(name))
            {
                var file = await client.Files.GetFile(node.Path, ct);
                nodes[i] = node with { Sha1 = file is null ? null : ContentHash.Sha1(file.Bytes) };
            }
        }

        return nodes;
    }

    private async Task<
        IReadOnlyList<(Calendar Calendar, IReadOnlyList<CalendarObject>? Objects)>
    > ReadCalendars(WorkspaceSpec spec, KnownWorkspace known, CancellationToken ct)
    {
        var wanted = spec
            .Areas.Where(area => !known.IsClosed(area))
            .Select(area => area.Calendar)
            .OfType<Domain.Workspaces.CalendarSpec>()
            .ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var byRemoteId = wanted
            .Select(calendar => known.Find(calendar.Key))
            .OfType<KnownResource>()
            .ToDictionary(resource => resource.RemoteId, StringComparer.Ordinal);
        var moving = wanted
            .Where(calendar => WorkspacePlanner.NeedsEvents(calendar, known))
            .Select(calendar => known.Find(calendar.Key)?.RemoteId ?? calendar.Uri)
            .ToHashSet(StringComparer.Ordinal);
        var relevant = wanted
            .SelectMany(calendar => new[] { calendar.Uri, calendar.DisplayName })
            .Concat(byRemoteId.Keys)
            .ToHashSet(StringComparer.Ordinal);
        var states = new List<(Calendar, IReadOnlyList<CalendarObject>?)>();
        foreach (
            var calendar in (await client.Calendars.ListCalendars(ct)).Where(calendar => calendar.IsOwned)
        )
        {
            var concerned = relevant.Contains(calendar.Uri) || relevant.Contains(calendar.DisplayName);
            var unmoved =
                !moving.Contains(calendar.Uri)
                && byRemoteId.GetValueOrDefault(calendar.Uri) is { ETag: { } tag }
                && tag == calendar.CTag;
            var objects =
                concerned && !unmoved ? await client.Calendars.ListObjects(calendar.Uri, ct) ?? [] : null;
            states.Add((calendar, objects));
        }

        return states;
    }

    /// <summary>Those with groups, or with the teams that stand for them: others are nobody's role.</summary>
    public static IReadOnlyList<ShareState> ToStates(IEnumerable<FileShare> shares, Recipients recipients) =>
        [
            .. shares
                .Select(share => (share, group: recipients.GroupOf(share)))
                .Where(pair => pair.group is not null)
                .Select(pair => new ShareState(
                    pair.share.Id,
                    pair.share.FileId,
                    pair.group!,
                    (int)pair.share.Permissions
                )),
        ];

    public static TeamFolderState ToState(TeamFolder folder) =>
        new(
            folder.Id,
            folder.MountPoint,
            folder.Groups.ToDictionary(group => group.Key, group => (int)group.Value, StringComparer.Ordinal),
            folder.AclEnabled
        )
        {
            Quota = folder.Quota,
        };

    public static NodeState ToState(DavResource node) =>
        new()
        {
            Path = node.Path,
            IsFolder = node.IsFolder,
            FileId = node.FileId,
            ETag = node.ETag,
            Sha1 = node.Sha1,
            Rules =
            [
                .. (node.AclRules ?? []).Select(rule => new AclRule(
                    rule.MappingType,
                    rule.MappingId,
                    (int)rule.Mask,
                    (int)rule.Permissions
                )),
            ],
        };

    private static CalendarState ToState(
        Calendar calendar,
        IReadOnlyList<CalendarObject>? objects,
        Recipients recipients
    ) =>
        new()
        {
            Uri = calendar.Uri,
            DisplayName = calendar.DisplayName,
            ChangeTag = calendar.CTag,
            Shares = calendar
                .Shares.Select(share => (Group: recipients.GroupOf(share), share.ReadWrite))
                .Where(share => share.Group is not null)
                .ToDictionary(share => share.Group!, share => share.ReadWrite, StringComparer.Ordinal),
            PublicAddress = calendar.FeedUrl,
            Objects = objects?.ToDictionary(item => item.Name, item => item.ETag, StringComparer.Ordinal),
        };
}
