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

    private const string ClosedPrefix = "closed:";

    private const string GroupPrefix = "group:";

    private const string MemberPart = "/member:";

    public static string Area(string workingGroupId) => $"area:{workingGroupId}";

    public static string Calendar(string workingGroupId) => $"calendar:{workingGroupId}";

    public static string Event(string workingGroupId, string seriesId) =>
        $"event:{workingGroupId}/{seriesId}";

    /// <summary>A folder or document by its name; a « # » in the name is doubled, for a single one names a facet.</summary>
    public static string Below(string parentKey, string name) =>
        $"{parentKey}/{name.Replace("#", "##", StringComparison.Ordinal)}";

    /// <summary>One group's access to an area's team folder.</summary>
    public static string Access(string areaKey, string groupId) => $"{areaKey}/access:{groupId}";

    /// <summary>Whether an area's advanced permissions were switched on.</summary>
    public static string Acl(string areaKey) => $"{areaKey}#acl";

    /// <summary>The most that an area's team folder may hold.</summary>
    public static string Quota(string areaKey) => $"{areaKey}#quota";

    /// <summary>The inside of a team folder that the service account cannot see yet.</summary>
    public static string Inside(string areaKey) => $"{areaKey}#inside";

    /// <summary>The rules of an area's root or of a folder.</summary>
    internal static string Rights(string folderKey) => $"{folderKey}#rights";

    /// <summary>A working group that was closed, with what its reopening needs (<see cref="ClosedGroup"/>).</summary>
    public static string Closed(string workingGroupId) => $"{ClosedPrefix}{workingGroupId}";

    /// <summary>The working group of a key that <see cref="Closed"/> made; null for other keys.</summary>
    public static string? ClosedGroupOf(string key) =>
        key.StartsWith(ClosedPrefix, StringComparison.Ordinal) ? key[ClosedPrefix.Length..] : null;

    /// <summary>In <see cref="KnownResource.ContentHash"/>: Connector took this away itself.</summary>
    public const string Gone = "gone";

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

    /// <summary>A document that new data could not be merged into: the state of the file, and the data.</summary>
    public static string Unmerged(string documentKey) => $"{documentKey}#unmerged";

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
        if (colon < 0 || key[..colon] is not ("group" or "area" or "calendar" or "event" or "closed"))
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

    internal static bool IsEvent(string key) => key.StartsWith("event:", StringComparison.Ordinal);

    private static bool IsWhole(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal)
        && key.AsSpan(prefix.Length).IndexOfAny('/', '#') < 0;
}
