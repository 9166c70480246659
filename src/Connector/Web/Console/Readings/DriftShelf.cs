using System.Collections.Concurrent;
using Connector.Domain;
using Connector.Jobs;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Service;
using Connector.Web.Console.Deeds;

namespace Connector.Web.Console.Readings;

/// <summary>What people changed, as one look found it, and when that was; or why nobody could look.</summary>
internal sealed record DriftLook(DriftReport? Report, DateTimeOffset At, IReadOnlyList<Problem> Problems);

/// <summary>
/// The last look at what people changed in each territory, by the run behind <c>connector drift</c>. Kept in memory for five minutes,
/// and no longer than until the territory's next job has ended.
/// </summary>
internal sealed class DriftShelf(ConsoleWork work, JobStore jobs, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DriftLook> _looks = new(StringComparer.Ordinal);

    /// <param name="territory">As configured.</param>
    /// <param name="anew">Whether what is known is not good enough.</param>
    /// <param name="ct">Of the page.</param>
    public async Task<DriftLook> OfAsync(ServiceTerritory territory, bool anew, CancellationToken ct)
    {
        var last = (await jobs.ListAsync(territory.Id, onlyOpen: false, most: 5, ct)).Max(job => job.EndedAt);
        if (
            !anew
            && _looks.TryGetValue(territory.Id, out var known)
            && known.At > time.GetUtcNow() - Fresh
            && !(last > known.At)
        )
        {
            return known;
        }

        var (report, problems) = await work.RunAsync(
            territory,
            (open, stop) =>
                new DriftRun(open.Client, open.Ledger, time).RunAsync(
                    open.Loaded.Territory!,
                    open.Loaded.Blueprints,
                    stop
                ),
            changes: false
        );
        var look = new DriftLook(report, time.GetUtcNow(), report?.Problems ?? problems);
        if (look.Problems.Count == 0)
        {
            _looks[territory.Id] = look;
        }

        return look;
    }
}
