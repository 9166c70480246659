using System.Globalization;
using System.Runtime.CompilerServices;
using Connector.Jobs;

namespace Connector.Web.Console.Deeds;

/// <summary>A job's progress as it goes on, as server-sent events.</summary>
internal static class JobStream
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>After this the browser asks anew by itself: a right that was taken away counts then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task<IResult> FollowAsync(HttpContext http, PageScope page)
    {
        var jobs = http.RequestServices.GetRequiredService<JobStore>();
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        var id = long.Parse((string)http.Request.RouteValues["job"]!, CultureInfo.InvariantCulture);
        return await jobs.GetAsync(id, http.RequestAborted) is { } job && job.Territory == page.Access!.Id
            ? Results.ServerSentEvents(Told(jobs, time, page, id, http.RequestAborted))
            : Results.NotFound();
    }

    private static async IAsyncEnumerable<JobTold> Told(
        JobStore jobs,
        TimeProvider time,
        PageScope page,
        long id,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var started = time.GetTimestamp();
        JobTold? last = null;
        while (time.GetElapsedTime(started) < Longest && await jobs.GetAsync(id, ct) is { } job)
        {
            var told = JobTold.Of(job, page);
            if (told != last)
            {
                last = told;
                yield return told;
            }

            if (told.Ended)
            {
                yield break;
            }

            await Task.Delay(Look, time, ct);
        }
    }
}

/// <summary>What the page's script is told.</summary>
internal sealed record JobTold(int Done, int Planned, string Count, string Step, bool Ended)
{
    public static JobTold Of(JobRow job, PageScope page) =>
        new(job.StepsDone, job.StepsPlanned, CountOf(job, page), job.Step ?? "", job.State == JobState.Ended);

    public static string CountOf(JobRow job, PageScope page) =>
        job.State switch
        {
            JobState.Waiting => page.Say("En attente de son tour", "Waiting for its turn"),
            JobState.Running when job.StepsPlanned > 0 => page.Say(
                $"{job.StepsDone} étapes sur {job.StepsPlanned}",
                $"{job.StepsDone} of {job.StepsPlanned} steps"
            ),
            JobState.Running => page.Say(
                "Connector regarde ce qui est en place",
                "Connector looks at what is there"
            ),
            _ => page.Say("Terminée", "Ended"),
        };
}
