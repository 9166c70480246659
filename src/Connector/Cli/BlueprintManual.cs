using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about blueprints.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfBlueprints =>
        new(StringComparer.Ordinal)
        {
            ["blueprint"] = new Manual
            {
                Summary = new Text(
                    "vérifier, montrer ou tirer d'un dossier un modèle",
                    "check or show a blueprint, or make one from a folder"
                ),
                Description = new Text(
                    """
                    Un modèle dit ce qu'est l'espace d'un groupe : ses dossiers, qui y peut quoi, ses documents, sa
                    place. Le guide : docs/blueprints.md. Pour un éditeur : connector schema modele.
                    """,
                    """
                    A blueprint says what a group's area is: its folders, who may do what there, its documents, its
                    room. The guide: docs/blueprints.md. For an editor: connector schema modele.
                    """
                ),
                Examples =
                [
                    (
                        "connector blueprint show standard",
                        new Text("voir celui qui est fourni", "see the built-in one")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["blueprint lint"] = new Manual
            {
                Summary = new Text("vérifier le fichier d'un modèle", "check a blueprint's file"),
                Description = new Text(
                    """
                    Dit toutes les erreurs du fichier, avec leur ligne, puis ce qui marche et n'est sans doute pas
                    voulu : jeton inutile, dossier hors d'atteinte, document qui ne sera jamais créé. Ce que le modèle
                    étend est cherché parmi les fichiers .yaml du même dossier.
                    """,
                    """
                    Tells every error of the file, with its line, then what works and was probably not meant: a token
                    that is used nowhere, a folder out of reach, a document that will never be made. What the blueprint
                    extends is looked for among the .yaml files of the same folder.
                    """
                ),
                Examples =
                [
                    (
                        "connector blueprint lint mon-modele.yaml",
                        new Text("avant de l'appliquer", "before it is applied")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["blueprint show"] = new Manual
            {
                Summary = new Text("montrer un modèle, rôle par rôle", "show a blueprint, role by role"),
                Description = new Text(
                    """
                    Montre l'arbre entier, ce que le modèle étend compris : pour chaque dossier ce que peut chaque rôle,
                    les documents, les descriptions, la place et la couleur.
                    """,
                    """
                    Shows the whole tree, with what the blueprint extends: for each folder what each role may do, the
                    documents, the descriptions, the room and the colour.
                    """
                ),
                Examples =
                [
                    (
                        "connector blueprint show standard",
                        new Text("celui qui est fourni", "the built-in one")
                    ),
                    (
                        "connector blueprint show mon-modele.yaml --json",
                        new Text("un fichier, pour un programme", "a file, for a program")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["blueprint extract"] = new Manual
            {
                Summary = new Text(
                    "tirer un modèle d'un groupe qui marche bien",
                    "make a blueprint from a group that works well"
                ),
                Description = new Text(
                    """
                    Lit un dossier vivant — ses dossiers, ce que chaque groupe y peut, sa place, la couleur de son
                    agenda, ses descriptions, les documents que Connector y a faits — et en écrit le modèle. Le nom du
                    groupe et les dates des rencontres redeviennent {groupe}, {date} et {année}. Rien n'est changé sur
                    le serveur. Ce qu'un modèle ne peut pas dire est signalé.

                    Sans fichier de territoire, donnez le rôle des groupes : --role elus=membre.
                    """,
                    """
                    Reads a live folder - its folders, what each group may do there, its room, the colour of its
                    calendar, its descriptions, the documents that Connector made there - and writes its blueprint. The
                    group's name and the dates of meetings become {groupe}, {date} and {année} again. Nothing is changed
                    on the server. What a blueprint cannot say is told.

                    Without a territory, give the groups' roles: --role elus=membre.
                    """
                ),
                Examples =
                [
                    (
                        "connector blueprint extract gt-jeunes --out jeunes.yaml",
                        new Text("un groupe du territoire", "a group of the territory")
                    ),
                    (
                        "connector blueprint extract Culture --role culture=membre",
                        new Text("un dossier d'équipe fait à la main", "a team folder made by hand")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
        };
}
