using System.Globalization;
using Connector.Domain;

namespace Connector.Provisioning.Closing;

/// <summary>What stands in the way of closing or reopening a group, in words.</summary>
internal static class ClosingProblems
{
    public static Problem NeverApplied(string group) =>
        new()
        {
            Code = "closing-never-applied",
            Message = new Text(
                $"Le groupe « {group} » n'a pas encore d'espace : le registre ne connaît pas son dossier d'équipe.",
                $"The group '{group}' has no workspace yet: the ledger does not know its team folder."
            ),
            Remedy = new Text(
                "Lancez d'abord connector apply ; vérifiez aussi --ledger.",
                "Run connector apply first; check --ledger too."
            ),
        };

    public static Problem GivenByMembers(IReadOnlyList<string> shares) =>
        new()
        {
            Code = "closing-given-by-members",
            Message = new Text(
                $"Des membres ont eux-mêmes partagé en écriture une partie de l'espace : {Some(shares)}. Connector ne défait pas ce qu'une personne a donné : rien n'a été fermé.",
                $"Members have themselves shared part of the workspace for writing: {Some(shares)}. Connector does not undo what a person gave: nothing was closed."
            ),
            Remedy = new Text(
                "Demandez-leur de limiter ces partages à la lecture, ou de les retirer, puis recommencez.",
                "Ask them to limit these shares to reading, or to remove them, then try again."
            ),
        };

    public static Problem DropOnly(IReadOnlyList<string> shares) =>
        new()
        {
            Code = "closing-drop-only",
            Message = new Text(
                $"Un lien de dépôt est ouvert : {Some(shares)}. Le limiter à la lecture montrerait ce qui y a été déposé : rien n'a été fermé.",
                $"A link for dropping files is open: {Some(shares)}. Limiting it to reading would show what was dropped there: nothing was closed."
            ),
            Remedy = new Text(
                "Retirez ce lien dans Nextcloud, puis recommencez.",
                "Remove this link in Nextcloud, then try again."
            ),
        };

    public static Problem FolderGone(string group) =>
        new()
        {
            Code = "closing-folder-gone",
            Message = new Text(
                $"Le dossier du groupe « {group} » n'existe plus : quelqu'un l'a supprimé.",
                $"The folder of the group '{group}' does not exist any more: somebody deleted it."
            ),
            Remedy = new Text(
                "Rien n'a été changé ; voyez avec l'administrateur de Nextcloud.",
                "Nothing was changed; ask the administrator of the Nextcloud."
            ),
        };

    public static Problem NewerRecord(string group) =>
        new()
        {
            Code = "closing-newer",
            Message = new Text(
                $"Le groupe « {group} » a été fermé par une version plus récente de Connector.",
                $"The group '{group}' was closed by a newer version of Connector."
            ),
            Remedy = new Text("Mettez Connector à jour.", "Update Connector."),
        };

    public static Problem ZipExists(string path) =>
        new()
        {
            Code = "closing-zip-exists",
            Message = new Text(
                $"« {path} » existe déjà : rien n'a été fait.",
                $"'{path}' exists already: nothing was done."
            ),
            Remedy = new Text(
                "Choisissez un autre fichier avec --zip, ou déplacez celui-ci.",
                "Choose another file with --zip, or move this one away."
            ),
        };

    public static Problem ZipNotWritable(string path, string why) =>
        new()
        {
            Code = "closing-zip-not-writable",
            Message = new Text(
                $"« {path} » ne peut pas être écrit ({why}) : rien n'a été fermé.",
                $"'{path}' cannot be written ({why}): nothing was closed."
            ),
            Remedy = new Text(
                "Vérifiez la place et les droits du dossier, ou choisissez-en un autre avec --zip.",
                "Check the folder's space and rights, or choose another one with --zip."
            ),
        };

    public static Problem Unseen(string mountPoint) =>
        new()
        {
            Code = "closing-unseen",
            Message = new Text(
                $"Le compte de Connector ne voit pas « {mountPoint} » : rien n'a été exporté ni fermé.",
                $"Connector's account does not see '{mountPoint}': nothing was exported or closed."
            ),
            Remedy = new Text(
                "Rendez au groupe connector-service son accès à ce dossier d'équipe, puis recommencez.",
                "Give the group connector-service its access to this team folder back, then try again."
            ),
        };

    public static Problem NotApplied(Text what, string verb, string group) =>
        new()
        {
            Code = "closing-not-applied",
            Message = what,
            Remedy = new Text(
                $"Relancez « connector {verb} {group} » : ce qui est fait n'est pas refait.",
                $"Run 'connector {verb} {group}' again: what is done is not done again."
            ),
        };

    public static Problem WrittenMeanwhile(string place) =>
        new()
        {
            Code = "closing-written-meanwhile",
            Message = new Text(
                $"Quelqu'un a écrit dans le groupe entre l'exportation et la fermeture : « {place} » contient plus que le fichier exporté.",
                $"Somebody wrote in the group between the export and the closing: '{place}' holds more than the exported file."
            ),
            Remedy = new Text(
                "Pour une copie exacte : connector reopen, puis de nouveau connector close.",
                "For an exact copy: connector reopen, then connector close again."
            ),
        };

    public static Problem NotVisible(string place) =>
        new()
        {
            Code = "closing-not-visible",
            Message = new Text(
                $"Le groupe est fermé, mais « {place} » n'est pas visible pour le compte de Connector.",
                $"The group is closed, but '{place}' is not visible to Connector's account."
            ),
            Remedy = new Text(
                "Vérifiez que le dossier d'équipe des archives contient encore le dossier de l'année.",
                "Check that the archives' team folder still holds the folder of the year."
            ),
        };

    public static Problem Vanished(IReadOnlyList<string> paths) =>
        new()
        {
            Code = "closing-files-vanished",
            Message = new Text(
                $"Supprimés par quelqu'un pendant l'exportation, donc absents du fichier exporté : {Some(paths)}.",
                $"Deleted by somebody during the export, and so not in the exported file: {Some(paths)}."
            ),
            Remedy = new Text(
                "Ils sont dans la corbeille de cette personne.",
                "They are in that person's trash bin."
            ),
        };

    public static Problem OtherWriters(string calendar, IReadOnlyList<string> people) =>
        new()
        {
            Code = "closing-other-writers",
            Message = new Text(
                $"L'agenda « {calendar} » est aussi partagé en écriture, un par un, avec : {Some(people)}.",
                $"The calendar '{calendar}' is also shared for writing, one by one, with: {Some(people)}."
            ),
            Remedy = new Text(
                "Ces partages sont la décision d'une personne : retirez-les vous-même s'il le faut.",
                "These shares are a person's decision: remove them yourself if need be."
            ),
        };

    public static Problem NameTaken(string name) =>
        new()
        {
            Code = "reopen-name-taken",
            Message = new Text(
                $"Le nom « {name} » a été pris entre-temps par autre chose : rien n'a été changé.",
                $"The name '{name}' was taken by something else meanwhile: nothing was changed."
            ),
            Remedy = new Text(
                "Renommez ce qui porte ce nom, puis relancez connector reopen.",
                "Rename what bears this name, then run connector reopen again."
            ),
        };

    /// <param name="what">« les droits du groupe « gt » »</param>
    /// <param name="now">What they are now.</param>
    public static Problem LeftAsIs(Text what, Text now) =>
        new()
        {
            Code = "reopen-left",
            Message = new Text(
                $"{what.French} : {now.French} ; laissé ainsi.",
                $"{what.English}: {now.English}; left so."
            ),
            Remedy = new Text(
                "Changé par quelqu'un pendant la fermeture : corrigez-le vous-même s'il le faut.",
                "Changed by somebody while the group was closed: correct it yourself if need be."
            ),
        };

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Some(IReadOnlyList<string> names)
    {
        const int Most = 5;
        var more = names.Count > Most ? " …" : "";
        return string.Join(", ", names.Take(Most)) + more;
    }
}
