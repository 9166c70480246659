using System.Globalization;
using Connector.Audit;
using Connector.Domain.Auditing;

namespace Connector.Jobs;

/// <summary>Where people and their programs ask for jobs and stop them, by whichever door: each time it is noted who did.</summary>
internal sealed class JobDesk(JobStore jobs, AuditTrail trail)
{
    /// <summary>A new job, or the one that is open already, which the request joins.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="territory">A territory of the configuration.</param>
    /// <param name="kind">Which job.</param>
    /// <param name="why">In their words.</param>
    /// <param name="ct">Stops.</param>
    public Task<(JobRow Job, bool Joined)> AskAsync(
        AuditActor who,
        string territory,
        JobKind kind,
        string why,
        CancellationToken ct
    ) => RequestAsync(who, AuditActions.JobAsked, new JobRequest(territory, kind, NameOf(who), why), ct);

    /// <summary>
    /// A job that a Nextcloud asks for. Its calls come in bursts: those that join a job which is open leave no line.
    /// </summary>
    public async Task<(JobRow Job, bool Joined)> CallAsync(JobRequest request, CancellationToken ct)
    {
        var asked = await jobs.RequestAsync(request, ct);
        if (!asked.Joined)
        {
            await trail.AppendAsync(
                Entry(AuditActor.Webhook, AuditActions.JobAsked, asked.Job),
                CancellationToken.None
            );
        }

        return asked;
    }

    /// <summary>The same job once more.</summary>
    public Task<(JobRow Job, bool Joined)> RetryAsync(
        AuditActor who,
        JobRow job,
        string why,
        CancellationToken ct
    ) =>
        RequestAsync(
            who,
            AuditActions.JobRetried,
            new JobRequest(job.Territory, job.Kind, NameOf(who), why),
            ct
        );

    /// <summary>Stops a job: at once when it waits, between two steps when it is under way.</summary>
    /// <returns>The job as it was; null when there is none.</returns>
    public async Task<JobRow?> CancelAsync(AuditActor who, long id, CancellationToken ct)
    {
        if (await jobs.CancelAsync(id, NameOf(who), ct) is not { } job)
        {
            return null;
        }

        if (job.State != JobState.Ended)
        {
            await trail.AppendAsync(Entry(who, AuditActions.JobCancelled, job), CancellationToken.None);
        }

        return job;
    }

    /// <summary>That a job which nobody asked for changed something.</summary>
    public static AuditEntry Changed(JobRow job, JobResult result) =>
        Entry(AuditActor.Schedule, AuditActions.JobChanged, job) with
        {
            Outcome = result.Outcome == Reports.RunOutcome.Failed ? AuditOutcome.Failed : AuditOutcome.Done,
        };

    private async Task<(JobRow Job, bool Joined)> RequestAsync(
        AuditActor who,
        string action,
        JobRequest request,
        CancellationToken ct
    )
    {
        var asked = await jobs.RequestAsync(request, ct);
        // Not stopped any more: the job is there.
        await trail.AppendAsync(Entry(who, action, asked.Job), CancellationToken.None);
        return asked;
    }

    private static AuditEntry Entry(AuditActor who, string action, JobRow job) =>
        new(who, action)
        {
            Territory = job.Territory,
            Target = string.Create(CultureInfo.InvariantCulture, $"job {job.Id}"),
        };

    private static string NameOf(AuditActor who) => who.Name ?? AuditWords.Of(who.Door);
}
