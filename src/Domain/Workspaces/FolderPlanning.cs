namespace Connector.Domain.Workspaces;

/// <summary>The folders of an area and their rules. A folder is known by its file id, wherever people moved it.</summary>
internal static class FolderPlanning
{
    public static void Plan(AreaSpec area, string root, PlanningTable table)
    {
        PlanRules(area, area.Key, root, area.Rules, table);
        foreach (var folder in area.Folders)
        {
            if (!table.Places.TryGetValue(folder.ParentKey, out var parent))
            {
                continue;
            }

            var place = PlanFolder(area, folder, $"{parent}/{folder.Name}", table);
            if (place is null)
            {
                continue;
            }

            table.Places[folder.Key] = place;
            PlanRules(area, folder.Key, place, folder.Rules, table);
        }
    }

    /// <returns>Where the folder is or will be; null when nothing may be put inside.</returns>
    private static string? PlanFolder(AreaSpec area, FolderSpec folder, string expected, PlanningTable table)
    {
        var known = table.Known.Find(folder.Key);
        var linked = known is null ? null : table.NodeOf(known);
        var there = table.NodeAt(expected);
        var (change, reason, action, place) = (known, linked, there) switch
        {
            (_, { IsFolder: true }, _) when linked.Path == expected || known!.Path == linked.Path => (
                Change.Keep,
                PlanReasons.InPlace,
                (WorkspaceAction?)null,
                linked.Path
            ),
            (_, { IsFolder: true }, _) => (
                Change.Notice,
                PlanReasons.Renamed(linked.Path),
                null,
                linked.Path
            ),
            (_, null, { IsFolder: true }) => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                new Link(Resource(folder.Key, there)),
                there.Path
            ),
            (_, null, { IsFolder: false }) => (Change.Conflict, FileInTheWay, null, null),
            (not null, null, null) => (Change.Notice, PlanReasons.RemovedBySomebody, null, null),
            _ => (Change.Create, PlanReasons.Missing, new CreateFolder(expected), expected),
        };
        table.Add(Step(area, folder.Key, change, Name(expected), reason, action));
        return place;
    }

    private static void PlanRules(
        AreaSpec area,
        string folderKey,
        string path,
        IReadOnlyList<AclRule> wanted,
        PlanningTable table
    )
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var key = $"{folderKey}#rights";
        var rules = table.NodeAt(path)?.Rules ?? [];
        var now = AclRule.Canonical(rules);
        var then = AclRule.Canonical(wanted);
        var known = table.Known.Find(key);
        var free = rules.Count == 0 && known is null;
        var ours = known?.ContentHash == now || table.Known.Unfinished.Contains(key);
        var (change, reason, action) =
            now == then ? (Change.Keep, PlanReasons.InPlace, (WorkspaceAction?)null)
            : free
                ? (
                    Change.Create,
                    new Text("demandés par le modèle", "the blueprint asks for them"),
                    new SetAcl(path, wanted)
                )
            : ours ? (Change.Update, PlanReasons.ContentMoved, new SetAcl(path, wanted))
            : (Change.Notice, PlanReasons.ChangedBySomebody, null);
        var subject = new Text($"droits de « {path} »", $"rights of '{path}'");
        table.Add(Step(area, key, change, subject, reason, action));
    }

    private static readonly Text FileInTheWay = new(
        "un fichier porte ce nom : renommez-le pour que le dossier puisse être créé",
        "a file has this name: rename it so that the folder can be made"
    );

    private static KnownResource Resource(string key, NodeState node) =>
        new()
        {
            Key = key,
            RemoteId = PlanningTable.Id(node.FileId),
            Path = node.Path,
        };

    private static Text Name(string path) => new($"dossier « {path} »", $"folder '{path}'");

    private static PlanStep Step(
        AreaSpec area,
        string key,
        Change change,
        Text subject,
        Text reason,
        WorkspaceAction? action
    ) =>
        new()
        {
            Key = key,
            Stage = PlanStage.Folders,
            AreaKey = area.Key,
            Change = change,
            Subject = subject,
            Reason = reason,
            Action = action,
        };
}
