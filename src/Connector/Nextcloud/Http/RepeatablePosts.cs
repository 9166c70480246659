using System.Text.RegularExpressions;

namespace Connector.Nextcloud.Http;

/// <summary>
/// The POST addresses where asking twice comes to the same as asking once, because what is asked for is named in the
/// request: an account, a group, a member, a setting of one team folder. Any other POST can make a second thing (team
/// folder, team, public address of a calendar) or write over somebody (bulk upload), and is settled by reading.
/// </summary>
internal static partial class RepeatablePosts
{
    public static bool Has(Uri address) => Known().IsMatch(address.AbsolutePath);

    [GeneratedRegex(
        @"/ocs/v2\.php/cloud/(users|groups|users/[^/]+/groups)$"
            + @"|/apps/groupfolders/folders/[0-9]+/(groups|groups/[^/]+|quota|acl|manageACL|mountpoint)$"
            + @"|/apps/circles/circles/[^/]+/members$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Known();
}
