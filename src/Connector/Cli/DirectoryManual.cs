using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about the directory of actors.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfDirectory =>
        new(StringComparer.Ordinal)
        {
            ["coverage"] = new Manual
            {
                Summary = new Text(
                    "n'oublier personne : familles d'acteurs et publics couverts ou manquants",
                    "forget nobody: families of actors and audiences, covered or missing"
                ),
                Description = new Text(
                    """
                    Dit, pour le réseau, un groupe, une commune ou un EPCI, quelles familles d'acteurs et quels publics
                    sont couverts, fragiles (un seul acteur) ou manquants, qui pourrait être invité, et si les acteurs
                    historiques et des élus sont là. Les règles se complètent et se taisent dans le fichier du
                    territoire, à « couverture ». Ne modifie rien, et n'interroge un serveur que si l'annuaire s'y trouve.
                    Le guide : docs/directory.md.
                    """,
                    """
                    Tells, for the network, a group, a municipality or an EPCI, which families of actors and which
                    audiences are covered, thin (one actor alone) or missing, who could be invited, and whether
                    historic actors and elected people are there. Rules are extended and silenced in the territory
                    file, under 'couverture'. Changes nothing, and asks a server only where the directory lives there. The
                    guide: docs/directory.md.
                    """
                ),
                Examples =
                [
                    ("connector coverage", new Text("tout le réseau", "the whole network")),
                    ("connector coverage gt-jeunes", new Text("un groupe", "a group")),
                    (
                        "connector coverage --commune Valombre --json",
                        new Text(
                            "une commune, pour un autre programme",
                            "a municipality, for another program"
                        )
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["directory"] = new Manual
            {
                Summary = new Text(
                    "l'annuaire des acteurs : le commencer, y importer",
                    "the directory of actors: begin it, import into it"
                ),
                Description = new Text(
                    """
                    Annuaire.xlsx est l'outil de la coordination : il s'ouvre dans Collabora, LibreOffice ou Excel, et
                    Connector le lit quand le fichier du territoire le nomme (« annuaire: Annuaire.xlsx », ou « annuaire:
                    nextcloud » quand il se tient dans le dossier de pilotage). Le guide : docs/directory.md.
                    """,
                    """
                    Annuaire.xlsx is the coordinator's own tool: it opens in Collabora, LibreOffice or Excel, and
                    Connector reads it when the territory file names it ('annuaire: Annuaire.xlsx', or 'annuaire: nextcloud'
                    when it lives in the coordinators' folder). The guide: docs/directory.md.
                    """
                ),
                Examples =
                [
                    ("connector directory init", new Text("un annuaire vide", "an empty directory")),
                    (
                        "connector directory import lieux.csv",
                        new Text("voir ce qu'un fichier apporterait", "see what a file would bring")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["directory init"] = new Manual
            {
                Summary = new Text("écrire un annuaire vide", "write an empty directory"),
                Description = new Text(
                    """
                    Écrit un classeur aux feuilles Organisations (les 32 colonnes du standard national et les nôtres),
                    Personnes, Participation et Rencontres, avec des listes de choix. Un fichier qui existe n'est jamais
                    remplacé.
                    """,
                    """
                    Writes a workbook with the sheets Organisations (the 32 columns of the national standard and ours),
                    Personnes, Participation and Rencontres, with lists to choose from. A file that exists is never
                    replaced.
                    """
                ),
                Examples = [("connector directory init Annuaire.xlsx", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["directory import"] = new Manual
            {
                Summary = new Text(
                    "compléter l'annuaire à partir d'un fichier, sans rien écraser",
                    "complete the directory from a file, overwriting nothing"
                ),
                Description = new Text(
                    """
                    Reconnaît chaque structure par SIRET ou RNA, puis par nom et commune ; ce qui ne fait que ressembler
                    est montré et laissé à votre décision. Seules des cellules vides sont remplies, des lignes ajoutées à
                    la fin (« à rencontrer »). Dit d'abord tout ; --yes écrit. Le même fichier une seconde fois ne change
                    rien. Avec --from-nextcloud, les comptes deviennent des personnes, et qui est dans un groupe du réseau y
                    participe ; une structure n'est reprise que si le profil la nomme ou si le domaine de l'adresse est à elle
                    seule.
                    """,
                    """
                    Recognises each organisation by SIRET or RNA, then by name and municipality; what only looks alike is
                    shown and left to you. Only empty cells are filled, and rows added at the end ('à rencontrer').
                    Tells all first; --yes writes. The same file a second time changes nothing. With
                    --from-nextcloud accounts become people, and who is in a group of the network takes part in it; an
                    organisation is taken only where the profile names it or the address's domain is its alone.
                    """
                ),
                Examples =
                [
                    ("connector directory import lieux.csv", new Text("voir d'abord", "see first")),
                    ("connector directory import lieux.json --yes", new Text("écrire", "write")),
                ],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
            ["directory check"] = new Manual
            {
                Summary = new Text(
                    "vérifier l'annuaire, et tenir à jour sa colonne « À vérifier »",
                    "verify the directory, and keep its column 'À vérifier' true"
                ),
                Description = new Text(
                    """
                    Dit tout ce qui ne va pas dans l'annuaire, par feuille, ligne et colonne ; --yes l'écrit aussi dans la
                    colonne « À vérifier » de chaque feuille et en retire ce qui est réglé, sans toucher à rien d'autre. Les
                    lignes que vous y écrivez restent : seules celles qui commencent par ⚠ sont de Connector. Un annuaire dans
                    Nextcloud est tenu à jour par chaque « connector apply ».
                    """,
                    """
                    Tells everything that is wrong with the directory, by sheet, row and column; --yes also writes it into the
                    column 'À vérifier' of each sheet and takes out what is solved, touching nothing else. Lines that you write
                    there stay: only those that begin with ⚠ are Connector's. A directory on Nextcloud is kept true by each
                    'connector apply'.
                    """
                ),
                Examples =
                [
                    ("connector directory check", new Text("dire seulement", "only tell")),
                    ("connector directory check --yes", new Text("écrire la colonne", "write the column")),
                ],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
            ["directory export"] = new Manual
            {
                Summary = new Text(
                    "publier l'annuaire : standard national, carte, cartes de contact, classeur",
                    "publish the directory: national standard, map, contact cards, workbook"
                ),
                Description = new Text(
                    """
                    Écrit les structures du réseau, jamais les personnes ni leurs adresses. En csv, seulement les lieux qui
                    offrent un service et suivent le standard, sous le nom officiel ; ce qui manque aux autres est dit. Un
                    fichier qui existe n'est jamais remplacé.
                    """,
                    """
                    Writes the network's organisations, never people nor their addresses. As csv, only the places that
                    offer a service and follow the standard, under the official name; what the others lack is told. A
                    file that exists is never replaced.
                    """
                ),
                Examples =
                [
                    ("connector directory export", new Text("le CSV du standard", "the standard's CSV")),
                    (
                        "connector directory export --format geojson --out carte.geojson",
                        new Text("pour uMap", "for uMap")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
        };
}
