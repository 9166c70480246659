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
                Teams,
                .. accounts,
                .. spec.Groups.Select(group => Group(group, table)),
                .. spec.Groups.SelectMany(group => group.Members.Select(user => Member(group, user))),
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
                "menu en haut à droite → « Utilisateurs » → « Ajouter un groupe », avec exactement ce nom",
                "menu at the top right → 'Users' → 'Add group', with exactly this name"
            ),
            StateOf(table.Snapshot.Groups.ContainsKey(group.GroupId))
        );

    private static ManualTask Member(GroupSpec group, string user) =>
        new(
            $"task:{WorkspaceKeys.Member(group.Key, user)}",
            new Text(
                $"ajouter « {user} » au groupe « {group.GroupId} »",
                $"add '{user}' to the group '{group.GroupId}'"
            ),
            new Text(
                "« Utilisateurs » → ligne de la personne → « Groupes »",
                "'Users' → the person's line → 'Groups'"
            ),
            TaskState.Unseen
        );

    /// <summary>What would make all other tasks about groups needless.</summary>
    private static ManualTask Teams =>
        new(
            "task:app:circles",
            new Text(
                "activer l'application « Équipes » (Circles, « Cercles » avant Nextcloud 29) : Connector tiendra alors lui-même les membres, et les groupes ci-dessous deviennent inutiles",
                "enable the app 'Teams' (Circles): Connector then keeps the members itself, and the groups below are not needed"
            ),
            new Text(
                "menu en haut à droite → « Applications » → rechercher « circles » → « Activer »",
                "menu at the top right → 'Apps' → search for 'circles' → 'Enable'"
            ),
            TaskState.ToDo
        );

    private static TaskState StateOf(bool isDone) => isDone ? TaskState.Done : TaskState.ToDo;
}
