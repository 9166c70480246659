using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Blueprints;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Tables;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles;

/// <summary>
/// Reads <c>territoire.yaml</c> with the directories and blueprints that it names, and reports every problem of all
/// of them at once. No network, nothing written.
/// </summary>
internal static class TerritoryFile
{
    /// <param name="path">The territory file; directories and blueprints are looked for beside it.</param>
    public static LoadResult Load(string path)
    {
        var problems = new ProblemList(path);
        if (ReadDraft(path, problems) is not { } draft)
        {
            return Failed(problems);
        }

        var (organisations, people) = (draft.Organisations.ToList(), draft.People.ToList());
        foreach (var name in draft.Directories)
        {
            DirectoryFile.Read(path, name, problems, organisations, people);
        }

        var blueprints = ReadBlueprints(path, draft.Blueprints, problems);
        var territory = new TerritoryResolver(
            draft with
            {
                Organisations = organisations,
                People = people,
            },
            blueprints,
            problems
        ).Resolve();
        return problems.Any
            ? Failed(problems)
            : new LoadResult
            {
                Territory = territory,
                Blueprints = blueprints,
                Problems = [],
                Warnings = problems.Warnings,
            };
    }

    private static TerritoryDraft? ReadDraft(string path, ProblemList problems)
    {
        if (LocalFile.Read(path, problems) is not { } bytes)
        {
            return null;
        }

        if (YamlReader.Read(bytes, problems) is not { } root)
        {
            problems.ReportEmpty();
            return null;
        }

        return TerritoryRecord.Shape.TryRead(root, problems, out var draft) ? draft : null;
    }

    private static Dictionary<string, Blueprint> ReadBlueprints(
        string path,
        IReadOnlyList<Located<string>> files,
        ProblemList problems
    )
    {
        var drafts = new Dictionary<string, BlueprintDraft>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (LocalFile.Beside(path, file, problems) is not { } found)
            {
                continue;
            }

            var inside = new ProblemList(found);
            if (
                LocalFile.Read(found, inside) is { } bytes
                && BlueprintFile.Read(bytes, inside) is { Name.Value.Length: > 0 } draft
                && !ReportTwin(drafts, draft.Name, inside)
            )
            {
                drafts[draft.Name.Value] = draft;
            }

            problems.Include(inside);
        }

        return new BlueprintShelf(drafts, problems).Resolve();
    }

    private static bool ReportTwin(
        Dictionary<string, BlueprintDraft> written,
        Located<string> name,
        ProblemList problems
    )
    {
        if (!written.ContainsKey(name.Value))
        {
            return false;
        }

        problems.Add(
            "duplicate-name",
            name.Place,
            new Text(
                $"Un autre fichier de modèle s'appelle déjà « {name.Value} ».",
                $"Another blueprint file is called '{name.Value}' already."
            ),
            new Text("Changez le nom de l'un des deux.", "Change the name of one of them.")
        );
        return true;
    }

    private static LoadResult Failed(ProblemList problems) =>
        new() { Problems = problems.Errors, Warnings = problems.Warnings };
}
