using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using CalendarSpec = Connector.Domain.Workspaces.CalendarSpec;

namespace Connector.Provisioning;

/// <summary>
/// Looks at the calendars of a territory: all in one request, and one more for each that moved since the ledger last
/// looked. Once a day each is listed as a whole and compared: see <see cref="CalendarProof"/>.
/// </summary>
internal sealed class CalendarReader(CalendarClient client, KnownWorkspace known, DateTimeOffset now)
{
    public async Task<IReadOnlyList<ReadCalendar>> ReadAsync(WorkspaceSpec spec, CancellationToken ct)
    {
        var wanted = spec
            .Areas.Where(area => !known.IsClosed(area))
            .Select(area => area.Calendar)
            .OfType<CalendarSpec>()
            .ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var read = new List<ReadCalendar>();
        foreach (var calendar in (await client.ListCalendars(ct)).Where(calendar => calendar.IsOwned))
        {
            var asked = Wanted(wanted, calendar);
            read.Add(
                asked is null ? new ReadCalendar(calendar, null, null) : await Read(calendar, asked, ct)
            );
        }

        return read;
    }

    /// <summary>By the ledger's link, else by address, else by name.</summary>
    private CalendarSpec? Wanted(List<CalendarSpec> wanted, Calendar calendar) =>
        wanted.Find(item => known.Find(item.Key)?.RemoteId == calendar.Uri)
        ?? wanted.Find(item => item.Uri == calendar.Uri)
        ?? wanted.Find(item => item.DisplayName == calendar.DisplayName);

    private async Task<ReadCalendar> Read(Calendar calendar, CalendarSpec asked, CancellationToken ct)
    {
        var remembered = CalendarMemory.Recall(known, asked.Key);
        var link = known.Find(asked.Key);
        var isUnmoved =
            link?.RemoteId == calendar.Uri
            && link.ETag is { } tag
            && tag == calendar.CTag
            && CalendarMemory.IsCurrent(known, asked.Key, calendar.CTag);
        var isDue = CalendarProof.IsDue(known, asked.Key, now);
        if (isUnmoved && !isDue && remembered is not null)
        {
            var listed = WorkspacePlanner.NeedsEvents(asked, known) ? Listed(remembered) : null;
            return new ReadCalendar(calendar, listed, remembered);
        }

        try
        {
            var look = new CalendarLook(client, calendar, remembered);
            var token = CalendarMemory.SyncToken(known, asked.Key);
            var texts = await look.ReadAsync(isUnmoved, token, isDue, ct);
            var isEmptied = texts is null or { Count: 0 } && remembered is { Count: > 0 };
            return new ReadCalendar(calendar, Listed(texts), isEmptied ? remembered : texts)
            {
                IsEmptied = isEmptied,
                Proof =
                    look.Missed is { } missed && !isEmptied
                        ? new CalendarProof(asked.Key, now, texts?.Count ?? 0, missed)
                        : null,
            };
        }
        catch (NextcloudException error) when (!error.EndsTheRun && remembered is not null)
        {
            // Of a calendar that cannot be read just now nothing is concluded, and the others are read all the same.
            return new ReadCalendar(calendar, null, remembered) { IsUnreadable = true };
        }
    }

    private static IReadOnlyList<CalendarObject> Listed(IReadOnlyDictionary<string, CalendarText>? texts) =>
        [
            .. (texts ?? new Dictionary<string, CalendarText>()).Select(pair => new CalendarObject(
                pair.Key,
                pair.Value.ETag
            )),
        ];
}

/// <summary>A calendar, its objects where they were listed, and their texts where the calendar is one of ours.</summary>
internal sealed record ReadCalendar(
    Calendar Calendar,
    IReadOnlyList<CalendarObject>? Objects,
    IReadOnlyDictionary<string, CalendarText>? Texts
)
{
    /// <summary>It had objects and shows none, or is in the listing and yet not there.</summary>
    public bool IsEmptied { get; init; }

    /// <summary>The server could not say what is in it.</summary>
    public bool IsUnreadable { get; init; }

    public CalendarProof? Proof { get; init; }
}
