using Connector.Domain;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Jobs;

/// <summary>A job in one sentence.</summary>
internal static class JobSummary
{
    public static Text Of(RunReport report)
    {
        if (report.Problems is [var first, ..])
        {
            return first.Message;
        }

        var done = report.Results.Count - report.Failures;
        return report.Outcome switch
        {
            RunOutcome.Cancelled => new Text($"arrêtée, {done} étapes faites", $"stopped, {done} steps done"),
            RunOutcome.Done when report.Results.Count == 0 && report.Said.Count == 0 => new Text(
                "rien à faire",
                "nothing to do"
            ),
            _ when report.Failures > 0 => new Text(
                $"{done} étapes faites, {report.Failures} non faites",
                $"{done} steps done, {report.Failures} not done"
            ),
            RunOutcome.PartlyDone => new Text(
                $"{done} étapes faites ; un conflit attend une personne",
                $"{done} steps done; a conflict waits for a person"
            ),
            _ when report.Said is [var said, ..] && report.Results.Count == 0 => said,
            _ when done == 1 => new Text("1 étape faite", "1 step done"),
            _ => new Text($"{done} étapes faites", $"{done} steps done"),
        };
    }

    public static Text Of(DriftReport report) =>
        report.Problems is [var first, ..] ? first.Message
        : report.Lines.Count == 0
            ? new Text("rien n'a changé depuis le dernier passage", "nothing has changed since the last run")
        : report.Lines.Count == 1
            ? new Text(
                "1 changement fait par une personne depuis le dernier passage",
                "1 change made by a person since the last run"
            )
        : new Text(
            $"{report.Lines.Count} changements faits par des personnes depuis le dernier passage",
            $"{report.Lines.Count} changes made by people since the last run"
        );

    public static JobResult Refused(IReadOnlyList<Problem> problems, Language language) =>
        new()
        {
            Outcome = RunOutcome.Failed,
            Summary = problems[0].Message.In(language),
            Report = JsonReport.Text(
                new { problems = problems.Select(problem => JsonReport.Problem(problem, language)) }
            ),
        };
}
