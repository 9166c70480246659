using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Templates;
using Calendar = Connector.Nextcloud.CalDav.Calendar;

namespace Connector.Provisioning;

/// <summary>
/// Reads what is in one calendar now: what changed since the remembered token, in one request; where the server cannot
/// say, or may be wrong, a whole listing of ETags and the texts of those that are others.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="calendar">As the listing of all calendars shows it.</param>
/// <param name="remembered">Its objects as the ledger has them; null for one that was never read.</param>
internal sealed class CalendarLook(
    CalendarClient client,
    Calendar calendar,
    IReadOnlyDictionary<string, CalendarText>? remembered
)
{
    /// <summary>Objects asked for in one REPORT.</summary>
    private const int MostAtOnce = 200;

    private string? _token;

    /// <summary>What a whole listing showed and the server had not told; null where there was no listing.</summary>
    public IReadOnlyList<string>? Missed { get; private set; }

    /// <param name="isUnmoved">Whether the change tag says that nothing changed.</param>
    /// <param name="token">Where the ledger's knowledge ends.</param>
    /// <param name="isDue">Whether a whole listing is due in any case.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The objects; null when the calendar is not there.</returns>
    public async Task<IReadOnlyDictionary<string, CalendarText>?> ReadAsync(
        bool isUnmoved,
        string? token,
        bool isDue,
        CancellationToken ct
    )
    {
        _token = token;
        var told = isUnmoved ? remembered : await Told(ct);
        if (told is not null && !isDue)
        {
            return told;
        }

        if (await client.ListObjects(calendar.Uri, ct) is not { } listed)
        {
            return null;
        }

        Missed = told is null ? [] : await Untold(told, listed, ct);
        return await Texts(listed, told ?? remembered, ct);
    }

    /// <summary>The objects by what the server says changed; null where it cannot say.</summary>
    private async Task<IReadOnlyDictionary<string, CalendarText>?> Told(CancellationToken ct)
    {
        if (remembered is null || _token is null || HasGoneBack(_token, calendar.SyncToken))
        {
            return null;
        }

        if (await client.ChangedSince(calendar.Uri, _token, ct) is not { } changes)
        {
            return null;
        }

        _token = changes.Token;
        var there = changes.Changed.Where(item => !IsKnown(item)).ToList();
        var unsure = there.Where(item => item.Ics is null).Select(item => item.Name).Concat(changes.Missing);
        there = [.. there.Where(item => item.Ics is not null), .. await Get([.. unsure.Distinct()], ct)];
        var gone = changes.Missing.Where(name => there.TrueForAll(item => item.Name != name)).ToHashSet();
        if (there.Count == 0 && !gone.Any(remembered.ContainsKey))
        {
            return remembered;
        }

        var texts = remembered
            .Where(pair => !gone.Contains(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var item in there)
        {
            texts[item.Name] = IsKnown(item) ? remembered[item.Name] : TextOf(item, remembered);
        }

        return texts;
    }

    /// <summary>
    /// After a restore of its database a server counts from an older number again, and what it says since a newer one is
    /// nothing (sabre/dav: <c>http://sabre.io/ns/sync/63</c>).
    /// </summary>
    private static bool HasGoneBack(string before, string? now) =>
        now is null || (Number(before) is { } then && Number(now) is { } today && today < then);

    private static long? Number(string token) =>
        long.TryParse(token.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>
    /// What differs between a listing and what the server told. What somebody changed between the two questions is told
    /// by then, and no fault of anybody's.
    /// </summary>
    private async Task<IReadOnlyList<string>> Untold(
        IReadOnlyDictionary<string, CalendarText> told,
        IReadOnlyList<CalendarObject> listed,
        CancellationToken ct
    )
    {
        var there = listed.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        var differing = listed
            .Where(item => told.GetValueOrDefault(item.Name)?.ETag != item.ETag)
            .Select(item => item.Name)
            .Concat(told.Keys.Where(name => !there.Contains(name)))
            .ToList();
        if (differing.Count == 0 || _token is null)
        {
            return differing;
        }

        var meanwhile = await client.ChangedSince(calendar.Uri, _token, ct);
        var excused = (meanwhile?.Changed.Select(item => item.Name) ?? [])
            .Concat(meanwhile?.Missing ?? [])
            .ToHashSet(StringComparer.Ordinal);
        return [.. differing.Where(name => !excused.Contains(name)).Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyDictionary<string, CalendarText>> Texts(
        IReadOnlyList<CalendarObject> objects,
        IReadOnlyDictionary<string, CalendarText>? before,
        CancellationToken ct
    )
    {
        var texts = new Dictionary<string, CalendarText>(objects.Count, StringComparer.Ordinal);
        var moved = new List<string>();
        foreach (var item in objects)
        {
            if (before?.GetValueOrDefault(item.Name) is { } kept && kept.ETag == item.ETag)
            {
                texts[item.Name] = kept;
            }
            else
            {
                moved.Add(item.Name);
            }
        }

        foreach (var item in await Get(moved, ct))
        {
            texts[item.Name] = TextOf(item, before);
        }

        return moved.Count == 0 && before?.Count == texts.Count ? before : texts;
    }

    private async Task<List<CalendarObject>> Get(IReadOnlyList<string> names, CancellationToken ct)
    {
        var found = new List<CalendarObject>(names.Count);
        foreach (var some in names.Chunk(MostAtOnce))
        {
            found.AddRange(await client.GetObjects(calendar.Uri, some, ct));
            Garbage.Sweep();
        }

        return found;
    }

    private bool IsKnown(CalendarObject item) => remembered?.GetValueOrDefault(item.Name)?.ETag == item.ETag;

    private static CalendarText TextOf(
        CalendarObject item,
        IReadOnlyDictionary<string, CalendarText>? before
    ) =>
        new(item.ETag, item.Ics ?? "")
        {
            LastGood = before?.GetValueOrDefault(item.Name) is { } then ? then.LastGood ?? then.Text : null,
        };
}
