using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of <c>token</c>.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfTokens =>
        new(StringComparer.Ordinal)
        {
            ["token"] = new Manual
            {
                Summary = new Text("les jetons de l'API", "the API's tokens"),
                Description = new Text(
                    """
                    Un programme qui interroge le service (/api/v1) se présente avec un jeton, fait pour lui seul. Le
                    guide : docs/api.md.
                    """,
                    """
                    A program that asks the service (/api/v1) shows a token that was made for it alone. The guide:
                    docs/api.md.
                    """
                ),
                Examples = [("connector token list", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["token create"] = new Manual
            {
                Summary = new Text("faire un jeton", "make a token"),
                Description = new Text(
                    """
                    Affiche le jeton sur la première ligne, une seule fois : le service n'en garde que l'empreinte.
                    Droits : read (lire, sans rien qui nomme une personne), directory (voir aussi ce qui nomme des
                    personnes), jobs (demander et arrêter des tâches), audit (lire la piste d'audit). Aucun n'en
                    comprend un autre.
                    """,
                    """
                    Prints the token on the first line, once: the service keeps its hash alone. Scopes: read (look,
                    without anything that names a person), directory (see what names people too), jobs (ask for and
                    stop jobs), audit (read the audit trail). None includes another.
                    """
                ),
                Examples =
                [
                    (
                        "connector token create grafana --scope read",
                        new Text("pour un tableau de bord", "for a dashboard")
                    ),
                    (
                        "connector token create n8n -s read -s jobs -t aix --days 30",
                        new Text("un territoire, un mois", "one territory, one month")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["token list"] = new Manual
            {
                Summary = new Text(
                    "montrer les jetons qui valent encore",
                    "show the tokens that are still good"
                ),
                Description = new Text(
                    "Droits, territoires, qui les a faits, jusqu'à quand, et la dernière fois qu'ils ont servi.",
                    "Scopes, territories, who made them, until when, and when they were last used."
                ),
                Examples = [("connector token list", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["token revoke"] = new Manual
            {
                Summary = new Text("révoquer un jeton", "revoke a token"),
                Description = new Text(
                    "Il ne vaut plus rien dès la demande suivante, sur toutes les machines.",
                    "It is worth nothing from the next request on, on every machine."
                ),
                Examples = [("connector token revoke grafana", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
        };
}
