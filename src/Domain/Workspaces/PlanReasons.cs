namespace Connector.Domain.Workspaces;

/// <summary>
/// The reasons that several planners give, so that the same case always reads the same. The reason of a step that acts
/// is a clause that can follow « car »; the others stand after a dash.
/// </summary>
internal static class PlanReasons
{
    public static readonly Text AlreadyThere = new(
        "c'était déjà là : gardé tel quel",
        "it was already there: kept as it is"
    );

    public static readonly Text InPlace = new("en place", "in place");

    public static readonly Text RemovedBySomebody = new(
        "a été supprimé par quelqu'un : n'est pas recréé",
        "was deleted by somebody: not made again"
    );

    public static readonly Text ChangedBySomebody = new(
        "modifié par quelqu'un : gardé tel quel",
        "changed by somebody: kept as it is"
    );

    public static readonly Text ContentMoved = new(
        "le fichier du territoire ou le modèle a changé, et personne n'y a touché",
        "the territory file or the blueprint has changed, and nobody touched it"
    );

    public static readonly Text ActionsMoved = new(
        "des actions ont changé dans un compte-rendu ou dans un autre suivi",
        "actions have changed in minutes or in another sheet"
    );

    /// <summary>What a document shows is not in the territory file alone.</summary>
    public static readonly Text DocumentMoved = new(
        "ce qu'il montre a changé (fichier du territoire, agenda, signatures ou modèle), et personne n'y a touché",
        "what it shows has changed (territory file, calendar, signatures or blueprint), and nobody touched it"
    );

    public static readonly Text ContentMovedUnderWords = new(
        "ce qu'il montre a changé (fichier du territoire, agenda, signatures ou modèle), et quelqu'un y a écrit",
        "what it shows has changed (territory file, calendar, signatures or blueprint), and somebody wrote in it"
    );

    public static readonly Text MeetingContentMoved = new(
        "la rencontre, le fichier du territoire ou le modèle a changé, et personne n'y a touché",
        "the meeting, the territory file or the blueprint has changed, and nobody touched it"
    );

    public static readonly Text MeetingContentMovedUnderWords = new(
        "la rencontre, le fichier du territoire ou le modèle a changé, et quelqu'un y a écrit",
        "the meeting, the territory file or the blueprint has changed, and somebody wrote in it"
    );

    public static readonly Text NoBase = new(
        "modifié par quelqu'un, et ce que Connector y avait mis n'est pas au registre : gardé tel quel, à compléter à la main avec ce qui a changé depuis",
        "changed by somebody, and what Connector had put there is not in the ledger: kept as it is, to be completed by hand with what has changed since"
    );

    public static readonly Text NotMergeable = new(
        "modifié par quelqu'un, et les données nouvelles n'ont pas pu y entrer : gardé tel quel",
        "changed by somebody, and the new data could not get into it: kept as it is"
    );

    public static readonly Text TakenByAnother = new(
        "ce nom est porté par un élément d'un autre groupe ou d'une autre partie : renommez l'un des deux",
        "this name is borne by something of another group or part: rename one of the two"
    );

    public static readonly Text FileInTheWay = new(
        "un fichier porte ce nom : renommez-le pour que le dossier puisse être créé",
        "a file has this name: rename it so that the folder can be made"
    );

    public static readonly Text SetBack = new(
        "quelqu'un l'a changé à la main et le fichier du territoire l'impose",
        "somebody changed it by hand and the territory file enforces it"
    );

    public static readonly Text Restored = new(
        "quelqu'un l'a supprimé et --restore le demande : fait à nouveau",
        "somebody deleted it and --restore asks for it: made again"
    );

    public static readonly Text RestoredAnew = new(
        "quelqu'un l'a supprimé et --restore le demande : fait à nouveau, vide, car la corbeille ne l'a plus",
        "somebody deleted it and --restore asks for it: made again, empty, for the trash bin has it no more"
    );

    public static readonly Text TakenOutOfTrash = new(
        "quelqu'un l'a supprimé et --restore le demande : repris avec son contenu",
        "somebody deleted it and --restore asks for it: taken back with its content"
    );

    public static readonly Text RestoredAfterCopy = new(
        "le serveur, revenu à une copie plus ancienne, ne l'a plus et --restore le demande : fait à nouveau",
        "the server, put back to an older copy, has it no more and --restore asks for it: made again"
    );

    /// <param name="number">What has its number now, which is not Connector's; null when nothing has.</param>
    public static Text LostByServer(string? number) =>
        number is null
            ? new(
                "n'est plus là, car le serveur est revenu à une copie plus ancienne : n'est pas refait (--restore le refait)",
                "is gone, for the server was put back to an older copy: not made again (--restore makes it)"
            )
            : new(
                $"n'est plus là, car le serveur est revenu à une copie plus ancienne ; son numéro est maintenant celui de « {number} », qui n'est pas à Connector et reste tel quel (--restore le refait à sa place)",
                $"is gone, for the server was put back to an older copy; its number is now that of '{number}', which is not Connector's and stays as it is (--restore makes it in its place)"
            );

    public static Text NoWayBack(string path) =>
        new(
            $"est dans la corbeille, mais sa place « {path} » est prise ou n'existe plus : libérez-la, ou reprenez-le vous-même dans Nextcloud",
            $"is in the trash bin, but its place '{path}' is taken or gone: clear it, or take it back yourself in Nextcloud"
        );

    public static readonly Text LinkedAnew = new(
        "c'est là et ce n'était pas noté",
        "it is there and was not on record"
    );

    public static readonly Text RenamedInFile = new(
        "le fichier du territoire ou le modèle l'appelle ainsi, et personne ne l'avait renommé",
        "the territory file or the blueprint calls it so, and nobody had renamed it"
    );

    public static Text AskedBy(BlueprintVersion blueprint) =>
        new($"le modèle {blueprint} le demande", $"blueprint {blueprint} asks for it");

    public static Text AsksForRights(BlueprintVersion blueprint) =>
        new($"le modèle {blueprint} les demande", $"blueprint {blueprint} asks for them");

    public static Text AddedBy(BlueprintVersion blueprint) =>
        new($"le modèle {blueprint} l'ajoute", $"blueprint {blueprint} adds it");

    public static Text RenamedBy(BlueprintVersion blueprint) =>
        new(
            $"le modèle {blueprint} l'appelle ainsi, et personne ne l'avait renommé ; contenu et liens restent",
            $"blueprint {blueprint} calls it so, and nobody had renamed it; content and links stay"
        );

    public static readonly Text MeetingMoved = new(
        "la rencontre a changé de jour ou de titre dans l'agenda, et personne ne l'avait renommé ; contenu et liens restent",
        "the meeting changed its day or title in the calendar, and nobody had renamed it; content and links stay"
    );

    public static Text NoLongerIn(BlueprintVersion blueprint) =>
        new(
            $"n'est plus dans le modèle {blueprint} : gardé, avec tout son contenu",
            $"is no longer in blueprint {blueprint}: kept, with all its content"
        );

    public static Text NameTaken(string name) =>
        new(
            $"devrait s'appeler « {name} », mais ce nom est déjà pris : renommez l'un des deux",
            $"should be called '{name}', but that name is taken: rename one of the two"
        );

    public static Text MovedAway(string path) =>
        new(
            $"déplacé par quelqu'un hors de son espace, à « {path} » : Connector n'y écrit plus",
            $"moved by somebody out of its area, to '{path}': Connector writes nothing there any more"
        );

    public static Text Renamed(string path) =>
        new(
            $"renommé ou déplacé par quelqu'un : suivi à « {path} »",
            $"renamed or moved by somebody: followed to '{path}'"
        );
}
