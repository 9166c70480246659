using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using NodaTime;
using Calendar = Connector.Nextcloud.CalDav.Calendar;
using CalendarSpec = Connector.Domain.Workspaces.CalendarSpec;

namespace Connector.Provisioning;

/// <summary>
/// Remembers how far each calendar has been seen, so that the next run need not list what did not move. After our own
/// writes a tag is believed only when it moved by exactly as many changes as we made: otherwise somebody else wrote
/// in between, and the next run looks.
/// </summary>
internal sealed class ChangeTags(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <summary>What a calendar starts at (sabre/dav: <c>http://sabre.io/ns/sync/1</c>).</summary>
    private const long First = 1;

    /// <param name="scope">What the run worked from.</param>
    /// <param name="results">What became of its steps.</param>
    /// <param name="written">The objects as this run left them, by calendar URI and name.</param>
    public async Task RememberAsync(
        ProvisionScope scope,
        IReadOnlyList<StepResult> results,
        IReadOnlyDictionary<(string Uri, string Name), CalendarText> written
    )
    {
        var done = results
            .Where(result => result.Outcome.State == StepState.Done)
            .Select(result => result.Step.Action)
            .ToList();
        var writes = done.OfType<PutEvent>()
            .Select(put => put.CalendarUri)
            .Concat(done.OfType<MergeEvent>().Select(merge => merge.CalendarUri))
            .Concat(done.OfType<CallOffEvent>().Select(call => call.CalendarUri))
            .Concat(done.OfType<PutMilestone>().Select(put => put.CalendarUri))
            .Concat(done.OfType<LinkEvent>().Select(link => link.CalendarUri))
            .Concat(done.OfType<CopyEvent>().Where(IsWritten).Select(copy => copy.CalendarUri))
            .GroupBy(uri => uri, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        bool IsWritten(CopyEvent copy) => written.ContainsKey((copy.CalendarUri, copy.Copy.ObjectName));
        foreach (var made in done.OfType<CreateCalendar>())
        {
            writes.TryAdd(made.Calendar.Uri, 0);
        }

        var now = writes.Count == 0 ? [] : await Now();
        var seen = Known(scope, results)
            .Select(known => (known, tag: Tag(scope, known.RemoteId, writes, now)))
            .ToList();
        var records = new List<CalendarRecord>();
        var news = new List<OutboxNote>();
        var tags = seen.Where(pair => pair.tag is not null && pair.tag != pair.known.ETag)
            .Select(pair => pair.known with { ETag = pair.tag })
            .ToList();
        foreach (var (known, tag) in seen)
        {
            var token = tag is null ? null : now.GetValueOrDefault(known.RemoteId)?.SyncToken;
            var (state, record, said) = Objects(scope, known, tag, token, written);
            news.AddRange(said);
            if (state is not null && scope.Known.Find(state.Key) != state)
            {
                tags.Add(state);
            }

            if (record is not null)
            {
                records.Add(record);
            }
        }

        tags.AddRange(Proofs(scope, seen));
        if (tags.Count + records.Count > 0)
        {
            await CalendarShelf.RememberAsync(
                ledger,
                scope.Territory,
                tags,
                records,
                news,
                time.GetUtcNow(),
                CancellationToken.None
            );
        }
    }

    /// <summary>
    /// What is to be remembered of a calendar's objects, and what that is news of; nothing when nothing moved. A calendar of
    /// which nothing was read, or that is not believed, leaves the memory as it is.
    /// </summary>
    private static (KnownResource? State, CalendarRecord? Moved, IReadOnlyList<OutboxNote> News) Objects(
        ProvisionScope scope,
        KnownResource calendar,
        string? tag,
        string? token,
        IReadOnlyDictionary<(string Uri, string Name), CalendarText> written
    )
    {
        var state = scope.Snapshot.Calendars.FirstOrDefault(state => state.Uri == calendar.RemoteId);
        var texts = state is null ? new Dictionary<string, CalendarText>() : state.Texts;
        if (texts is null || state is { IsEmptied: true } or { IsUnreadable: true })
        {
            return (null, null, []);
        }

        var ours = written.Where(pair => pair.Key.Uri == calendar.RemoteId).ToList();
        if (ours.Count > 0)
        {
            var now = texts.ToDictionary(StringComparer.Ordinal);
            foreach (var ((_, name), text) in ours)
            {
                now[name] = text;
            }

            texts = now;
        }

        var zone = DateTimeZoneProviders.Tzdb[scope.Source.TimeZone];
        var before = CalendarMemory.Recall(scope.Known, calendar.Key);
        // Without the tags of now, the next run begins where this one did, and knows its own writes by their ETags.
        var moved = CalendarMemory.Moved(calendar.Key, texts, zone, before);
        var group = calendar.Key[(calendar.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return (
            CalendarMemory.OnRecord(calendar.Key, tag, token ?? state?.SyncToken),
            moved,
            // What the network's calendar shows was told of where it happened.
            moved is null
            || calendar.Key == WorkspaceKeys.NetworkCalendar
                ? []
                : CalendarNews.Of(group, calendar.RemoteId, before, texts, zone, scope.Today)
        );
    }

    /// <summary>Today's tags; none when the server is not there any more: the next run lists, that is all.</summary>
    private async Task<Dictionary<string, Calendar>> Now()
    {
        using var grace = Grace.Start(time);
        try
        {
            var calendars = await client.Calendars.ListCalendars(grace.Token);
            return calendars.ToDictionary(calendar => calendar.Uri, StringComparer.Ordinal);
        }
        catch (Exception error) when (error is NextcloudException or OperationCanceledException)
        {
            return [];
        }
    }

    /// <summary>What was compared with the server now; a calendar that this run made has what this run put into it.</summary>
    private IEnumerable<KnownResource> Proofs(
        ProvisionScope scope,
        IEnumerable<(KnownResource Calendar, string? Tag)> seen
    ) =>
        scope
            .Snapshot.Calendars.Select(state => state.Proof)
            .OfType<CalendarProof>()
            .Concat(
                seen.Where(pair =>
                        pair.Tag is not null
                        && scope.Known.Find(WorkspaceKeys.Objects(pair.Calendar.Key)) is null
                        && scope.Snapshot.Calendars.All(state => state.Uri != pair.Calendar.RemoteId)
                    )
                    .Select(pair => new CalendarProof(pair.Calendar.Key, time.GetUtcNow(), 0, []))
            )
            .Select(proof => proof.OnRecord());

    private static IEnumerable<KnownResource> Known(ProvisionScope scope, IReadOnlyList<StepResult> results)
    {
        var made = results
            .SelectMany(result => result.Outcome.Made)
            .GroupBy(resource => resource.Key)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return scope
            .Spec.Areas.Where(area => !scope.Known.IsClosed(area))
            .Select(area => area.Calendar)
            .OfType<CalendarSpec>()
            .Select(calendar => made.GetValueOrDefault(calendar.Key) ?? scope.Known.Find(calendar.Key))
            .OfType<KnownResource>();
    }

    private static string? Tag(
        ProvisionScope scope,
        string uri,
        Dictionary<string, int> writes,
        Dictionary<string, Calendar> now
    )
    {
        var state = scope.Snapshot.Calendars.FirstOrDefault(state => state.Uri == uri);
        if (state is { IsUnreadable: true })
        {
            return null;
        }

        var before = state?.ChangeTag;
        if (!writes.TryGetValue(uri, out var count))
        {
            return before;
        }

        var from = before is null ? First : Number(before);
        var to = now.GetValueOrDefault(uri)?.CTag;
        return from is not null && Number(to) == from + count ? to : null;
    }

    private static long? Number(string? tag) =>
        long.TryParse(tag?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
