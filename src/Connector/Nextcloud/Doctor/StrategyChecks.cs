using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Http;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.Doctor;

/// <summary>
/// Which way a first apply would take, and why: each right that the account has or lacks, then the strategy that follows.
/// A workspace that exists keeps the one it was made with.
/// </summary>
internal sealed class StrategyChecks(NextcloudClient client, List<Finding> findings)
{
    public async Task Run(CurrentAccount me, CancellationToken ct)
    {
        AccountRights rights;
        try
        {
            rights = await new RightsProbe(client).AskAsync(ct);
        }
        catch (NextcloudException e)
            when (e.Fault is not (NextcloudFault.SignInRefused or NextcloudFault.Maintenance))
        {
            findings.Add(Findings.Of(e));
            return;
        }

        CheckConfirmation(me, rights);
        Tell(
            "right-team-folders",
            new("Administrer les dossiers d'équipe", "Administer team folders"),
            rights.TeamFolders
        );
        Tell(
            "right-groups",
            new("Administrer groupes et comptes", "Administer groups and accounts"),
            rights.Groups
        );
        Tell("right-teams", new("Tenir des équipes", "Keep teams"), rights.Teams);
        TellStrategy(StrategyRule.Choose(rights));
    }

    private void CheckConfirmation(CurrentAccount me, AccountRights rights)
    {
        if (client.ConfirmationNeeded && !rights.Groups.May)
            findings.Add(Findings.Of(NextcloudFaults.Confirmation(client.Account.BaseUrl), Severity.Warning));
        else if (client.ConfirmationNeeded)
            findings.Ok(
                "confirmation-given",
                "Le serveur exige le vrai mot de passe pour administrer : il est configuré et accepté.",
                "The server wants the real password for administration: it is configured and accepted."
            );
        else if (me.IsAdmin && rights.Groups.May)
            findings.Ok(
                "confirmation-not-needed",
                "Le mot de passe d'application suffit pour administrer.",
                "The app password is enough for administration."
            );
    }

    private void Tell(string code, Text what, Right right) =>
        findings.Add(
            new Finding(
                code,
                right.May ? Severity.Ok : Severity.Info,
                new Text(
                    $"{what.French} : {(right.May ? "oui" : "non")}, {right.Why.French}.",
                    $"{what.English}: {(right.May ? "yes" : "no")}, {right.Why.English}."
                )
            )
        );

    private void TellStrategy(ChosenStrategy chosen)
    {
        var name = StrategyNames.Of(chosen.Strategy);
        var sentence = new Text(
            $"Stratégie : {name.French}, car {chosen.Reason.French}.",
            $"Strategy: {name.English}, because {chosen.Reason.English}."
        );
        if (chosen.Strategy == Strategy.GroupsByHand)
            findings.Warn(
                "strategy",
                sentence,
                new(
                    "Faites activer l'application Équipes (circles) avant le premier passage : Connector tiendra alors les membres lui-même ; sinon « connector plan » donne la liste exacte de ce qu'un administrateur doit faire.",
                    "Have the Teams app (circles) enabled before the first run: Connector then keeps the members itself; else 'connector plan' gives the exact list of what an administrator has to do."
                )
            );
        else
            findings.Add(new Finding("strategy", Severity.Ok, sentence));
    }
}
