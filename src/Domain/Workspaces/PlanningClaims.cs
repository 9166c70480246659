namespace Connector.Domain.Workspaces;

/// <summary>
/// Which things on the server the ledger links to something that the territory still wants. A name that a person
/// gave to one of them does not make it another: two groups would share a folder, and each other's rights.
/// </summary>
internal sealed class PlanningClaims
{
    private readonly Dictionary<string, string> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _teamFolders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _calendars = new(StringComparer.Ordinal);

    public PlanningClaims(WorkspaceSpec spec, KnownWorkspace known)
    {
        Claim(_teamFolders, WorkspaceKeys.Archives, known);
        foreach (var area in spec.Areas)
        {
            Claim(spec.Strategy == Strategy.TeamFolders ? _teamFolders : _nodes, area.Key, known);
            foreach (var key in area.Folders.Select(folder => folder.Key).Concat(DocumentKeys(area)))
            {
                Claim(_nodes, key, known);
            }

            if (area.Calendar is { } calendar && !Claim(_calendars, calendar.Key, known))
            {
                _calendars.TryAdd(calendar.Uri, calendar.Key);
            }
        }
    }

    /// <summary>Takes the node for <paramref name="key"/> unless it is another's, in the ledger or in this plan.</summary>
    public bool Take(NodeState node, string key) => Take(_nodes, PlanningTable.Id(node.FileId), key);

    /// <summary>Whether <see cref="Take(NodeState, string)"/> would succeed.</summary>
    public bool IsFree(NodeState node, string key) =>
        !_nodes.TryGetValue(PlanningTable.Id(node.FileId), out var owner) || owner == key;

    public bool Take(TeamFolderState folder, string key) =>
        Take(_teamFolders, PlanningTable.Id(folder.Id), key);

    public bool Take(CalendarState calendar, string key) => Take(_calendars, calendar.Uri, key);

    private static IEnumerable<string> DocumentKeys(AreaSpec area) =>
        area.Documents.Select(document => document.Key);

    private static bool Take(Dictionary<string, string> owners, string remoteId, string key) =>
        owners.TryAdd(remoteId, key) || owners[remoteId] == key;

    private static bool Claim(Dictionary<string, string> owners, string key, KnownWorkspace known) =>
        known.Find(key) is { } resource && owners.TryAdd(resource.RemoteId, key);
}
