using System.Collections.Concurrent;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.CalDav;

/// <summary>Many new objects of a calendar.</summary>
internal sealed partial class CalendarClient
{
    /// <summary>Failures among many writes, before the rest is left to whoever tries one by one.</summary>
    private const int MostStumbles = 3;

    /// <summary>New objects from which on it is worth finding out whether the server takes two writes at once.</summary>
    private const int FewestForTwo = 20;

    private readonly string? _quickHome = home is null
        ? $"remote.php/caldav/calendars/{DavPath.EncodeName(userId)}/"
        : null;

    private bool _isQuickShut;

    /// <summary>A write beside another was not taken: from then on one follows the other.</summary>
    private volatile bool _isOneAtATime;

    /// <summary>
    /// Makes new objects and gives those that are there now, by name, as the server has them. What is not among them is the
    /// caller's to try alone: the server refused it, has it already, or stumbled.
    /// </summary>
    /// <remarks>
    /// Through Nextcloud's older door for calendars alone, <c>remote.php/caldav</c>, which starts less of the server for
    /// each request: measured on 27, 13 ms and not 18. Two at a time where the server takes it: PostgreSQL and MariaDB do;
    /// with SQLite every third is answered 500, and the first such answer ends it.
    /// </remarks>
    public async Task<IReadOnlyDictionary<string, CalendarObject>> CreateObjects(
        string uri,
        IReadOnlyList<(string Name, string Ics)> items,
        CancellationToken ct
    )
    {
        var batch = new NewObjectBatch(items);
        var second =
            items.Count < FewestForTwo || _isOneAtATime
                ? Task.CompletedTask
                : CreateNext(uri, batch, () => _isOneAtATime, ct);
        await Task.WhenAll(CreateNext(uri, batch, () => false, ct), second);
        foreach (var some in batch.Unsure.Chunk(MostAtOnce))
        foreach (var found in await GetObjects(uri, some, ct))
            batch.Made[found.Name] = found;
        return batch.Made;
    }

    /// <summary>Takes one object after the other, until none is left, too many failed, or this writer is one too many.</summary>
    private async Task CreateNext(
        string uri,
        NewObjectBatch batch,
        Func<bool> isTooMany,
        CancellationToken ct
    )
    {
        while (batch.Stumbles < MostStumbles && !isTooMany() && batch.Left.TryDequeue(out var item))
        {
            var outcome = await Create(uri, item.Name, item.Ics, ct);
            if (outcome is null)
                batch.Stumble();
            else if (outcome.Result == DavResult.Created && outcome.ETag is { } etag)
                batch.Made[item.Name] = new CalendarObject(item.Name, etag, item.Ics);
            else if (outcome.Result == DavResult.Created)
                batch.Unsure.Add(item.Name);
        }
    }

    /// <summary>Null when the server stumbled twice: whoever asked settles it.</summary>
    private async Task<DavOutcome?> Create(string uri, string name, string ics, CancellationToken ct)
    {
        try
        {
            if (_quickHome is null || _isQuickShut)
                return await Put(uri, name, ics, PutCondition.IfNoneMatchAny, ct);
            var calendar = $"{_quickHome}{DavPath.EncodeName(uri)}/";
            var outcome = await PutAt(calendar, name, ics, PutCondition.IfNoneMatchAny, ct);
            if (outcome.Result is not (DavResult.ParentMissing or DavResult.NotFound or DavResult.Forbidden))
                return outcome;
            // A proxy that lets only the newer door through.
            _isQuickShut = true;
            return await Put(uri, name, ics, PutCondition.IfNoneMatchAny, ct);
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            _isOneAtATime = true;
            return await SettleNew(uri, name, ics, ct);
        }
    }

    /// <summary>
    /// A write that broke happened, or is repeated once: with SQLite a Nextcloud answers 500 when what it still does after
    /// the answer before holds its database.
    /// </summary>
    private async Task<DavOutcome?> SettleNew(string uri, string name, string ics, CancellationToken ct)
    {
        try
        {
            var found = await GetObjects(uri, [name], ct);
            return found is not [var there] ? await Put(uri, name, ics, PutCondition.IfNoneMatchAny, ct)
                : there.Ics != WithLineEnds(ics) ? null
                : DavOutcomes.Of(DavResult.Created, name, settled: true) with { ETag = there.ETag };
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            return null;
        }
    }

    /// <summary>What is still to be written, and what became of the rest.</summary>
    private sealed class NewObjectBatch(IEnumerable<(string Name, string Ics)> items)
    {
        public ConcurrentQueue<(string Name, string Ics)> Left { get; } = new(items);

        public ConcurrentDictionary<string, CalendarObject> Made { get; } = new(StringComparer.Ordinal);

        /// <summary>Names of objects that the server made without telling their ETag.</summary>
        public ConcurrentBag<string> Unsure { get; } = [];

        /// <summary>Writes that failed twice.</summary>
        public int Stumbles => _stumbles;

        private int _stumbles;

        public void Stumble() => Interlocked.Increment(ref _stumbles);
    }
}
