using System.ComponentModel;
using System.Text.Json;

namespace Connector.Web.Api.Shapes;

/// <summary>Describes what <c>connector plan --json</c> writes; never made: the plan is sent as that verb writes it.</summary>
[Description("What an apply would change.")]
internal sealed record ApiPlan(
    string Territory,
    string? Server,
    [property: Description("done when nothing would change, changes-pending when something would.")]
        string Outcome,
    int ExitCode,
    [property: Description("How many steps of each kind.")] IReadOnlyDictionary<string, int>? Counts,
    JsonElement Requests,
    long Milliseconds,
    IReadOnlyList<JsonElement> Calendars,
    IReadOnlyList<ApiPlanProblem> Problems,
    IReadOnlyList<ApiPlanProblem> Warnings,
    IReadOnlyList<string> Said,
    JsonElement? Strategy,
    IReadOnlyList<JsonElement>? Tasks,
    JsonElement? Groups,
    IReadOnlyList<ApiPlanStep>? Steps
);

[Description("Something that a person has to know or mend.")]
internal sealed record ApiPlanProblem(string Code, JsonElement? Place, string Message, string Remedy);

[Description("One step.")]
internal sealed record ApiPlanStep(
    [property: Description("Stable: the same step has the same key in every plan.")] string Key,
    string Stage,
    string? Group,
    string? Area,
    string Change,
    string Subject,
    string Reason,
    JsonElement? Place,
    string Sentence,
    string? State,
    string? Message,
    IReadOnlyList<string>? Details
);
