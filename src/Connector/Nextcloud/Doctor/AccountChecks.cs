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

    /// <summary>
    /// Proves by a write that changes nothing whether administration works with what is configured: making a group
    /// that exists is refused by name (102), but only after the password confirmation.
    /// </summary>
    public async Task CheckConfirmation(CurrentAccount me, CancellationToken ct)
    {
        if (!me.IsAdmin || me.Groups.Count == 0)
            return;
        await findings.Check(
            Severity.Error,
            async () =>
            {
                var outcome = await client.Groups.Create(me.Groups[0], me.Groups[0], ct);
                if (outcome.Result != OcsResult.AlreadyExists)
                    findings.Warn(
                        "confirmation-unclear",
                        new(
                            "Impossible de savoir si le serveur exige une confirmation de mot de passe.",
                            "Cannot tell whether the server wants a password confirmation."
                        ),
                        new("Regardez le journal du serveur.", "Look at the server's log.")
                    );
                else if (client.ConfirmationNeeded)
                    findings.Ok(
                        "confirmation-given",
                        "Le serveur exige le vrai mot de passe pour administrer : il est configuré et accepté.",
                        "The server wants the real password for administration: it is configured and accepted."
                    );
                else
                    findings.Ok(
                        "confirmation-not-needed",
                        "Le mot de passe d'application suffit pour administrer.",
                        "The app password is enough for administration."
                    );
                return outcome;
            }
        );
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
        var groups = await client.Server.SubAdminGroups(me.Id, ct);
        var list = string.Join(", ", groups);
        if (groups.Count > 0)
            findings.Warn(
                "group-admin",
                new(
                    $"Le compte administre seulement ces groupes : {list}.",
                    $"The account administers only these groups: {list}."
                ),
                new(
                    "Il ne pourra créer ni groupe ni dossier d'équipe : faites-les créer, ou ajoutez le compte au groupe admin.",
                    "It can make neither groups nor team folders: have them made, or add the account to the group admin."
                )
            );
        else
            findings.Warn(
                "not-admin",
                new(
                    "Le compte n'a pas de droit d'administration.",
                    "The account has no right of administration."
                ),
                new(
                    "Groupes et dossiers d'équipe doivent exister déjà ; ou ajoutez le compte au groupe admin.",
                    "Groups and team folders must exist already; or add the account to the group admin."
                )
            );
    }
}
