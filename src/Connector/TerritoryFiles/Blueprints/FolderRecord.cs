using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>« dossiers »: the keys of one, which an area has as well.</summary>
internal static class FolderRecord
{
    private static readonly Key<Located<string>> Name = new(
        "nom",
        new LocatedShape<string>(PathName.Shape),
        new Text(
            "nom du dossier ; {groupe}, {territoire}, {année}, {date}, {titre} et vos jetons y sont remplacés.",
            "name of the folder; {groupe}, {territoire}, {année}, {date}, {titre} and your tokens are filled in."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> Description = new(
        "description",
        new LocatedShape<string>(TextShape.Paragraphs),
        new Text(
            "texte (Markdown) que Nextcloud montre au-dessus du dossier.",
            "text (Markdown) that Nextcloud shows above the folder."
        )
    );

    private static readonly Key<IReadOnlyList<FolderDraft>> Folders = new(
        "dossiers",
        new FoldersShape(),
        new Text("dossiers à l'intérieur : des noms, ou des blocs.", "folders inside: names, or blocks.")
    );

    private static readonly Key<IReadOnlyList<Located<string>>> Removed = new(
        "retirer",
        new ListShape<Located<string>>(new LocatedShape<string>(TextShape.Line)),
        new Text(
            "dossiers et documents du modèle étendu à laisser de côté, par leur chemin d'ici.",
            "folders and documents of the extended blueprint to leave out, by their path from here."
        )
    );

    private static readonly RecordShape<FolderDraft> Shape = new(
        new Text("dossier", "folder"),
        () => [Name, FormerNames.Key, .. ContentKeys],
        record => new FolderDraft(record.Get(Name, new Located<string>("", record.Place)), Content(record))
        {
            FormerNames = record.Get(FormerNames.Key, []),
        }
    );

    /// <summary>What an area and a folder have in common.</summary>
    public static IReadOnlyList<Key> ContentKeys =>
        [RightsRecord.Key, Description, DocumentRecord.Documents, Folders, Removed];

    public static ContentDraft Content(RecordReader record) =>
        new()
        {
            Rights = record.Get(RightsRecord.Key, new Dictionary<GroupRole, AccessLevel>()),
            Description = record.Find(Description),
            Folders = record.Get(Folders, []),
            Documents = record.Get(DocumentRecord.Documents, []),
            Removed = record.Get(Removed, []),
        };

    /// <summary>A list whose items are names or blocks, no two of one name.</summary>
    private sealed class FoldersShape : Shape<IReadOnlyList<FolderDraft>>
    {
        private static readonly Text Expected = new("une liste de dossiers", "a list of folders");

        private static readonly Text Remedy = new(
            "Écrivez un dossier par ligne : « - 01 Feuille de route ».",
            "Write one folder per line: '- 01 Feuille de route'."
        );

        public override bool TryRead(
            Node node,
            ProblemList problems,
            [MaybeNullWhen(false)] out IReadOnlyList<FolderDraft> value
        )
        {
            value = null;
            if (node is not ListNode list)
            {
                Words.Expected(problems, node, Expected, Remedy);
                return false;
            }

            var folders = new List<FolderDraft>();
            foreach (var item in list.Items)
            {
                if (Read(item, problems) is not { } folder)
                {
                    continue;
                }

                if (
                    folder.Name.Value.Length > 0
                    && folders.Exists(other => PlanningNames.Same(other.Name.Value, folder.Name.Value))
                )
                {
                    Twice(folder.Name, problems);
                }

                folders.Add(folder);
            }

            value = folders;
            return true;
        }

        public override JsonObject Describe(SchemaBook book) =>
            new()
            {
                ["type"] = "array",
                ["items"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(PathName.Shape.Describe(book), Shape.Describe(book)),
                },
            };

        private static FolderDraft? Read(Node item, ProblemList problems)
        {
            if (item is ScalarNode)
            {
                return PathName.Shape.TryRead(item, problems, out var name)
                    ? new FolderDraft(new Located<string>(name, problems.At(item)), ContentDraft.Empty)
                    : null;
            }

            return Shape.TryRead(item, problems, out var folder) ? folder : null;
        }

        private static void Twice(Located<string> name, ProblemList problems) =>
            problems.Add(
                "duplicate-name",
                name.Place,
                new Text(
                    $"Le dossier « {name.Value} » est écrit deux fois au même endroit.",
                    $"The folder '{name.Value}' is written twice in the same place."
                ),
                new Text("Gardez l'un des deux, ou renommez-le.", "Keep one of the two, or rename it.")
            );
    }
}
