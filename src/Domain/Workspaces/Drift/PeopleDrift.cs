namespace Connector.Domain.Workspaces.Drift;

/// <summary>Groups that somebody removed, and people whom somebody put in or took out.</summary>
internal static class PeopleDrift
{
    public static void Find(DriftTable table)
    {
        foreach (var group in table.Spec.Groups)
        {
            table.Then.Groups.TryGetValue(group.GroupId, out var then);
            table.Now.Groups.TryGetValue(group.GroupId, out var now);
            if (now is null)
            {
                if (then is not null || table.Fresh(group.Key) is not null)
                {
                    Add(group, group.Key, new Text("n'est plus là", "is gone"), table);
                }
            }
            else if (!now.IsHidden && (then is not null || table.Fresh(group.Key) is not null))
            {
                Members(group, then?.Members ?? new HashSet<string>(), now.Members, table);
            }
        }
    }

    private static void Members(
        GroupSpec group,
        IReadOnlySet<string> then,
        IReadOnlySet<string> now,
        DriftTable table
    )
    {
        foreach (var user in then.Union(now).Union(group.Members).Order(StringComparer.Ordinal))
        {
            var key = WorkspaceKeys.Member(group.Key, user);
            var was = table.Fresh(key) is { } fresh
                ? fresh.ContentHash != WorkspaceKeys.Gone
                : then.Contains(user);
            if (was == now.Contains(user))
            {
                continue;
            }

            var name = table.Spec.Accounts.FirstOrDefault(one => one.UserId == user)?.DisplayName ?? user;
            var what = was
                ? new Text($"{name} n'en fait plus partie", $"{name} is no longer in it")
                : new Text($"{name} en fait maintenant partie", $"{name} was put in");
            Add(group, key, what, table);
        }
    }

    private static void Add(GroupSpec group, string key, Text what, DriftTable table)
    {
        var (french, english) = group.IsTeam
            ? ($"l'équipe « {group.DisplayName} »", $"the team '{group.DisplayName}'")
            : ($"le groupe « {group.DisplayName} »", $"the group '{group.DisplayName}'");
        table.Lines.Add(
            new DriftLine
            {
                Kind = DriftKind.Members,
                Key = key,
                What = new Text($"{french} : {what.French}", $"{english}: {what.English}"),
            }
        );
    }
}
