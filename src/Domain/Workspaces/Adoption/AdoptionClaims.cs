namespace Connector.Domain.Workspaces.Adoption;

/// <summary>
/// Which things on the server are spoken for: by the ledger, whether or not the territory still wants them, or by a
/// person's decision. Numbers of team folders and of files are not the same numbers.
/// </summary>
internal sealed class AdoptionClaims
{
    private readonly HashSet<(AdoptionKind, string)> _taken = [];
    private readonly AdoptionKind _areas;

    public AdoptionClaims(
        AdoptionKind areas,
        KnownWorkspace known,
        IReadOnlyDictionary<string, AdoptionDecision> decisions
    )
    {
        _areas = areas;
        foreach (var resource in known.Resources.Values)
        {
            Take(resource.Key, resource.RemoteId);
        }

        foreach (var (key, decision) in decisions)
        {
            if (decision.Id is { } id)
            {
                Take(key, id);
            }
        }
    }

    public bool IsFree(AdoptionKind kind, string id) => !_taken.Contains((kind, id));

    /// <summary>What an area's root is: a team folder, or a plain folder of the service account.</summary>
    public static AdoptionKind AreasOf(WorkspaceSpec spec) =>
        spec.Strategy == Strategy.TeamFolders ? AdoptionKind.TeamFolder : AdoptionKind.Folder;

    /// <summary>What a key of the ledger names; null for accesses, rights, shares, events and the like.</summary>
    private AdoptionKind? KindOf(string key)
    {
        var last = key[(key.LastIndexOf('/') + 1)..];
        var isFacet = key.Replace("##", "", StringComparison.Ordinal).Contains('#', StringComparison.Ordinal);
        return WorkspaceKeys.IsArea(key) ? _areas
            : key == WorkspaceKeys.Archives ? AdoptionKind.TeamFolder
            : WorkspaceKeys.IsCalendar(key) ? AdoptionKind.Calendar
            : WorkspaceKeys.IsGroup(key) ? AdoptionKind.Group
            : !isFacet
            && key.StartsWith("area:", StringComparison.Ordinal)
            && !last.Contains(':', StringComparison.Ordinal)
                ? AdoptionKind.Folder
            : null;
    }

    private void Take(string key, string id)
    {
        if (KindOf(key) is { } kind)
        {
            _taken.Add((kind, id));
            if (kind == AdoptionKind.Folder)
            {
                // Files and folders share their numbers.
                _taken.Add((AdoptionKind.Document, id));
            }
        }
    }
}
