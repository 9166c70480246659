namespace Connector.Domain.Workspaces.Drift;

/// <summary>Who may do what in an area, how much it may hold, and to whom its folders are given.</summary>
internal static class RightsDrift
{
    public static void Find(AreaSpec area, AreaRoot root, DriftTable table)
    {
        if (table.Spec.Strategy == Strategy.TeamFolders)
        {
            OfTeamFolder(area, root, table);
            Rules(area, root, table);
        }
        else
        {
            Shares(area, table);
        }
    }

    private static void OfTeamFolder(AreaSpec area, AreaRoot root, DriftTable table)
    {
        var id = table.Known(area.Key)!.RemoteId;
        var then = table.Then.TeamFolders.FirstOrDefault(folder => PlanningTable.Id(folder.Id) == id);
        var now = table.Now.TeamFolders.First(folder => PlanningTable.Id(folder.Id) == id);
        foreach (var group in Groups(area, then, now))
        {
            var key = WorkspaceKeys.Access(area.Key, group);
            var was = Bits(table.Fresh(key)) ?? then?.Groups.GetValueOrDefault(group) ?? 0;
            var bits = now.Groups.GetValueOrDefault(group);
            if (was != bits)
            {
                table.Add(area, DriftKind.Rights, key, Changed(group, root.Is, was, bits));
            }
        }

        var rules = table.Fresh(WorkspaceKeys.Acl(area.Key)) is not null || then?.Acl == true;
        if (rules != now.Acl)
        {
            table.Add(area, DriftKind.Rights, WorkspaceKeys.Acl(area.Key), Switched(root.Is, now.Acl));
        }

        var quota = WorkspaceKeys.Quota(area.Key);
        var limit =
            DriftTable.Number(table.Fresh(quota)?.ContentHash) ?? then?.Quota ?? TeamFolderState.Unlimited;
        if (limit != now.Quota)
        {
            table.Add(area, DriftKind.Quota, quota, Limited(root.Is, limit, now.Quota));
        }
    }

    private static IEnumerable<string> Groups(AreaSpec area, TeamFolderState? then, TeamFolderState now) =>
        area
            .Access.Keys.Concat(then?.Groups.Keys ?? [])
            .Concat(now.Groups.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static void Rules(AreaSpec area, AreaRoot root, DriftTable table)
    {
        var then = table
            .Then.Nodes.GroupBy(node => node.FileId)
            .ToDictionary(group => group.Key, group => group.First());
        var keys = table.Nodes[area.Key].ToLookup(known => DriftTable.Number(known.RemoteId) ?? 0);
        foreach (var node in table.Now.Nodes.Where(node => AreaRoot.Inside(root.Is, node.Path) is not null))
        {
            var folder = node.Path == root.Is ? area.Key : keys[node.FileId].FirstOrDefault()?.Key;
            var fresh = folder is null ? null : table.Fresh(WorkspaceKeys.Rights(folder));
            var was =
                fresh?.ContentHash ?? AclRule.Canonical(then.GetValueOrDefault(node.FileId)?.Rules ?? []);
            if (was != AclRule.Canonical(node.Rules))
            {
                table.Add(
                    area,
                    DriftKind.Rights,
                    WorkspaceKeys.Rights(folder ?? PlanningTable.Id(node.FileId)),
                    new Text(
                        $"les règles de droits de « {node.Path} » ont changé",
                        $"the rules for rights of '{node.Path}' have changed"
                    )
                );
            }
        }
    }

    private static void Shares(AreaSpec area, DriftTable table)
    {
        var keys = table
            .Nodes[area.Key]
            .Append(table.Known(area.Key)!)
            .Where(known => DriftTable.Number(known.RemoteId) is not null)
            .GroupBy(known => DriftTable.Number(known.RemoteId)!.Value)
            .ToDictionary(group => group.Key, group => group.First().Key);
        var groups = table
            .Then.Shares.Concat(table.Now.Shares)
            .Select(share => (share.FileId, share.GroupId))
            .Concat(
                keys.SelectMany(pair =>
                    area.Shares.Where(share => share.FolderKey == pair.Value)
                        .Select(share => (FileId: pair.Key, share.GroupId))
                )
            )
            .Where(pair => keys.ContainsKey(pair.FileId))
            .Distinct()
            .ToList();
        foreach (var (fileId, group) in groups)
        {
            var key = WorkspaceKeys.Access(keys[fileId], group);
            var was = Bits(table.Fresh(key)) ?? Of(table.Then, fileId, group);
            var bits = Of(table.Now, fileId, group);
            if (was != bits && table.NowById.TryGetValue(fileId, out var node))
            {
                table.Add(area, DriftKind.Sharing, key, Changed(group, node.Path, was, bits), fileId);
            }
        }
    }

    private static int Of(WorkspaceSnapshot snapshot, long fileId, string group) =>
        snapshot.Shares.FirstOrDefault(share => share.FileId == fileId && share.GroupId == group)?.Bits ?? 0;

    private static int? Bits(KnownResource? known) => (int?)DriftTable.Number(known?.ContentHash);

    private static Text Changed(string group, string place, int was, int bits)
    {
        var (before, after) = (AccessWords.Of(was), AccessWords.Of(bits));
        return new Text(
            $"les droits de « {group} » sur « {place} » : {after.French} (avant : {before.French})",
            $"the rights of '{group}' on '{place}': {after.English} (before: {before.English})"
        );
    }

    private static Text Switched(string place, bool on) =>
        on
            ? new Text(
                $"les droits avancés de « {place} » ont été activés",
                $"the advanced permissions of '{place}' were switched on"
            )
            : new Text(
                $"les droits avancés de « {place} » ont été désactivés",
                $"the advanced permissions of '{place}' were switched off"
            );

    private static Text Limited(string place, long was, long bytes) =>
        new(
            $"le quota de « {place} » : {ByteSize.French(bytes)} (avant : {ByteSize.French(was)})",
            $"the quota of '{place}': {ByteSize.English(bytes)} (before: {ByteSize.English(was)})"
        );
}
