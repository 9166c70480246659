using Connector.Service;
using Microsoft.EntityFrameworkCore;

namespace Connector.Jobs;

/// <summary>
/// All jobs, waiting, under way and ended, in the database that every node and the command line share. At most one of a
/// territory and kind is open at any time: the table itself holds that.
/// </summary>
internal sealed partial class JobStore(ServiceDatabase database, TimeProvider time)
{
    private readonly DbContextOptions<JobContext> _options = JobContext.At(database);

    public async Task<JobRow?> FindOpenAsync(string territory, JobKind kind, CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        return await Open(db, territory, kind).AsNoTracking().SingleOrDefaultAsync(ct);
    }

    /// <summary>Jobs whose time has come: those of people first, then in the order in which they came due.</summary>
    /// <param name="most">How many may be handed over and not have started yet, among all nodes.</param>
    /// <param name="handAgain">One that was handed over and did not start is taken again after this.</param>
    /// <param name="ct">Stops.</param>
    public async Task<List<JobRow>> TakeDueAsync(int most, TimeSpan handAgain, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var before = now - handAgain;
        await using var db = new JobContext(_options);
        var handed = await db.Jobs.CountAsync(
            row => row.State == JobState.Waiting && row.HandedAt >= before,
            ct
        );
        if (handed >= most)
        {
            return [];
        }

        var due = await db
            .Jobs.Where(row =>
                row.State == JobState.Waiting
                && row.NotBefore <= now
                && (row.HandedAt == null || row.HandedAt < before)
            )
            .OrderBy(row => row.IsScheduled)
            .ThenBy(row => row.NotBefore)
            .Take(most - handed)
            .AsNoTracking()
            .ToListAsync(ct);
        var mine = new List<JobRow>();
        foreach (var row in due)
        {
            var taken = await db
                .Jobs.Where(job => job.Id == row.Id && job.HandedAt == row.HandedAt)
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.HandedAt, now), ct);
            if (taken == 1)
            {
                mine.Add(row);
            }
        }

        return mine;
    }

    /// <summary>Jobs that should be under way and whose node has said nothing for a while.</summary>
    public async Task<List<JobRow>> SilentAsync(TimeSpan silence, CancellationToken ct)
    {
        var before = time.GetUtcNow() - silence;
        await using var db = new JobContext(_options);
        return await db
            .Jobs.AsNoTracking()
            .Where(row =>
                row.State == JobState.Running
                && row.SeenAt < before
                && (row.HandedAt == null || row.HandedAt < before)
            )
            .ToListAsync(ct);
    }

    public Task HandedAsync(long id, CancellationToken ct) =>
        UpdateAsync(id, row => row.HandedAt = time.GetUtcNow(), ct);

    /// <summary>Puts a waiting job off.</summary>
    public Task DeferAsync(long id, DateTimeOffset until, string why, CancellationToken ct) =>
        UpdateAsync(
            id,
            row =>
            {
                row.NotBefore = until;
                row.Waits = why;
                row.HandedAt = null;
            },
            ct
        );

    /// <summary>Notes that a node begins, or goes on with what a node that died had begun.</summary>
    public Task<JobRow?> StartAsync(long id, string node, CancellationToken ct) =>
        UpdateAsync(
            id,
            row =>
            {
                var now = time.GetUtcNow();
                row.State = JobState.Running;
                row.StartedAt ??= now;
                (row.SeenAt, row.Node, row.Waits) = (now, node, null);
                row.Attempts++;
                (row.StepsDone, row.StepsPlanned, row.Step) = (0, 0, null);
            },
            ct
        );

    /// <summary>Lets a job that was under way wait again: its node stops, or its server is away.</summary>
    public Task ReturnAsync(
        long id,
        CancellationToken ct,
        DateTimeOffset? until = null,
        string? why = null,
        JobResult? result = null
    ) =>
        UpdateAsync(
            id,
            row =>
            {
                row.State = JobState.Waiting;
                row.NotBefore = until ?? time.GetUtcNow();
                row.Waits = why;
                (row.HandedAt, row.Step) = (null, null);
                row.Requests += result?.Requests ?? 0;
                row.Changes += result?.Changes ?? 0;
                row.Summary = result?.Summary ?? row.Summary;
                // Not one that its node left by dying.
                row.Attempts = Math.Max(0, row.Attempts - 1);
            },
            ct
        );

    /// <summary>Says that the job is under way, and how far.</summary>
    /// <returns>Whether somebody wants it stopped.</returns>
    public async Task<bool> BeatAsync(long id, JobProgress progress, CancellationToken ct)
    {
        var (done, planned, step) = progress.Now;
        var now = time.GetUtcNow();
        await using var db = new JobContext(_options);
        await db
            .Jobs.Where(row => row.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.SeenAt, now)
                        .SetProperty(row => row.StepsDone, done)
                        .SetProperty(row => row.StepsPlanned, planned)
                        .SetProperty(row => row.Step, step),
                ct
            );
        return await db.Jobs.AnyAsync(row => row.Id == id && row.CancelledBy != null, ct);
    }

    /// <summary>Ends a job; another follows where something changed meanwhile.</summary>
    public async Task EndAsync(long id, JobResult result, CancellationToken ct)
    {
        var ended = await UpdateAsync(
            id,
            row =>
            {
                row.State = JobState.Ended;
                row.EndedAt = time.GetUtcNow();
                row.StartedAt ??= row.EndedAt;
                row.Outcome = result.Outcome.ToString();
                row.Requests += result.Requests;
                row.Changes += result.Changes;
                (row.StepsDone, row.StepsPlanned) = (result.Steps.Done, result.Steps.Planned);
                row.Summary = result.Summary;
                row.Step = null;
                row.Report = result.Report is { } json ? JobReport.Pack(json) : null;
            },
            ct
        );
        if (ended is { Again: true })
        {
            await RequestAsync(
                new JobRequest(ended.Territory, ended.Kind, "webhook", $"après/after #{id}"),
                ct
            );
        }
    }

    /// <summary>Stops a job: at once when it waits, between two steps when it is under way.</summary>
    /// <returns>The job as it was; null when there is none.</returns>
    public async Task<JobRow?> CancelAsync(long id, string who, CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        if (await db.Jobs.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } job)
        {
            return null;
        }

        await db
            .Jobs.Where(row => row.Id == id && row.State != JobState.Ended && row.CancelledBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.CancelledBy, who), ct);
        if (job.State == JobState.Waiting)
        {
            // Where a node began it meanwhile, it reads that it is to stop with its next beat.
            var now = time.GetUtcNow();
            await db
                .Jobs.Where(row => row.Id == id && row.State == JobState.Waiting)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, JobState.Ended)
                            .SetProperty(row => row.EndedAt, now)
                            .SetProperty(row => row.Outcome, nameof(Reports.RunOutcome.Cancelled)),
                    ct
                );
        }

        return job;
    }

    private static IQueryable<JobRow> Open(JobContext db, string territory, JobKind kind) =>
        db.Jobs.Where(row => row.Territory == territory && row.Kind == kind && row.State != JobState.Ended);

    private async Task<JobRow?> UpdateAsync(long id, Action<JobRow> change, CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        var row = await db.Jobs.SingleOrDefaultAsync(job => job.Id == id && job.State != JobState.Ended, ct);
        if (row is null)
        {
            return null;
        }

        change(row);
        try
        {
            await db.SaveChangesAsync(ct);
            return row;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await UpdateAsync(id, change, ct);
        }
    }
}
