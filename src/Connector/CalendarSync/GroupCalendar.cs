using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// The meetings of one group: those of its calendar as the server has it, or, while nobody read that, those that the
/// territory's series give. All-day events are no meetings: nobody meets at midnight, and milestones are written as such.
/// </summary>
internal sealed class GroupCalendar
{
    private readonly Territory _territory;
    private readonly WorkingGroup _group;
    private readonly List<(SeriesReading Reading, MeetingOccurrence Frame)> _series = [];
    private readonly List<CalendarProblem> _problems = [];
    private readonly Dictionary<string, string> _seriesByUid;
    private readonly IReadOnlyList<MeetingSeries> _planned;

    /// <param name="territory">The network.</param>
    /// <param name="group">Whose calendar.</param>
    /// <param name="texts">Its objects by name; null when the calendar was never read.</param>
    /// <param name="toWrite">
    /// Series that the calendar does not have as the territory plans them and that this very run writes: what is planned
    /// is what will be there.
    /// </param>
    public GroupCalendar(
        Territory territory,
        WorkingGroup group,
        IReadOnlyDictionary<string, CalendarText>? texts,
        IReadOnlySet<string>? toWrite = null
    )
    {
        _planned =
            texts is null ? group.Meetings
            : toWrite is null ? []
            : [.. group.Meetings.Where(series => toWrite.Contains(series.Id))];
        (_territory, _group, IsRead) = (territory, group, texts is not null);
        _seriesByUid = group.Meetings.ToDictionary(
            series => MeetingCalendar.Uid(territory, group, series),
            series => series.Id,
            StringComparer.Ordinal
        );
        var zone = DateTimeZoneProviders.Tzdb[territory.TimeZone];
        foreach (
            var (name, text) in (texts ?? new Dictionary<string, CalendarText>()).OrderBy(
                pair => pair.Key,
                StringComparer.Ordinal
            )
        )
        {
            if (SeriesOfObject(name) is not { } series || _planned.All(item => item.Id != series))
            {
                Read(name, text, zone);
                Garbage.Sweep();
            }
        }

        FollowSplits();
    }

    /// <summary>Whether the calendar itself was read; else its meetings are what the territory plans.</summary>
    public bool IsRead { get; }

    public string GroupId => _group.Id;

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<CalendarProblem> Problems => _problems;

    /// <summary>
    /// Meetings that start between two days of the territory, the last not included, in their order; cancelled ones on
    /// the day on which they were to be.
    /// </summary>
    public IReadOnlyList<MeetingOccurrence> Between(DateOnly from, DateOnly to) =>
        [
            .. Found(from, to)
                .OrderBy(meeting => meeting.Start)
                .ThenBy(meeting => meeting.Uid, StringComparer.Ordinal)
                .ThenBy(meeting => meeting.OriginalStart),
        ];

    /// <summary>The first meeting on or after a day that takes place; null when none is planned within two years.</summary>
    public MeetingOccurrence? Next(DateOnly from) =>
        Between(from, from.AddYears(2)).FirstOrDefault(meeting => !meeting.IsCancelled);

    private IEnumerable<MeetingOccurrence> Found(DateOnly from, DateOnly to)
    {
        var planned = Occurrences
            .Between(_territory, _group with { Meetings = _planned }, from, to)
            .Select(meeting => OfSeries(meeting));
        var (begin, end) = (from.ToDateTime(TimeOnly.MinValue), to.ToDateTime(TimeOnly.MinValue));
        return _series
            .SelectMany(series => series.Reading.Between(begin, end, series.Frame))
            .Where(meeting => !IsLeftOut(meeting))
            .Concat(planned);
    }

    private MeetingOccurrence OfSeries(Meeting meeting) =>
        new()
        {
            GroupId = _group.Id,
            Uid = MeetingCalendar.Uid(_territory, _group, meeting.Series),
            OriginalStart = meeting.OriginalStart,
            Start = meeting.Start,
            State = meeting.Start == meeting.OriginalStart ? MeetingState.Planned : MeetingState.Moved,
            End = meeting.End,
            Title = meeting.Series.Title,
            Place = meeting.Series.Place,
            SeriesId = meeting.Series.Id,
            IsRecurring = meeting.Series.Rule.Length > 0,
        };

    /// <summary>A day that the territory itself leaves out was never a meeting: nobody cancelled it.</summary>
    private bool IsLeftOut(MeetingOccurrence meeting) =>
        meeting is { IsCancelled: true, OverrideId: null }
        && _group.Meetings.FirstOrDefault(series => series.Id == meeting.SeriesId) is { } series
        && Occurrences.IsLeftOut(_territory, series, meeting.OriginalDate);

    private void Read(string name, CalendarText text, DateTimeZone zone)
    {
        var (events, damage) = EventReader.Read(text.Text, zone);
        if (events is null)
        {
            _problems.Add(new CalendarProblem(_group.Id, name, damage!.Value));
            (events, _) = text.LastGood is { } good ? EventReader.Read(good, zone) : (null, null);
        }

        foreach (var uid in (events ?? []).GroupBy(item => item.Uid, StringComparer.Ordinal))
        {
            var master = uid.FirstOrDefault(item => item.Override is null) ?? uid.First();
            var frame = new MeetingOccurrence
            {
                GroupId = _group.Id,
                Uid = uid.Key,
                OriginalStart = default,
                Start = default,
                End = default,
                Title = _group.Name,
                SeriesId = _seriesByUid.GetValueOrDefault(uid.Key) ?? SeriesOfObject(name),
                Siblings = master.Siblings,
                ObjectName = name,
                ETag = text.ETag,
            };
            _series.Add((new SeriesReading(uid, zone), frame));
        }
    }

    private string? SeriesOfObject(string name) =>
        _group.Meetings.FirstOrDefault(series => WorkspaceKeys.EventObject(_group.Id, series.Id) == name)?.Id;

    /// <summary>What was split from one of the territory's series goes on being of it.</summary>
    private void FollowSplits()
    {
        var known = _series
            .Where(series => series.Frame.SeriesId is not null)
            .GroupBy(series => series.Frame.Uid, StringComparer.Ordinal)
            .ToDictionary(uid => uid.Key, uid => uid.First().Frame.SeriesId, StringComparer.Ordinal);
        var tellers = _series
            .SelectMany(series => series.Frame.Siblings.Select(sibling => (sibling, series.Frame.Uid)))
            .ToLookup(pair => pair.sibling, pair => pair.Uid, StringComparer.Ordinal);
        for (var again = true; again; )
        {
            again = false;
            for (var i = 0; i < _series.Count; i++)
            {
                var (reading, frame) = _series[i];
                if (frame.SeriesId is null && Origin(frame, known, tellers) is { } origin)
                {
                    _series[i] = (reading, frame with { SeriesId = known[origin] });
                    again = known.TryAdd(frame.Uid, known[origin]);
                }
            }
        }
    }

    /// <summary>The half of a split that is known: either of the two may tell of the other.</summary>
    /// <param name="frame">Of the other half.</param>
    /// <param name="known">UIDs that are of a series.</param>
    /// <param name="tellers">By the UID that they name as their sibling.</param>
    private static string? Origin(
        MeetingOccurrence frame,
        Dictionary<string, string?> known,
        ILookup<string, string> tellers
    ) =>
        frame.Siblings.FirstOrDefault(known.ContainsKey)
        ?? tellers[frame.Uid].FirstOrDefault(known.ContainsKey);
}
