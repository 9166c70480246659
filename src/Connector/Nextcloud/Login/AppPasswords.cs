using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Nextcloud.Http;
using Connector.Nextcloud.Ocs;
using Refit;

namespace Connector.Nextcloud.Login;

/// <summary>App passwords: made from a real one, recognised, revoked.</summary>
internal sealed partial class AppPasswords(NextcloudClientFactory factory)
{
    private static readonly Text Making = new("créer un mot de passe d'application", "make an app password");

    /// <summary>
    /// Signs in once with a real password and comes back with an app password; the real one is not kept. Given an
    /// app password (the server then answers 403), keeps that one.
    /// </summary>
    public async Task<NextcloudAccount> FromPassword(
        Uri server,
        string userName,
        string password,
        CancellationToken ct
    )
    {
        var account = new NextcloudAccount
        {
            BaseUrl = server,
            UserName = userName,
            AppPassword = password,
        };
        using var http = factory.CreateFor(
            account.BaseUrl,
            new Credentials(userName, password),
            new RequestCounter()
        );
        var ocs = new OcsTransport(http, account.BaseUrl);
        var api = RestService.ForGenerated<ILoginApi>(http, OcsTransport.Settings);
        var answer = await ocs.Read(api.AppPassword(ct), ct);
        if (!answer.IsDone && !answer.IsForbidden)
            throw ocs.Refused(answer, "core", Making);
        account = account with { AppPassword = answer.Data.Text("apppassword") ?? password };
        await using var client = factory.Create(account);
        var me = await client.Server.WhoAmI(ct);
        return account with { UserId = me.Id };
    }

    /// <summary>
    /// Revokes the account's app password on the server. False when the server knew it no longer (401): nothing is
    /// left to revoke.
    /// </summary>
    public async Task<bool> Revoke(NextcloudAccount account, CancellationToken ct)
    {
        var credentials = new Credentials(account.UserName, account.AppPassword);
        using var http = factory.CreateFor(account.BaseUrl, credentials, new RequestCounter());
        var ocs = new OcsTransport(http, account.BaseUrl);
        try
        {
            var answer = await ocs.Read(
                RestService.ForGenerated<ILoginApi>(http, OcsTransport.Settings).RevokeOwn(ct),
                ct
            );
            return answer.IsDone;
        }
        catch (NextcloudException e) when (e.Fault == NextcloudFault.SignInRefused)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a secret has the shape of an app password: 72 letters and digits (Login Flow) or five groups of five
    /// (settings page). A real password costs the server about 200 ms a request instead of 25.
    /// </summary>
    public static bool LooksLikeOne(string secret) => Shape().IsMatch(secret);

    [GeneratedRegex("^(?:[A-Za-z0-9]{72}|[A-Za-z0-9]{5}(?:-[A-Za-z0-9]{5}){4})$")]
    private static partial Regex Shape();
}
