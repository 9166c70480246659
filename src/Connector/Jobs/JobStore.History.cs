using Connector.Service;
using Microsoft.EntityFrameworkCore;

namespace Connector.Jobs;

/// <summary>Jobs as people look at them, and how long they are kept.</summary>
internal sealed partial class JobStore
{
    public async Task<JobRow?> GetAsync(long id, CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        return await db.Jobs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
    }

    /// <summary>Jobs, the newest first, without their reports.</summary>
    public async Task<List<JobRow>> ListAsync(
        string? territory,
        bool onlyOpen,
        int most,
        CancellationToken ct
    )
    {
        await using var db = new JobContext(_options);
        var jobs = db.Jobs.AsNoTracking();
        jobs = territory is null ? jobs : jobs.Where(row => row.Territory == territory);
        jobs = onlyOpen ? jobs.Where(row => row.State != JobState.Ended) : jobs;
        return await jobs.OrderByDescending(row => row.Id).Take(most).ToListAsync(ct);
    }

    /// <summary>A part of the list of jobs, the newest first.</summary>
    /// <param name="territories">Of these alone; null for all.</param>
    /// <param name="onlyOpen">Only those that wait or are under way.</param>
    /// <param name="before">With a smaller number: where the part before ended.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">Stops.</param>
    public async Task<List<JobRow>> PageAsync(
        IReadOnlyCollection<string>? territories,
        bool onlyOpen,
        long? before,
        int most,
        CancellationToken ct
    )
    {
        await using var db = new JobContext(_options);
        var jobs = db.Jobs.AsNoTracking();
        jobs = territories is null ? jobs : jobs.Where(row => territories.Contains(row.Territory));
        jobs = onlyOpen ? jobs.Where(row => row.State != JobState.Ended) : jobs;
        jobs = before is { } last ? jobs.Where(row => row.Id < last) : jobs;
        return await jobs.OrderByDescending(row => row.Id).Take(most).ToListAsync(ct);
    }

    /// <summary>Drops what is older than is to be kept.</summary>
    public async Task<int> DropAsync(string territory, Retention keep, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (old, quiet) = (now - keep.Jobs, now - keep.Quiet);
        await using var db = new JobContext(_options);
        return await db
            .Jobs.Where(row =>
                row.Territory == territory
                && row.State == JobState.Ended
                && (row.EndedAt < old || (row.EndedAt < quiet && row.IsScheduled && row.Report == null))
            )
            .ExecuteDeleteAsync(ct);
    }

    /// <summary>How many wait and are under way: what a dashboard shows.</summary>
    public async Task<(int Waiting, int Running)> CountAsync(CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        var counts = await db
            .Jobs.Where(row => row.State != JobState.Ended)
            .GroupBy(row => row.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(ct);
        return (
            counts.Where(pair => pair.Key == JobState.Waiting).Sum(pair => pair.Count),
            counts.Where(pair => pair.Key == JobState.Running).Sum(pair => pair.Count)
        );
    }
}
