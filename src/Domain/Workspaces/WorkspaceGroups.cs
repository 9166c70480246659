using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Which Nextcloud groups a territory needs and who is in them. One for everybody, one for the coordinators, one
/// for the service account, and for each working group its members, its leads and its observers when it has any.
/// </summary>
internal static class WorkspaceGroups
{
    /// <summary>Everybody who takes part in anything.</summary>
    public const string Network = "reseau";

    public const string Coordination = "coordination";

    /// <summary>Holds the service account alone: the group that keeps Connector able to see what it made.</summary>
    public const string Service = "connector-service";

    public const string LeadsEnding = "-animation";

    public const string ObserversEnding = "-observateurs";

    /// <summary>Whether an identifier is the network's own, and no working group's.</summary>
    public static bool IsCommon(string id) =>
        id is Network or Coordination or Service || WorkspaceKeys.IsCommonArea(id);

    public static string Leads(WorkingGroup group) => group.Id + LeadsEnding;

    public static string Observers(WorkingGroup group) => group.Id + ObserversEnding;

    public static IReadOnlyList<GroupSpec> Of(Territory territory, string serviceAccount)
    {
        var everybody = territory
            .Groups.SelectMany(group => group.Participations)
            .Select(participation => participation.PersonId)
            .Concat(territory.Coordinators);
        var specs = new List<GroupSpec>
        {
            new(Service, "Connector (service)", [serviceAccount]),
            new(Coordination, $"Coordination – {territory.Name}", Sorted(territory.Coordinators)),
            new(Network, $"Réseau – {territory.Name}", Sorted(everybody)),
        };
        specs.AddRange(territory.Groups.SelectMany(OfWorkingGroup));
        return specs;
    }

    /// <summary>Role → Nextcloud group, for the roles that somebody has in <paramref name="group"/>.</summary>
    public static IReadOnlyDictionary<GroupRole, string> ByRole(WorkingGroup group)
    {
        var roles = new Dictionary<GroupRole, string>
        {
            [GroupRole.Coordination] = Coordination,
            [GroupRole.Member] = group.Id,
        };
        if (Has(group, GroupRole.Lead))
        {
            roles[GroupRole.Lead] = Leads(group);
        }

        if (Has(group, GroupRole.Observer))
        {
            roles[GroupRole.Observer] = Observers(group);
        }

        return roles;
    }

    private static IEnumerable<GroupSpec> OfWorkingGroup(WorkingGroup group)
    {
        yield return new GroupSpec(
            group.Id,
            group.Name,
            Who(group, GroupRole.Coordination, GroupRole.Lead, GroupRole.Member)
        );
        if (Has(group, GroupRole.Lead))
        {
            yield return new GroupSpec(Leads(group), $"{group.Name} – animation", Who(group, GroupRole.Lead));
        }

        if (Has(group, GroupRole.Observer))
        {
            yield return new GroupSpec(
                Observers(group),
                $"{group.Name} – observateurs",
                Who(group, GroupRole.Observer)
            );
        }
    }

    private static bool Has(WorkingGroup group, GroupRole role) =>
        group.Participations.Any(participation => participation.Role == role);

    private static IReadOnlyList<string> Who(WorkingGroup group, params GroupRole[] roles) =>
        Sorted(
            group
                .Participations.Where(participation => roles.Contains(participation.Role))
                .Select(participation => participation.PersonId)
        );

    private static IReadOnlyList<string> Sorted(IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
