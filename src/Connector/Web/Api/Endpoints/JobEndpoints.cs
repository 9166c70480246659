using System.ComponentModel;
using System.Globalization;
using Connector.Domain;
using Connector.Jobs;
using Connector.Web.Api.Shapes;
using Connector.Web.Api.Tokens;

namespace Connector.Web.Api.Endpoints;

/// <summary>Jobs: listed, asked for, stopped, asked for again, as <c>connector job</c> does.</summary>
internal static class JobEndpoints
{
    private const int LongestReason = 200;
    private const string Usual = "API";

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("/", ListAsync)
            .Needs(ApiScope.Read)
            .WithName("listJobs")
            .WithSummary("Jobs, the newest first")
            .Produces<ApiPage<ApiJob>>()
            .Fails(400, 404);
        jobs.MapGet("/{id:long}", OneAsync)
            .Needs(ApiScope.Read)
            .WithName("getJob")
            .WithSummary("One job, with its report")
            .Produces<ApiJob>()
            .Fails(404);
        api.MapPost("/territories/{territory}/jobs", AskAsync)
            .Needs(ApiScope.Jobs)
            .WithTags("Jobs")
            .WithName("askJob")
            .WithSummary("Ask for a job; joins the one that is open")
            .Produces<ApiJobAnswer>(StatusCodes.Status202Accepted)
            .FailsAsPost();
        jobs.MapPost("/{id:long}/cancel", CancelAsync)
            .Needs(ApiScope.Jobs)
            .WithName("cancelJob")
            .WithSummary("Stop a job, between two steps where it is under way")
            .Produces<ApiJob>()
            .FailsAsPost();
        jobs.MapPost("/{id:long}/retry", RetryAsync)
            .Needs(ApiScope.Jobs)
            .WithName("retryJob")
            .WithSummary("Ask for the same job again")
            .Produces<ApiJobAnswer>(StatusCodes.Status202Accepted)
            .FailsAsPost();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        ServiceState state,
        JobStore jobs,
        [Description("Identifier of a territory; all of this token's when it is not said.")]
            string? territory,
        [Description("Only those that wait or are under way.")] bool? open,
        [Description("1 to 200; 50 when it is not said.")] int? limit,
        [Description("Number of the last job of the part before.")] long? before,
        CancellationToken ct
    )
    {
        if (!ApiPages.IsRight(limit))
        {
            return ApiProblems.BadRequest(http, ApiAnswers.BadLimit);
        }

        if (territory is not null && ApiCaller.Territory(http, state.Configuration, territory) is null)
        {
            return ApiProblems.NotFound(http);
        }

        var caller = ApiCaller.Of(http);
        var most = limit ?? ApiPages.Usual;
        var found = await jobs.PageAsync(
            territory is null ? caller.Territories : [territory],
            open == true,
            before,
            most + 1,
            ct
        );
        var part = ApiPages.Cut(
            http,
            found,
            most,
            "before",
            job => job.Id.ToString(CultureInfo.InvariantCulture)
        );
        var withPeople = caller.May(ApiScope.Directory);
        return TypedResults.Ok(
            new ApiPage<ApiJob>([.. part.Items.Select(job => ApiJob.Of(job, withPeople))], part.Next)
        );
    }

    private static async Task<IResult> OneAsync(
        HttpContext http,
        JobStore jobs,
        long id,
        CancellationToken ct
    ) =>
        await Find(http, jobs, id, ct) is { } job
            ? TypedResults.Ok(ApiJob.Of(job, ApiCaller.Of(http).May(ApiScope.Directory), withReport: true))
            : ApiProblems.NotFound(http);

    private static async Task<IResult> AskAsync(
        HttpContext http,
        ServiceState state,
        JobDesk desk,
        string territory,
        ApiJobRequest? request,
        CancellationToken ct
    )
    {
        if (ApiCaller.Territory(http, state.Configuration, territory) is null)
        {
            return ApiProblems.NotFound(http);
        }

        if (request?.Reason?.Length > LongestReason)
        {
            return ApiProblems.BadRequest(http, TooLong);
        }

        var reason = request?.Reason is { Length: > 0 } given ? given : Usual;
        var asked = await desk.AskAsync(
            ApiCaller.Actor(http),
            territory,
            request?.Kind ?? JobKind.Provision,
            reason.ReplaceLineEndings(" "),
            ct
        );
        return Accepted(http, asked);
    }

    private static async Task<IResult> CancelAsync(
        HttpContext http,
        JobStore jobs,
        JobDesk desk,
        long id,
        CancellationToken ct
    )
    {
        if (await Find(http, jobs, id, ct) is not { } job)
        {
            return ApiProblems.NotFound(http);
        }

        if (job.State == JobState.Ended)
        {
            return ApiProblems.Result(http, StatusCodes.Status409Conflict, "job-ended", HasEnded);
        }

        await desk.CancelAsync(ApiCaller.Actor(http), id, ct);
        var now = await jobs.GetAsync(id, ct);
        return TypedResults.Ok(ApiJob.Of(now ?? job, ApiCaller.Of(http).May(ApiScope.Directory)));
    }

    private static async Task<IResult> RetryAsync(
        HttpContext http,
        JobStore jobs,
        JobDesk desk,
        long id,
        CancellationToken ct
    ) =>
        await Find(http, jobs, id, ct) is { } job
            ? Accepted(
                http,
                await desk.RetryAsync(
                    ApiCaller.Actor(http),
                    job,
                    string.Create(CultureInfo.InvariantCulture, $"API, #{id}"),
                    ct
                )
            )
            : ApiProblems.NotFound(http);

    /// <summary>A job of this token's territories; null for every other number.</summary>
    private static async Task<JobRow?> Find(HttpContext http, JobStore jobs, long id, CancellationToken ct) =>
        await jobs.GetAsync(id, ct) is { } job && ApiCaller.Of(http).Concerns(job.Territory) ? job : null;

    private static IResult Accepted(HttpContext http, (JobRow Job, bool Joined) asked)
    {
        var withPeople = ApiCaller.Of(http).May(ApiScope.Directory);
        return TypedResults.Accepted(
            string.Create(CultureInfo.InvariantCulture, $"{ApiServices.Root}/jobs/{asked.Job.Id}"),
            new ApiJobAnswer(ApiJob.Of(asked.Job, withPeople), asked.Joined)
        );
    }

    private static readonly Text TooLong = new(
        $"« reason » : {LongestReason} caractères au plus.",
        $"'reason': {LongestReason} characters at most."
    );

    private static readonly Text HasEnded = new("Cette tâche est finie.", "This job has ended.");
}
