using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What closing or reopening a group means or meant: sentence by sentence, and what stood in the way.</summary>
internal sealed record ClosingReport
{
    public required string Territory { get; init; }

    /// <summary>Id of the working group.</summary>
    public required string Group { get; init; }

    public Uri? Server { get; init; }

    public required RunOutcome Outcome { get; init; }

    /// <summary>The state in one sentence: « déjà fermé le 24/11/2026 ».</summary>
    public Text? Summary { get; init; }

    /// <summary>What will be done, or was, in order.</summary>
    public IReadOnlyList<Text> Steps { get; init; } = [];

    /// <summary>What stopped it.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What a person should know, and stops nothing.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>The exported file; null when none was written by this run.</summary>
    public string? Zip { get; init; }

    public IReadOnlyDictionary<string, int> Requests { get; init; } = new Dictionary<string, int>();

    public TimeSpan Duration { get; init; }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                Group,
                server = Server,
                Outcome,
                exitCode = (int)Outcome,
                summary = Summary?.In(language),
                steps = Steps.Select(step => step.In(language)),
                zip = Zip,
                requests = new { total = Requests.Values.Sum(), byVerb = Requests },
                milliseconds = (long)Duration.TotalMilliseconds,
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );
}
