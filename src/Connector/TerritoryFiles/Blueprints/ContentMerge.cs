using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>
/// Puts what a blueprint writes onto what it extends: first « retirer » takes away, then rights are changed role by
/// role, a folder of the same name is completed, a document of the same name is replaced, and what is new follows.
/// </summary>
internal sealed class ContentMerge(ProblemList problems)
{
    public FolderBlueprint Merge(FolderBlueprint onto, ContentDraft draft)
    {
        var left = draft.Removed.Aggregate(onto, Remove);
        var rights = left.Rights.ToDictionary();
        foreach (var (role, level) in draft.Rights)
        {
            rights[role] = level;
        }

        var merged = left with
        {
            Rights = rights,
            Description = draft.Description?.Value ?? left.Description,
            Folders = Folders(left.Folders, draft.Folders),
            Documents = Documents(left.Documents, draft.Documents),
        };
        CheckDescription(merged, draft);
        FormerNames.Check(merged, draft, problems);
        return merged;
    }

    private List<FolderBlueprint> Folders(
        IReadOnlyList<FolderBlueprint> onto,
        IReadOnlyList<FolderDraft> drafts
    )
    {
        var folders = onto.ToList();
        foreach (var draft in drafts.Where(draft => draft.Name.Value.Length > 0))
        {
            var at = FormerNames.Find(
                [.. folders.Select(folder => folder.Name)],
                draft.Name,
                draft.FormerNames
            );
            var before = at >= 0 ? folders[at] : new FolderBlueprint { Name = draft.Name.Value };
            var folder = Merge(before, draft.Content) with
            {
                Name = draft.Name.Value,
                FormerNames = FormerNames.Merge(draft.FormerNames, before.FormerNames),
            };
            if (at >= 0)
            {
                folders[at] = folder;
            }
            else
            {
                folders.Add(folder);
            }
        }

        return folders;
    }

    private static List<DocumentBlueprint> Documents(
        IReadOnlyList<DocumentBlueprint> onto,
        IReadOnlyList<DocumentDraft> drafts
    )
    {
        var documents = onto.ToList();
        foreach (var draft in drafts.Where(draft => draft.Name.Value.Length > 0))
        {
            var at = FormerNames.Find(
                [.. documents.Select(other => other.Name)],
                draft.Name,
                draft.FormerNames
            );
            var document = new DocumentBlueprint(draft.Name.Value, draft.Kind)
            {
                Template = draft.Template,
                FormerNames = FormerNames.Merge(draft.FormerNames, at >= 0 ? documents[at].FormerNames : []),
            };
            if (at >= 0)
            {
                documents[at] = document;
            }
            else
            {
                documents.Add(document);
            }
        }

        return documents;
    }

    private FolderBlueprint Remove(FolderBlueprint whole, Located<string> path)
    {
        if (Without(whole, path.Value.Trim('/').Split('/')) is { } left)
        {
            return left;
        }

        problems.Add(
            "unknown-path",
            path.Place,
            new Text(
                $"Rien à retirer : « {Words.Shown(path.Value)} » n'est pas dans le modèle étendu, à cet endroit.",
                $"Nothing to remove: '{Words.Shown(path.Value)}' is not in the extended blueprint, in this place."
            ),
            Nearest.Advice(path.Value, [.. Paths(whole, "")])
        );
        return whole;
    }

    /// <summary>The folder without the thing at the path; null when there is no such thing.</summary>
    private static FolderBlueprint? Without(FolderBlueprint whole, ReadOnlySpan<string> path)
    {
        var name = path[0].Trim();
        var at = whole.Folders.ToList().FindIndex(folder => PlanningNames.Same(folder.Name, name));
        if (path.Length > 1)
        {
            return at >= 0 && Without(whole.Folders[at], path[1..]) is { } inside
                ? whole with
                {
                    Folders = [.. whole.Folders.Select((folder, index) => index == at ? inside : folder)],
                }
                : null;
        }

        var isDescription = whole.Description is not null && IsDescription(name);
        var left = whole with
        {
            Folders = [.. whole.Folders.Where(folder => !PlanningNames.Same(folder.Name, name))],
            Documents = [.. whole.Documents.Where(document => !PlanningNames.Same(document.Name, name))],
            Description = isDescription ? null : whole.Description,
        };
        return at >= 0 || isDescription || left.Documents.Count < whole.Documents.Count ? left : null;
    }

    private static IEnumerable<string> Paths(FolderBlueprint folder, string above) =>
        folder
            .Documents.Select(document => above + document.Name)
            .Concat(folder.Description is null ? [] : [above + FolderBlueprint.DescriptionFile])
            .Concat(
                folder.Folders.SelectMany(child =>
                    Paths(child, $"{above}{child.Name}/").Prepend(above + child.Name)
                )
            );

    private static bool IsDescription(string name) =>
        PlanningNames.Same(name, FolderBlueprint.DescriptionFile);

    private void CheckDescription(FolderBlueprint merged, ContentDraft draft)
    {
        var document = merged.Documents.FirstOrDefault(document => IsDescription(document.Name));
        var place =
            draft.Description?.Place
            ?? draft.Documents.FirstOrDefault(one => IsDescription(one.Name.Value))?.Name.Place;
        if (merged.Description is null || document is null || place is not { } at)
        {
            return;
        }

        problems.Add(
            "two-descriptions",
            at,
            new Text(
                $"La description de ce dossier est le fichier {FolderBlueprint.DescriptionFile}, et un document a ce nom.",
                $"The description of this folder is the file {FolderBlueprint.DescriptionFile}, and a document has that name."
            ),
            new Text(
                $"Gardez l'un des deux ; pour retirer le document du modèle étendu : retirer: [{document.Name}]",
                $"Keep one of the two; to remove the document of the extended blueprint: retirer: [{document.Name}]"
            )
        );
    }
}
