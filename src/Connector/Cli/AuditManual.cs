using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of <c>audit</c>.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfAudit =>
        new(StringComparer.Ordinal)
        {
            ["audit"] = new Manual
            {
                Summary = new Text("qui a fait quoi dans le service", "who did what in the service"),
                Description = new Text(
                    """
                    La piste d'audit note les connexions, les liens de secours, les jetons, les tâches demandées ou
                    arrêtées, et ce qu'on change par la console ou l'API. On n'y fait qu'ajouter des lignes, et chacune
                    porte l'empreinte de la précédente.
                    """,
                    """
                    The audit trail notes sign-ins, emergency links, tokens, jobs asked for or stopped, and what is
                    changed through the console or the API. Lines are only ever added, and each carries the hash of the
                    one before.
                    """
                ),
                Examples = [("connector audit list", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["audit list"] = new Manual
            {
                Summary = new Text("montrer les dernières lignes", "show the last lines"),
                Description = new Text(
                    "Les plus récentes d'abord : quand, qui et par où, quoi, sur quoi, et le résultat.",
                    "The newest first: when, who and by which door, what, on what, and the outcome."
                ),
                Examples =
                [
                    (
                        "connector audit list --territory aix --since 2026-12-01",
                        new Text("sur Aix depuis le 1er décembre", "about Aix since 1 December")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["audit export"] = new Manual
            {
                Summary = new Text("copier toute la piste", "copy the whole trail"),
                Description = new Text(
                    """
                    Un objet JSON par ligne, de la première à la dernière. Gardez ces copies ailleurs : elles seules
                    montrent qu'on a retiré les dernières lignes ou refait toute la chaîne.
                    """,
                    """
                    One JSON object a line, from the first to the last. Keep these copies elsewhere: they alone show
                    that the last lines were taken off, or the whole chain made anew.
                    """
                ),
                Examples = [("connector audit export --to audit.jsonl", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["audit verify"] = new Manual
            {
                Summary = new Text(
                    "vérifier que rien n'y a été changé",
                    "verify that nothing was changed in it"
                ),
                Description = new Text(
                    """
                    Recalcule l'empreinte de chaque ligne et, avec une copie, vérifie que la piste la continue. Nomme la
                    première ligne qui ne va pas.
                    """,
                    """
                    Computes the hash of each line again and, with a copy, verifies that the trail goes on from it.
                    Names the first line that is not right.
                    """
                ),
                Examples = [("connector audit verify --copy audit.jsonl", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
        };
}
