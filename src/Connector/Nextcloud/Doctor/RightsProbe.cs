using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.Doctor;

/// <summary>Finds out what the account may do, in four requests at most, and changes nothing.</summary>
internal sealed class RightsProbe(NextcloudClient client)
{
    /// <summary>The group that every Nextcloud has: making it again is refused by name, after all other checks.</summary>
    private const string AlwaysThere = "admin";

    public async Task<AccountRights> AskAsync(CancellationToken ct)
    {
        // The list first: it opens the session whose cookie makes the others cheaper.
        var teamFolders = await TeamFolders(ct);
        var groups = await Groups(ct);
        var may = teamFolders.May && groups.May;
        return new AccountRights
        {
            TeamFolders = may || !teamFolders.May ? teamFolders : new Right(false, groups.Why),
            Groups = groups,
            Teams = groups.May ? NotAsked : await Teams(ct),
        };
    }

    /// <summary>
    /// Asks to make a group that exists. It is refused by name (102), but only after the right and the password
    /// confirmation that newer servers want were looked at.
    /// </summary>
    public async Task<Right> Groups(CancellationToken ct)
    {
        try
        {
            var outcome = await client.Groups.Create(AlwaysThere, AlwaysThere, ct);
            return outcome.Result == OcsResult.Forbidden ? MayNotAdminister : MayAdminister;
        }
        catch (NextcloudException error) when (error.Fault == NextcloudFault.RightMissing)
        {
            return MayNotAdminister;
        }
        catch (NextcloudException error) when (error.Fault == NextcloudFault.PasswordConfirmationRequired)
        {
            return MustConfirm;
        }
    }

    /// <summary>Who may not administer them gets an empty list, not a refusal: this only tells whether the app is there.</summary>
    private async Task<Right> TeamFolders(CancellationToken ct)
    {
        try
        {
            await client.TeamFolders.List(ct);
            return Administers;
        }
        catch (NextcloudException error)
            when (error.Fault is NextcloudFault.NotInstalled or NextcloudFault.RightMissing)
        {
            return error.Fault == NextcloudFault.NotInstalled ? NoTeamFolders : MayNotAdminister;
        }
    }

    private async Task<Right> Teams(CancellationToken ct) =>
        (await client.Server.Capabilities(ct)).Circles is null ? NoTeams : KeepsTeams;

    private static readonly Right Administers = Yes(
        "le compte peut administrer les dossiers d'équipe",
        "the account may administer team folders"
    );

    private static readonly Right MayAdminister = Yes(
        "le compte peut administrer les groupes et les comptes",
        "the account may administer groups and accounts"
    );

    private static readonly Right KeepsTeams = Yes(
        "l'application Équipes (circles) est active : tout compte peut y tenir ses équipes",
        "the Teams app (circles) is on: any account may keep teams of its own"
    );

    private static readonly Right NotAsked = Yes(
        "pas besoin d'équipes : les groupes suffisent",
        "no need of teams: groups will do"
    );

    private static readonly Right NoTeamFolders = No(
        "l'application « Dossiers d'équipe » n'est pas installée",
        "the app Team folders is not installed"
    );

    private static readonly Right MayNotAdminister = No(
        "le compte ne peut pas administrer les groupes",
        "the account may not administer groups"
    );

    private static readonly Right MustConfirm = No(
        "le serveur exige une confirmation de mot de passe pour administrer",
        "the server wants a password confirmation for administration"
    );

    private static readonly Right NoTeams = No(
        "l'application Équipes (circles) n'est pas active",
        "the Teams app (circles) is off"
    );

    private static Right Yes(string french, string english) => new(true, new Text(french, english));

    private static Right No(string french, string english) => new(false, new Text(french, english));
}
