using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Domain;
using Connector.Nextcloud.Doctor;
using Connector.Provisioning;
using Spectre.Console;

namespace Connector.Reports;

/// <summary>Reports for machines. Keys are stable; sentences are in the language asked for.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Write(IAnsiConsole console, RunReport report, Language language) =>
        Write(console, Shape(report, language));

    /// <summary>A report as text, for what is kept or sent.</summary>
    public static string Text(object value) => JsonSerializer.Serialize(value, Options);

    public static object Shape(RunReport report, Language language)
    {
        var states = report
            .Results.GroupBy(result => result.Step.Key)
            .ToDictionary(group => group.Key, group => group.Last().Outcome);
        return new
        {
            report.Territory,
            server = report.Server,
            report.Outcome,
            exitCode = (int)report.Outcome,
            counts = report
                .Plan?.Steps.GroupBy(step => step.Change)
                .OrderBy(group => group.Key)
                .ToDictionary(
                    group => JsonNamingPolicy.KebabCaseLower.ConvertName(group.Key.ToString()),
                    group => group.Count()
                ),
            requests = new { total = report.Requests.Values.Sum(), byVerb = report.Requests },
            milliseconds = (long)report.Duration.TotalMilliseconds,
            calendars = report.Calendars.Select(calendar => new { calendar.Name, calendar.Address }),
            problems = report.Problems.Select(problem => Problem(problem, language)),
            warnings = report.Warnings.Select(warning => Problem(warning, language)),
            said = report.Said.Select(said => said.In(language)),
            strategy = report.Strategy is { } strategy
                ? new { strategy.Strategy, reason = strategy.Reason.In(language) }
                : null,
            tasks = report.Plan?.Tasks.Select(task => new
            {
                task.Key,
                task.State,
                what = task.What.In(language),
                where = task.Where.In(language),
            }),
            groups = report.Plan?.Groups,
            steps = report.Plan?.Steps.Select(step => new
            {
                step.Key,
                step.Stage,
                step.Group,
                area = step.AreaKey,
                step.Change,
                subject = step.Subject.In(language),
                reason = step.Reason.In(language),
                place = step.Place,
                sentence = PlanSentence.Of(step, language).ToString(),
                state = states.TryGetValue(step.Key, out var outcome) ? outcome.State : (StepState?)null,
                message = outcome?.Message?.In(language),
                details = outcome?.Details.Select(line => line.In(language)),
            }),
        };
    }

    public static void Write(IAnsiConsole console, DoctorReport report, Language language) =>
        Write(
            console,
            new
            {
                server = report.Server,
                canApply = report.CanApply,
                worst = report.Worst,
                findings = report.Findings.Select(finding => new
                {
                    finding.Code,
                    finding.Severity,
                    sentence = finding.Sentence.In(language),
                    remedy = finding.Remedy?.In(language),
                }),
            }
        );

    public static void Write(IAnsiConsole console, object value) =>
        console.Profile.Out.Writer.WriteLine(Text(value));

    public static object Problem(Problem problem, Language language) =>
        new
        {
            problem.Code,
            place = problem.Place,
            message = problem.Message.In(language),
            remedy = problem.Remedy.In(language),
        };
}
