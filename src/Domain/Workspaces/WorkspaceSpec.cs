using System.Text.RegularExpressions;
using Connector.Domain.AddressBooks;
using Connector.Domain.Directories;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Everything that should exist on the server for one territory, in the server's own terms. Keys are stable names
/// of resources in the ledger; they never change while the thing they name is meant to be the same.
/// </summary>
public sealed record WorkspaceSpec
{
    /// <summary>Whether missing accounts are created; else they are only told.</summary>
    public required bool CreateAccounts { get; init; }

    public required IReadOnlyList<AccountSpec> Accounts { get; init; }

    public required IReadOnlyList<GroupSpec> Groups { get; init; }

    public required IReadOnlyList<AreaSpec> Areas { get; init; }

    public Strategy Strategy { get; init; }

    /// <summary>Null where the territory asks for none.</summary>
    public AddressBookSpec? AddressBook { get; init; }

    /// <summary>Where in the territory's files groups, people and meetings are written, by their keys.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } =
        new Dictionary<string, SourcePlace>();

    /// <summary>What becomes of changes made by hand; a field that is not named is warned about.</summary>
    public IReadOnlyDictionary<ManagedField, Enforcement> Enforcement { get; init; } =
        new Dictionary<ManagedField, Enforcement>();
}

/// <summary>What the shared folders of a network are, which depends on what the service account may do.</summary>
public enum Strategy
{
    /// <summary>Team folders with rules: needs an account that may manage them.</summary>
    TeamFolders,

    /// <summary>Folders of the service account, shared with groups: needs no right beyond sharing.</summary>
    SharedFolders,

    /// <summary>Folders of the service account, shared with teams (Circles) that it owns: needs no right at all.</summary>
    Teams,

    /// <summary>Folders of the service account, shared with groups that an administrator makes and fills by hand.</summary>
    GroupsByHand,
}

/// <summary>A person's Nextcloud account. <see cref="GroupIds"/> are the groups that the person should be in.</summary>
public sealed record AccountSpec(
    string UserId,
    string DisplayName,
    string? Email,
    IReadOnlyList<string> GroupIds
)
{
    public string Key => KeyOf(UserId);

    internal static string KeyOf(string userId) => $"account:{userId}";
}

/// <summary>A Nextcloud group, or a team in its place, and the user ids that should be in it.</summary>
public sealed record GroupSpec(string GroupId, string DisplayName, IReadOnlyList<string> Members)
{
    public string Key => WorkspaceKeys.Group(GroupId);

    /// <summary>Whether a team (circle) stands for it.</summary>
    public bool IsTeam { get; init; }
}

/// <summary>One team folder with all that is in it, and its calendar.</summary>
public sealed record AreaSpec
{
    public required string Key { get; init; }

    public required WorkspaceArea Area { get; init; }

    /// <summary>Identifier of the working group; null for the network's own areas.</summary>
    public string? WorkingGroupId { get; init; }

    /// <summary>The Nextcloud group of each role that somebody has here.</summary>
    public IReadOnlyDictionary<GroupRole, string> Roles { get; init; } = new Dictionary<GroupRole, string>();

    /// <summary>What lays this area out.</summary>
    public required BlueprintVersion Blueprint { get; init; }

    /// <summary>Name of the team folder as members see it.</summary>
    public required string MountPoint { get; init; }

    /// <summary>Nextcloud permission bits of each attached group, the service's own group included.</summary>
    public required IReadOnlyDictionary<string, int> Access { get; init; }

    /// <summary>Rules on the root and below; a folder without rules inherits.</summary>
    public required IReadOnlyList<AclRule> Rules { get; init; }

    /// <summary>Folders, each after its parent.</summary>
    public required IReadOnlyList<FolderSpec> Folders { get; init; }

    public required IReadOnlyList<DocumentSpec> Documents { get; init; }

    /// <summary>
    /// What the blueprint names after a meeting: only the next one's is in <see cref="Folders"/> and
    /// <see cref="Documents"/>, those of the meetings before it stay part of the blueprint.
    /// </summary>
    public IReadOnlyList<PassingName> PassingNames { get; init; } = [];

    /// <summary>
    /// What there is one of for each meeting, without a meeting: it stands there also while none is to come.
    /// </summary>
    public IReadOnlyList<DocumentSpec> MeetingForms { get; init; } = [];

    /// <summary>What events of the group's calendar should lead to.</summary>
    public IReadOnlyList<EventLink> Links { get; init; } = [];

    /// <summary>What people are told of this area beside its parts.</summary>
    public IReadOnlyList<AreaNotice> Notices { get; init; } = [];

    /// <summary>
    /// With <see cref="Strategy.SharedFolders"/>: who is given which folder of the service account. Empty with team
    /// folders.
    /// </summary>
    public IReadOnlyList<ShareSpec> Shares { get; init; } = [];

    public CalendarSpec? Calendar { get; init; }

    /// <summary>Bytes, <see cref="TeamFolderState.Unlimited"/> for no limit; null leaves the quota to people.</summary>
    public long? Quota { get; init; }

    /// <summary>Whether a key is, or is inside of, what the blueprint names after some meeting.</summary>
    public bool IsPassing(string key) => PassingNames.Any(passing => passing.Covers(key));

    /// <summary>
    /// The document that a key is named after, be it for this meeting or another one; the one with the longest name where
    /// several fit, null where none does.
    /// </summary>
    public DocumentSpec? NamedLike(string key) =>
        Documents
            .Concat(MeetingForms)
            .Where(document =>
                document.AnyMeeting is { } pattern
                && new PassingName("", pattern).Covers(key[key.LastIndexOf('/')..])
            )
            .MaxBy(document => document.Pattern?.Length ?? 0);

    /// <summary>Advanced permissions are switched on only where a rule needs them: they cost time on each access.</summary>
    public bool UsesAcl => Rules.Count > 0 || Folders.Any(folder => folder.Rules.Count > 0);
}

/// <summary>Something that a person should know; nothing is done about it.</summary>
/// <param name="Key">Of the thing, in the ledger.</param>
/// <param name="Stage">Where in the plan it is told.</param>
/// <param name="Subject">The thing, in words.</param>
/// <param name="Reason">What is told of it.</param>
public sealed record AreaNotice(string Key, PlanStage Stage, Text Subject, Text Reason)
{
    /// <summary>A conflict where nothing goes on before a person decides.</summary>
    public Change Change { get; init; } = Change.Notice;
}

/// <summary>A folder below an area's root. <see cref="ParentKey"/> is the area's key or another folder's.</summary>
public sealed record FolderSpec(string Key, string ParentKey, string Name, IReadOnlyList<AclRule> Rules)
{
    /// <summary>The name as the blueprint writes it, with its tokens; null for a folder that no blueprint named.</summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// Names that earlier versions of the blueprint gave it, in the same folder, the latest first; for a meeting's, also those
    /// of the days that it was on before.
    /// </summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Keys of other folders in which Connector may have put it: that of the year before.</summary>
    public IReadOnlyList<string> FormerParents { get; init; } = [];
}

/// <summary>
/// Names below <see cref="ParentKey"/> that are given meeting after meeting. <see cref="Pattern"/> is a regular
/// expression for the last part of such a thing's key.
/// </summary>
public sealed record PassingName(string ParentKey, string Pattern)
{
    public bool Covers(string key)
    {
        if (!key.StartsWith($"{ParentKey}/", StringComparison.Ordinal))
        {
            return false;
        }

        var rest = key[(ParentKey.Length + 1)..];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        return Regex.IsMatch(
            end < 0 ? rest : rest[..end],
            Pattern,
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
    }
}

/// <summary>A folder (or the area's root) given to a group with permission bits.</summary>
public sealed record ShareSpec(string FolderKey, string GroupId, int Bits);

/// <summary>A file that Connector makes.</summary>
public sealed record DocumentSpec
{
    public required string Key { get; init; }

    /// <summary>Key of the area or of the folder in which it stands.</summary>
    public required string ParentKey { get; init; }

    public required string Name { get; init; }

    /// <summary>As <see cref="FolderSpec.FormerNames"/>.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>As <see cref="FolderSpec.FormerParents"/>.</summary>
    public IReadOnlyList<string> FormerParents { get; init; } = [];

    public required DocumentKind Kind { get; init; }

    /// <summary>The name as the blueprint writes it, with its tokens; null for a document that no blueprint named.</summary>
    public string? Pattern { get; init; }

    /// <summary>What it is filled from; null for the built-in template of its kind.</summary>
    public TemplateFile? Template { get; init; }

    /// <summary>A regular expression for the last part of its key, whatever the meeting; null as <see cref="Pattern"/>.</summary>
    public string? AnyMeeting { get; init; }

    /// <summary>The words themselves, for a <see cref="DocumentKind.Description"/>; null for other documents.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The meeting that minutes and agenda are of, or, for a yearly review, the next one; null for other documents.
    /// </summary>
    public MeetingOccurrence? Meeting { get; init; }

    /// <summary>The visit that it reports; null for other documents.</summary>
    public Visit? Visit { get; init; }

    /// <summary>The calendar that it shows, for what there is one of for each; null for other documents.</summary>
    public string? CalendarKey { get; init; }

    /// <summary>What members asked to speak of, for minutes and agenda; empty for other documents.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>SHA-1 in lower-case hexadecimal of the bytes that would be written; null while they cannot be known.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Whether people write in it and new data are merged into what they wrote; other kinds are theirs then.</summary>
    public bool IsMerged =>
        Kind
            is DocumentKind.Roadmap
                or DocumentKind.Minutes
                or DocumentKind.Agenda
                or DocumentKind.VisitReport
                or DocumentKind.ActionRegister;

    /// <summary>Whether a sheet of actions that people wrote in does not say what holds by now.</summary>
    public bool IsBehind { get; init; }
}
