using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual page of <c>drift</c>.</summary>
internal static partial class Manuals
{
    private static Manual Drift =>
        new()
        {
            Summary = new Text(
                "ce que des personnes ont changé depuis le dernier passage",
                "what people changed since the last run"
            ),
            Description = new Text(
                """
                Compare le serveur avec ce que le dernier « connector apply » y a vu et fait : dossiers et documents
                supprimés, renommés, déplacés, modifiés ou ajoutés, droits, membres, quotas, partages, agendas.

                Dit quand, et par qui, là où le serveur le dit : sa corbeille, et l'application Activité si elle est
                activée. Dans les dossiers d'équipe, Activité ne montre ce que d'autres font que si config.php
                contient « 'activity_use_cached_mountpoints' => true ».

                Rien n'est changé, ni sur le serveur, ni dans le registre. « plan » dit ce qui en serait fait.
                """,
                """
                Compares the server with what the last 'connector apply' saw and did there: folders and documents
                deleted, renamed, moved, edited or added, rights, members, quotas, shares, calendars.

                Tells when, and by whom, where the server tells: its trash bin, and the app Activity if it is enabled.
                In team folders Activity shows what others do only where config.php has
                'activity_use_cached_mountpoints' => true.

                Nothing is changed, neither on the server nor in the ledger. 'plan' tells what would be done about it.
                """
            ),
            Examples =
            [
                (
                    "connector drift",
                    new Text("territoire.yaml du dossier courant", "territoire.yaml of the current folder")
                ),
                ("connector drift --json", new Text("pour une supervision", "for monitoring")),
            ],
            ExitCodes =
            [
                (0, new Text("rien n'a changé", "nothing has changed")),
                Failed,
                (3, new Text("des personnes ont changé quelque chose", "people changed something")),
                Postponed,
                Cancelled,
            ],
        };
}
