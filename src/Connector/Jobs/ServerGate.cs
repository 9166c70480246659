using System.Collections.Concurrent;
using Connector.Service;
using Microsoft.EntityFrameworkCore;

namespace Connector.Jobs;

/// <summary>
/// Who may ask which Nextcloud now. A server that is away is asked by one job at a time, at intervals that grow to half an
/// hour or are those that it asked for; all its other jobs wait without holding a place, and it is told once that it is
/// away and once that it is back. What is known of servers is shared by all nodes.
/// </summary>
internal sealed class ServerGate(ServiceDatabase database, TimeProvider time)
{
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <summary>A server that asks for more than this is asked once a day all the same: clocks and headers are wrong at times.</summary>
    public static readonly TimeSpan LongestObeyed = TimeSpan.FromHours(24);

    private readonly DbContextOptions<JobContext> _options = JobContext.At(database);
    private readonly ConcurrentDictionary<string, int> _busy = new(StringComparer.Ordinal);

    /// <summary>Jobs of this node that are on a server now.</summary>
    public int Busy(Uri server) => _busy.GetValueOrDefault(server.AbsoluteUri);

    /// <summary>A place on a server; null when all of this node's places there are taken.</summary>
    public IDisposable? TryEnter(Uri server, int most)
    {
        var key = server.AbsoluteUri;
        while (true)
        {
            var now = _busy.GetOrAdd(key, 0);
            if (now >= most)
            {
                return null;
            }

            if (_busy.TryUpdate(key, now + 1, now))
            {
                return new Place(this, key);
            }
        }
    }

    /// <summary>
    /// What is known of a server that is away; null when it is not. Where its next try has come, this call takes that try:
    /// others wait for how it ends.
    /// </summary>
    public async Task<(ServerRow Row, bool MayTry)?> AwayAsync(Uri server, CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        var row = await db
            .Servers.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Address == server.AbsoluteUri, ct);
        if (row is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (row.NextTry > now)
        {
            return (row, false);
        }

        var next = now + FirstPause;
        var mine = await db
            .Servers.Where(known => known.Address == row.Address && known.NextTry == row.NextTry)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.NextTry, next), ct);
        return (row, mine == 1);
    }

    /// <summary>Notes that a server is away.</summary>
    /// <returns>When to ask again, and whether this is news.</returns>
    public async Task<(DateTimeOffset NextTry, bool IsNews)> FailedAsync(
        ServerAway away,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        await using var db = new JobContext(_options);
        var address = away.Server.AbsoluteUri;
        var row = await db.Servers.SingleOrDefaultAsync(known => known.Address == address, ct);
        var isNews = row is null;
        if (row is null)
        {
            row = new ServerRow { Address = address, Since = now };
            db.Servers.Add(row);
        }

        row.Failures++;
        row.Why = away.Why;
        row.NextTry = now + Pause(row.Failures, away.RetryAfter, address);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (isNews)
        {
            // Another job found it away at the same moment, and told it.
            return (row.NextTry, false);
        }

        return (row.NextTry, isNews);
    }

    /// <summary>Notes that a server answers.</summary>
    /// <returns>Since when it had been away, when this is news.</returns>
    public async Task<DateTimeOffset?> AnsweredAsync(Uri server, CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        var address = server.AbsoluteUri;
        var row = await db.Servers.AsNoTracking().SingleOrDefaultAsync(known => known.Address == address, ct);
        if (row is null)
        {
            return null;
        }

        var mine = await db.Servers.Where(known => known.Address == address).ExecuteDeleteAsync(ct);
        return mine == 1 ? row.Since : null;
    }

    public async Task<List<ServerRow>> AllAwayAsync(CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        return await db.Servers.AsNoTracking().OrderBy(row => row.Address).ToListAsync(ct);
    }

    /// <summary>Doubles up to half an hour, a fifth shorter or longer by server, so that not all are asked at once.</summary>
    public static TimeSpan Pause(int failures, TimeSpan? retryAfter, string address)
    {
        var doubled = FirstPause * Math.Pow(2, Math.Min(failures - 1, 12));
        var pause = doubled < LongestPause ? doubled : LongestPause;
        pause *= 0.8 + (0.4 * Spread.Of(address));
        var asked =
            retryAfter is { } wait && wait < LongestObeyed ? wait
            : retryAfter is null ? TimeSpan.Zero
            : LongestObeyed;
        return asked > pause ? asked : pause;
    }

    private sealed class Place(ServerGate gate, string key) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate._busy.AddOrUpdate(key, 0, (_, busy) => busy - 1);
            }
        }
    }
}
