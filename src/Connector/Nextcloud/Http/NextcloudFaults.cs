using System.Globalization;
using Connector.Domain;

namespace Connector.Nextcloud.Http;

/// <summary>The sentences for each surprise, in one place so that they stay alike and free of secrets.</summary>
internal static class NextcloudFaults
{
    public const string MaintenanceCode = "server-maintenance";

    public static NextcloudException Unreachable(Uri server, bool mayHaveActed, Exception inner) =>
        Build(
            NextcloudFault.Unreachable,
            "server-unreachable",
            new(
                $"Le serveur {Name(server)} ne répond pas ou a coupé la connexion.",
                $"The server {Name(server)} does not answer or cut the connection."
            ),
            new(
                "Vérifiez l'adresse et le réseau, puis relancez : ce qui est déjà fait ne sera pas refait.",
                "Check the address and the network, then run again: what is done will not be done twice."
            ),
            mayHaveActed,
            inner
        );

    public static NextcloudException Certificate(Uri server, Exception inner) =>
        Build(
            NextcloudFault.CertificateRefused,
            "certificate-refused",
            new(
                $"Le certificat de {Name(server)} n'est pas reconnu par cette machine.",
                $"The certificate of {Name(server)} is not trusted by this machine."
            ),
            new(
                "Faites renouveler le certificat du serveur, ou installez son autorité de certification ici.",
                "Have the server's certificate renewed, or install its certificate authority here."
            ),
            inner: inner
        );

    public static NextcloudException TimedOut(Uri server, bool mayHaveActed, Exception inner) =>
        Build(
            NextcloudFault.TimedOut,
            "server-timed-out",
            new(
                $"Le serveur {Name(server)} n'a pas répondu dans le temps accordé.",
                $"The server {Name(server)} did not answer in the time allowed."
            ),
            new(
                "Relancez plus tard ; si cela dure, prévenez l'hébergeur.",
                "Run again later; if it lasts, tell whoever hosts the server."
            ),
            mayHaveActed,
            inner
        );

    public static NextcloudException SignInRefused(Uri server) =>
        Build(
            NextcloudFault.SignInRefused,
            "sign-in-refused",
            new(
                $"Le serveur {Name(server)} refuse le nom ou le mot de passe d'application.",
                $"The server {Name(server)} refuses the name or the app password."
            ),
            new($"Reconnectez-vous : connector login {server}", $"Sign in again: connector login {server}"),
            status: 401
        );

    public static NextcloudException Maintenance(Uri server, TimeSpan? wait) =>
        Build(
            NextcloudFault.Maintenance,
            MaintenanceCode,
            new(
                $"Le serveur {Name(server)} est en maintenance.",
                $"The server {Name(server)} is in maintenance mode."
            ),
            new(
                "Rien n'est perdu : relancez quand la maintenance est finie.",
                "Nothing is lost: run again when the maintenance is over."
            ),
            status: 503,
            wait: wait
        );

    public static NextcloudException Busy(Uri server, int status, bool mayHaveActed, TimeSpan? wait) =>
        Build(
            NextcloudFault.ServerBusy,
            "server-busy",
            new(
                $"Le serveur {Name(server)} est momentanément indisponible (HTTP {Number(status)}).",
                $"The server {Name(server)} is unavailable for the moment (HTTP {Number(status)})."
            ),
            new("Relancez dans quelques minutes.", "Run again in a few minutes."),
            mayHaveActed,
            status: status,
            wait: wait
        );

    public static NextcloudException Throttled(Uri server, bool mayHaveActed, TimeSpan? wait) =>
        Build(
            NextcloudFault.Throttled,
            "server-throttled",
            new(
                $"Le serveur {Name(server)} limite le nombre de demandes{French(wait)}.",
                $"The server {Name(server)} limits the number of requests{English(wait)}."
            ),
            new(
                "Relancez plus tard ; un administrateur peut retirer cette adresse de la protection contre la force brute.",
                "Run again later; an administrator can exempt this address from the brute-force protection."
            ),
            mayHaveActed,
            status: 429,
            wait: wait
        );

    public static NextcloudException Confirmation(Uri server) =>
        Build(
            NextcloudFault.PasswordConfirmationRequired,
            "password-confirmation-required",
            new(
                $"Le serveur {Name(server)} exige le vrai mot de passe du compte pour administrer groupes et dossiers d'équipe.",
                $"The server {Name(server)} insists on the account's real password to administer groups and team folders."
            ),
            new(
                "Donnez-le par CONNECTOR_ADMIN_PASSWORD ou le fichier admin-password du dossier CONNECTOR_SECRETS.",
                "Give it through CONNECTOR_ADMIN_PASSWORD or the file admin-password of the folder CONNECTOR_SECRETS."
            ),
            status: 403
        );

    public static NextcloudException Redirected(Uri server, Uri? elsewhere, int status) =>
        Build(
            NextcloudFault.Redirected,
            "server-redirects",
            new(
                $"Le serveur {Name(server)} renvoie vers {Where(elsewhere)}.",
                $"The server {Name(server)} redirects to {Where(elsewhere)}."
            ),
            new(
                "Corrigez l'adresse du serveur (https, nom, sous-dossier), puis reconnectez-vous.",
                "Correct the server's address (https, name, sub-folder), then sign in again."
            ),
            status: status
        );

    public static NextcloudException Malformed(
        Uri server,
        Exception? inner = null,
        bool mayHaveActed = false
    ) =>
        Build(
            NextcloudFault.MalformedAnswer,
            "malformed-answer",
            new(
                $"La réponse de {Name(server)} est illisible : ce n'est pas celle d'un Nextcloud.",
                $"The answer of {Name(server)} cannot be read: it is not that of a Nextcloud."
            ),
            new(
                "Vérifiez l'adresse et le serveur mandataire (proxy) ; lancez connector doctor.",
                "Check the address and the proxy; run connector doctor."
            ),
            mayHaveActed,
            inner
        );

    public static NextcloudException TooLarge(Uri server, long limit, Exception inner) =>
        Build(
            NextcloudFault.AnswerTooLarge,
            "answer-too-large",
            new(
                $"La réponse de {Name(server)} dépasse {Number(limit / 1024 / 1024)} Mio.",
                $"The answer of {Name(server)} exceeds {Number(limit / 1024 / 1024)} MiB."
            ),
            new(
                "Confiez à Connector un compte qui ne voit que l'espace du réseau.",
                "Give Connector an account that sees only the network's workspace."
            ),
            inner: inner
        );

    public static NextcloudException NotInstalled(Uri server, string app) =>
        Build(
            NextcloudFault.NotInstalled,
            "app-not-installed",
            new(
                $"L'application {app} n'est pas active sur {Name(server)}.",
                $"The app {app} is not enabled on {Name(server)}."
            ),
            new(
                $"Demandez à un administrateur : occ app:enable {app}",
                $"Ask an administrator: occ app:enable {app}"
            ),
            status: 404
        );

    public static NextcloudException RightMissing(Uri server, Text what) =>
        Build(
            NextcloudFault.RightMissing,
            "right-missing",
            new(
                $"Sur {Name(server)}, le compte n'a pas le droit de {what.French}.",
                $"On {Name(server)}, the account has no right to {what.English}."
            ),
            new(
                "Confiez à Connector un compte administrateur, ou faites déléguer ce droit.",
                "Give Connector an administrator's account, or have this right delegated."
            ),
            status: 403
        );

    public static NextcloudException Unexpected(Uri server, string verb, int status, bool mayHaveActed) =>
        Build(
            NextcloudFault.UnexpectedAnswer,
            "unexpected-answer",
            new(
                $"Le serveur {Name(server)} a répondu HTTP {Number(status)} à {verb}.",
                $"The server {Name(server)} answered HTTP {Number(status)} to {verb}."
            ),
            new(
                "Relancez ; si cela dure, regardez le journal du serveur à cette heure.",
                "Run again; if it lasts, look at the server's log at this hour."
            ),
            mayHaveActed,
            status: status
        );

    private static NextcloudException Build(
        NextcloudFault fault,
        string code,
        Text message,
        Text remedy,
        bool mayHaveActed = false,
        Exception? inner = null,
        int? status = null,
        TimeSpan? wait = null
    ) =>
        new(
            fault,
            new Problem
            {
                Code = code,
                Message = message,
                Remedy = remedy,
            },
            mayHaveActed,
            inner
        )
        {
            Status = status,
            RetryAfter = wait,
        };

    private static string Name(Uri server) => server.Authority;

    private static string Where(Uri? elsewhere) =>
        elsewhere is { IsAbsoluteUri: true } ? elsewhere.GetLeftPart(UriPartial.Authority) : "…";

    private static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);

    private static string French(TimeSpan? wait) =>
        wait is { } w ? $" et demande d'attendre {Number((long)w.TotalSeconds)} s" : "";

    private static string English(TimeSpan? wait) =>
        wait is { } w ? $" and asks to wait for {Number((long)w.TotalSeconds)} s" : "";
}
