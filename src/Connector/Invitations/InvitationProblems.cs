using Connector.Domain;

namespace Connector.Invitations;

/// <summary>What is wrong with invitations, in sentences.</summary>
internal static class InvitationProblems
{
    public static Problem Unknown(string who, Text advice) =>
        new()
        {
            Code = "unknown-reference",
            Message = new Text(
                $"« {who} » n'est aucune structure de l'annuaire.",
                $"'{who}' is no organisation of the directory."
            ),
            Remedy = advice,
        };

    public static Problem Ambiguous(string who, IEnumerable<string> ids) =>
        new()
        {
            Code = "ambiguous-name",
            Message = new Text(
                $"Plusieurs structures s'appellent « {who} » : {string.Join(", ", ids)}.",
                $"Several organisations are called '{who}': {string.Join(", ", ids)}."
            ),
            Remedy = new Text("Donnez l'identifiant.", "Give the identifier."),
        };

    public static Problem NoSteering { get; } =
        new()
        {
            Code = "no-steering",
            Message = new Text(
                "Le dossier de la coordination n'existe pas encore : il n'y a pas où mettre les lettres.",
                "The coordinators' folder does not exist yet: there is nowhere to put letters."
            ),
            Remedy = new Text(
                "Lancez d'abord « connector apply », ou donnez --output DOSSIER.",
                "Run 'connector apply' first, or give --output FOLDER."
            ),
        };

    public static Problem Touched(string path) =>
        new()
        {
            Code = "kept-as-it-is",
            Message = new Text(
                $"« {path} » n'est pas de Connector, ou a changé depuis : laissé tel quel.",
                $"'{path}' is not Connector's, or changed since: left as it is."
            ),
            Remedy = new Text(
                "Renommez-le ou supprimez-le pour qu'il soit refait.",
                "Rename or delete it to have it made again."
            ),
        };

    public static Problem AlreadyIn(string name) =>
        new()
        {
            Code = "already-member",
            Message = new Text(
                $"« {name} » est déjà membre du réseau ; la lettre est là quand même.",
                $"'{name}' is a member of the network already; the letter is there all the same."
            ),
            Remedy = new Text(
                "Si ce n'est pas le cas, écrivez « à rencontrer » ou « rencontré » à « état ».",
                "Where it is not, write 'à rencontrer' or 'rencontré' under 'état'."
            ),
        };

    public static Problem Busy(string path) =>
        new()
        {
            Code = "directory-busy",
            Message = new Text(
                $"« {path} » est ouvert, ou vient d'être enregistré : rien n'y a été noté.",
                $"'{path}' is open, or was just saved: nothing was written down."
            ),
            Remedy = new Text("Relancez plus tard.", "Run again later."),
        };

    public static Problem Older(string path) =>
        new()
        {
            Code = "older-form",
            Message = new Text(
                $"« {path} » est plus ancien que la lettre.",
                $"'{path}' is older than the letter."
            ),
            Remedy = new Text(
                "Supprimez-le et relancez pour qu'il soit refait.",
                "Delete it and run again to have it made again."
            ),
        };
}
