using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>The folders of an area and their rules. A folder is known by its file id, wherever people moved it.</summary>
internal static class FolderPlanning
{
    /// <param name="area">The area.</param>
    /// <param name="root">Where its team folder is, or will be.</param>
    /// <param name="table">The plan so far.</param>
    /// <param name="exists">
    /// Whether the team folder is there. While it is not, whatever has its name is in the service account's own home.
    /// </param>
    public static void Plan(AreaSpec area, string root, bool exists, PlanningTable table)
    {
        PlanRules(area, area.Key, exists ? table.NodeAt(root) : null, root, area.Rules, table);
        foreach (var folder in area.Folders)
        {
            if (!table.Places.TryGetValue(folder.ParentKey, out var parent))
            {
                continue;
            }

            var expected = $"{parent}/{folder.Name}";
            var named = new Named(folder.Key, folder.Name, folder.FormerNames, folder.FormerParents);
            var there = exists
                ? table.NodeAt(expected) ?? table.FormerNode(named, parent, isFolder: true)
                : null;
            var (change, reason, action, place) = Decide(area, folder, root, expected, there, table);
            table.Add(
                PlanStep.In(area, PlanStage.Folders, folder.Key, change, Name(expected), reason, action)
            );
            if (place is null)
            {
                continue;
            }

            table.Places[folder.Key] = place;
            var node = exists ? table.NodeAt(place) : null;
            if (node is { IsFolder: true })
            {
                RenamePlanning.Plan(area, named, node, parent, table);
            }

            PlanRules(area, folder.Key, node, place, folder.Rules, table);
        }
    }

    /// <returns>With the place where the folder is or will be; null when nothing may be put inside.</returns>
    private static (Change, Text, WorkspaceAction?, string? Place) Decide(
        AreaSpec area,
        FolderSpec folder,
        string root,
        string expected,
        NodeState? there,
        PlanningTable table
    )
    {
        var known = table.Known.Find(folder.Key);
        var linked = table.NodeOf(known, isFolder: true);
        if (linked is not null)
        {
            return Follow(known!, linked, root, expected, table);
        }

        return (known, there) switch
        {
            (_, { IsFolder: false }) => (Change.Conflict, PlanReasons.FileInTheWay, null, null),
            (_, not null) when !table.Claims.Take(there, folder.Key) => (
                Change.Conflict,
                PlanReasons.TakenByAnother,
                null,
                null
            ),
            (_, not null) => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                new Link(Resource(folder.Key, there)),
                there.Path
            ),
            (not null, null) => Gone(known, expected, table),
            _ => (Change.Create, table.AskedFor(area, folder.Key), new CreateFolder(expected), expected),
        };
    }

    private static (Change, Text, WorkspaceAction?, string? Place) Gone(
        KnownResource known,
        string expected,
        PlanningTable table
    )
    {
        var (change, reason, action) = table.Gone(known, isFolder: true, new CreateFolder(expected));
        return (change, reason, action, action is CreateFolder ? expected : null);
    }

    /// <summary>Below the root the rights are the area's; elsewhere they are others', and nothing is put there.</summary>
    private static (Change, Text, WorkspaceAction?, string? Place) Follow(
        KnownResource known,
        NodeState linked,
        string root,
        string expected,
        PlanningTable table
    )
    {
        var inside = linked.Path.StartsWith($"{root}/", StringComparison.Ordinal);
        var inPlace = linked.Path == expected || (inside && table.LastPlace(known) == linked.Path);
        if (!inPlace && !inside)
        {
            return (Change.Notice, PlanReasons.MovedAway(linked.Path), null, null);
        }

        var (change, reason, action) = inPlace
            ? (Change.Keep, PlanReasons.InPlace, null)
            : table.Renamed(linked.Path);
        return (change, reason, action, linked.Path);
    }

    private static void PlanRules(
        AreaSpec area,
        string folderKey,
        NodeState? node,
        string path,
        IReadOnlyList<AclRule> wanted,
        PlanningTable table
    )
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var key = WorkspaceKeys.Rights(folderKey);
        var now = AclRule.Canonical(node?.Rules ?? []);
        var then = AclRule.Canonical(wanted);
        var known = table.Known.Find(key);
        var (change, reason, action) =
            now == then
                ? known?.ContentHash == then
                    ? (Change.Keep, PlanReasons.InPlace, (WorkspaceAction?)null)
                    : (Change.Adopt, PlanReasons.LinkedAnew, new Link(OnRecord(key, path, then)))
                : node is null || (now.Length == 0 && known is null)
                    ? (Change.Create, PlanReasons.AsksForRights(area.Blueprint), new SetAcl(path, wanted))
                    : known?.ContentHash == now
                        ? (Change.Update, PlanReasons.ContentMoved, new SetAcl(path, wanted))
                        : table.ByHand(
                            ManagedField.Rights,
                            PlanReasons.ChangedBySomebody,
                            new SetAcl(path, wanted)
                        );
        var subject = new Text($"les droits de « {path} »", $"the rights of '{path}'");
        table.Add(PlanStep.In(area, PlanStage.Folders, key, change, subject, reason, action));
    }

    private static KnownResource OnRecord(string key, string path, string rules) =>
        new()
        {
            Key = key,
            RemoteId = path,
            ContentHash = rules,
        };

    internal static KnownResource Resource(string key, NodeState node) =>
        new()
        {
            Key = key,
            RemoteId = PlanningTable.Id(node.FileId),
            Path = node.Path,
        };

    private static Text Name(string path) => new($"le dossier « {path} »", $"the folder '{path}'");
}
