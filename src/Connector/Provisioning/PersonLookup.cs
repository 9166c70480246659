using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>Whether somebody has an account, and their groups; null where the server keeps those to itself.</summary>
internal sealed record PersonSeen(bool Exists, IReadOnlyList<string>? Groups);

/// <summary>Looks somebody up for an account that may list nobody: by their principal, else among those to share with.</summary>
internal sealed class PersonLookup(NextcloudClient client)
{
    public async Task<PersonSeen> FindAsync(string userId, CancellationToken ct)
    {
        try
        {
            var groups = await client.Principals.GroupsOf(userId, ct);
            return new PersonSeen(groups is not null, groups ?? []);
        }
        catch (NextcloudException error) when (error.Status is 403 or 405 or 501)
        {
            var found = await client.Shares.FindExact(userId, ShareKind.User, ct);
            return new PersonSeen(
                found.Any(id => id.Equals(userId, StringComparison.OrdinalIgnoreCase)),
                Groups: null
            );
        }
    }
}
