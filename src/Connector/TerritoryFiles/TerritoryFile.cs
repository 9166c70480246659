using Connector.Domain;
using Connector.Domain.Meetings;
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
    /// <param name="cloud">
    /// The directory that lives on Nextcloud, where the file names one; null when nobody looked: the territory is then without
    /// those whom it names, and nothing is said of names that may stand there.
    /// </param>
    public static LoadResult Load(string path, CloudCopy? cloud = null)
    {
        var problems = new ProblemList(path);
        if (ReadDraft(path, problems) is not { } draft)
        {
            return Failed(problems);
        }

        var (organisations, people) = (draft.Organisations.ToList(), draft.People.ToList());
        var visits = new List<VisitDraft>();
        var cloudName = CloudDirectory.Find(draft.Directories, problems);
        var local = draft.Directories.Where(name => !CloudDirectory.IsMarked(name.Value)).ToList();
        foreach (var name in local)
        {
            DirectoryFile.Read(path, name, problems, organisations, people, visits);
        }

        if (cloudName is not null)
        {
            CloudDirectory.Read(cloud, problems, organisations, people, visits);
        }

        var blueprints = ReadBlueprints(path, draft.Blueprints, problems);
        var vacations = SchoolCalendarFile.Read(path, draft, problems);
        var needs = draft.Diagnosis is { } diagnosis ? NeedsFiles.Read(path, diagnosis, problems) : null;
        var territory = new TerritoryResolver(
            draft with
            {
                Organisations = organisations,
                People = people,
                Visits = visits,
            },
            blueprints,
            new DaysOff { Region = draft.HolidayRegion, Vacations = vacations },
            problems
        ).Resolve() with
        {
            CloudDirectory = cloudName?.Value,
            LacksDirectory = cloudName is not null && cloud is null,
        };
        if (cloudName is not null && cloud is { Bytes: null })
        {
            CloudDirectory.ExplainEmptiness(cloudName, problems);
        }

        // Of one on Nextcloud only a whole territory tells.
        var directories =
            local.Count == draft.Directories.Count ? local.ConvertAll(name => name.Value) : null;
        return problems.Any
            ? Failed(problems) with
            {
                Directories = directories,
            }
            : new LoadResult
            {
                Directories = directories,
                Cloud = cloud,
                Territory = territory with { Needs = needs },
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
