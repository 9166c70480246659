using Connector.Nextcloud.Login;

namespace Connector.Nextcloud.Doctor;

/// <summary>
/// Looks at a server and an account before anything is applied. Changes nothing: its one write creates a group that
/// exists already, to learn whether the server wants a password confirmation.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="login">Asks whether it takes sign-ins.</param>
/// <param name="time">Against its clock.</param>
/// <param name="given">Public addresses of calendars that were given out; none where nothing was applied yet.</param>
internal sealed class DoctorRun(
    NextcloudClient client,
    LoginFlow login,
    TimeProvider time,
    IReadOnlyDictionary<string, string>? given = null
)
{
    public async Task<DoctorReport> Run(CancellationToken ct)
    {
        var findings = new List<Finding>();
        try
        {
            var server = new ServerChecks(client, login, time, findings);
            if (await server.Run(ct))
            {
                var account = new AccountChecks(client, findings);
                var me = await account.Run(ct);
                await new AppChecks(client, me, findings)
                {
                    Given = given ?? new Dictionary<string, string>(),
                }.Run(ct);
                await new StrategyChecks(client, findings).Run(me, ct);
            }
        }
        catch (NextcloudException e)
        {
            findings.Add(Findings.Of(e));
        }
        return new DoctorReport { Server = client.Account.BaseUrl, Findings = findings };
    }
}
