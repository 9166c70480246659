using System.ComponentModel;
using System.Text.Json;
using Connector.Calendars;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Jobs;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Roadmaps;
using Connector.Web.Api.Shapes;
using Connector.Web.Api.Tokens;

namespace Connector.Web.Api.Endpoints;

/// <summary>Questions that a territory's Nextcloud is asked: each runs what the verb of the command line runs.</summary>
internal static class LookEndpoints
{
    private const int MeetingsShown = 20;
    private const int MostMeetings = 200;

    public static void MapLooks(this IEndpointRouteBuilder api)
    {
        var territory = api.MapGroup("/territories/{territory}");
        territory
            .MapGet("/plan", Plan)
            .Needs(ApiScope.Directory)
            .WithTags("Plan")
            .WithName("getPlan")
            .WithSummary("What an apply would change: connector plan --json")
            .Produces<ApiPlan>()
            .FailsAsLook();
        territory
            .MapGet("/meetings", Meetings)
            .Needs(ApiScope.Read)
            .WithTags("Meetings")
            .WithName("listMeetings")
            .WithSummary("Meetings to come: connector calendar next")
            .Produces<ApiMeetings>()
            .Fails(400)
            .FailsAsLook();
        territory
            .MapGet("/roadmaps", Roadmaps)
            .Needs(ApiScope.Read)
            .WithTags("Roadmaps")
            .WithName("listRoadmaps")
            .WithSummary("Where roadmaps stand: connector roadmap status")
            .Produces<ApiRoadmaps>()
            .FailsAsLook();
    }

    private static Task<IResult> Plan(
        HttpContext http,
        ServiceState state,
        TerritoryLook look,
        TimeProvider time,
        string territory
    ) =>
        Ask(
            http,
            state,
            look,
            territory,
            async (open, ct) =>
            {
                var run = new ProvisionRun(open.Client, open.Ledger, time, PlanOptions.Default, open.Seen);
                var report = await run.PlanAsync(open.Loaded.Territory!, open.Loaded.Blueprints, ct);
                report = report with { Warnings = [.. open.Loaded.Warnings, .. report.Warnings] };
                return report.Plan is null
                    ? ApiAnswers.Stopped(http, report.Problems)
                    : TypedResults.Text(
                        JsonReport.Text(JsonReport.Shape(report, ApiProblems.LanguageOf(http))),
                        "application/json"
                    );
            }
        );

    private static async Task<IResult> Meetings(
        HttpContext http,
        ServiceState state,
        TerritoryLook look,
        TimeProvider time,
        string territory,
        [Description("Identifier or name of a group; all when it is not said.")] string? group,
        [Description("How many at most, 1 to 200; 20 when it is not said.")] int? count
    ) =>
        count is < 1 or > MostMeetings
            ? ApiProblems.BadRequest(
                http,
                new Text($"« count » : de 1 à {MostMeetings}.", $"'count': 1 to {MostMeetings}.")
            )
            : await Ask(
                http,
                state,
                look,
                territory,
                async (open, ct) =>
                {
                    var report = await new CalendarNextRun(open.Client, open.Ledger, time).RunAsync(
                        open.Loaded.Territory!,
                        open.Loaded.Blueprints,
                        group,
                        count ?? MeetingsShown,
                        ct
                    );
                    return report.Problems.Count > 0
                        ? ApiAnswers.Stopped(http, report.Problems)
                        : TypedResults.Ok(new ApiMeetings(report.Territory, Told(report)));
                }
            );

    private static Task<IResult> Roadmaps(
        HttpContext http,
        ServiceState state,
        TerritoryLook look,
        TimeProvider time,
        string territory,
        [Description("Identifier or name of a group, or « réseau »; all when it is not said.")] string? group
    ) =>
        Ask(
            http,
            state,
            look,
            territory,
            async (open, ct) =>
            {
                var report = await new StatusRun(open.Client, open.Ledger, time).RunAsync(
                    open.Loaded.Territory!,
                    open.Loaded.Blueprints,
                    group,
                    ct
                );
                var language = ApiProblems.LanguageOf(http);
                return report is { Roadmaps.Count: 0, Problems.Count: > 0 }
                    ? ApiAnswers.Stopped(http, report.Problems)
                    : TypedResults.Ok(
                        new ApiRoadmaps(
                            report.Territory,
                            [.. report.Roadmaps.Select(roadmap => Shape(roadmap, language))],
                            [.. report.Problems.Select(problem => problem.Message.In(language))]
                        )
                    );
            }
        );

    private static async Task<IResult> Ask(
        HttpContext http,
        ServiceState state,
        TerritoryLook look,
        string territory,
        Func<OpenedLook, CancellationToken, Task<IResult>> answer
    ) =>
        ApiCaller.Territory(http, state.Configuration, territory) is { } owner
            ? await look.AnswerAsync(http, owner, answer)
            : ApiProblems.NotFound(http);

    /// <summary>The meetings as the verb writes them for programs.</summary>
    private static IReadOnlyList<ApiMeeting> Told(CalendarReport report) =>
        JsonSerializer.Deserialize<List<ApiMeeting>>(
            JsonReport.Text(report.Data["meetings"]!),
            ApiServices.Json
        )!;

    private static ApiRoadmap Shape(RoadmapState roadmap, Language language) =>
        new(
            roadmap.File.GroupId,
            roadmap.File.Owner,
            roadmap.File.Path,
            roadmap.State.In(language),
            roadmap.Board.Published?.Version,
            roadmap.Board.PublishedAt,
            roadmap.Board.IsChangedSince,
            roadmap.Board.Signatures.Count,
            roadmap.Waiting.Count(),
            [
                .. (roadmap.Review?.Alerts ?? []).Select(alert => new ApiRoadmapAlert(
                    alert.Kind,
                    alert.Title,
                    alert.Date,
                    alert.Sentence.In(language)
                )),
            ]
        );
}
