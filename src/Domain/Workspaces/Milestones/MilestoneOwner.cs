using Connector.Domain.Documents;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Whose calendar a roadmap's milestones stand in: the group's; for what no group carries, the network's, as if it were one.
/// </summary>
public static class MilestoneOwner
{
    /// <summary>Null for areas without milestones.</summary>
    public static WorkingGroup? Of(Territory territory, AreaSpec area)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(area);
        return area.WorkingGroupId is { } id ? territory.Groups.FirstOrDefault(group => group.Id == id)
            : area.Key == WorkspaceKeys.Network
                ? new WorkingGroup
                {
                    Id = WorkspaceGroups.Network,
                    Name = territory.Name,
                    Kind = GroupKind.Committee,
                }
            : null;
    }

    /// <summary>The network's roadmap shows the milestones of all: those of a group stand in the group's own.</summary>
    public static IReadOnlyList<WrittenMilestone> Own(
        Territory territory,
        AreaSpec area,
        IReadOnlyList<WrittenMilestone> written
    )
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(area);
        if (area.WorkingGroupId is not null)
        {
            return written;
        }

        var others = territory
            .Roadmap.Workstreams.Where(item => item.GroupId is not null)
            .Select(item => item.Title.Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. written.Where(item => !others.Contains(item.Workstream.Trim()))];
    }
}
