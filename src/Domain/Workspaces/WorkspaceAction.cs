using Connector.Domain.AddressBooks;

namespace Connector.Domain.Workspaces;

/// <summary>One act on the server, with all that it needs. Carrying it out twice must be harmless or noticed.</summary>
public abstract record WorkspaceAction;

/// <summary>Nothing on the server: the ledger starts (or goes on) knowing this thing.</summary>
public sealed record Link(KnownResource Resource) : WorkspaceAction;

public sealed record CreateAccount(AccountSpec Account) : WorkspaceAction;

public sealed record CreateGroup(string GroupId, string DisplayName) : WorkspaceAction;

public sealed record AddMember(string GroupId, string UserId) : WorkspaceAction;

/// <summary>Takes somebody out of a group; their account and all that they wrote stay.</summary>
public sealed record RemoveMember(string GroupId, string UserId) : WorkspaceAction;

public sealed record CreateTeamFolder(string MountPoint) : WorkspaceAction;

/// <summary>
/// Attaches groups to a team folder with their permission bits (group id → bits) and switches its advanced
/// permissions on where asked. What is not named stays as it is.
/// </summary>
public sealed record ConfigureTeamFolder(
    string AreaKey,
    IReadOnlyDictionary<string, int> Grants,
    bool EnableAcl
) : WorkspaceAction;

/// <summary>Limits a team folder to so many bytes; <see cref="TeamFolderState.Unlimited"/> lifts the limit.</summary>
public sealed record SetQuota(string AreaKey, long Bytes) : WorkspaceAction;

/// <summary>Gives a folder of the service account to a group; nothing happens when the group has it already.</summary>
public sealed record ShareFolder(string Path, string GroupId, int Bits) : WorkspaceAction;

/// <summary>Changes what a group may do in a folder that Connector gave it.</summary>
public sealed record ChangeShare(long ShareId, string GroupId, int Bits) : WorkspaceAction;

/// <summary>
/// Gives a public link or a share by mail, which the account itself made without an end, one so many days after the run.
/// Whom it is for and what it allows stay.
/// </summary>
public sealed record EndShare(long ShareId, int Days) : WorkspaceAction;

/// <summary>
/// Renames a folder or document, never onto something; its file id, and so everything known of it, stays.
/// </summary>
public sealed record RenameNode(long FileId, string From, string To) : WorkspaceAction;

/// <summary>Takes a file or folder out of the trash bin, with all that is in it, to where it was, which is free.</summary>
public sealed record RestoreNode(string TrashName, long FileId, string Path) : WorkspaceAction;

/// <summary>Renames a team folder; its id, its content and everybody's rights stay.</summary>
public sealed record RenameTeamFolder(long Id, string MountPoint) : WorkspaceAction;

public sealed record SetAcl(string Path, IReadOnlyList<AclRule> Rules) : WorkspaceAction;

public sealed record CreateFolder(string Path) : WorkspaceAction;

/// <summary>Writes a document; <paramref name="IfMatch"/> null means « only when nothing is there ».</summary>
public sealed record PutDocument(DocumentSpec Document, string Path, string? IfMatch) : WorkspaceAction
{
    /// <summary>SHA-1 of our own text that may be replaced: an ETag alone can hide an edit within one second.</summary>
    public string? Replaces { get; init; }
}

/// <summary>
/// Merges a document's new data into the file that people wrote in. Whatever they wrote since the plan was made is merged
/// all the same, so nothing here tells of it.
/// </summary>
/// <param name="Document">What the data give now.</param>
/// <param name="Path">Where the file is.</param>
/// <param name="FileId">Which file it has to be.</param>
/// <param name="BaseHash">What was last written or merged, as the ledger keeps it.</param>
public sealed record MergeDocument(DocumentSpec Document, string Path, long FileId, string BaseHash)
    : WorkspaceAction;

public sealed record CreateCalendar(CalendarSpec Calendar) : WorkspaceAction;

public sealed record ShareCalendar(string CalendarUri, string GroupId, bool ReadWrite) : WorkspaceAction;

public sealed record PublishCalendar(string CalendarUri) : WorkspaceAction;

/// <summary>Writes an event; <paramref name="IfMatch"/> null means « only when nothing is there ».</summary>
public sealed record PutEvent(string CalendarUri, EventSpec Event, string? IfMatch) : WorkspaceAction;

/// <summary>
/// Writes what the territory changed into an object that people changed, on the condition that it is the one that was
/// merged; else it is read and merged again.
/// </summary>
/// <param name="CalendarUri">Last segment of the calendar's address.</param>
/// <param name="ObjectName">Of the object.</param>
/// <param name="ContentHash">Of what it should say: see <see cref="EventSpec.ContentHash"/>.</param>
/// <param name="Merge">What was merged into which state of the object.</param>
public sealed record MergeEvent(string CalendarUri, string ObjectName, string ContentHash, MergedEvent Merge)
    : WorkspaceAction;

/// <summary>Writes a milestone's event; <paramref name="IfMatch"/> null means « only when nothing is there ».</summary>
public sealed record PutMilestone(string CalendarUri, MilestoneEvent Milestone, string? IfMatch)
    : WorkspaceAction;

/// <summary>Adds links to the descriptions of one calendar object; nothing else of it changes.</summary>
public sealed record LinkEvent(
    string CalendarUri,
    string CalendarKey,
    string ObjectName,
    IReadOnlyList<EventLink> Links
) : WorkspaceAction;

/// <summary>Cancels what is to come of an event that nobody touched; <paramref name="Text"/> is the whole object.</summary>
public sealed record CallOffEvent(string CalendarUri, string ObjectName, string Text, string IfMatch)
    : WorkspaceAction;

public sealed record CreateAddressBook(AddressBookSpec Book) : WorkspaceAction;

/// <summary>Lets a group read an address book.</summary>
public sealed record ShareAddressBook(string BookUri, string GroupId) : WorkspaceAction;

/// <summary>Writes a card; <paramref name="IfMatch"/> null means « only when nothing is there ».</summary>
/// <param name="BookUri">Last segment of the address book's address.</param>
/// <param name="Card">What the directory gives.</param>
/// <param name="Merged">The same within what somebody wrote into the card; null where nobody did.</param>
/// <param name="IfMatch">ETag of the card that this replaces.</param>
public sealed record PutCard(string BookUri, CardSpec Card, string? Merged, string? IfMatch)
    : WorkspaceAction;

/// <summary>Takes out a card that is, byte for byte, what Connector wrote.</summary>
public sealed record RemoveCard(string BookUri, string ObjectName, string IfMatch) : WorkspaceAction;

/// <summary>Writes a copy into the network's calendar; <paramref name="IfMatch"/> null means « only when nothing is there ».</summary>
public sealed record CopyEvent(string CalendarUri, EventCopy Copy, string? IfMatch) : WorkspaceAction;
