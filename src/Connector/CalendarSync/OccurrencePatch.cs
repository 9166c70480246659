using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// Moves, cancels and restores one occurrence in the raw text of its object, as people's programs do it: an override with
/// RECURRENCE-ID (RFC 5545, 3.8.4.4), a single event in place. Every byte outside of the lines that say it stays.
/// </summary>
internal sealed class OccurrencePatch
{
    private readonly string _text;
    private readonly CalendarComponent _calendar;
    private readonly EventZones _zones;
    private readonly DateTimeZone _territory;
    private readonly MeetingOccurrence _meeting;

    private OccurrencePatch(
        string text,
        CalendarComponent calendar,
        MeetingOccurrence meeting,
        DateTimeZone territory
    )
    {
        (_text, _calendar, _meeting, _territory) = (text, calendar, meeting, territory);
        _zones = new EventZones(calendar, territory);
    }

    private string NewLine => _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <param name="text">The object as it is.</param>
    /// <param name="meeting">The occurrence, as read from this text.</param>
    /// <param name="start">On the territory's clocks; it lasts as long as before.</param>
    /// <param name="territory">The territory's zone.</param>
    /// <returns>Null when the object does not have it.</returns>
    public static string? Move(
        string text,
        MeetingOccurrence meeting,
        DateTime start,
        DateTimeZone territory
    ) => Of(text, meeting, territory)?.Move(LocalDateTime.FromDateTime(start));

    /// <inheritdoc cref="Move(string, MeetingOccurrence, DateTime, DateTimeZone)"/>
    public static string? Cancel(string text, MeetingOccurrence meeting, DateTimeZone territory) =>
        Of(text, meeting, territory)?.Cancel();

    /// <summary>
    /// Takes a cancellation back, whichever way it was said. An override that says nothing else goes, and the text is what it
    /// was before.
    /// </summary>
    /// <inheritdoc cref="Move(string, MeetingOccurrence, DateTime, DateTimeZone)"/>
    public static string? Restore(string text, MeetingOccurrence meeting, DateTimeZone territory) =>
        Of(text, meeting, territory)?.Restore();

    /// <summary>
    /// Says one property of the occurrence alone: its place, its description. Where the series says it so far, the occurrence
    /// gets words of its own, and those of all others stay.
    /// </summary>
    /// <param name="text">The object as it is.</param>
    /// <param name="meeting">The occurrence, as read from this text.</param>
    /// <param name="name">Of the property.</param>
    /// <param name="change">From what it says, unescaped and empty for none, to what it shall say.</param>
    /// <param name="territory">The territory's zone.</param>
    /// <returns>Null when the object does not have the occurrence.</returns>
    public static string? Say(
        string text,
        MeetingOccurrence meeting,
        string name,
        Func<string, string> change,
        DateTimeZone territory
    ) => Of(text, meeting, territory)?.WithOwn()?.Say(name, change);

    private static OccurrencePatch? Of(string text, MeetingOccurrence meeting, DateTimeZone territory) =>
        CalendarComponent.Read(text) is { } calendar
            ? new OccurrencePatch(text, calendar, meeting, territory)
            : null;

    private List<CalendarComponent> Events =>
        [.. _calendar.Of("VEVENT").Where(item => item.Find("UID")?.Value.Trim() == _meeting.Uid)];

    private CalendarComponent? Master => Events.Find(item => item.Find("RECURRENCE-ID") is null);

    /// <summary>The component of this occurrence alone; a single event is its own.</summary>
    private CalendarComponent? Own =>
        _meeting.OverrideId is { } id ? Events.Find(item => item.Find("RECURRENCE-ID")?.Value == id)
        : _meeting.IsRecurring ? null
        : Master;

    private string? Move(LocalDateTime start)
    {
        if (_meeting.Start == start.ToDateTimeUnspecified())
        {
            return _text;
        }

        return Own is { } own ? OccurrenceText.Apply(_text, Moved(own, start))
            : Source is { } source ? Added(source, start, isCancelled: false)
            : null;
    }

    private string? Cancel()
    {
        if (_meeting.IsCancelled)
        {
            return _text;
        }

        if (Own is not { } own)
        {
            var planned = LocalDateTime.FromDateTime(_meeting.Start);
            return Source is { } source ? Added(source, planned, isCancelled: true) : null;
        }

        var line = OccurrenceText.Line("STATUS:CANCELLED", NewLine);
        return own.Find("STATUS") is { } status
            ? OccurrenceText.Apply(_text, [(status.Start, status.End, line)])
            : OccurrenceText.Apply(_text, [(OccurrenceText.EndOf(own), OccurrenceText.EndOf(own), line)]);
    }

    private string? Restore()
    {
        if (!_meeting.IsCancelled)
        {
            return _text;
        }

        if (Own is { } own)
        {
            if (own.Find("STATUS") is not { } status)
            {
                return null;
            }

            var isEmpty =
                own != Master && Master is { } master && OccurrenceText.SaysNothingElse(_text, own, master);
            return isEmpty
                ? OccurrenceText.Apply(_text, [(own.Begin.Start, own.End!.End, "")])
                : OccurrenceText.Apply(_text, [(status.Start, status.End, "")]);
        }

        return Master is { } series ? WithoutException(series) : null;
    }

    /// <summary>What an occurrence without a component of its own says: the last RANGE=THISANDFUTURE before it, or the master.</summary>
    private CalendarComponent? Source =>
        Events.FindLast(item =>
            item.Find("RECURRENCE-ID") is { } id
            && id.Parameter("RANGE") == "THISANDFUTURE"
            && CalendarMoment.Wall(id.Value) is { } wall
            && wall.In(_zones.Of(id), _territory) <= LocalDateTime.FromDateTime(_meeting.OriginalStart)
        ) ?? Master;

    /// <summary>The same object with a component of this occurrence's own.</summary>
    private OccurrencePatch? WithOwn()
    {
        if (Own is not null)
        {
            return this;
        }

        return
            Source is { } source
            && Master?.Find("DTSTART") is { } first
            && Added(source, LocalDateTime.FromDateTime(_meeting.Start), _meeting.IsCancelled) is { } added
            ? Of(
                added,
                _meeting with
                {
                    OverrideId = Written(first, LocalDateTime.FromDateTime(_meeting.OriginalStart)),
                },
                _territory
            )
            : null;
    }

    private string? Say(string name, Func<string, string> change)
    {
        if (Own is not { } own)
        {
            return null;
        }

        var there = own.Find(name);
        var (before, words) = (there?.Text ?? "", change(there?.Text ?? ""));
        if (words == before)
        {
            return _text;
        }

        var line =
            words.Length == 0 ? "" : OccurrenceText.Line($"{name}:{ContentLine.Escape(words)}", NewLine);
        var (from, to) = there is null
            ? (OccurrenceText.EndOf(own), OccurrenceText.EndOf(own))
            : (there.Start, there.End);
        // A map of the old place would lead people there.
        var stale =
            name == "LOCATION"
                ? own.Lines.Where(item => item.Name is "GEO" or "X-APPLE-STRUCTURED-LOCATION")
                : [];
        return OccurrenceText.Apply(
            _text,
            [(from, to, line), .. stale.Select(item => (item.Start, item.End, ""))]
        );
    }

    private List<(int Start, int End, string By)> Moved(CalendarComponent own, LocalDateTime start)
    {
        var edits = new List<(int Start, int End, string By)>();
        foreach (var (line, moment) in Moments(own, start))
        {
            edits.Add((line.Start, line.End, OccurrenceText.Line(line.Head + moment, NewLine)));
        }

        return edits;
    }

    /// <summary>The lines that say when it begins and ends, with what they have to say; a DURATION stays true.</summary>
    private IEnumerable<(ContentLine Line, string Moment)> Moments(CalendarComponent own, LocalDateTime start)
    {
        var length = Period.FromTicks((_meeting.End - _meeting.Start).Ticks);
        if (own.Find("DTSTART") is { } begins)
        {
            yield return (begins, Written(begins, start));
        }

        if (own.Find("DTEND") is { } ends)
        {
            yield return (ends, Written(ends, start.Plus(length)));
        }
    }

    /// <summary>A moment of the territory as a line's own form has it: UTC, a zone of its own, floating.</summary>
    private string Written(ContentLine line, LocalDateTime moment)
    {
        var wall = moment.In(_territory, _zones.Of(line));
        var isUtc = line.Value.TrimEnd().EndsWith('Z');
        return wall.ToString("yyyyMMdd'T'HHmmss", System.Globalization.CultureInfo.InvariantCulture)
            + (isUtc ? "Z" : "");
    }

    private string? Added(CalendarComponent source, LocalDateTime start, bool isCancelled)
    {
        if (Master?.Find("DTSTART") is not { } first)
        {
            return null;
        }

        var original = Written(first, LocalDateTime.FromDateTime(_meeting.OriginalStart));
        var id = OccurrenceText.Line($"RECURRENCE-ID{first.Head["DTSTART".Length..]}{original}", NewLine);
        var moments = Moments(source, start)
            .ToDictionary(pair => pair.Line.Start, pair => pair.Line.Head + pair.Moment);
        var component = OccurrenceText.Override(_text, source, id, moments, isCancelled, NewLine);
        var at = Events[^1].End!.End;
        return OccurrenceText.Apply(_text, [(at, at, component)]);
    }

    private string? WithoutException(CalendarComponent series)
    {
        var (events, _) = EventReader.Read(_text, _territory);
        var master = events?.FirstOrDefault(item => item.Uid == _meeting.Uid && item.Override is null);
        if (master is null)
        {
            return null;
        }

        var original = LocalDateTime.FromDateTime(_meeting.OriginalStart).In(_territory, master.Zone);
        foreach (var line in series.All("EXDATE"))
        {
            var values = line.Value.Split(',');
            var kept = values
                .Where(value => SeriesDates.OnClocksOf(line with { Value = value }, master) != original)
                .ToList();
            if (kept.Count < values.Length)
            {
                var left =
                    kept.Count == 0 ? "" : OccurrenceText.Line(line.Head + string.Join(',', kept), NewLine);
                return OccurrenceText.Apply(_text, [(line.Start, line.End, left)]);
            }
        }

        return null;
    }
}
