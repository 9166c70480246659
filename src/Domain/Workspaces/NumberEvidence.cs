namespace Connector.Domain.Workspaces;

/// <summary>Whether what has a number on the server is the thing that the ledger knows by it.</summary>
internal sealed class NumberEvidence
{
    private readonly KnownWorkspace _known;
    private readonly Strategy _strategy;
    private readonly Dictionary<string, NodeState> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TeamFolderState> _teamFolders = new(StringComparer.Ordinal);

    /// <summary>Where things are that are Connector's beyond doubt, by key.</summary>
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public NumberEvidence(KnownWorkspace known, WorkspaceSnapshot snapshot, Strategy strategy)
    {
        (_known, _strategy) = (known, strategy);
        foreach (var node in snapshot.Nodes)
        {
            _nodes.TryAdd(PlanningTable.Id(node.FileId), node);
        }

        foreach (var folder in snapshot.TeamFolders)
        {
            _teamFolders.TryAdd(PlanningTable.Id(folder.Id), folder);
        }
    }

    /// <summary>Where the thing is that has this number today; null when nothing has.</summary>
    public string? PlaceOfNumber(KnownResource resource) =>
        IsTeamFolder(resource)
            ? _teamFolders.GetValueOrDefault(resource.RemoteId)?.MountPoint
            : _nodes.GetValueOrDefault(resource.RemoteId)?.Path;

    /// <summary>To be asked of what is above before it is asked of what is inside.</summary>
    public bool Speaks(KnownResource resource)
    {
        if (PlaceOfNumber(resource) is not { } place)
        {
            return false;
        }

        var speaks =
            IsItsPlace(resource, place)
            || (!IsTeamFolder(resource) && HasItsContent(resource))
            || HoldsItsOwn(resource, place);
        if (speaks)
        {
            _places[resource.Key] = place;
        }

        return speaks;
    }

    /// <summary>Its name, where the ledger last saw it or in the folder that it belongs into.</summary>
    private bool IsItsPlace(KnownResource resource, string place)
    {
        if (LastPlace(resource) is not { } last)
        {
            return false;
        }

        var parent = resource.Key[..Math.Max(resource.Key.LastIndexOf('/'), 0)];
        return PlanningTable.SameName(place, last)
            || (
                _places.TryGetValue(parent, out var above)
                && PlanningTable.SameName(place, $"{above}/{PlanningTable.NameOf(last)}")
            );
    }

    private bool HasItsContent(KnownResource resource)
    {
        var node = _nodes[resource.RemoteId];
        return (node.ETag is not null && node.ETag == resource.ETag)
            || (node.Sha1 is not null && node.Sha1 == resource.ContentHash);
    }

    /// <summary>A folder that got another name still holds what the ledger put there, under its number and its name.</summary>
    private bool HoldsItsOwn(KnownResource resource, string place)
    {
        var last = LastPlace(resource);
        return last is not null
            && _known.Resources.Values.Any(inside =>
                WorkspaceKeys.IsNode(inside.Key)
                && inside.Key.StartsWith($"{resource.Key}/", StringComparison.Ordinal)
                && LastPlace(inside) is { } was
                && was.StartsWith($"{last}/", StringComparison.Ordinal)
                && _nodes.GetValueOrDefault(inside.RemoteId)?.Path == place + was[last.Length..]
            );
    }

    private string? LastPlace(KnownResource resource) =>
        _known.Find(WorkspaceKeys.Name(resource.Key))?.Path ?? resource.Path;

    private bool IsTeamFolder(KnownResource resource) => IssuedNumbers.IsTeamFolder(resource.Key, _strategy);
}
