namespace Connector.Domain.Workspaces;

/// <summary>
/// One advanced permission of a team folder: for the bits in <see cref="Mask"/>, <see cref="Permissions"/> replaces
/// what is inherited. Bits: read 1, update 2, create 4, delete 8, share 16.
/// Source: groupfolders, <c>lib/ACL/Rule.php</c>.
/// </summary>
/// <param name="MappingType"><c>group</c>, <c>user</c> or <c>circle</c>.</param>
/// <param name="MappingId">Id of the group, user or circle.</param>
/// <param name="Mask">The bits that the rule decides.</param>
/// <param name="Permissions">The bits that it grants.</param>
public sealed record AclRule(string MappingType, string MappingId, int Mask, int Permissions)
{
    public const int All = 31;

    /// <summary>The permission bits of a level of access.</summary>
    public static int Bits(AccessLevel level) =>
        level switch
        {
            AccessLevel.None => 0,
            AccessLevel.Read => 1,
            AccessLevel.Write => 15,
            _ => All,
        };

    /// <summary>One line per rule in a fixed order: the same rights give the same words, whatever the server's order.</summary>
    public static string Canonical(IEnumerable<AclRule> rules) =>
        string.Join(
            '\n',
            rules
                .Select(rule =>
                    $"{rule.MappingType}:{rule.MappingId}:{rule.Mask}:{rule.Permissions & rule.Mask}"
                )
                .Order(StringComparer.Ordinal)
        );
}
