using System.Text.Json.Serialization;
using Connector.Domain.AddressBooks;

namespace Connector.Domain.Workspaces;

/// <summary>What the server holds at one moment, as far as the service account sees it.</summary>
public sealed record WorkspaceSnapshot
{
    public required IReadOnlySet<string> Users { get; init; }

    /// <summary>By group id.</summary>
    public required IReadOnlyDictionary<string, GroupState> Groups { get; init; }

    public required IReadOnlyList<TeamFolderState> TeamFolders { get; init; }

    /// <summary>Every file and folder in the service account's home, the mounted team folders included.</summary>
    public required IReadOnlyList<NodeState> Nodes { get; init; }

    /// <summary>ETag of the account's home, which changes with everything below it; null when unknown.</summary>
    public string? RootETag { get; init; }

    /// <summary>
    /// Up to which numbers this server's history is the ledger's, as the ledger marked it there; null without a mark.
    /// </summary>
    public IssuedNumbers? Issued { get; init; }

    public required IReadOnlyList<CalendarState> Calendars { get; init; }

    /// <summary>The network's address book; null where it is not there, or nobody asked.</summary>
    public AddressBookState? AddressBook { get; init; }

    /// <summary>What the service account gave to groups; empty where nobody asked.</summary>
    public IReadOnlyList<ShareState> Shares { get; init; } = [];

    /// <summary>
    /// What people shared themselves, and the account beside its gifts to groups; empty where nobody asked.
    /// </summary>
    public IReadOnlyList<GivenShare> Given { get; init; } = [];

    /// <summary>What lies in the trash bin; empty where nobody asked.</summary>
    public IReadOnlyList<TrashState> Trash { get; init; } = [];

    /// <summary>A group's calendar: by the ledger's link, else by address, else by name; null when it is not there.</summary>
    public CalendarState? CalendarOf(CalendarSpec calendar, KnownWorkspace known) =>
        known.Find(calendar.Key) is { } link
            ? Calendars.FirstOrDefault(state => state.Uri == link.RemoteId)
            : Calendars.FirstOrDefault(state => state.Uri == calendar.Uri)
                ?? Calendars.FirstOrDefault(state => state.DisplayName == calendar.DisplayName);

    public static WorkspaceSnapshot Empty { get; } =
        new()
        {
            Users = new HashSet<string>(),
            Groups = new Dictionary<string, GroupState>(),
            TeamFolders = [],
            Nodes = [],
            Calendars = [],
        };
}

/// <summary>A group, or the team that stands for it; then <see cref="TeamId"/> is the server's own id of it.</summary>
public sealed record GroupState(string DisplayName, IReadOnlySet<string> Members)
{
    public string? TeamId { get; init; }

    /// <summary>Whether only an administrator may change who is in it.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Whether the server does not let the account see who is in it.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A team folder; <see cref="Groups"/> gives the permission bits of each attached group.</summary>
public sealed record TeamFolderState(
    long Id,
    string MountPoint,
    IReadOnlyDictionary<string, int> Groups,
    bool Acl
)
{
    /// <summary>No limit, as <see cref="Quota"/>: the app's own number for it.</summary>
    public const long Unlimited = -3;

    /// <summary>Bytes, or <see cref="Unlimited"/>.</summary>
    public long Quota { get; init; } = Unlimited;
}

/// <summary>
/// A file or folder in the trash bin, with all that is in it. <see cref="Name"/> is its address there, <see cref="Path"/>
/// where it was and would be again. <see cref="DeletedBy"/> is null where the server does not tell.
/// </summary>
public sealed record TrashState(
    long FileId,
    string Name,
    string Path,
    bool IsFolder,
    DateTimeOffset DeletedAt,
    string? DeletedBy
);

/// <summary>A file or folder of the service account, by its number, given to a group with permission bits.</summary>
public sealed record ShareState(long Id, long FileId, string GroupId, int Bits);

/// <summary>
/// A file or folder. <see cref="Path"/> is relative to the account's home, decoded, without slashes at its ends.
/// <see cref="Sha1"/> is known only for files whose writer declared it; an edit clears it.
/// </summary>
public sealed record NodeState
{
    public required string Path { get; init; }

    public required bool IsFolder { get; init; }

    public required long FileId { get; init; }

    public string? ETag { get; init; }

    public string? Sha1 { get; init; }

    public IReadOnlyList<AclRule> Rules { get; init; } = [];
}

/// <summary>
/// A calendar of the service account. <see cref="Objects"/> maps object names to ETags; it is null when the
/// calendar's change tag is the one the ledger already knows, so that nothing in it can have moved.
/// </summary>
public sealed record CalendarState
{
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    public string? ChangeTag { get; init; }

    /// <summary>Where a later <c>sync-collection</c> begins (RFC 6578); null where the server tells none.</summary>
    public string? SyncToken { get; init; }

    /// <summary>Group id → whether its members may write.</summary>
    public required IReadOnlyDictionary<string, bool> Shares { get; init; }

    public Uri? PublicAddress { get; init; }

    public IReadOnlyDictionary<string, string>? Objects { get; init; }

    /// <summary>
    /// The objects themselves by name, read now or kept from when they were as they still are; null when nobody asked.
    /// Told apart from <see cref="Objects"/> because a damaged or emptied calendar goes on with what was last known.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, CalendarText>? Texts { get; init; }

    /// <summary>Whether a calendar that had objects suddenly shows none: that is no reason to conclude anything.</summary>
    [JsonIgnore]
    public bool IsEmptied { get; init; }

    /// <summary>Whether it is in the listing and yet could not be read: what is known of it goes on.</summary>
    [JsonIgnore]
    public bool IsUnreadable { get; init; }

    /// <summary>What a whole listing, compared with what is remembered, has shown; null when there was none.</summary>
    [JsonIgnore]
    public CalendarProof? Proof { get; init; }

    /// <summary>Why it is not believed; null where it is.</summary>
    [JsonIgnore]
    public Meetings.CalendarHold? Hold { get; init; }

    /// <summary>Whether somebody was asked about that already.</summary>
    [JsonIgnore]
    public bool IsHoldTold { get; init; }
}
