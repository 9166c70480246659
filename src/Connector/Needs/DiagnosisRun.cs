using Connector.Domain;
using Connector.Domain.Needs;
using Connector.Reports;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Needs;

/// <summary>What is measured: what the territory file says, and what the command says instead.</summary>
internal sealed record DiagnosisRequest
{
    public required string TerritoryPath { get; init; }

    public string? Scores { get; init; }

    public string? Communes { get; init; }

    public string? Contours { get; init; }

    public string? Epci { get; init; }

    public string? Vintage { get; init; }

    public double? Kilometres { get; init; }
}

/// <summary><c>connector diagnosis</c>: asks nobody, changes nothing.</summary>
internal sealed class DiagnosisRun(DiagnosisRequest request, LoadResult loaded)
{
    public DiagnosisView Run()
    {
        if (loaded.Territory is not { } territory)
        {
            return DiagnosisView.Refused(loaded.Warnings, loaded.Problems);
        }

        var problems = new ProblemList(request.TerritoryPath);
        var ground = Ground(territory.Needs, problems);
        if (problems.Any || ground is null)
        {
            return DiagnosisView.Refused(problems.Warnings, problems.Errors);
        }

        return new DiagnosisView
        {
            Territory = territory.Name,
            Report = Diagnosis.Of(territory, ground),
            Ground = ground,
        };
    }

    private NeedsGround? Ground(NeedsGround? said, ProblemList problems)
    {
        var top = new SourcePlace(request.TerritoryPath, 0, 0);
        if (said is null && request.Scores is null)
        {
            problems.Add("no-scores", top, NoScores, NameThem);
            return null;
        }

        var ground = said ?? new NeedsGround { Vintages = [] };
        ground = ground with
        {
            Vintages = Read(request.Scores, FragilityFile.Read, ground.Vintages, problems),
            Communes = Read(request.Communes, NeedsFiles.Sites, ground.Communes, problems),
            Contours = Read(request.Contours, ContoursFile.Read, ground.Contours, problems),
            Epci = request.Epci ?? ground.Epci,
            Vintage = request.Vintage ?? ground.Vintage,
            Kilometres = request.Kilometres ?? ground.Kilometres,
        };
        if (!problems.Any)
        {
            NeedsFiles.CheckEpci(ground, top, problems);
            NeedsFiles.CheckVintage(ground, top, problems);
        }

        return ground;
    }

    private static IReadOnlyList<T> Read<T>(
        string? path,
        Func<string, ProblemList, IReadOnlyList<T>> read,
        IReadOnlyList<T> otherwise,
        ProblemList problems
    ) => path is null ? otherwise : NeedsFiles.Inside(path, read, problems);

    private static readonly Text NoScores = new(
        "Rien ne dit quels scores de fragilité regarder.",
        "Nothing says which scores of fragility to look at."
    );

    private static readonly Text NameThem = new(
        "Donnez --ifn FICHIER.csv (code_insee;score;millesime;source), ou « diagnostic: ifn: » dans le fichier du territoire.",
        "Give --ifn FILE.csv (code_insee;score;millesime;source), or 'diagnostic: ifn:' in the territory file."
    );
}
