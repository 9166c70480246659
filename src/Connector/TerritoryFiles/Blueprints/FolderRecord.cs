using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>« dossiers » and « documents »: the keys of one.</summary>
internal static class FolderRecord
{
    private static readonly Key<string> DocumentName = new(
        "nom",
        PathName.Shape,
        new Text("nom du fichier, avec son extension.", "name of the file, with its extension.")
    )
    {
        IsRequired = true,
    };

    private static readonly Key<DocumentKind> DocumentKindKey = new(
        "genre",
        new ChoiceShape<DocumentKind>(
            (DocumentKind.Welcome, ["accueil"]),
            (DocumentKind.Roadmap, ["feuille-de-route"]),
            (DocumentKind.Minutes, ["compte-rendu"]),
            (DocumentKind.SubscriptionPoster, ["abonnement"]),
            (DocumentKind.Directory, ["annuaire"])
        ),
        new Text(
            "accueil, feuille-de-route, compte-rendu, abonnement ou annuaire.",
            "accueil, feuille-de-route, compte-rendu, abonnement or annuaire."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<IReadOnlyList<DocumentBlueprint>> Documents = new(
        "documents",
        new ListShape<DocumentBlueprint>(
            new RecordShape<DocumentBlueprint>(
                new Text("document", "document"),
                () => [DocumentName, DocumentKindKey],
                Document
            ),
            allowSingle: false
        ),
        new Text("documents à créer dans ce dossier.", "documents to create in this folder.")
    );

    public static readonly Key<string> Name = new(
        "nom",
        PathName.Shape,
        new Text(
            "nom du dossier ; {groupe}, {territoire}, {année}, {date} et {titre} y sont remplacés.",
            "name of the folder; {groupe}, {territoire}, {année}, {date} and {titre} are filled in."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<IReadOnlyList<FolderBlueprint>> Folders = new(
        "dossiers",
        new FoldersShape(),
        new Text("dossiers à l'intérieur : des noms, ou des blocs.", "folders inside: names, or blocks.")
    );

    private static readonly RecordShape<FolderBlueprint> Shape = new(
        new Text("dossier", "folder"),
        () => [Name, RightsRecord.Key, Folders, Documents],
        record => new FolderBlueprint
        {
            Name = record.Get(Name, ""),
            Rights = record.Get(
                RightsRecord.Key,
                new Dictionary<Domain.Territories.GroupRole, AccessLevel>()
            ),
            Folders = record.Get(Folders, []),
            Documents = record.Get(Documents, []),
        }
    );

    private static DocumentBlueprint Document(RecordReader record)
    {
        var (name, kind) = (record.Get(DocumentName, ""), record.FindValue(DocumentKindKey));
        var extension = kind switch
        {
            DocumentKind.Welcome => ".md",
            DocumentKind.Directory => ".xlsx",
            _ => ".docx",
        };
        if (
            kind is not null
            && name.Length > 0
            && !name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
        )
        {
            record.Problems.Add(
                "bad-extension",
                record.PlaceOf(DocumentName),
                new Text(
                    $"Ce genre de document est un fichier {extension}.",
                    $"This kind of document is a {extension} file."
                ),
                new Text(
                    $"Écrivez « {Path.ChangeExtension(name, extension)} ».",
                    $"Write '{Path.ChangeExtension(name, extension)}'."
                )
            );
        }

        return new DocumentBlueprint(name, kind ?? DocumentKind.Welcome);
    }

    /// <summary>A list whose items are names or blocks, no two of one name.</summary>
    private sealed class FoldersShape : Shape<IReadOnlyList<FolderBlueprint>>
    {
        private static readonly Text Expected = new("une liste de dossiers", "a list of folders");

        private static readonly Text Remedy = new(
            "Écrivez un dossier par ligne : « - 01 Feuille de route ».",
            "Write one folder per line: '- 01 Feuille de route'."
        );

        public override bool TryRead(
            Node node,
            ProblemList problems,
            [MaybeNullWhen(false)] out IReadOnlyList<FolderBlueprint> value
        )
        {
            value = null;
            if (node is not ListNode list)
            {
                Words.Expected(problems, node, Expected, Remedy);
                return false;
            }

            var folders = new List<FolderBlueprint>();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var item in list.Items)
            {
                if (Read(item, problems) is not { } folder)
                {
                    continue;
                }

                if (folder.Name.Length > 0 && !names.Add(folder.Name))
                {
                    problems.Add(
                        "duplicate-name",
                        item,
                        new Text(
                            $"Le dossier « {folder.Name} » est écrit deux fois au même endroit.",
                            $"The folder '{folder.Name}' is written twice in the same place."
                        ),
                        new Text(
                            "Gardez l'un des deux, ou renommez-le.",
                            "Keep one of the two, or rename it."
                        )
                    );
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

        private static FolderBlueprint? Read(Node item, ProblemList problems)
        {
            if (item is ScalarNode)
            {
                return PathName.Shape.TryRead(item, problems, out var name)
                    ? new FolderBlueprint { Name = name }
                    : null;
            }

            return Shape.TryRead(item, problems, out var folder) ? folder : null;
        }
    }
}
