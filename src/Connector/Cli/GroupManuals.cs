using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs that are about one working group.</summary>
internal static partial class Manuals
{
    /// <summary>Made when asked for: parts of a class initialise their fields in no promised order.</summary>
    private static Dictionary<string, Manual> OfGroups =>
        new(StringComparer.Ordinal)
        {
            ["close"] = new Manual
            {
                Summary = new Text(
                    "fermer un groupe : exporté, en lecture seule, rangé dans les archives",
                    "close a group: exported, read-only, put among the archives"
                ),
                Description = new Text(
                    """
                    Exporte les documents et l'agenda du groupe dans un zip, avec l'empreinte de chaque fichier
                    (MANIFESTE.sha256) ; met son dossier en lecture seule pour tous ; le range dans
                    « Archives/{année} », où ses membres le lisent ; garde l'agenda, en lecture seule, et son adresse
                    publique. Le fichier du territoire n'est pas modifié : c'est le registre qui sait que le groupe
                    est fermé. Ensuite, apply n'y fait plus rien.

                    Rien n'est changé avant que l'exportation soit entière. Une fermeture interrompue est terminée en
                    relançant la même commande, ou annulée par « connector reopen ». Un membre qui a un dossier
                    personnel nommé « Archives » le retrouve sous « Archives (1) » : Nextcloud le renomme.
                    """,
                    """
                    Exports the group's documents and calendar to a zip, with the checksum of each file
                    (MANIFESTE.sha256); makes its folder read-only for everybody; puts it into
                    'Archives/{year}', where its members read it; keeps the calendar, for reading only, and its public
                    address. The territory's own file is not changed: the ledger knows that the group is closed. From
                    then on apply does nothing there.

                    Nothing is changed before the export is whole. A closing that was interrupted is finished by the
                    same command, or undone by 'connector reopen'. A member who has a folder of their own named
                    'Archives' finds it again as 'Archives (1)': Nextcloud renames it.
                    """
                ),
                Examples =
                [
                    (
                        "connector close gt-jeunes --dry-run",
                        new Text("voir ce qui serait fait", "see what would be done")
                    ),
                    (
                        "connector close gt-jeunes --zip /srv/archives/gt-jeunes.zip --yes",
                        new Text("sans question", "without a question")
                    ),
                ],
                ExitCodes = [Done, Failed, Partly, Pending, Cancelled],
            },
            ["reopen"] = new Manual
            {
                Summary = new Text("rouvrir un groupe fermé", "reopen a closed group"),
                Description = new Text(
                    """
                    Défait « connector close » : le nom du dossier, les droits de chaque groupe et le partage
                    de l'agenda redeviennent ce qu'ils étaient. Ce que quelqu'un a changé pendant la fermeture est
                    laissé, et dit. Si le nom a été pris entre-temps, rien n'est fait.
                    """,
                    """
                    Undoes 'connector close': the folder's name, each group's rights and the calendar's shares
                    become what they were. What somebody changed while the group was closed is left, and told. If the
                    name was taken meanwhile, nothing is done.
                    """
                ),
                Examples =
                [
                    (
                        "connector reopen gt-jeunes",
                        new Text(
                            "demande confirmation dans un terminal",
                            "asks for confirmation in a terminal"
                        )
                    ),
                ],
                ExitCodes = [Done, Failed, Partly, Pending, Cancelled],
            },
        };
}
