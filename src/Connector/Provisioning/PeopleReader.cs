using System.Collections.Concurrent;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>The accounts that exist, and the groups by id with their members: teams, where teams stand for them.</summary>
internal sealed record PeopleSeen(IReadOnlySet<string> Users, IReadOnlyDictionary<string, GroupState> Groups);

/// <summary>Reads who there is and who is in which group, by the means that the strategy leaves.</summary>
/// <param name="client">The server.</param>
/// <param name="everyMember">
/// Asks every team for its members; otherwise only those whose number is not the one on record: that is where somebody
/// was put in or taken out. One taken out for another put in by hand is told when the next one comes or goes.
/// </param>
internal sealed class PeopleReader(NextcloudClient client, bool everyMember)
{
    public Task<PeopleSeen> ReadAsync(WorkspaceSpec spec, KnownWorkspace known, CancellationToken ct) =>
        spec.Strategy switch
        {
            Strategy.Teams => OfTeams(spec, known, ct),
            Strategy.GroupsByHand => new HandKeptReader(client).ReadAsync(spec, known, ct),
            _ => OfGroups(ct),
        };

    private async Task<PeopleSeen> OfGroups(CancellationToken ct)
    {
        var reading = client.Groups.List(ct);
        var users = await client.Users.List(ct);
        var groups = await reading;
        var members = users
            .SelectMany(user => user.Groups.Select(group => (group, user.Id)))
            .ToLookup(pair => pair.group, pair => pair.Id, StringComparer.Ordinal);
        return new PeopleSeen(
            users.Select(user => user.Id).ToHashSet(StringComparer.Ordinal),
            groups.ToDictionary(
                group => group.Id,
                group => new GroupState(
                    group.DisplayName,
                    members[group.Id].ToHashSet(StringComparer.Ordinal)
                ),
                StringComparer.Ordinal
            )
        );
    }

    private async Task<PeopleSeen> OfTeams(WorkspaceSpec spec, KnownWorkspace known, CancellationToken ct)
    {
        var teams = (await client.Teams.List(ct))
            .Where(team => team.IsOwned)
            .Select(team => new TeamState(team.Id, team.Name, team.Population))
            .ToList();
        var groups = new ConcurrentDictionary<string, GroupState>(StringComparer.Ordinal);
        await Lanes.ForEach(
            TeamMatching.Match(spec, known, teams),
            async (pair, stop) =>
                groups[pair.Key] = new GroupState(
                    pair.Value.Name,
                    await Members(spec, pair.Key, pair.Value, known, stop)
                )
                {
                    TeamId = pair.Value.Id,
                },
            ct
        );
        var seen = groups.Values.SelectMany(group => group.Members).ToHashSet(StringComparer.Ordinal);
        return new PeopleSeen(await Found(spec, seen, ct), groups);
    }

    /// <summary>Spelled as the territory spells them: ids compare without case on the server.</summary>
    private async Task<HashSet<string>> Members(
        WorkspaceSpec spec,
        string groupId,
        TeamState team,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        var me = client.Account.Principal;
        var wanted = spec.Groups.FirstOrDefault(group => group.GroupId == groupId)?.Members ?? [];
        var recorded = TeamMatching.Recorded(groupId, known);
        var asks =
            everyMember
            || spec.Enforcement.GetValueOrDefault(ManagedField.Members) == Enforcement.Enforced
            || team.Population != recorded.Append(me).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var members = asks
            ? (await client.Teams.Members(team.Id, ct)).Select(member => member.UserId)
            : recorded;
        return members
            .Select(user => wanted.FirstOrDefault(one => Same(one, user)) ?? user)
            // The owner is in every team of its own: that is news only where the territory names it.
            .Where(user => !Same(user, me) || wanted.Contains(user))
            .Concat(asks ? [] : wanted.Where(user => Same(user, me)))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Those of the territory who have an account: whoever is in a team has one, the others are looked up.</summary>
    private async Task<HashSet<string>> Found(WorkspaceSpec spec, HashSet<string> seen, CancellationToken ct)
    {
        var found = new ConcurrentBag<string>();
        var lookup = new PersonLookup(client);
        await Lanes.ForEach(
            spec.Accounts.Select(account => account.UserId).Where(user => !seen.Contains(user)),
            async (user, stop) =>
            {
                if ((await lookup.FindAsync(user, stop)).Exists)
                {
                    found.Add(user);
                }
            },
            ct
        );
        return [.. seen, .. found];
    }

    private static bool Same(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
