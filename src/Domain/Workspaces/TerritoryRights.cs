using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>What somebody may do in a territory, told by the Nextcloud groups that they are in at this moment.</summary>
public sealed record TerritoryRights
{
    /// <summary>Administrates the Nextcloud itself, or came in by the emergency link.</summary>
    public bool IsAdministrator { get; init; }

    public bool IsCoordinator { get; init; }

    /// <summary>Takes part in something.</summary>
    public bool IsMember { get; init; }

    /// <summary>Names of the groups that the person leads, in the order of the file.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Whether the territory is any business of theirs.</summary>
    public bool HasAny => IsAdministrator || IsCoordinator || IsMember || Leads.Count > 0;

    /// <summary>Whether they decide over the whole territory.</summary>
    public bool MayManage => IsAdministrator || IsCoordinator;

    public static readonly TerritoryRights Administrator = new() { IsAdministrator = true };

    /// <param name="territory">As its file says.</param>
    /// <param name="groups">Ids of the groups on the territory's own Nextcloud.</param>
    public static TerritoryRights Of(Territory territory, IReadOnlyCollection<string> groups) =>
        new()
        {
            IsAdministrator = groups.Contains("admin"),
            IsCoordinator = groups.Contains(WorkspaceGroups.Coordination),
            IsMember =
                groups.Contains(WorkspaceGroups.Network)
                || territory.Groups.Any(group => groups.Contains(group.Id)),
            Leads =
            [
                .. territory
                    .Groups.Where(group => groups.Contains(WorkspaceGroups.Leads(group)))
                    .Select(group => group.Name),
            ],
        };
}
