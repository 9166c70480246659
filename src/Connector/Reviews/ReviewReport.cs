using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Reports;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reviews;

/// <summary>A year of the network, and whether its document was made.</summary>
internal sealed record ReviewReport : ITold
{
    /// <summary>Its name; empty when it was not opened.</summary>
    public string Territory { get; init; } = "";

    public RunOutcome Outcome { get; init; }

    /// <summary>What was done, in a sentence; null when only looked.</summary>
    public Text? Said { get; init; }

    /// <summary>Null when it was not opened.</summary>
    public YearReview? Review { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static ReviewReport Refused(IReadOnlyList<Problem> problems) =>
        new() { Outcome = RunOutcome.Failed, Problems = problems };

    public ReviewReport Stopped(Problem problem) =>
        this with
        {
            Outcome = RunOutcome.Failed,
            Problems = [.. Problems, problem],
        };

    public void Write(IAnsiConsole console, Language language)
    {
        if (Review is { IsEmpty: false } review)
        {
            foreach (var line in ReviewWords.Lines(review))
            {
                console.WriteLine(line.In(language));
            }
        }

        if (Said is { } said)
        {
            console.WriteLine(said.In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                Outcome,
                exitCode = (int)Outcome,
                summary = Said?.In(language),
                year = Review?.Year,
                meetings = Review?.Meetings,
                decisions = Review?.Decisions,
                actionsDone = Review?.ActionsDone,
                groups = Review?.Groups,
                convivial = Review?.Convivial,
                organisations = Review?.Organisations,
                newcomers = Review?.Newcomers,
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
            }
        );
}
