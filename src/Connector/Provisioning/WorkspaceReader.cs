using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.TeamFolders;
using AclRule = Connector.Domain.Workspaces.AclRule;
using FileShare = Connector.Nextcloud.Ocs.FileShare;

namespace Connector.Provisioning;

/// <summary>
/// Takes a snapshot of the server: accounts, groups, team folders, the whole tree and all calendars in one request
/// each, and few more for each calendar that moved since the ledger last looked.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="time">Tells whether calendars are due for a whole listing.</param>
/// <param name="everyMember">See <see cref="PeopleReader"/>.</param>
/// <param name="trash">Whether to look into the trash bin as well, for one request more.</param>
/// <param name="everyShare">See <see cref="ShareReader"/>.</param>
/// <param name="seen">The tree, where the run looked at it already.</param>
internal sealed class WorkspaceReader(
    NextcloudClient client,
    TimeProvider time,
    bool everyMember = false,
    bool trash = false,
    bool everyShare = false,
    AccountTree? seen = null
)
{
    private static readonly Task<IReadOnlyList<TrashItem>> NoTrash = Task.FromResult<
        IReadOnlyList<TrashItem>
    >([]);

    private static readonly Task<IReadOnlyList<TeamFolder>> NoTeamFolders = Task.FromResult<
        IReadOnlyList<TeamFolder>
    >([]);

    public async Task<WorkspaceSnapshot> ReadAsync(
        WorkspaceSpec spec,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        var isFirst = client.Requests.Total == 0;
        var isEnough = TreeMemory.IsEnough(spec);
        var tree =
            seen is not null && (isEnough || !seen.IsRemembered)
                ? Task.FromResult(seen)
                : AccountTree.ReadAsync(client, known, isEnough, ct);
        if (isFirst)
        {
            // Signs in alone: a password that was withdrawn is refused, and counted against us, once and not five times.
            await tree;
        }

        var people = new PeopleReader(client, everyMember).ReadAsync(spec, known, ct);
        var isTeamFolders = spec.Strategy == Strategy.TeamFolders;
        var teamFolders = isTeamFolders ? client.TeamFolders.List(ct) : NoTeamFolders;
        var shareReader = new ShareReader(client, everyShare);
        var shares = shareReader.ReadAsync(spec, ct);
        var calendars = new CalendarReader(client.Calendars, known, time.GetUtcNow()).ReadAsync(spec, ct);
        var thrownAway = trash ? client.Trash.List(ct) : NoTrash;
        var book = new AddressBookReader(client.AddressBooks, known).ReadAsync(spec.AddressBook, ct);
        await Task.WhenAll(people, teamFolders, shares, tree, calendars, book, thrownAway);

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
            Calendars = [.. (await calendars).Select(read => ToState(read, recipients))],
            AddressBook = AddressBookReader.ToState(await book, recipients),
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
            Shares = isTeamFolders ? [] : ToStates((await shares).Where(shareReader.IsOwn), recipients),
            Given = shareReader.OfPeople(await shares, recipients, spec.Strategy),
        };
    }

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

    private static CalendarState ToState(ReadCalendar read, Recipients recipients) =>
        new()
        {
            Uri = read.Calendar.Uri,
            DisplayName = read.Calendar.DisplayName,
            ChangeTag = read.Calendar.CTag,
            SyncToken = read.Calendar.SyncToken,
            Shares = read
                .Calendar.Shares.Select(share => (Group: recipients.GroupOf(share), share.ReadWrite))
                .Where(share => share.Group is not null)
                .ToDictionary(share => share.Group!, share => share.ReadWrite, StringComparer.Ordinal),
            PublicAddress = read.Calendar.FeedUrl,
            Objects = read.Objects?.ToDictionary(
                item => item.Name,
                item => item.ETag,
                StringComparer.Ordinal
            ),
            Texts = read.Texts,
            IsEmptied = read.IsEmptied,
            IsUnreadable = read.IsUnreadable,
            Proof = read.Proof,
        };
}
