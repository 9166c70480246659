namespace Connector.Domain.Workspaces.Adoption;

/// <summary>What can be wrong with a line of a mapping file, and what to do.</summary>
internal static class MappingProblems
{
    public static Problem UnknownThing(MappingEntry entry) =>
        Of(
            "unknown-thing",
            entry.ThingPlace,
            new Text(
                $"Rien dans le territoire ne s'appelle « {entry.Thing} ».",
                $"Nothing in the territory is called '{entry.Thing}'."
            ),
            new Text(
                "Écrivez une clé ou un chemin tel que « connector adopt --out » les écrit.",
                "Write a key or a path as 'connector adopt --out' writes them."
            )
        );

    public static Problem Twice(MappingEntry entry, int line) =>
        Of(
            "duplicate-key",
            entry.ThingPlace,
            new Text(
                $"« {entry.Thing} » est déjà à la ligne {line}.",
                $"'{entry.Thing}' stands on line {line} already."
            ),
            KeepOne
        );

    public static Problem NotThere(MappingEntry entry, AdoptionKind kind, bool isOfOtherKind) =>
        Of(
            "not-on-server",
            entry.TargetPlace,
            isOfOtherKind
                ? kind == AdoptionKind.Folder
                    ? new Text(
                        $"« {entry.Target} » est un fichier, et il faut un dossier.",
                        $"'{entry.Target}' is a file, and a folder is needed."
                    )
                    : new Text(
                        $"« {entry.Target} » est un dossier, et il faut un fichier.",
                        $"'{entry.Target}' is a folder, and a file is needed."
                    )
                : new Text(
                    $"Le serveur n'a pas de {kind.Noun().French} « {entry.Target} » que Connector puisse voir.",
                    $"The server has no {kind.Noun().English} '{entry.Target}' that Connector can see."
                ),
            new Text(
                "Écrivez le chemin depuis la racine du compte, « id: » et un numéro, ou « aucun ».",
                "Write the path from the account's root, 'id:' and a number, or 'aucun'."
            )
        );

    public static Problem Several(MappingEntry entry, IReadOnlyList<string> ids)
    {
        var list = string.Join(", ", ids.Select(id => $"id:{id}"));
        return Of(
            "several-on-server",
            entry.TargetPlace,
            new Text(
                $"Le serveur a plusieurs « {entry.Target} ».",
                $"The server has several '{entry.Target}'."
            ),
            new Text($"Écrivez laquelle des choses : {list}.", $"Write which of them: {list}.")
        );
    }

    public static Problem LinkedAlready(MappingEntry entry, KnownResource known) =>
        Of(
            "linked-already",
            entry.ThingPlace,
            new Text(
                $"« {entry.Thing} » est déjà relié à « {known.Path ?? known.RemoteId} ».",
                $"'{entry.Thing}' is linked to '{known.Path ?? known.RemoteId}' already."
            ),
            new Text("Retirez cette ligne.", "Remove this line.")
        );

    public static Problem OtherGroup(MappingEntry entry, string groupId) =>
        Of(
            "other-group",
            entry.TargetPlace,
            new Text(
                $"Un groupe ne peut être relié qu'à celui de son identifiant, « {groupId} » : les droits sont donnés à cet identifiant.",
                $"A group can only be linked to the one of its identifier, '{groupId}': rights are given to that identifier."
            ),
            new Text(
                "Retirez cette ligne ; apply crée le groupe, et vous supprimerez l'ancien quand vous voudrez.",
                "Remove this line; apply makes the group, and you delete the old one when you like."
            )
        );

    public static Problem TakenInLedger(MappingEntry entry) =>
        Of(
            "taken",
            entry.TargetPlace,
            new Text(
                $"« {entry.Target} » est déjà relié à autre chose.",
                $"'{entry.Target}' is linked to something else already."
            ),
            new Text(
                "Choisissez-en un autre, ou « aucun » ; « connector status » montre ce qui est relié.",
                "Choose another one, or 'aucun'; 'connector status' shows what is linked."
            )
        );

    public static Problem TakenInFile(MappingEntry entry, int line) =>
        Of(
            "taken",
            entry.TargetPlace,
            new Text(
                $"« {entry.Target} » est déjà donné à la ligne {line}.",
                $"'{entry.Target}' is given on line {line} already."
            ),
            KeepOne
        );

    public static Problem Elsewhere(MappingEntry entry) =>
        Of(
            "elsewhere",
            entry.TargetPlace,
            new Text(
                $"« {entry.Target} » n'est pas dans le dossier d'équipe où « {entry.Thing} » a sa place, ou ce dossier n'est pas trouvé.",
                $"'{entry.Target}' is not in the team folder where '{entry.Thing}' belongs, or that folder is not found."
            ),
            new Text(
                "Déplacez-le d'abord dans Nextcloud, donnez une ligne au dossier qui le contient, ou écrivez « aucun ».",
                "Move it in Nextcloud first, give the folder around it a line, or write 'aucun'."
            )
        );

    private static readonly Text KeepOne = new("Gardez l'une des deux lignes.", "Keep one of the two lines.");

    private static Problem Of(string code, SourcePlace place, Text message, Text remedy) =>
        new()
        {
            Code = code,
            Message = message,
            Remedy = remedy,
            Place = place,
        };
}
