using Connector.Domain;

namespace Connector.Nextcloud.Login;

/// <summary>Why there is no sign-in, and what to do.</summary>
internal static class CredentialProblems
{
    private static readonly Text SignIn = new(
        "Connectez-vous : connector login https://votre-nextcloud",
        "Sign in: connector login https://your-nextcloud"
    );

    public static Problem None() =>
        new()
        {
            Code = "no-sign-in",
            Message = new(
                "Connector n'est connecté à aucun Nextcloud.",
                "Connector is signed in to no Nextcloud."
            ),
            Remedy = SignIn,
        };

    public static Problem Unknown(Uri server) =>
        new()
        {
            Code = "no-sign-in",
            Message = new(
                $"Connector n'est pas connecté à {server}.",
                $"Connector is not signed in to {server}."
            ),
            Remedy = new($"Connectez-vous : connector login {server}", $"Sign in: connector login {server}"),
        };

    public static Problem Several(IEnumerable<string> servers)
    {
        var list = string.Join(", ", servers.Order(StringComparer.Ordinal));
        return new()
        {
            Code = "several-sign-ins",
            Message = new(
                $"Connector est connecté à plusieurs serveurs : {list}.",
                $"Connector is signed in to several servers: {list}."
            ),
            Remedy = new("Dites lequel par CONNECTOR_URL.", "Say which one through CONNECTOR_URL."),
        };
    }

    public static Problem BadAddress() =>
        new()
        {
            Code = "bad-server-address",
            Message = new(
                "L'adresse du serveur (ou CONNECTOR_URL) n'en est pas une.",
                "The server's address (or CONNECTOR_URL) is not one."
            ),
            Remedy = new(
                "Écrivez-la en entier, sans nom ni mot de passe : https://nuage.exemple.fr",
                "Write it in full, without name or password: https://cloud.example.org"
            ),
        };

    public static Problem ReadableByOthers(string path) =>
        new()
        {
            Code = "credentials-readable-by-others",
            Message = new(
                $"D'autres comptes de cette machine peuvent lire {path} : Connector refuse de s'en servir.",
                $"Other accounts of this machine can read {path}: Connector refuses to use it."
            ),
            Remedy = new(
                $"Tapez : chmod 600 '{path}' ; en cas de doute, révoquez le mot de passe d'application et reconnectez-vous.",
                $"Type: chmod 600 '{path}'; when in doubt, revoke the app password and sign in again."
            ),
        };

    public static Problem Unreadable(string path) =>
        new()
        {
            Code = "credentials-unreadable",
            Message = new($"Le fichier {path} est abîmé.", $"The file {path} is damaged."),
            Remedy = new(
                "Supprimez-le, puis reconnectez-vous avec connector login.",
                "Remove it, then sign in again with connector login."
            ),
        };

    public static Problem NoSecretsFolder(string folder) =>
        new()
        {
            Code = "no-secrets-folder",
            Message = new(
                $"Le dossier de secrets {folder} (CONNECTOR_SECRETS) n'existe pas.",
                $"The folder of secrets {folder} (CONNECTOR_SECRETS) does not exist."
            ),
            Remedy = new(
                "Corrigez CONNECTOR_SECRETS, ou retirez-le.",
                "Correct CONNECTOR_SECRETS, or unset it."
            ),
        };
}
