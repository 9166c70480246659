using Connector.Domain;
using Connector.Domain.Needs;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Tables;

namespace Connector.TerritoryFiles;

/// <summary>The files that « diagnostic » names, or that a command is given.</summary>
internal static class NeedsFiles
{
    /// <summary>Reads what the territory file names; every problem is told with its file and line.</summary>
    public static NeedsGround Read(string territoryPath, DiagnosisDraft draft, ProblemList problems)
    {
        var ground = new NeedsGround
        {
            Vintages = Named(territoryPath, draft.Scores, FragilityFile.Read, problems),
            Communes = Named(territoryPath, draft.Communes, Sites, problems),
            Contours = Named(territoryPath, draft.Contours, ContoursFile.Read, problems),
            Epci = draft.Epci?.Value,
            Vintage = draft.Vintage?.Value,
            Kilometres = draft.Kilometres,
        };
        if (!problems.Any)
        {
            var place = draft.Epci?.Place ?? draft.Vintage?.Place ?? new SourcePlace(territoryPath, 0, 0);
            CheckEpci(ground, place, problems);
            CheckVintage(ground, draft.Vintage?.Place ?? place, problems);
        }

        return ground;
    }

    /// <summary>The communes of a CSV file, with all that it says of them.</summary>
    public static IReadOnlyList<CommuneSite> Sites(string path, ProblemList problems) =>
        [
            .. CommunesFile
                .Read(path, problems)
                .DistinctBy(commune => commune.InseeCode, StringComparer.Ordinal)
                .Select(commune => new CommuneSite(commune.InseeCode, commune.Name, commune.Position)
                {
                    Epci = commune.Epci,
                    EpciSiren = commune.EpciSiren,
                }),
        ];

    /// <summary>Tells a grouping that no commune belongs to.</summary>
    public static void CheckEpci(NeedsGround ground, SourcePlace place, ProblemList problems)
    {
        if (ground.Epci is { } epci && ground.Looked.Count == 0)
        {
            problems.Add(
                "unknown-reference",
                place,
                new Text(
                    $"Aucune commune n'est de l'EPCI « {epci} ».",
                    $"No municipality belongs to the EPCI '{epci}'."
                ),
                Nearest.Advice(
                    epci,
                    [.. ground.Communes.Select(commune => commune.Epci).OfType<string>().Distinct()]
                )
            );
        }
    }

    /// <summary>Tells a vintage that the file of scores does not have.</summary>
    public static void CheckVintage(NeedsGround ground, SourcePlace place, ProblemList problems)
    {
        if (ground.Vintage is { } asked && ground.Choice is null)
        {
            problems.Add(
                "unknown-reference",
                place,
                new Text(
                    $"Le fichier des scores n'a pas le millésime « {asked} ».",
                    $"The file of scores does not have the vintage '{asked}'."
                ),
                Nearest.Advice(asked, [.. ground.Vintages.Select(vintage => vintage.Name)])
            );
        }
    }

    private static IReadOnlyList<T> Named<T>(
        string territoryPath,
        Located<string>? name,
        Func<string, ProblemList, IReadOnlyList<T>> read,
        ProblemList problems
    ) =>
        name is not null && LocalFile.Beside(territoryPath, name, problems) is { } path
            ? Inside(path, read, problems)
            : [];

    /// <summary>Reads a file; what is wrong in it is told with its name.</summary>
    public static IReadOnlyList<T> Inside<T>(
        string path,
        Func<string, ProblemList, IReadOnlyList<T>> read,
        ProblemList problems
    )
    {
        var inside = new ProblemList(path);
        var found = read(path, inside);
        problems.Include(inside);
        return found;
    }
}
