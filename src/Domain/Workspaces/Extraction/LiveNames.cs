namespace Connector.Domain.Workspaces.Extraction;

/// <summary>What the things of a live area are called in the blueprint in force, and what they can be called in one.</summary>
internal sealed class LiveNames(LiveArea live, ExtractionNotes notes)
{
    /// <summary>The file that Nextcloud shows above its folder, unless it is a document of another kind.</summary>
    public bool IsDescription(NodeState file) =>
        PlanningNames.Same(NameOf(file.Path), FolderBlueprint.DescriptionFile)
        && live.Known.GetValueOrDefault(file.FileId)?.Kind is null or DocumentKind.Description;

    /// <summary>The pattern as it may stand in a blueprint; null when there is no way to write it.</summary>
    public string? Pattern(string path, string pattern)
    {
        var name = NameOf(path);
        if (name.AsSpan().ContainsAny('{', '}'))
        {
            notes.Unsaid.Add(path);
            return null;
        }

        // A name on the server may be spelled for systems that refuse a sign; a blueprint says what was meant.
        var meant = FileName.Original(pattern);
        if (live.IsExpressible(meant, true))
        {
            return meant;
        }

        var safe = FileName.Safe(meant);
        var isSaid = live.IsExpressible(safe, true);
        (isSaid ? notes.Respelled : notes.Unsaid).Add(path);
        return isSaid ? safe : null;
    }

    /// <summary>The blueprint's own words for a thing that still has the name that they gave.</summary>
    public string? KnownPattern(NodeState node) =>
        live.Known.TryGetValue(node.FileId, out var known)
        && known.Name is not null
        && PlanningNames.Same(known.Name, NameOf(node.Path))
            ? known.Pattern
            : null;

    public bool HasKnown(NodeState node) => live.Known.ContainsKey(node.FileId);

    /// <summary>Programs keep their own things in folders that start with a dot; no member made them.</summary>
    public static bool IsHidden(NodeState node) => NameOf(node.Path).StartsWith('.');

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string ParentOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];
}
