using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

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

    public async Task RememberAsync(ProvisionScope scope, IReadOnlyList<StepResult> results)
    {
        var done = results
            .Where(result => result.Outcome.State == StepState.Done)
            .Select(result => result.Step.Action)
            .ToList();
        var writes = done.OfType<PutEvent>()
            .GroupBy(put => put.CalendarUri, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var made in done.OfType<CreateCalendar>())
        {
            writes.TryAdd(made.Calendar.Uri, 0);
        }

        var now = writes.Count == 0 ? [] : await Now();
        var tags = Known(scope, results)
            .Select(known => (known, tag: Tag(scope, known.RemoteId, writes, now)))
            .Where(pair => pair.tag is not null && pair.tag != pair.known.ETag)
            .Select(pair => pair.known with { ETag = pair.tag })
            .ToList();
        if (tags.Count > 0)
        {
            await ledger.RememberAsync(scope.Territory, tags, CancellationToken.None);
        }
    }

    /// <summary>Today's tags; none when the server is not there any more: the next run lists, that is all.</summary>
    private async Task<Dictionary<string, string?>> Now()
    {
        using var grace = Grace.Start(time);
        try
        {
            var calendars = await client.Calendars.ListCalendars(grace.Token);
            return calendars.ToDictionary(
                calendar => calendar.Uri,
                calendar => calendar.CTag,
                StringComparer.Ordinal
            );
        }
        catch (Exception error) when (error is NextcloudException or OperationCanceledException)
        {
            return [];
        }
    }

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
        Dictionary<string, string?> now
    )
    {
        var before = scope.Snapshot.Calendars.FirstOrDefault(state => state.Uri == uri)?.ChangeTag;
        if (!writes.TryGetValue(uri, out var count))
        {
            return before;
        }

        var from = before is null ? First : Number(before);
        var to = now.GetValueOrDefault(uri);
        return from is not null && Number(to) == from + count ? to : null;
    }

    private static long? Number(string? tag) =>
        long.TryParse(tag?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
