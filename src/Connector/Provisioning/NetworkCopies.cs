using System.Text;
using Connector.CalendarSync;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// What the network's calendar is to show, out of the objects of the groups' calendars as a run knows them. An object is
/// looked at once for each of its ETags.
/// </summary>
internal sealed class NetworkCopies(
    Territory territory,
    WorkspaceSnapshot snapshot,
    KnownWorkspace known,
    DateOnly today
)
{
    private readonly PersonalData _people = new(territory, WorkspaceKeys.ErasedIn(known));

    private readonly Dictionary<string, CopiedEntry> _entries = new(StringComparer.Ordinal);

    private readonly Dictionary<string, WorkingGroup> _groups = territory.Groups.ToDictionary(
        group => group.Id,
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, IReadOnlyDictionary<string, CalendarText>> _texts = new(
        StringComparer.Ordinal
    );

    private IReadOnlyDictionary<string, CalendarText> _shown = new Dictionary<string, CalendarText>();

    private NetworkCopy Copier => new(DateTimeZoneProviders.Tzdb[territory.TimeZone], _people);

    /// <summary>What the ledger is to know of it; null where it does.</summary>
    public KnownResource? ToRemember { get; private set; }

    /// <returns>The same spec, with the copies in the network's calendar where it has one.</returns>
    public WorkspaceSpec Add(WorkspaceSpec spec)
    {
        var network = spec.Areas.FirstOrDefault(area => area.Calendar?.Copies is not null);
        _shown = network is null ? _shown : Texts(network.Calendar!);
        var memory = CopyMemory.Recall(known, territory);
        var copies = new List<EventCopy>();
        foreach (
            var area in spec.Areas.Where(area => area is { WorkingGroupId: not null, Calendar: not null })
        )
        {
            if (!known.IsClosed(area))
            {
                copies.AddRange(Of(area.WorkingGroupId!, area.Calendar!, memory));
            }
        }

        ToRemember = _entries.Count == 0 ? null : memory.OnRecord(_entries, known);
        if (network is null)
        {
            return spec;
        }

        copies.AddRange(Withdrawn(spec));
        var complete = network with { Calendar = network.Calendar! with { Copies = copies } };
        return spec with { Areas = [.. spec.Areas.Select(area => area == network ? complete : area)] };
    }

    /// <summary>The same spec, telling what the groups' own public addresses show of people.</summary>
    public WorkspaceSpec Tell(WorkspaceSpec spec) =>
        spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area is { WorkingGroupId: { } group, Calendar: { } calendar }
                    && snapshot.CalendarOf(calendar, known)?.PublicAddress is not null
                    && ExposureNotices.Of(calendar, group, _entries) is { Count: > 0 } notices
                        ? area with
                        {
                            Notices = [.. area.Notices, .. notices],
                        }
                        : area
                ),
            ],
        };

    /// <summary>What a copy is to be; null where there is nothing to copy.</summary>
    /// <param name="copy">Of the plan.</param>
    /// <param name="written">The objects as this run left them, by calendar URI and name.</param>
    public string? TextOf(
        EventCopy copy,
        IReadOnlyDictionary<(string Uri, string Name), CalendarText> written
    )
    {
        if (copy.IsWithdrawn)
        {
            return Withdrawn(copy.Key, copy.GroupId, copy.SourceName, copy.ObjectName);
        }

        var source =
            written.GetValueOrDefault((copy.SourceUri, copy.SourceName))
            ?? _texts.GetValueOrDefault(copy.GroupId)?.GetValueOrDefault(copy.SourceName);
        return source is null ? null : Read(_groups[copy.GroupId], source)?.Text;
    }

    private IEnumerable<EventCopy> Of(string groupId, CalendarSpec calendar, CopyMemory memory)
    {
        var texts = Texts(calendar);
        _texts[groupId] = texts;
        var uri = snapshot.CalendarOf(calendar, known)?.Uri ?? calendar.Uri;
        foreach (var (name, text) in texts)
        {
            var key = WorkspaceKeys.Copy(groupId, name);
            var entry = memory.Find(key, text.ETag) ?? Entry(groupId, text);
            _entries[key] = entry;
            if (entry.Hash is { } hash)
            {
                yield return new EventCopy
                {
                    Key = key,
                    ObjectName = EventCopy.NameOf(groupId, name),
                    GroupId = groupId,
                    SourceUri = uri,
                    SourceName = name,
                    Title = entry.Title,
                    ContentHash = hash,
                };
            }
        }
    }

    private CopiedEntry Entry(string groupId, CalendarText text)
    {
        var made = Read(_groups[groupId], text);
        return new CopiedEntry(text.ETag, made?.Text is { } copy ? Md5(copy) : null, made?.Title ?? "")
        {
            IsUnread = made is null,
            Exposes = FeedExposure.Of(text.Text, _people),
        };
    }

    /// <summary>A damaged object goes on as it was when last good.</summary>
    private CopiedObject? Read(WorkingGroup group, CalendarText source) =>
        Copier.Write(group, source.Text) ?? (source.LastGood is { } good ? Copier.Write(group, good) : null);

    /// <summary>
    /// Nothing is concluded from a calendar that nobody could read, nor from an object that cannot be. A closed group is left as
    /// it was, here as everywhere.
    /// </summary>
    private IEnumerable<EventCopy> Withdrawn(WorkspaceSpec spec)
    {
        var there = spec
            .Areas.Where(area => area.Calendar is not null)
            .Select(area => area.WorkingGroupId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var key in known.Resources.Keys.Order(StringComparer.Ordinal))
        {
            if (
                WorkspaceKeys.CopyOf(key) is not var (groupId, name)
                || _entries.GetValueOrDefault(key) is { IsUnread: true } or { Hash: not null }
                || known.Resources.ContainsKey(WorkspaceKeys.Closed(groupId))
                || (there.Contains(groupId) && !_texts.ContainsKey(groupId))
            )
            {
                continue;
            }

            var shownAs = EventCopy.NameOf(groupId, name);
            if (Withdrawn(key, groupId, name, shownAs) is { } text)
            {
                yield return new EventCopy
                {
                    Key = key,
                    ObjectName = shownAs,
                    GroupId = groupId,
                    SourceUri = "",
                    SourceName = name,
                    Title = TitleOf(text),
                    ContentHash = Md5(text),
                    IsWithdrawn = true,
                };
            }
        }
    }

    private string? Withdrawn(string key, string groupId, string name, string shownAs) =>
        _shown.GetValueOrDefault(shownAs) is not { } there || known.Find(key)?.ETag != there.ETag ? null
        : _texts.GetValueOrDefault(groupId)?.ContainsKey(name) == true
            ? WithdrawnCopy.Hidden(there.Text, _groups[groupId])
        : WithdrawnCopy.Of(there.Text, today);

    private static string TitleOf(string text) =>
        CalendarComponent.Read(text)?.Of("VEVENT").FirstOrDefault()?.Find("SUMMARY")?.Text ?? "";

    private IReadOnlyDictionary<string, CalendarText> Texts(CalendarSpec calendar) =>
        snapshot.CalendarOf(calendar, known)?.Texts
        ?? CalendarMemory.Recall(known, calendar.Key)
        ?? new Dictionary<string, CalendarText>();

    private static string Md5(string text) => ContentHash.Md5(Encoding.UTF8.GetBytes(text));
}
