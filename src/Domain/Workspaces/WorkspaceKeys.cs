namespace Connector.Domain.Workspaces;

/// <summary>
/// How resources are named in the ledger. <c>area:gt-jeunes</c>, <c>area:gt-jeunes/02 Réunions</c>,
/// <c>group:gt-jeunes</c>, <c>calendar:gt-jeunes</c>, <c>event:gt-jeunes/mensuelle</c>; a « # » or a last segment
/// with a colon names a facet of the thing before it.
/// </summary>
public static class WorkspaceKeys
{
    public const string Network = "area:réseau";

    /// <summary>The accent keeps it apart from a committee that is called « pilotage »: ids have none.</summary>
    public const string Steering = "area:pilotage-réseau";

    /// <summary>The team folder that closed groups are put into, year by year. Not an area: no file describes it.</summary>
    public const string Archives = "archives:réseau";

    /// <summary>Id of the Nextcloud group that holds the service account alone.</summary>
    public const string ServiceGroup = WorkspaceGroups.Service;

    /// <summary>
    /// The ledger's mark on the server (<see cref="IssuedNumbers"/>): its name there as the remote id, and what it says.
    /// </summary>
    public const string Issued = "mark:issued";

    /// <summary>Id of the Nextcloud group of everybody who takes part.</summary>
    public const string NetworkGroup = WorkspaceGroups.Network;

    private const string ErasedPrefix = "erased:";

    /// <summary>Somebody who was erased, by the fingerprint of the name.</summary>
    public static string Erased(string fingerprint) => ErasedPrefix + fingerprint;

    /// <summary>Fingerprints of all who were erased.</summary>
    public static IReadOnlySet<string> ErasedIn(KnownWorkspace known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known
            .Resources.Keys.Where(key => key.StartsWith(ErasedPrefix, StringComparison.Ordinal))
            .Select(key => key[ErasedPrefix.Length..])
            .ToHashSet(StringComparer.Ordinal);
    }

    private const string ClosedPrefix = "closed:";

    private const string MilestonePrefix = "milestone:";

    private const string GroupPrefix = "group:";

    private const string MemberPart = "/member:";

    private const string CopyPrefix = "copy:";

    public static string Area(string workingGroupId) => $"area:{workingGroupId}";

    public static string Calendar(string workingGroupId) => $"calendar:{workingGroupId}";

    /// <summary>The calendar that shows those of all groups; the accent keeps it apart from a group's.</summary>
    public const string NetworkCalendar = "calendar:réseau";

    /// <summary>What the network's calendar copies, as it was when it was last looked at.</summary>
    public const string Copied = NetworkCalendar + "#copies";

    /// <summary>The copy of an object of a group's calendar.</summary>
    public static string Copy(string workingGroupId, string objectName) =>
        $"{CopyPrefix}{workingGroupId}/{objectName}";

    /// <summary>The group and the object of a key of <see cref="Copy"/>; null for other keys.</summary>
    public static (string GroupId, string ObjectName)? CopyOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return
            key.StartsWith(CopyPrefix, StringComparison.Ordinal)
            && key.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? (key[CopyPrefix.Length..slash], key[(slash + 1)..])
            : null;
    }

    public static string Event(string workingGroupId, string seriesId) =>
        $"event:{workingGroupId}/{seriesId}";

    /// <summary>Name of a series' object in the calendar of its group.</summary>
    public static string EventObject(string workingGroupId, string seriesId) =>
        $"connector-{workingGroupId}-{seriesId}.ics";

    /// <summary>What a calendar's objects were when they were last read.</summary>
    public static string Objects(string calendarKey) => $"{calendarKey}#objects";

    /// <summary>When a calendar was last listed as a whole and compared with what is remembered of it.</summary>
    public static string Proof(string calendarKey) => $"{calendarKey}#proof";

    /// <summary>That somebody was asked about a calendar that is not believed, and which state of it that was.</summary>
    public static string Held(string calendarKey) => $"{calendarKey}#held";

    /// <summary>What the territory gave when an object was last written or merged.</summary>
    public static string Base(string calendarKey, string objectName) => $"{calendarKey}#base:{objectName}";

    /// <summary>The event of a milestone, by the name that <see cref="Documents.MilestoneBook"/> gave it.</summary>
    public static string Milestone(string workingGroupId, string id) =>
        $"{MilestonePrefix}{workingGroupId}/{id}";

    public static bool IsMilestone(string key) => key.StartsWith(MilestonePrefix, StringComparison.Ordinal);

    /// <summary>The milestones of a group's roadmap as they were last read.</summary>
    public static string Milestones(string workingGroupId) => $"milestones:{workingGroupId}";

    /// <summary>That an event was given the link to its minutes; the override is the value of its RECURRENCE-ID, or empty.</summary>
    public static string Link(string calendarKey, string objectName, string overrideId) =>
        overrideId.Length == 0
            ? $"{calendarKey}#link:{objectName}"
            : $"{calendarKey}#link:{objectName}@{overrideId}";

    /// <summary>A folder or document by its name; a « # » in the name is doubled, for a single one names a facet.</summary>
    public static string Below(string parentKey, string name) =>
        $"{parentKey}/{name.Replace("#", "##", StringComparison.Ordinal)}";

    /// <summary>One group's access to an area's team folder.</summary>
    public static string Access(string areaKey, string groupId) => $"{areaKey}/access:{groupId}";

    /// <summary>Whether an area's advanced permissions were switched on.</summary>
    public static string Acl(string areaKey) => $"{areaKey}#acl";

    /// <summary>The most that an area's team folder may hold.</summary>
    public static string Quota(string areaKey) => $"{areaKey}#quota";

    /// <summary>Something in an area that somebody shared, by the server's number of the share.</summary>
    internal static string Given(string areaKey, long shareId) =>
        FormattableString.Invariant($"{areaKey}#share:{shareId}");

    /// <summary>The inside of a team folder that the service account cannot see yet.</summary>
    public static string Inside(string areaKey) => $"{areaKey}#inside";

    /// <summary>The rules of an area's root or of a folder.</summary>
    internal static string Rights(string folderKey) => $"{folderKey}#rights";

    /// <summary>A working group that was closed, with what its reopening needs (<see cref="ClosedGroup"/>).</summary>
    public static string Closed(string workingGroupId) => $"{ClosedPrefix}{workingGroupId}";

    /// <summary>The working group of a key that <see cref="Closed"/> made; null for other keys.</summary>
    public static string? ClosedGroupOf(string key) =>
        key.StartsWith(ClosedPrefix, StringComparison.Ordinal) ? key[ClosedPrefix.Length..] : null;

    private const string PdfSuffix = "#pdf";

    /// <summary>In <see cref="KnownResource.ContentHash"/>: Connector took this away itself.</summary>
    public const string Gone = "gone";

    /// <summary>In <see cref="KnownResource.ContentHash"/>: Connector called this event off itself.</summary>
    public const string CalledOff = "called-off";

    /// <summary>Where an organisation is described; nothing of it is in the ledger.</summary>
    public static string Organisation(string id) => $"organisation:{id}";

    /// <summary>A Nextcloud group, or the team that stands for it.</summary>
    public static string Group(string groupId) => $"{GroupPrefix}{groupId}";

    internal static string GroupIdOf(string groupKey) => groupKey[GroupPrefix.Length..];

    /// <summary>That Connector let somebody into a group.</summary>
    public static string Member(string groupKey, string userId) => $"{groupKey}{MemberPart}{userId}";

    /// <summary>The group and the person of a key that <see cref="Member"/> made of a group's; null for other keys.</summary>
    public static (string GroupId, string UserId)? MembershipOf(string key)
    {
        var end = key.IndexOf(MemberPart, StringComparison.Ordinal);
        return end > 0 && key.StartsWith(GroupPrefix, StringComparison.Ordinal)
            ? (key[GroupPrefix.Length..end], key[(end + MemberPart.Length)..])
            : null;
    }

    /// <summary>The PDF of a document, beside it: of which bytes of the document it is.</summary>
    public static string Pdf(string documentKey) => $"{documentKey}{PdfSuffix}";

    public static bool IsPdf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.EndsWith(PdfSuffix, StringComparison.Ordinal);
    }

    /// <summary>A document that new data could not be merged into: the state of the file, and the data.</summary>
    public static string Unmerged(string documentKey) => $"{documentKey}#unmerged";

    /// <summary>The template of the network's own that a document was last filled from.</summary>
    public static string FilledFrom(string documentKey) => $"{documentKey}#template";

    /// <summary>A kind's template in the coordinators' folder, as it was when it was last found to be in order.</summary>
    public static string SharedTemplate(string kind) => $"template:{kind}";

    /// <summary>The same, as it was when a mistake was last found in it.</summary>
    public static string RefusedTemplate(string kind) => $"template:{kind}#refused";

    /// <summary>The coordinators' own directory in their folder.</summary>
    public static string OwnDirectory(string name) => Below(Steering, name);

    /// <summary>The coordinators' own directory as it was when it was last read.</summary>
    public const string DirectoryRead = "directory:read";

    /// <summary>The same, as it was when nothing in it stood in the way of using it.</summary>
    public const string DirectoryInUse = "directory:used";

    /// <summary>The name of a folder.</summary>
    internal static string Name(string folderKey) => $"{folderKey}#name";

    /// <summary>A calendar's public address.</summary>
    public static string Public(string calendarKey) => $"{calendarKey}/public";

    /// <summary>Whether a key names a folder or a document of an area.</summary>
    public static bool IsNode(string key) =>
        key.StartsWith("area:", StringComparison.Ordinal)
        && key.LastIndexOf('/') is > 0 and var slash
        && !key.AsSpan(slash).StartsWith("/access:", StringComparison.Ordinal)
        && !key.Replace("##", "", StringComparison.Ordinal).Contains('#', StringComparison.Ordinal);

    /// <summary>The area that a key of <see cref="IsNode"/> is in.</summary>
    internal static string AreaOf(string nodeKey) =>
        nodeKey[..nodeKey.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What a key is about: an identifier of a group, of a working group, or of a common area.</summary>
    internal static string? SubjectOf(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (
            colon < 0
            || key[..colon]
                is not (
                    "group"
                    or "area"
                    or "calendar"
                    or "event"
                    or "milestone"
                    or "closed"
                    or "meeting"
                    or "copy"
                )
        )
        {
            return null;
        }

        var rest = key[(colon + 1)..];
        var end = rest.AsSpan().IndexOfAny('/', '#');
        return end < 0 ? rest : rest[..end];
    }

    internal static bool IsCommonArea(string id) => Area(id) is Network or Steering;

    /// <summary>Who a key of <see cref="Member"/>, or one about somebody too many, is about.</summary>
    internal static string? MemberOf(string key) =>
        key.Split('/', 2) is [var group, var facet]
        && IsGroup(group)
        && facet.Split(':', 2) is ["member", var user]
            ? user
            : null;

    internal static bool IsGroup(string key) => IsWhole(key, GroupPrefix);

    /// <summary>Whether a key names an area itself, and nothing in it.</summary>
    public static bool IsArea(string key) => IsWhole(key, "area:");

    internal static bool IsCalendar(string key) => IsWhole(key, "calendar:");

    /// <summary>The event of a series.</summary>
    public static bool IsEvent(string key) => key.StartsWith("event:", StringComparison.Ordinal);

    private static bool IsWhole(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal)
        && key.AsSpan(prefix.Length).IndexOfAny('/', '#') < 0;
}
