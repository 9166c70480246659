using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about visits, candidates and invitations.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfVisits =>
        new(StringComparer.Ordinal)
        {
            ["directory visits"] = new Manual
            {
                Summary = new Text(
                    "où en sont les rencontres : qui voir, quoi relancer, quoi confirmer",
                    "where visits stand: whom to meet, what to follow up, what to confirm"
                ),
                Description = new Text(
                    """
                    Lit la feuille « Rencontres » de l'annuaire : qui reste à rencontrer, quelles suites sont en retard ou à
                    venir, quelles structures ne sont dans aucune ligne, quelles fiches n'ont pas eu de nouvelle depuis douze
                    mois. La colonne « notes privées » n'est jamais lue. N'interroge aucun serveur, ne modifie rien ; le
                    compte-rendu de chaque visite datée est fait dans Pilotage par « connector apply ».
                    """,
                    """
                    Reads the directory's sheet 'Rencontres': who is still to be met, which next steps are late or to come,
                    which organisations stand in no row, which records had no word for twelve months. The column 'notes
                    privées' is never read. Asks no server, changes nothing; the report of each visit with a day is made in
                    Pilotage by 'connector apply'.
                    """
                ),
                Examples =
                [
                    ("connector directory visits", new Text("aujourd'hui", "today")),
                    (
                        "connector directory visits --months 6 --json",
                        new Text("pour un autre programme", "for another program")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["inspirations"] = new Manual
            {
                Summary = new Text(
                    "ce que d'autres ont fait : l'index des fiches d'inspiration",
                    "what others did: the index of inspiration sheets"
                ),
                Description = new Text(
                    """
                    Lit les fiches d'inspiration des dossiers « Ressources et inspirations », tient dans chacun un index
                    (Inspirations.xlsx, où vos propres mots restent, et Inspirations.html) et y met une fiche à copier. Dit avec quels
                    porteurs personne n'a encore parlé, et où chercher ailleurs (« inspirations: sources: » dans le fichier du
                    territoire). Seules les fiches qui ont changé sont relues.
                    """,
                    """
                    Reads the inspiration sheets of the folders 'Ressources et inspirations', keeps an index in each
                    (Inspirations.xlsx, in which your own words stay, and Inspirations.html) and puts a sheet to copy there. Tells
                    with which carriers nobody talked yet, and where else to look ('inspirations: sources:' in the territory
                    file). Only sheets that changed are read again.
                    """
                ),
                Examples = [("connector inspirations", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["directory candidates"] = new Manual
            {
                Summary = new Text(
                    "qui inviter pour ce qui manque, les plus proches d'abord",
                    "whom to invite for what is missing, nearest first"
                ),
                Description = new Text(
                    """
                    Pour chaque famille d'acteurs ou public qui manque ou ne tient qu'à un seul acteur, donne les structures de
                    l'annuaire qui ne sont pas membres, et celles d'un fichier (--candidates) que l'annuaire n'a pas, avec ce qui
                    en fait des candidates et leur distance au membre le plus proche. N'interroge aucun serveur, ne modifie rien.
                    """,
                    """
                    For each family of actors or audience that is missing or rests on one actor alone, gives the organisations
                    of the directory that are no members, and those of a file (--candidates) that the directory does not have,
                    with what makes them candidates and how far the nearest member is. Asks no server, changes nothing.
                    """
                ),
                Examples =
                [
                    ("connector directory candidates", new Text("tout ce qui manque", "all that is missing")),
                    (
                        "connector directory candidates justice --candidates lieux.csv",
                        new Text("une famille, dans un fichier aussi", "one family, in a file too")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["directory invite"] = new Manual
            {
                Summary = new Text(
                    "inviter : une lettre par structure, et ce qu'il reste à faire",
                    "invite: a letter for each organisation, and what is left to do"
                ),
                Description = new Text(
                    """
                    Écrit pour chaque structure une lettre d'invitation dans le dossier de la coordination (Invitations), avec PDF et
                    ODT là où une conversion existe, ou dans un dossier de la machine (--output). Une lettre qui est là n'est jamais
                    réécrite ; son PDF est refait quand elle a changé. Dit aussi quels comptes créer et quels groupes attendent ces
                    personnes. Avec --yes, note « invité » dans l'annuaire et une relance dans « Rencontres ».
                    """,
                    """
                    Writes for each organisation a letter of invitation into the coordinators' folder (Invitations), with PDF and
                    ODT where something converts, or into a folder of the machine (--output). A letter that is there is never
                    written again; its PDF is made again when it changed. Also tells which accounts to make and which groups await
                    these people. With --yes, writes 'invité' into the directory and a reminder into 'Rencontres'.
                    """
                ),
                Examples =
                [
                    ("connector directory invite mission-locale", new Text("la lettre", "the letter")),
                    (
                        "connector directory invite mission-locale --yes",
                        new Text("une fois partie", "once it is sent")
                    ),
                    (
                        "connector directory invite \"CAF du Var\" --output lettres",
                        new Text("sur cette machine", "on this machine")
                    ),
                ],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
        };
}
