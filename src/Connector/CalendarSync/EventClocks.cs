using System.Globalization;
using Connector.Domain.ContentLines;
using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// Writes times into an object the way it has them: on the clocks of its own zone, in UTC, floating or as days. Only where it
/// becomes a whole day, or ceases to be one, the line is ours.
/// </summary>
internal sealed class EventClocks(TextEdits edits, EventZones zones, DateTimeZone territory)
{
    /// <summary>Whether a line was written that names the territory's zone.</summary>
    public bool NamesZone { get; private set; }

    /// <summary>DTSTART and what tells the end.</summary>
    public void Write(CalendarComponent component, EventPart before, EventPart after)
    {
        var moves = before.Day != after.Day || before[EventField.Time] != after[EventField.Time];
        if (
            (!moves && before[EventField.Duration] == after[EventField.Duration])
            || after.Day is not { } day
            || component.Find("DTSTART") is not { } start
        )
        {
            return;
        }

        var isDay = after[EventField.Time].Length == 0;
        var keeps = isDay == CalendarMoment.IsDay(start);
        var head = keeps ? start.Head : Head("DTSTART", isDay);
        var moment = LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(EventRewrite.TimeOf(after));
        if (moves)
        {
            edits.Replace(start, edits.Line(head + Value(moment, start, keeps, isDay)));
        }

        var length = TimeSpan.ParseExact(after[EventField.Duration], "c", CultureInfo.InvariantCulture);
        var end = moment.PlusTicks(length.Ticks);
        if (component.Find("DTEND") is { } line)
        {
            var kept = isDay == CalendarMoment.IsDay(line);
            edits.Replace(
                line,
                edits.Line((kept ? line.Head : Head("DTEND", isDay)) + Value(end, line, kept, isDay))
            );
        }
        else if (component.Find("DURATION") is { } lasts)
        {
            edits.Replace(lasts, edits.Line(lasts.Head + Iso(length)));
        }
        else
        {
            edits.Insert(
                start.End,
                edits.Line($"DTEND{head["DTSTART".Length..]}{Value(end, start, keeps, isDay)}")
            );
        }
    }

    /// <summary>EXDATE: what is out stays on its line at the time that the series has, what is not goes, what is new is added.</summary>
    public void WriteExceptions(CalendarComponent component, EventPart master)
    {
        var wanted = master.Set(EventField.Exceptions).Select(Parse).ToHashSet();
        foreach (var line in component.All("EXDATE"))
        {
            var kept = line
                .Value.Split(',')
                .Where(value =>
                    EventObjects.Moment(line, value, zones) is { } moment
                    && wanted.Remove(moment.Date.ToDateOnly())
                )
                .Select(value =>
                    At(
                        line with
                        {
                            Value = value,
                        },
                        EventObjects.Moment(line, value, zones)!.Value.Date.ToDateOnly(),
                        master
                    )
                )
                .ToList();
            var now = kept.Count == 0 ? "" : line.Head + string.Join(',', kept);
            if (now != line.Head + line.Value)
            {
                edits.Replace(line, now.Length == 0 ? "" : edits.Line(now));
            }
        }

        var isDay = master[EventField.Time].Length == 0;
        var at = component.Find("DTSTART")?.End ?? EventRewrite.EndOf(component);
        foreach (var day in wanted.Order())
        {
            var moment = LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(EventRewrite.TimeOf(master));
            edits.Insert(at, edits.Line(Head("EXDATE", isDay) + Written(moment, isDay)));
        }
    }

    /// <summary>RECURRENCE-ID of an occurrence that its series has on another day or at another time.</summary>
    public void WriteOriginal(CalendarComponent component, DateOnly day, EventPart master)
    {
        var line = component.Find("RECURRENCE-ID")!;
        edits.Replace(line, edits.Line(line.Head + At(line, day, master)));
    }

    private string At(ContentLine line, DateOnly day, EventPart master) =>
        Value(
            LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(EventRewrite.TimeOf(master)),
            line,
            keeps: true,
            CalendarMoment.IsDay(line)
        );

    /// <summary>A moment of the territory as a line of theirs has it.</summary>
    private string Value(LocalDateTime moment, ContentLine line, bool keeps, bool isDay)
    {
        if (!keeps || isDay)
        {
            return Written(moment, isDay);
        }

        var own = zones.Of(line);
        return Written(own.Equals(territory) ? moment : moment.In(territory, own), isDay)
            + (line.Value.TrimEnd().EndsWith('Z') ? "Z" : "");
    }

    private static string Written(LocalDateTime moment, bool isDay) =>
        moment.ToString(isDay ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private string Head(string name, bool isDay)
    {
        NamesZone |= !isDay;
        return isDay ? $"{name};VALUE=DATE:" : $"{name};TZID={territory.Id}:";
    }

    private static DateOnly Parse(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(TimeSpan length) =>
        length.Ticks % TimeSpan.TicksPerDay == 0
            ? $"P{length.Days}D"
            : string.Create(CultureInfo.InvariantCulture, $"PT{(long)length.TotalMinutes}M");
}
