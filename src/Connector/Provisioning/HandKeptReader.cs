using System.Collections.Concurrent;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>
/// Reads groups that an administrator keeps, for an account that may list neither people nor groups: a group is there
/// when something can be shared with it, and who is in it is read from each person, one request a person. Groups that
/// the account was made administrator of it fills itself, and may list.
/// </summary>
internal sealed class HandKeptReader(NextcloudClient client)
{
    private readonly PersonLookup _lookup = new(client);

    public async Task<PeopleSeen> ReadAsync(WorkspaceSpec spec, KnownWorkspace known, CancellationToken ct)
    {
        var own = await Administered(ct);
        var people = await People(spec, known, ct);
        var names = spec.Groups.ToDictionary(group => group.GroupId, group => group.DisplayName);
        var groups = new ConcurrentDictionary<string, GroupState>(StringComparer.Ordinal);
        await Lanes.ForEach(
            names.Keys.Concat(known.Memberships.Select(known => known.GroupId)).Distinct(),
            async (id, stop) =>
            {
                if (await IsThere(id, own, stop))
                {
                    var isOwn = own.Contains(id);
                    groups[id] = new GroupState(
                        names.GetValueOrDefault(id, id),
                        isOwn ? await Listed(id, stop) : In(id, people)
                    )
                    {
                        IsByHand = !isOwn,
                        IsHidden = !isOwn && people.Values.Any(person => person.Groups is null),
                    };
                }
            },
            ct
        );
        var users = people.Where(person => person.Value.Exists).Select(person => person.Key);
        return new PeopleSeen(users.ToHashSet(StringComparer.Ordinal), groups);
    }

    /// <summary>Groups that the account may fill and empty, unless the server wants a password confirmation for it.</summary>
    private async Task<IReadOnlyList<string>> Administered(CancellationToken ct)
    {
        var me = await client.Server.WhoAmI(ct);
        return me.Administers.Count > 0 && await client.Users.MayFillGroups(me.Id, ct) ? me.Administers : [];
    }

    private async Task<IReadOnlyDictionary<string, PersonSeen>> People(
        WorkspaceSpec spec,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        var ids = spec
            .Accounts.Select(account => account.UserId)
            .Concat(spec.Groups.SelectMany(group => group.Members))
            .Concat(known.Memberships.Select(membership => membership.UserId))
            .Distinct(StringComparer.Ordinal);
        var people = new ConcurrentDictionary<string, PersonSeen>(StringComparer.Ordinal);
        await Lanes.ForEach(ids, async (id, stop) => people[id] = await _lookup.FindAsync(id, stop), ct);
        return people;
    }

    private async Task<bool> IsThere(string groupId, IReadOnlyList<string> own, CancellationToken ct) =>
        own.Contains(groupId, StringComparer.Ordinal)
        || (await client.Shares.FindExact(groupId, ShareKind.Group, ct)).Contains(
            groupId,
            StringComparer.Ordinal
        );

    private async Task<HashSet<string>> Listed(string groupId, CancellationToken ct) =>
        (await client.Groups.Members(groupId, ct) ?? []).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> In(string groupId, IReadOnlyDictionary<string, PersonSeen> people) =>
        people
            .Where(person => person.Value.Groups?.Contains(groupId, StringComparer.Ordinal) is true)
            .Select(person => person.Key)
            .ToHashSet(StringComparer.Ordinal);
}
