namespace Connector.Domain.Workspaces.Adoption;

/// <summary>The things of a server as a mapping file names them: by path or name, or by <c>id:12</c>.</summary>
internal sealed class MappingTargets
{
    private const string ById = "id:";

    private readonly ILookup<AdoptionKind, (string Id, string Name)> _all;

    public MappingTargets(WorkspaceSnapshot snapshot) =>
        _all = snapshot
            .Groups.Select(group => (AdoptionKind.Group, group.Key, group.Key))
            .Concat(
                snapshot.TeamFolders.Select(folder =>
                    (AdoptionKind.TeamFolder, PlanningTable.Id(folder.Id), folder.MountPoint)
                )
            )
            .Concat(
                snapshot.Nodes.Select(node =>
                    (
                        node.IsFolder ? AdoptionKind.Folder : AdoptionKind.Document,
                        PlanningTable.Id(node.FileId),
                        node.Path
                    )
                )
            )
            .Concat(snapshot.Calendars.Select(state => (AdoptionKind.Calendar, state.Uri, state.Uri)))
            .Concat(snapshot.Calendars.Select(state => (AdoptionKind.Calendar, state.Uri, state.DisplayName)))
            .ToLookup(one => one.Item1, one => (one.Item2, one.Item3));

    /// <summary>
    /// Identities of what <paramref name="target"/> names. The very spelling comes first; one that differs in case or in
    /// the spelling of accents, as editors and keyboards change it, counts when there is none.
    /// </summary>
    public IReadOnlyList<string> Find(AdoptionKind kind, string target)
    {
        var written = target.Trim('/');
        return target.StartsWith(ById, StringComparison.Ordinal)
                ? Ids(kind, one => one.Id == target[ById.Length..].Trim())
            : Ids(kind, one => one.Name == written) is { Count: > 0 } exact ? exact
            : Ids(kind, one => PlanningTable.SameName(one.Name, written));
    }

    /// <summary>Whether a file was given for a folder, or a folder for a file.</summary>
    public bool IsOfOtherKind(AdoptionKind kind, string target) =>
        kind switch
        {
            AdoptionKind.Folder => Find(AdoptionKind.Document, target).Count > 0,
            AdoptionKind.Document => Find(AdoptionKind.Folder, target).Count > 0,
            _ => false,
        };

    private List<string> Ids(AdoptionKind kind, Func<(string Id, string Name), bool> isIt) =>
        [.. _all[kind].Where(isIt).Select(one => one.Id).Distinct(StringComparer.Ordinal)];
}
