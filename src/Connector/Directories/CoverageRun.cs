using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Reports;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>For which part of the network coverage is asked.</summary>
internal sealed record CoverageRequest
{
    public required string TerritoryPath { get; init; }

    /// <summary>Identifier or name; null for the whole network.</summary>
    public string? Group { get; init; }

    /// <summary>Names or INSEE codes.</summary>
    public IReadOnlyList<string> Communes { get; init; } = [];

    /// <summary>Name or SIREN of a grouping of municipalities.</summary>
    public string? Epci { get; init; }

    /// <summary>CSV file of municipalities; by default the one that the territory file names.</summary>
    public string? CommunesFile { get; init; }
}

/// <summary><c>connector coverage</c>: asks nobody, changes nothing.</summary>
/// <param name="request">What is asked.</param>
/// <param name="loaded">The territory with its directory.</param>
internal sealed class CoverageRun(CoverageRequest request, LoadResult loaded)
{
    public CoverageView Run()
    {
        if (loaded.Territory is not { } territory)
        {
            return CoverageView.Refused(loaded.Warnings, loaded.Problems);
        }

        var problems = new ProblemList(request.TerritoryPath);
        var question = Question(territory, problems);
        return problems.Any
            ? CoverageView.Refused(loaded.Warnings, problems.Errors)
            : new CoverageView
            {
                Territory = territory.Name,
                Group = question.Group?.Name,
                Places = [.. request.Communes, .. request.Epci is { } epci ? new[] { epci } : []],
                Coverage = Coverage.Of(territory, question),
            };
    }

    /// <summary>What was asked for, with every name found in the territory; problems say which were not.</summary>
    public CoverageQuestion Question(Territory territory, ProblemList problems) =>
        new() { Group = Group(territory, problems), Communes = Places(territory, problems) };

    private WorkingGroup? Group(Territory territory, ProblemList problems)
    {
        if (request.Group is not { } asked)
        {
            return null;
        }

        var group =
            territory.Groups.FirstOrDefault(group => group.Id == asked)
            ?? territory.Groups.FirstOrDefault(group => Folded.Key(group.Name) == Folded.Key(asked));
        if (group is null)
        {
            Unknown(asked, Nouns.Group, [.. territory.Groups.Select(one => one.Id)], problems);
        }

        return group;
    }

    private HashSet<string>? Places(Territory territory, ProblemList problems)
    {
        if (request.Communes.Count == 0 && request.Epci is null)
        {
            return null;
        }

        var known = Communes(territory, problems);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in request.Communes)
        {
            Add(place, territory, known, asked, problems);
        }

        if (request.Epci is { } epci && !problems.Any)
        {
            AddEpci(epci, known, asked, problems);
        }

        return asked;
    }

    private IReadOnlyList<Commune> Communes(Territory territory, ProblemList problems)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.TerritoryPath))!;
        var path =
            request.CommunesFile
            ?? (territory.CommunesFile is { } named ? Path.Combine(folder, named) : null);
        if (path is null)
        {
            return [];
        }

        var inside = new ProblemList(path);
        var communes = CommunesFile.Read(path, inside);
        problems.Include(inside);
        return communes;
    }

    private string? Named(Territory territory, ProblemList problems) =>
        territory.CommunesFile is { } name
            ? LocalFile.Beside(
                request.TerritoryPath,
                new Located<string>(name, new SourcePlace(request.TerritoryPath, 0, 0)),
                problems
            )
            : null;

    private static void Add(
        string place,
        Territory territory,
        IReadOnlyList<Commune> known,
        HashSet<string> asked,
        ProblemList problems
    )
    {
        var key = Folded.Key(place);
        var communes = known
            .Where(commune => commune.InseeCode == place || Folded.Key(commune.Name) == key)
            .ToList();
        var names = territory
            .Organisations.Select(organisation => organisation.Commune)
            .OfType<string>()
            .ToList();
        if (communes.Count == 0 && !names.Exists(name => Folded.Key(name) == key))
        {
            Unknown(
                place,
                Noun,
                [.. names.Concat(known.Select(commune => commune.Name)).Distinct()],
                problems
            );
            return;
        }

        asked.UnionWith(communes.SelectMany(Keys).Append(key));
    }

    private static void AddEpci(
        string epci,
        IReadOnlyList<Commune> known,
        HashSet<string> asked,
        ProblemList problems
    )
    {
        var key = Folded.Key(epci);
        var communes = known
            .Where(commune => commune.EpciSiren == epci || Folded.Key(commune.Epci ?? "") == key)
            .ToList();
        if (communes.Count > 0)
        {
            asked.UnionWith(communes.SelectMany(Keys));
            return;
        }

        if (known.Count == 0)
        {
            problems.Add("no-communes", new SourcePlace(problems.File, 0, 0), NoCommunes, NameThem);
            return;
        }

        Unknown(
            epci,
            EpciNoun,
            [.. known.Select(commune => commune.Epci).OfType<string>().Distinct()],
            problems
        );
    }

    private static IEnumerable<string> Keys(Commune commune) => [commune.InseeCode, Folded.Key(commune.Name)];

    private static void Unknown(string asked, Text noun, IReadOnlyList<string> known, ProblemList problems) =>
        problems.Add(
            "unknown-reference",
            new SourcePlace(problems.File, 0, 0),
            new Text(
                $"« {asked} » n'existe pas ici ({noun.French}).",
                $"There is no '{asked}' here ({noun.English})."
            ),
            Nearest.Advice(asked, known)
        );

    private static readonly Text Noun = new("commune", "municipality");
    private static readonly Text EpciNoun = new("EPCI", "EPCI");

    private static readonly Text NoCommunes = new(
        "Rien ne dit quelles communes font un EPCI.",
        "Nothing says which municipalities make an EPCI."
    );

    private static readonly Text NameThem = new(
        "Donnez --communes FICHIER.csv (code_insee, nom, epci_nom), ou « couverture: communes: » dans le fichier du territoire.",
        "Give --communes FILE.csv (code_insee, nom, epci_nom), or 'couverture: communes:' in the territory file."
    );
}
