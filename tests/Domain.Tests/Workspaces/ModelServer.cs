using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>A file or folder of the model; the flags remember what a person did to it.</summary>
internal sealed class ModelNode
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Null for the root of a team folder.</summary>
    public ModelNode? Parent { get; set; }

    public required bool IsFolder { get; init; }

    public required string ETag { get; set; }

    public string? Sha1 { get; set; }

    public IReadOnlyList<AclRule> Rules { get; set; } = [];

    /// <summary>The name that it was made with, or that Connector gave it since.</summary>
    public required string GivenName { get; set; }

    /// <summary>A person wrote or edited the content.</summary>
    public bool IsPersons { get; set; }

    public bool HasPersonsRules { get; set; }

    public string Path => Parent is null ? Name : $"{Parent.Path}/{Name}";

    public ModelNode Root => Parent is null ? this : Parent.Root;

    public bool IsWithin(ModelNode other) => this == other || Parent?.IsWithin(other) == true;
}

internal sealed class ModelTeamFolder
{
    public required long Id { get; init; }

    public required ModelNode Root { get; init; }

    public Dictionary<string, int> Groups { get; } = [];

    /// <summary>Groups whose attachment or bits a person decided.</summary>
    public HashSet<string> PersonsGroups { get; } = [];

    /// <summary>The server's own clearing up after a group: bits that a person set are gone with it.</summary>
    public void Detach(string groupId)
    {
        if (Groups.Remove(groupId))
        {
            PersonsGroups.Remove(groupId);
        }
    }

    public bool Acl { get; set; }

    public bool IsAclPersons { get; set; }

    public long Quota { get; set; } = TeamFolderState.Unlimited;

    /// <summary>A person set the quota, or lifted it.</summary>
    public bool IsQuotaPersons { get; set; }
}

/// <summary>
/// A server and a ledger in memory, as far as plans can see them. It follows Nextcloud where it matters: team
/// folders are found by id and may share a name, a mount is visible only through a group, ids are never reused.
/// </summary>
internal sealed class ModelServer
{
    private long _lastId = 100;

    public HashSet<string> Users { get; } = [Some.ServiceAccount];

    public Dictionary<string, HashSet<string>> Groups { get; } = [];

    public List<ModelTeamFolder> TeamFolders { get; } = [];

    public List<ModelNode> Nodes { get; } = [];

    public List<ModelCalendar> Calendars { get; } = [];

    public Dictionary<string, KnownResource> Ledger { get; } = [];

    public HashSet<string> Unfinished { get; } = [];

    public KnownWorkspace Known =>
        new()
        {
            Resources = new Dictionary<string, KnownResource>(Ledger),
            Unfinished = new HashSet<string>(Unfinished),
        };

    /// <summary>What a run does first: the ledger takes the keys that a newer blueprint gives.</summary>
    public void Follow(WorkspaceSpec spec)
    {
        var known = LedgerMoves.Follow(Known, LedgerMoves.Of(spec, Known));
        Ledger.Clear();
        foreach (var (key, resource) in known.Resources)
        {
            Ledger[key] = resource;
        }

        Unfinished.Clear();
        Unfinished.UnionWith(known.Unfinished);
    }

    public long NextId() => ++_lastId;

    public string NextTag() => Some.Id(++_lastId);

    public ModelNode? At(string path) => Nodes.FirstOrDefault(node => node.Path == path);

    /// <summary>Whether something has this path, or would have it on a machine that does not tell case or accents' spelling.</summary>
    public ModelNode? Twin(string path) => Nodes.FirstOrDefault(node => SameName(node.Path, path));

    public static bool SameName(string one, string other) =>
        string.Equals(one.Normalize(), other.Normalize(), StringComparison.OrdinalIgnoreCase);

    public ModelNode AddNode(ModelNode? parent, string name, bool isFolder, bool byPerson)
    {
        var node = new ModelNode
        {
            Id = NextId(),
            Name = name,
            GivenName = name,
            Parent = parent,
            IsFolder = isFolder,
            ETag = NextTag(),
            IsPersons = byPerson,
        };
        Nodes.Add(node);
        return node;
    }

    public ModelTeamFolder AddTeamFolder(string mountPoint)
    {
        var root = AddNode(null, mountPoint, isFolder: true, byPerson: false);
        var folder = new ModelTeamFolder { Id = NextId(), Root = root };
        TeamFolders.Add(folder);
        return folder;
    }

    /// <summary>A thing's key in the ledger, by the server's id of it and what kind of key it is.</summary>
    public string? KeyOf(string remoteId, string prefix) =>
        Ledger
            .Values.FirstOrDefault(known =>
                known.RemoteId == remoteId && known.Key.StartsWith(prefix, StringComparison.Ordinal)
            )
            ?.Key;

    public bool Knows(string? key) => key is not null && Ledger.ContainsKey(key);

    /// <summary>Without a ledger nobody can tell what was taken away from what was never there.</summary>
    public void ForgetLedger()
    {
        Ledger.Clear();
        Unfinished.Clear();
        foreach (var folder in TeamFolders)
        {
            folder.IsAclPersons = false;
            folder.IsQuotaPersons &= folder.Quota != TeamFolderState.Unlimited;
            folder.PersonsGroups.RemoveWhere(id => !folder.Groups.ContainsKey(id));
        }

        foreach (var node in Nodes.Where(node => node.Rules.Count == 0))
        {
            node.HasPersonsRules = false;
        }

        Calendars.ForEach(calendar =>
            calendar.Persons.RemoveWhere(name => !calendar.Objects.ContainsKey(name))
        );
    }

    /// <summary>Whether anybody at all is let into the node's team folder.</summary>
    public bool IsEntered(ModelNode node) =>
        TeamFolders.Single(folder => folder.Root == node.Root).Groups.Count > 0;

    public bool IsVisible(ModelNode node) =>
        TeamFolders
            .Single(folder => folder.Root == node.Root)
            .Groups.Keys.Any(id =>
                Groups.TryGetValue(id, out var members) && members.Contains(Some.ServiceAccount)
            );

    public WorkspaceSnapshot Snapshot(WorkspaceSpec spec)
    {
        return new WorkspaceSnapshot
        {
            Users = new HashSet<string>(Users),
            Groups = Groups.ToDictionary(
                group => group.Key,
                group => new GroupState(group.Key, new HashSet<string>(group.Value))
            ),
            TeamFolders =
            [
                .. TeamFolders.Select(folder => new TeamFolderState(
                    folder.Id,
                    folder.Root.Name,
                    new Dictionary<string, int>(folder.Groups),
                    folder.Acl
                )
                {
                    Quota = folder.Quota,
                }),
            ],
            Nodes = [.. Nodes.Where(IsVisible).Select(State)],
            Calendars = [.. Calendars.Select(calendar => State(calendar, spec))],
        };
    }

    /// <summary>All that people would see, one line a thing, without ids and ETags.</summary>
    public string Picture() =>
        string.Join(
            '\n',
            Groups
                .Select(group => $"group {group.Key}: {string.Join(',', group.Value.Order())}")
                .Concat(Users.Select(user => $"user {user}"))
                .Concat(
                    TeamFolders.Select(folder =>
                        $"team {folder.Root.Name} acl={folder.Acl} quota={folder.Quota}: {string.Join(',', folder.Groups.Order(ByKey))}"
                    )
                )
                .Concat(
                    Nodes.Select(node =>
                        $"node {node.Path} {node.IsFolder} {node.Sha1} {AclRule.Canonical(node.Rules).ReplaceLineEndings(" ")}"
                    )
                )
                .Concat(
                    Calendars.Select(calendar =>
                        $"calendar {calendar.Uri} public={calendar.IsPublic}: {string.Join(',', calendar.Shares.Keys.Order())}; {string.Join(',', calendar.Objects.OrderBy(item => item.Key))}"
                    )
                )
                .Order(StringComparer.Ordinal)
        );

    private static Comparer<KeyValuePair<string, int>> ByKey { get; } =
        Comparer<KeyValuePair<string, int>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    private static NodeState State(ModelNode node) =>
        new()
        {
            Path = node.Path,
            IsFolder = node.IsFolder,
            FileId = node.Id,
            ETag = node.ETag,
            Sha1 = node.Sha1,
            Rules = node.Rules,
        };

    private CalendarState State(ModelCalendar calendar, WorkspaceSpec spec)
    {
        var tag = Some.Id(calendar.Tag);
        var key = KeyOf(calendar.Uri, "calendar:");
        var wanted = spec.Areas.Select(area => area.Calendar).FirstOrDefault(wanted => wanted?.Key == key);
        var unread =
            key is not null
            && Ledger[key].ETag == tag
            && wanted is not null
            && !WorkspacePlanner.NeedsEvents(wanted, Known);
        return new CalendarState
        {
            Uri = calendar.Uri,
            DisplayName = calendar.Name,
            ChangeTag = tag,
            Shares = new Dictionary<string, bool>(calendar.Shares),
            PublicAddress = calendar.IsPublic ? new Uri($"https://cloud.example/{calendar.Uri}") : null,
            Objects = unread ? null : new Dictionary<string, string>(calendar.Objects),
            // Of the network's calendar the ledger knows what stood there when it last moved.
            Texts =
                unread && wanted!.Copies is not null
                    ? calendar.Objects.ToDictionary(
                        item => item.Key,
                        item => new CalendarText(item.Value, "")
                    )
                    : null,
        };
    }
}
