namespace Connector.Domain.Workspaces;

/// <summary>A team (circle) that the service account owns. The owner counts in <see cref="Population"/>.</summary>
public sealed record TeamState(string Id, string Name, int Population);

/// <summary>
/// Which team stands for which group of a territory: the one that the ledger knows by its id, whatever it is called now;
/// else one that bears the name and is nobody else's.
/// </summary>
public static class TeamMatching
{
    /// <summary>Circles refuses shorter names (<c>circles/lib/Service/CircleService.php</c>).</summary>
    private const int ShortestName = 3;

    /// <summary>Circles cuts longer ones.</summary>
    private const int LongestName = 127;

    /// <summary>What the group's team is called when it is made.</summary>
    public static string NameOf(GroupSpec group)
    {
        var name = group.DisplayName.Trim();
        return name.Length < ShortestName ? $"Groupe {name}"
            : name.Length > LongestName ? name[..LongestName].Trim()
            : name;
    }

    /// <param name="spec">The groups that should be.</param>
    /// <param name="known">Which teams were made or adopted; also for groups that are wanted no more.</param>
    /// <param name="teams">The teams that the account owns.</param>
    /// <returns>By group id.</returns>
    public static IReadOnlyDictionary<string, TeamState> Match(
        WorkspaceSpec spec,
        KnownWorkspace known,
        IReadOnlyList<TeamState> teams
    )
    {
        var byId = teams.ToDictionary(team => team.Id, StringComparer.Ordinal);
        var matched = known
            .Resources.Values.Where(resource => WorkspaceKeys.IsGroup(resource.Key))
            .Where(resource => byId.ContainsKey(resource.RemoteId))
            .ToDictionary(
                resource => WorkspaceKeys.GroupIdOf(resource.Key),
                resource => byId[resource.RemoteId],
                StringComparer.Ordinal
            );
        var free = teams.Where(team => !matched.ContainsValue(team)).ToList();
        foreach (var group in spec.Groups.Where(group => known.Find(group.Key) is null))
        {
            if (free.Find(team => PlanningNames.Same(team.Name, NameOf(group))) is { } team)
            {
                matched[group.GroupId] = team;
                free.Remove(team);
            }
        }

        return matched;
    }

    /// <summary>The people whom the ledger let into a group.</summary>
    public static IReadOnlyList<string> Recorded(string groupId, KnownWorkspace known) =>
        [
            .. known
                .Memberships.Where(membership => membership.GroupId == groupId)
                .Select(membership => membership.UserId),
        ];
}
