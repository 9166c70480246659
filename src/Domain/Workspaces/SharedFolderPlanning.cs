using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// The root of an area that is a plain folder of the service account, and who it is shared with: the strategy for
/// accounts that may not manage team folders. The root is known by its file id, like any folder; people are let in
/// last, as with team folders.
/// </summary>
internal static class SharedFolderPlanning
{
    public static void PlanRoot(AreaSpec area, PlanningTable table)
    {
        var known = table.Known.Find(area.Key);
        var linked = table.NodeOf(known, isFolder: true);
        var there = linked ?? table.NodeAt(area.MountPoint);
        var (change, reason, action) = (known, linked, there) switch
        {
            (_, not null, _) when linked.Path != area.MountPoint && linked.Path != table.LastPlace(known!) =>
                table.Renamed(linked.Path),
            (_, not null, _) => (Change.Keep, PlanReasons.InPlace, (WorkspaceAction?)null),
            (_, null, { IsFolder: false }) => (Change.Conflict, PlanReasons.FileInTheWay, null),
            (_, null, not null) when !table.Claims.Take(there, area.Key) => (
                Change.Conflict,
                PlanReasons.TakenByAnother,
                null
            ),
            (_, null, not null) => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                new Link(FolderPlanning.Resource(area.Key, there))
            ),
            (not null, null, null) => table.Gone(known, isFolder: true, new CreateFolder(area.MountPoint)),
            _ => (Change.Create, PlanReasons.AskedBy(area.Blueprint), new CreateFolder(area.MountPoint)),
        };
        var path = there?.Path ?? area.MountPoint;
        var subject = new Text($"le dossier partagé « {path} »", $"the shared folder '{path}'");
        table.Add(PlanStep.In(area, PlanStage.Folders, area.Key, change, subject, reason, action));
        if (there is { IsFolder: true } && change != Change.Conflict)
        {
            table.Places[area.Key] = there.Path;
            RenamePlanning.PlanRoot(area, there, table);
        }
        else if (action is CreateFolder)
        {
            table.Places[area.Key] = area.MountPoint;
            table.ToMake.Add(area.Key);
        }
    }

    /// <summary>After the folders: a share needs to know where its folder is.</summary>
    public static void PlanShares(AreaSpec area, PlanningTable table)
    {
        if (table.Places.ContainsKey(area.Key) && table.Strategy == Strategy.SharedFolders)
        {
            QuotaPlanning.PlanShared(area, table);
        }

        foreach (var share in area.Shares.Where(share => table.Groups.Contains(share.GroupId)))
        {
            if (table.Places.TryGetValue(share.FolderKey, out var path))
            {
                table.Add(Step(area, share, path, table));
            }
        }
    }

    private static PlanStep Step(AreaSpec area, ShareSpec share, string path, PlanningTable table)
    {
        var key = WorkspaceKeys.Access(share.FolderKey, share.GroupId);
        var known = table.Known.Find(key);
        var node = table.ToMake.Contains(area.Key) ? null : table.NodeAt(path);
        var present = node is null
            ? null
            : table.Snapshot.Shares.FirstOrDefault(state =>
                state.FileId == node.FileId && state.GroupId == share.GroupId
            );
        var (change, reason, action) = (known, present) switch
        {
            (_, null) when known is null || node is null => (
                Change.Create,
                PlanReasons.AskedBy(area.Blueprint),
                (WorkspaceAction?)new ShareFolder(path, share.GroupId, share.Bits)
            ),
            (_, null) => table.ByHand(
                ManagedField.Sharing,
                PlanReasons.RemovedBySomebody,
                new ShareFolder(path, share.GroupId, share.Bits)
            ),
            _ when present.Bits == share.Bits => known?.ContentHash == PlanningTable.Id(share.Bits)
                ? (Change.Keep, PlanReasons.InPlace, null)
                : (Change.Adopt, PlanReasons.AlreadyThere, new Link(OnRecord(key, share))),
            _ when known?.ContentHash == PlanningTable.Id(present.Bits) => (
                Change.Update,
                PlanReasons.ContentMoved,
                new ChangeShare(present.Id, share.GroupId, share.Bits)
            ),
            _ => table.ByHand(
                ManagedField.Sharing,
                PlanReasons.ChangedBySomebody,
                new ChangeShare(present.Id, share.GroupId, share.Bits)
            ),
        };
        var with = table.Called(share.GroupId);
        var subject = new Text(
            $"le partage de « {path} » avec {with.French}",
            $"the sharing of '{path}' with {with.English}"
        );
        return PlanStep.In(area, PlanStage.Opening, key, change, subject, reason, action);
    }

    private static KnownResource OnRecord(string key, ShareSpec share) =>
        new()
        {
            Key = key,
            RemoteId = share.GroupId,
            ContentHash = PlanningTable.Id(share.Bits),
        };
}
