using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Turns a blueprint's rights into shares of plain folders. A share gives a whole branch: what is below can be given
/// in addition, never taken back. So each role gets of a branch the least that it may do anywhere in it, and more by
/// a share of its own further down. A branch with a closed folder is not given as a whole: its open parts are.
/// </summary>
internal sealed class AreaShares(IReadOnlyDictionary<GroupRole, string> groups)
{
    private readonly List<ShareSpec> _shares = [];

    public IReadOnlyList<ShareSpec> All => _shares;

    /// <summary>Nothing is given outside the area.</summary>
    public static AccessLevel Nothing(GroupRole role) => AccessLevel.None;

    /// <summary>Gives a folder to each role that may do more in all of it than what it was given above.</summary>
    /// <param name="key">The folder, or the area.</param>
    /// <param name="folders">What is below.</param>
    /// <param name="level">What a role may do in the folder itself.</param>
    /// <param name="given">What it was given by a share of a folder above.</param>
    /// <returns>What it has been given now.</returns>
    public Func<GroupRole, AccessLevel> Give(
        string key,
        IReadOnlyList<FolderBlueprint> folders,
        Func<GroupRole, AccessLevel> level,
        Func<GroupRole, AccessLevel> given
    )
    {
        var now = groups.Keys.ToDictionary(role => role, given);
        foreach (var (role, groupId) in groups.OrderBy(group => group.Key))
        {
            var least = AreaRights.Levels(folders, role, level(role)).Min();
            if (least > now[role])
            {
                now[role] = least;
                _shares.Add(new ShareSpec(key, groupId, AclRule.Bits(least)));
            }
        }

        return role => now[role];
    }
}
