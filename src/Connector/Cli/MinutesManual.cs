using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about minutes.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfMinutes =>
        new(StringComparer.Ordinal)
        {
            ["minutes"] = new Manual
            {
                Summary = new Text(
                    "les comptes rendus : ce qui manque, ce qui est promis, les publier",
                    "minutes: what is missing, what is promised, publish them"
                ),
                Description = new Text(
                    """
                    Les comptes rendus vivent dans Nextcloud. Connector les relit tels que le groupe les a laissés.
                    """,
                    """
                    Minutes live in Nextcloud. Connector reads them back as the group left them.
                    """
                ),
                Examples =
                [
                    ("connector minutes status", new Text("tous les groupes", "all groups")),
                    (
                        "connector minutes publish comite-technique",
                        new Text("le dernier compte-rendu validé", "the last approved minutes")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["minutes status"] = new Manual
            {
                Summary = new Text(
                    "ce qui n'est pas écrit, ce qui est promis, qui vient",
                    "what is not written, what is promised, who comes"
                ),
                Description = new Text(
                    """
                    Pour chaque groupe : les rencontres passées sans compte-rendu, les actions en cours (les échues
                    d'abord), la présence par organisation pour la valoriser – jamais un classement –, et la part des
                    temps conviviaux. Ne modifie rien.
                    """,
                    """
                    For each group: past meetings without minutes, open actions (the overdue first), attendance by
                    organisation, to value presence – never a ranking –, and the share of convivial times. Changes
                    nothing.
                    """
                ),
                Examples =
                [
                    ("connector minutes status gt-jeunes", new Text("un seul groupe", "a single group")),
                    (
                        "connector minutes status --json",
                        new Text("pour un autre programme", "for another program")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["minutes publish"] = new Manual
            {
                Summary = new Text(
                    "publier un compte-rendu validé et préparer le résumé des absents",
                    "publish approved minutes and prepare words for the absent"
                ),
                Description = new Text(
                    """
                    Met dans « Comptes rendus », à côté des dossiers des rencontres, une page web, et un PDF et un ODT
                    quand LibreOffice est installé ou que le serveur convertit ; prépare pour les absents les décisions,
                    leurs actions et la prochaine date ; met le document en lecture seule quand le serveur le permet. Publié deux fois, il
                    ne l'est qu'une ; modifié depuis, il devient « version 2 ». Rien n'est envoyé.
                    """,
                    """
                    Puts a web page, and a PDF and an ODT where LibreOffice is installed or the server converts, into
                    'Comptes rendus', beside the meetings' folders; prepares for the absent the decisions, their actions and the next date; makes
                    the document read-only where the server allows it. Published twice, it is there once; changed since,
                    it becomes 'version 2'. Nothing is sent.
                    """
                ),
                Examples =
                [
                    (
                        "connector minutes publish comite-technique 2026-12-03",
                        new Text("celui d'un jour", "those of a day")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
        };
}
