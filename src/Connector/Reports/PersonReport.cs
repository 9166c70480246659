using System.Globalization;
using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What a verb about a person found or did: place by place, and nothing of what stands there.</summary>
internal sealed record PersonReport : ITold
{
    private static readonly TraceFate[] Order =
    [
        TraceFate.Changed,
        TraceFate.Follows,
        TraceFate.Human,
        TraceFate.Administrator,
        TraceFate.Stays,
    ];

    public RunOutcome Outcome { get; init; }

    public Text? Said { get; init; }

    /// <summary>Whether this run wrote; else it only says what it would.</summary>
    public bool IsDone { get; init; }

    public IReadOnlyList<Trace> Traces { get; init; } = [];

    /// <summary>Lines below all else.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static PersonReport Refused(IReadOnlyList<Problem> problems) =>
        new() { Outcome = RunOutcome.Failed, Problems = problems };

    public void Write(IAnsiConsole console, Language language)
    {
        if (Said is { } said)
        {
            console.WriteLine(said.In(language));
        }

        foreach (var fate in Order)
        {
            var lines = Traces.Where(trace => trace.Fate == fate).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            console.WriteLine();
            console.WriteLine(
                $"{Title(fate).In(language)} ({lines.Count.ToString(CultureInfo.InvariantCulture)})"
            );
            foreach (var line in lines)
            {
                console.WriteLine($"  • {line.Where.In(language)} — {line.Why.In(language)}");
            }
        }

        foreach (var note in Notes)
        {
            console.WriteLine();
            console.WriteLine(note.In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                outcome = Outcome.ToString(),
                done = IsDone,
                said = Said?.In(language),
                traces = Traces.Select(trace => new
                {
                    fate = trace.Fate.ToString(),
                    where = trace.Where.In(language),
                    why = trace.Why.In(language),
                }),
                notes = Notes.Select(note => note.In(language)),
                problems = Problems.Select(problem => problem.Message.In(language)),
            }
        );

    private Text Title(TraceFate fate) =>
        fate switch
        {
            TraceFate.Changed when IsDone => new Text("Fait", "Done"),
            TraceFate.Changed => new Text("Serait fait avec --yes", "Would be done with --yes"),
            TraceFate.Follows => new Text("Suit au prochain apply", "Follows with the next apply"),
            TraceFate.Human => new Text("À décider par une personne", "For a person to decide"),
            TraceFate.Administrator => new Text("À l'administrateur", "For the administrator"),
            _ => new Text("Reste", "Stays"),
        };
}
