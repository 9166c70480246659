using Connector.Nextcloud.Login;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.Doctor;

/// <summary>What the account is and may do.</summary>
internal sealed class AccountChecks(NextcloudClient client, List<Finding> findings)
{
    /// <exception cref="NextcloudException">The sign-in is refused: nothing more can be learnt.</exception>
    public async Task<CurrentAccount> Run(CancellationToken ct)
    {
        var me = await client.Server.WhoAmI(ct);
        findings.Ok("signed-in", $"Connecté comme « {me.Id} ».", $"Signed in as '{me.Id}'.");
        CheckUserId(me);
        CheckSecret();
        await CheckRights(me, ct);
        return me;
    }

    private void CheckUserId(CurrentAccount me)
    {
        if (me.Id != client.Account.Principal)
            findings.Error(
                "user-id-differs",
                new(
                    $"L'identifiant du compte est « {me.Id} », pas « {client.Account.Principal} ».",
                    $"The account's id is '{me.Id}', not '{client.Account.Principal}'."
                ),
                new(
                    "Reconnectez-vous avec connector login, ou corrigez CONNECTOR_USER.",
                    "Sign in again with connector login, or correct CONNECTOR_USER."
                )
            );
    }

    private void CheckSecret()
    {
        if (AppPasswords.LooksLikeOne(client.Account.AppPassword))
            findings.Ok(
                "app-password",
                "Un mot de passe d'application est utilisé.",
                "An app password is used."
            );
        else
            findings.Warn(
                "real-password",
                new(
                    "Le mot de passe semble être le vrai : chaque demande coûte alors environ dix fois plus au serveur.",
                    "The password seems to be the real one: each request then costs the server about ten times as much."
                ),
                new(
                    $"Tapez : connector login {client.Account.BaseUrl}",
                    $"Type: connector login {client.Account.BaseUrl}"
                )
            );
    }

    private async Task CheckRights(CurrentAccount me, CancellationToken ct)
    {
        if (me.IsAdmin)
        {
            findings.Ok("admin", "Le compte est administrateur.", "The account is an administrator.");
            return;
        }
        var groups = me.Administers;
        var list = string.Join(", ", groups);
        var sentence =
            groups.Count > 0
                ? new Domain.Text(
                    $"Le compte administre seulement ces groupes : {list}.",
                    $"The account administers only these groups: {list}."
                )
                : new Domain.Text(
                    "Le compte n'a pas de droit d'administration : Connector s'en passe, voir « strategy ».",
                    "The account has no right of administration: Connector does without, see 'strategy'."
                );
        findings.Add(
            new Finding(
                groups.Count > 0 ? "group-admin" : "not-admin",
                Severity.Info,
                sentence,
                new(
                    "Pour des dossiers d'équipe avec des droits par dossier, ajoutez le compte au groupe admin avant le premier passage.",
                    "For team folders with rights folder by folder, add the account to the group admin before the first run."
                )
            )
        );
    }
}
