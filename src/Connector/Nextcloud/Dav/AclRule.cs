namespace Connector.Nextcloud.Dav;

/// <summary>
/// One advanced right of a team folder (groupfolders <c>lib/ACL/Rule.php</c>): for the bits of
/// <see cref="Mask"/>, <see cref="Permissions"/> decides; a bit that is 0 in the mask is inherited.
/// </summary>
/// <param name="MappingType"><c>group</c>, <c>user</c> or <c>circle</c>. Prefer groups: many user rules are slow.</param>
/// <param name="MappingId">Group id, user id or team id.</param>
/// <param name="Mask">Sum of <see cref="Rights"/> that this rule decides.</param>
/// <param name="Permissions">Sum of <see cref="Rights"/> that this rule grants.</param>
internal readonly record struct AclRule(
    string MappingType,
    string MappingId,
    Rights Mask,
    Rights Permissions
);

/// <summary>Permission bits of Nextcloud (<c>OCP\Constants</c>).</summary>
[Flags]
internal enum Rights
{
    None = 0,
    Read = 1,
    Update = 2,
    Create = 4,
    Delete = 8,
    Share = 16,
    All = 31,
}
