namespace Connector.Domain.Workspaces;

/// <summary>
/// What is left to an administrator of the Nextcloud where the service account may not do it: a checklist, every line
/// of which is read from the server again at each run.
/// </summary>
internal static class TaskPlanning
{
    public static IReadOnlyList<ManualTask> Plan(WorkspaceSpec spec, PlanningTable table)
    {
        if (spec.Strategy.Administers())
        {
            return [];
        }

        var accounts = spec.Accounts.Select(account => Account(account, table));
        return spec.Strategy == Strategy.Teams
            ? [.. accounts]
            :
            [
                .. accounts,
                .. spec.Groups.Select(group => Group(group, table)),
                .. spec.Groups.SelectMany(group => Joiners(group, table)),
                .. Leavers(spec, table),
            ];
    }

    private static ManualTask Account(AccountSpec account, PlanningTable table)
    {
        var email = account.Email is null ? "" : $", {account.Email}";
        return new ManualTask(
            $"task:account:{account.UserId}",
            new Text(
                $"créer le compte « {account.UserId} » ({account.DisplayName}{email})",
                $"create the account '{account.UserId}' ({account.DisplayName}{email})"
            ),
            new Text(
                "menu en haut à droite → « Utilisateurs » (« Comptes » depuis Nextcloud 30) → « Nouvel utilisateur » (« Nouveau compte »), avec exactement ce nom d'utilisateur",
                "menu at the top right → 'Users' ('Accounts' from Nextcloud 30 on) → 'New user' ('New account'), with exactly this username"
            ),
            StateOf(table.Snapshot.Users.Contains(account.UserId))
        );
    }

    private static ManualTask Group(GroupSpec group, PlanningTable table) =>
        new(
            $"task:{group.Key}",
            new Text(
                $"créer le groupe « {group.GroupId} » ({group.DisplayName})",
                $"create the group '{group.GroupId}' ({group.DisplayName})"
            ),
            new Text(
                "menu en haut à droite → « Utilisateurs » → « Ajouter un groupe », avec exactement ce nom ; là où l'on ne partage qu'avec ses propres groupes, y mettre aussi le compte de service ; qui le nomme administrateur du groupe lui en laisse les membres",
                "menu at the top right → 'Users' → 'Add group', with exactly this name; where people share with their own groups only, put the service account into it too; make it the group's administrator and it keeps the members itself"
            ),
            StateOf(table.Snapshot.Groups.ContainsKey(group.GroupId))
        );

    /// <summary>None for a group that the account administers: Connector fills it.</summary>
    private static IEnumerable<ManualTask> Joiners(GroupSpec group, PlanningTable table)
    {
        var state = table.Snapshot.Groups.GetValueOrDefault(group.GroupId);
        return state is { IsByHand: false }
            ? []
            : group.Members.Select(user => new ManualTask(
                $"task:{WorkspaceKeys.Member(group.Key, user)}",
                new Text(
                    $"ajouter « {user} » au groupe « {group.GroupId} »",
                    $"add '{user}' to the group '{group.GroupId}'"
                ),
                OnTheirLine,
                state is { IsHidden: true }
                    ? TaskState.Unseen
                    : StateOf(state?.Members.Contains(user) is true)
            ));
    }

    /// <summary>Those whom an earlier run saw in a group that the territory file no longer gives them, and who are still in it.</summary>
    private static IEnumerable<ManualTask> Leavers(WorkspaceSpec spec, PlanningTable table)
    {
        var wanted = spec
            .Groups.SelectMany(group => group.Members.Select(user => (group.GroupId, user)))
            .ToHashSet();
        return table
            .Known.Memberships.Where(known =>
                known.GroupId != WorkspaceGroups.Coordination
                && !wanted.Contains(known)
                && table.Snapshot.Groups.GetValueOrDefault(known.GroupId) is { IsByHand: true } state
                && state.Members.Contains(known.UserId)
            )
            .Order()
            .Select(known => new ManualTask(
                $"task:{WorkspaceKeys.Member(WorkspaceKeys.Group(known.GroupId), known.UserId)}/out",
                new Text(
                    $"retirer « {known.UserId} » du groupe « {known.GroupId} »",
                    $"take '{known.UserId}' out of the group '{known.GroupId}'"
                ),
                OnTheirLine,
                TaskState.ToDo
            ));
    }

    private static readonly Text OnTheirLine = new(
        "« Utilisateurs » → ligne de la personne → « Groupes »",
        "'Users' → the person's line → 'Groups'"
    );

    private static TaskState StateOf(bool isDone) => isDone ? TaskState.Done : TaskState.ToDo;
}
