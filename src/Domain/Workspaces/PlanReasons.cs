namespace Connector.Domain.Workspaces;

/// <summary>The reasons that several planners give, so that the same case always reads the same.</summary>
internal static class PlanReasons
{
    public static readonly Text Missing = new("n'existe pas encore", "does not exist yet");

    public static readonly Text AlreadyThere = new(
        "existait déjà : gardé tel quel et relié",
        "was already there: kept as it is and linked"
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

    public static readonly Text Unfinished = new(
        "commencé lors d'un passage interrompu",
        "begun in a run that was interrupted"
    );

    public static readonly Text ContentMoved = new(
        "fait par Connector, intact depuis, et le fichier du territoire a changé",
        "made by Connector, untouched since, and the territory file has changed"
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
        "modifié à la main ; le fichier du territoire l'impose : remis",
        "changed by hand; the territory file enforces it: set back"
    );

    public static readonly Text Restored = new(
        "a été supprimé par quelqu'un ; demandé par --restore : fait à nouveau",
        "was deleted by somebody; asked for by --restore: made again"
    );

    public static readonly Text LinkedAnew = new(
        "est là, mais n'était pas noté : relié",
        "is there, but was not on record: linked"
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
