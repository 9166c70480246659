using System.ComponentModel;
using System.Text.Json;
using Connector.Jobs;

namespace Connector.Web.Api.Shapes;

[Description(
    "A job, waiting, under way or ended. What may name people is null without the scope « directory »."
)]
internal sealed record ApiJob(
    long Id,
    string Territory,
    JobKind Kind,
    JobState State,
    [property: Description(
        "done, failed, partly-done, changes-pending, postponed or cancelled; null before its end."
    )]
        string? Outcome,
    [property: Description("Whether the schedule asked for it, and nobody else.")] bool Scheduled,
    DateTimeOffset AskedAt,
    DateTimeOffset NotBefore,
    [property: Description("Why it waits: server-away, server-busy, run-in-progress, database-away.")]
        string? Waits,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Node,
    [property: Description("Times that it was started: more than once after a node died.")] int Attempts,
    int StepsDone,
    int StepsPlanned,
    [property: Description("Requests to Nextcloud.")] int Requests,
    [property: Description("Steps that were carried out.")] int Changes,
    bool CancelAsked
)
{
    public string? AskedBy { get; init; }

    public string? Reason { get; init; }

    [Description("How it went, in a sentence.")]
    public string? Summary { get; init; }

    [Description("The run's report; only where one job is asked for.")]
    public JsonElement? Report { get; init; }

    public static ApiJob Of(JobRow row, bool withPeople, bool withReport = false) =>
        new(
            row.Id,
            row.Territory,
            row.Kind,
            row.State,
            row.Outcome is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(row.Outcome),
            row.IsScheduled,
            row.AskedAt,
            row.NotBefore,
            row.Waits,
            row.StartedAt,
            row.EndedAt,
            row.Node,
            row.Attempts,
            row.StepsDone,
            row.StepsPlanned,
            row.Requests,
            row.Changes,
            row.CancelledBy is not null
        )
        {
            AskedBy = withPeople ? row.AskedBy : null,
            Reason = withPeople ? row.Reason : null,
            Summary = withPeople ? row.Summary : null,
            Report =
                withPeople && withReport && row.Report is { } packed
                    ? JsonSerializer.Deserialize<JsonElement>(JobReport.Unpack(packed))
                    : null,
        };
}

[Description("A job that is asked for.")]
internal sealed record ApiJobRequest
{
    [Description("Which; provision when it is not said.")]
    public JobKind? Kind { get; init; }

    [Description("Why, for the history: 200 characters at most.")]
    public string? Reason { get; init; }
}

[Description("The job that was asked for.")]
internal sealed record ApiJobAnswer(
    ApiJob Job,
    [property: Description("Whether it was open already, and the request joined it.")] bool Joined
);
