using Connector.Domain;
using Connector.Domain.Needs;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>Needs against help, told to people and programs.</summary>
internal sealed record DiagnosisView : ITold
{
    public required string Territory { get; init; }

    /// <summary>Null when something stopped it.</summary>
    public required DiagnosisReport? Report { get; init; }

    /// <summary>What it was measured with; null as <see cref="Report"/>.</summary>
    public required NeedsGround? Ground { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome => Report is null ? RunOutcome.Failed : RunOutcome.Done;

    public static DiagnosisView Refused(IReadOnlyList<Problem> warnings, IReadOnlyList<Problem> problems) =>
        new()
        {
            Territory = "",
            Report = null,
            Ground = null,
            Warnings = warnings,
            Problems = problems,
        };

    public void Write(IAnsiConsole console, Language language)
    {
        if (Report is not { } report)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Territory}[/]");
        foreach (var sentence in DiagnosisWords.Summary(report))
        {
            console.WriteLine();
            console.WriteLine(sentence.In(language));
        }

        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[bold]{new Text("Communes, la plus fragile d'abord", "Municipalities, the most fragile first").In(language)}[/]"
        );
        foreach (var need in report.Communes)
        {
            Commune(console, need, language);
        }

        Lines(console, new Text("Services", "Services"), report.Services, language);
        Lines(console, new Text("Publics", "Audiences"), report.Audiences, language);
        Lines(
            console,
            new Text("Prises en charge spécifiques", "Specific support"),
            report.Support,
            language
        );
        foreach (var (place, words) in report.Opening.Unreadable)
        {
            console.WriteLine();
            console.WriteLine(
                new Text(
                    $"? {place} : horaires non lus « {words} »",
                    $"? {place}: hours not read '{words}'"
                ).In(language)
            );
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                vintage = Report is null
                    ? null
                    : new
                    {
                        Report.Vintage.Chosen.Vintage,
                        Report.Vintage.Chosen.Source,
                        Report.Vintage.Reason,
                        others = Report.Vintage.Others.Select(other => other.Name),
                    },
                Report?.Median,
                kilometres = Report?.Distance,
                Report?.Places,
                communes = Report?.Communes.Select(Json),
                Report?.Services,
                Report?.Audiences,
                Report?.Support,
                opening = Report is null
                    ? null
                    : new
                    {
                        Report.Opening.Read,
                        Report.Opening.Evening,
                        Report.Opening.Saturday,
                        Report.Opening.Never,
                        unreadable = Report.Opening.Unreadable.Select(one => new { one.Place, one.Words }),
                        Report.Opening.Silent,
                    },
                Report?.Elsewhere,
                summary = Report is null
                    ? null
                    : DiagnosisWords.Summary(Report).Select(sentence => sentence.In(language)),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private static object Json(CommuneNeed need) =>
        new
        {
            need.Commune.InseeCode,
            need.Commune.Name,
            need.Score,
            need.IsAboveMedian,
            need.Reach,
            need.IsForgotten,
            need.Places,
            need.Nearest,
            kilometres = need.Kilometres is { } far ? Math.Round(far, 1) : (double?)null,
            need.Services,
        };

    private static void Commune(IAnsiConsole console, CommuneNeed need, Language language)
    {
        var (sign, colour) = need switch
        {
            { IsForgotten: true } => ("✗", "red"),
            { Reach: Reach.Unknown } => ("?", "yellow"),
            { Reach: Reach.Far } => ("!", "yellow"),
            _ => ("✓", "green"),
        };
        var score = need.Score is { } known ? DiagnosisWords.Number(known, language == Language.French) : "–";
        console.MarkupInterpolated($"  [{colour}]{sign}[/] ");
        console.WriteLine(
            $"{need.Commune.Name, -30} {score, 8}  {DiagnosisWords.Reached(need).In(language)}"
        );
    }

    private static void Lines(
        IAnsiConsole console,
        Text title,
        IReadOnlyList<OfferLine> lines,
        Language language
    )
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title.In(language)}[/]");
        foreach (var line in lines)
        {
            var (sign, colour) = line.Places.Count switch
            {
                0 => ("✗", "red"),
                1 => ("!", "yellow"),
                _ => ("✓", "green"),
            };
            console.MarkupInterpolated($"  [{colour}]{sign}[/] ");
            console.WriteLine($"{line.Value, -54} {Told(line).In(language)}");
        }
    }

    private static Text Told(OfferLine line) =>
        line.Places.Count switch
        {
            0 => new Text("aucun lieu", "no place"),
            1 => new Text($"un seul lieu : {line.Places[0]}", $"one place alone: {line.Places[0]}"),
            var count => new Text(
                $"{count} lieux, {line.Communes} {(line.Communes > 1 ? "communes" : "commune")}",
                $"{count} places, {line.Communes} municipalities"
            ),
        };
}
