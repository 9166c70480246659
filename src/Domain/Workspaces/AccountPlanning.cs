namespace Connector.Domain.Workspaces;

/// <summary>
/// Accounts of the people: made only when the territory says so, with their groups in the same request; else told
/// to the administrator.
/// </summary>
internal static class AccountPlanning
{
    public static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        // Where the service account may not make any, they stand in the checklist (TaskPlanning).
        foreach (var account in spec.Strategy.Administers() ? spec.Accounts : [])
        {
            if (table.Snapshot.Users.Contains(account.UserId))
            {
                continue;
            }

            table.Add(Missing(account, spec.CreateAccounts, table));
        }
    }

    private static PlanStep Missing(AccountSpec account, bool create, PlanningTable table)
    {
        var wasKnown = table.Known.Find(account.Key) is not null;
        var creates = create && !wasKnown;
        var groups = account.GroupIds.Where(table.Groups.Contains).ToList();
        return new PlanStep
        {
            Key = account.Key,
            Stage = PlanStage.Accounts,
            Change = creates ? Change.Create : Change.Notice,
            Subject = new Text(
                $"le compte « {account.UserId} » ({account.DisplayName})",
                $"the account '{account.UserId}' ({account.DisplayName})"
            ),
            Reason =
                wasKnown ? PlanReasons.RemovedBySomebody
                : creates
                    ? new Text(
                        "cette personne est dans l'annuaire et « créer-les-comptes » vaut oui",
                        "this person is in the directory and 'créer-les-comptes' says yes"
                    )
                : new Text(
                    "n'existe pas dans Nextcloud : demandez-le à l'administrateur, ou écrivez « créer-les-comptes: oui »",
                    "does not exist in Nextcloud: ask the administrator for it, or write 'créer-les-comptes: oui'"
                ),
            Action = creates ? new CreateAccount(account with { GroupIds = groups }) : null,
        };
    }
}
