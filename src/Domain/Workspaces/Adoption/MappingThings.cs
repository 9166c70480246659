namespace Connector.Domain.Workspaces.Adoption;

/// <summary>The things of a territory as a mapping file names them: by key, or by the path of the layout.</summary>
internal sealed class MappingThings
{
    private readonly Dictionary<string, AdoptionKind> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byPath = new(StringComparer.OrdinalIgnoreCase);

    public MappingThings(WorkspaceSpec spec)
    {
        foreach (var group in spec.Groups)
        {
            _byKey.TryAdd(group.Key, AdoptionKind.Group);
        }

        foreach (var area in spec.Areas)
        {
            Add(area.Key, AdoptionClaims.AreasOf(spec), area.MountPoint);
            var paths = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [area.Key] = area.MountPoint,
            };
            foreach (var folder in area.Folders)
            {
                paths[folder.Key] = $"{paths[folder.ParentKey]}/{folder.Name}";
                Add(folder.Key, AdoptionKind.Folder, paths[folder.Key]);
            }

            foreach (var document in area.Documents)
            {
                Add(document.Key, AdoptionKind.Document, $"{paths[document.ParentKey]}/{document.Name}");
            }

            if (area.Calendar is { } calendar)
            {
                _byKey.TryAdd(calendar.Key, AdoptionKind.Calendar);
            }
        }
    }

    public (string Key, AdoptionKind Kind)? Find(string thing)
    {
        var written = PlanningTable.Normalise(thing.Trim().Trim('/'));
        var key = _byKey.ContainsKey(written) ? written : _byPath.GetValueOrDefault(written);
        return key is null ? null : (key, _byKey[key]);
    }

    private void Add(string key, AdoptionKind kind, string path)
    {
        _byKey.TryAdd(key, kind);
        _byPath.TryAdd(PlanningTable.Normalise(path), key);
    }
}
