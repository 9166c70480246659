using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>For which gaps candidates are looked for, and where.</summary>
internal sealed record CandidatesRequest
{
    /// <summary>For the network, a group, a commune.</summary>
    public required CoverageRequest Coverage { get; init; }

    /// <summary>Identifiers or names of families and audiences; none for all gaps.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>A file of organisations, in any form that <c>directory import</c> reads; null for the directory alone.</summary>
    public string? File { get; init; }
}

/// <summary><c>connector directory candidates</c>: asks nobody, changes nothing.</summary>
internal sealed class CandidatesRun(CandidatesRequest request, LoadResult loaded)
{
    public CandidatesView Run()
    {
        if (loaded.Territory is not { } territory)
        {
            return new CandidatesView { Warnings = loaded.Warnings, Problems = loaded.Problems };
        }

        var problems = new ProblemList(request.Coverage.TerritoryPath);
        var question = new CoverageRun(request.Coverage, loaded).Question(territory, problems);
        var needs = Needs(territory.Coverage, problems);
        var (imported, alike) = Imported(territory, problems);
        return problems.Any
            ? new CandidatesView
            {
                Warnings = [.. loaded.Warnings, .. problems.Warnings],
                Problems = problems.Errors,
            }
            : new CandidatesView
            {
                Territory = territory.Name,
                Group = question.Group?.Name,
                File = request.File,
                Alike = alike,
                Gaps = Candidates.Of(territory, question, imported, needs),
                Warnings = loaded.Warnings,
            };
    }

    private HashSet<string> Needs(CoverageRules rules, ProblemList problems)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var words in request.Needs)
        {
            var key = Folded.Key(words);
            var need = rules.Needs.FirstOrDefault(need =>
                Folded.Key(need.Id) == key || Folded.Key(need.Name.French) == key
            );
            if (need is not null)
            {
                asked.Add(need.Id);
                continue;
            }

            problems.Add(
                "unknown-reference",
                new SourcePlace(problems.File, 0, 0),
                new Text(
                    $"« {words} » n'existe pas ici ({Nouns.Need.French}).",
                    $"There is no '{words}' here ({Nouns.Need.English})."
                ),
                Nearest.Advice(words, [.. rules.Needs.Select(known => known.Id)])
            );
        }

        return asked;
    }

    /// <summary>What the directory does not have; what only looks like one of its own is counted and left to an import.</summary>
    private (IReadOnlyList<Organisation> Organisations, int Alike) Imported(
        Territory territory,
        ProblemList problems
    )
    {
        if (request.File is not { } path)
        {
            return ([], 0);
        }

        var inside = new ProblemList(path);
        var incoming = ImportFile.Read(path, inside);
        problems.Include(inside);
        var merged = DirectoryMerge.Merge(
            [.. territory.Organisations.Select(one => ConformPlace.Of(one))],
            incoming
        );
        return (
            [.. merged.Results.Select(result => result.New).OfType<PlaceRecord>().Select(Organisation)],
            merged.Results.Count(result => result.Outcome == MergeOutcome.Undecided)
        );
    }

    private static Organisation Organisation(PlaceRecord place) =>
        new()
        {
            Id = place[StandardColumn.Id]!,
            Name = place[StandardColumn.Name]!,
            Pivot = place[StandardColumn.Pivot],
            Type = place[StandardColumn.Type],
            Commune = place[StandardColumn.Commune],
            PostalCode = place[StandardColumn.PostalCode],
            Address = place[StandardColumn.Address],
            Telephone = place[StandardColumn.Telephone],
            WebSite = place[StandardColumn.WebSite],
            Place = place,
        };
}
