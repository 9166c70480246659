using System.Globalization;
using Connector.Nextcloud.Login;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.Doctor;

/// <summary>What can be seen without an account: reachable, healthy, on time, aware of its own address.</summary>
internal sealed class ServerChecks(
    NextcloudClient client,
    LoginFlow login,
    TimeProvider time,
    List<Finding> findings
)
{
    private const int OldestTried = 27;
    private static readonly TimeSpan SkewAllowed = TimeSpan.FromSeconds(60);

    private Uri Server => client.Account.BaseUrl;

    /// <summary>False when it makes no sense to go on.</summary>
    public async Task<bool> Run(CancellationToken ct)
    {
        CheckTransport();
        if (await findings.Check(Severity.Error, () => client.Server.Status(ct)) is not { } status)
            return false;
        findings.Ok("reachable", $"Le serveur {Server} répond.", $"The server {Server} answers.");
        CheckVersion(status);
        CheckClock(status);
        if (!CheckHealth(status))
            return false;
        await CheckAddress(ct);
        return true;
    }

    private void CheckTransport()
    {
        if (Server.Scheme == Uri.UriSchemeHttps)
            findings.Ok("encrypted", "La liaison est chiffrée (https).", "The link is encrypted (https).");
        else if (Server.IsLoopback)
            findings.Info(
                "not-encrypted-local",
                "Liaison non chiffrée, mais le serveur est sur cette machine.",
                "The link is not encrypted, but the server is on this machine."
            );
        else
            findings.Warn(
                "not-encrypted",
                new(
                    "La liaison n'est pas chiffrée : le mot de passe d'application passe en clair.",
                    "The link is not encrypted: the app password travels in the open."
                ),
                new(
                    "Donnez au serveur un certificat et utilisez son adresse en https.",
                    "Give the server a certificate and use its https address."
                )
            );
    }

    private bool CheckHealth(ServerStatus status)
    {
        if (status.Maintenance)
            findings.Error(
                "server-maintenance",
                new("Le serveur est en maintenance.", "The server is in maintenance mode."),
                new(
                    "Attendez la fin, ou : occ maintenance:mode --off",
                    "Wait for its end, or: occ maintenance:mode --off"
                )
            );
        if (!status.Installed)
            findings.Error(
                "server-not-installed",
                new("Ce Nextcloud n'est pas encore installé.", "This Nextcloud is not installed yet."),
                new(
                    "Ouvrez son adresse dans un navigateur et terminez l'installation.",
                    "Open its address in a browser and finish the installation."
                )
            );
        if (status.NeedsDbUpgrade)
            findings.Error(
                "server-needs-upgrade",
                new(
                    "La base de données du serveur attend une mise à jour.",
                    "The server's database waits for an upgrade."
                ),
                new("Sur le serveur : occ upgrade", "On the server: occ upgrade")
            );
        return status is { Maintenance: false, Installed: true, NeedsDbUpgrade: false };
    }

    private void CheckVersion(ServerStatus status)
    {
        var name = $"{status.ProductName} {status.Version}";
        var major = int.TryParse(
            status.Version.Split('.')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var n
        )
            ? n
            : 0;
        if (major >= OldestTried)
            findings.Ok("version", $"Version : {name}.", $"Version: {name}.");
        else
            findings.Warn(
                "version-old",
                new(
                    $"Version : {name}. Connector est essayé à partir de la {OldestTried}.",
                    $"Version: {name}. Connector is tried from {OldestTried} on."
                ),
                new("Mettez le serveur à jour.", "Upgrade the server.")
            );
    }

    private void CheckClock(ServerStatus status)
    {
        if (status.Date is not { } theirs)
            return;
        var skew = (theirs - time.GetUtcNow()).Duration();
        if (skew <= SkewAllowed)
        {
            findings.Ok("clock", "L'horloge du serveur est à l'heure.", "The server's clock is right.");
            return;
        }
        var seconds = ((long)skew.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        findings.Warn(
            "clock-skew",
            new(
                $"L'horloge du serveur et celle de cette machine diffèrent de {seconds} s.",
                $"The clocks of the server and of this machine differ by {seconds} s."
            ),
            new(
                "Réglez celle qui a tort (NTP) : les dates de réunions et les attentes en dépendent.",
                "Set the wrong one right (NTP): meeting dates and waits depend on it."
            )
        );
    }

    /// <summary>A sign-in that nobody will finish shows which address the server writes into links.</summary>
    private async Task CheckAddress(CancellationToken ct)
    {
        if (await findings.Check(Severity.Warning, () => login.Begin(Server, ct)) is not { } attempt)
            return;
        if (attempt.ServerKnowsItsAddress)
            findings.Ok(
                "address",
                "Le serveur connaît sa propre adresse.",
                "The server knows its own address."
            );
        else
            findings.Warn(
                "address-differs",
                new(
                    $"Le serveur se croit à {Origin(attempt.ReportedLoginUrl)} ; il est joint à {Origin(Server)}. Connector corrige les adresses qu'il affiche.",
                    $"The server believes it is at {Origin(attempt.ReportedLoginUrl)}; it is reached at {Origin(Server)}. Connector corrects the addresses that it shows."
                ),
                new(
                    "Sur le serveur, réglez overwrite.cli.url, overwritehost, overwriteprotocol et trusted_proxies (config.php).",
                    "On the server, set overwrite.cli.url, overwritehost, overwriteprotocol and trusted_proxies (config.php)."
                )
            );
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
