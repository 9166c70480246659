using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>How a line about a calendar is marked.</summary>
internal enum CalendarMark
{
    Plain,

    /// <summary>Other than it was planned.</summary>
    Changed,

    Cancelled,

    Done,

    /// <summary>Somebody should look at it.</summary>
    Warning,
}

/// <summary>A line about a calendar, a series or a meeting.</summary>
internal sealed record CalendarLineTold(CalendarMark Mark, Text Words);

/// <summary>What is told about one group, series or file.</summary>
internal sealed record CalendarSection(Text Title, Text Note, IReadOnlyList<CalendarLineTold> Lines);

/// <summary>What a verb about calendars found or did: in sentences, and the same as data for programs.</summary>
internal sealed record CalendarReport : ITold
{
    /// <summary>Its name; empty when it was not opened.</summary>
    public string Territory { get; init; } = "";

    public RunOutcome Outcome { get; init; }

    /// <summary>What was done, in a sentence; null when only looked.</summary>
    public Text? Said { get; init; }

    public IReadOnlyList<CalendarSection> Sections { get; init; } = [];

    /// <summary>For programs: keys are stable, values are not in any language but for names that people gave.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static CalendarReport Refused(IReadOnlyList<Problem> problems) =>
        new() { Outcome = RunOutcome.Failed, Problems = problems };

    public CalendarReport Stopped(params IReadOnlyList<Problem> problems) =>
        this with
        {
            Outcome = RunOutcome.Failed,
            Problems = [.. Problems, .. problems],
        };

    public void Write(IAnsiConsole console, Language language)
    {
        foreach (var section in Sections)
        {
            var note = section.Note.In(language) is { Length: > 0 } words ? $" – {words}" : "";
            console.MarkupLineInterpolated($"[bold]{section.Title.In(language)}[/]{note}");
            foreach (var line in section.Lines)
            {
                console.MarkupLine($"  {Sign(line.Mark)} {line.Words.In(language).EscapeMarkup()}");
            }
        }

        if (Said is { } said)
        {
            console.WriteLine(said.In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language)
    {
        var told = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["territory"] = Territory,
            ["outcome"] = Outcome,
            ["exitCode"] = (int)Outcome,
            ["summary"] = Said?.In(language),
        };
        foreach (var (key, value) in Data)
        {
            told[key] = value;
        }

        told["warnings"] = Warnings.Select(warning => JsonReport.Problem(warning, language));
        told["problems"] = Problems.Select(problem => JsonReport.Problem(problem, language));
        JsonReport.Write(console, told);
    }

    private static string Sign(CalendarMark mark) =>
        mark switch
        {
            CalendarMark.Changed => "[yellow]~[/]",
            CalendarMark.Cancelled => "[red]✗[/]",
            CalendarMark.Done => "[green]✓[/]",
            CalendarMark.Warning => "[yellow]![/]",
            _ => "[grey]•[/]",
        };
}
