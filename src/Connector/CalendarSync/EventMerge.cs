using System.Globalization;
using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// Merges what the territory gives for an event into the object that the calendar has, whoever wrote that: lines of fields
/// that only the territory changed are replaced, every other byte stays.
/// </summary>
internal static class EventMerge
{
    /// <summary>How far another rhythm may take an occurrence that people changed.</summary>
    private static readonly Period Farthest = Period.FromDays(15);

    /// <param name="base">The territory's text when it was last written or merged.</param>
    /// <param name="ours">The territory's text now.</param>
    /// <param name="theirs">The object as it is.</param>
    /// <param name="territory">The zone of the territory.</param>
    /// <returns>Null where one of the three cannot be read, or theirs is of another event.</returns>
    public static MergedText? Merge(string @base, string ours, string theirs, DateTimeZone territory)
    {
        if (
            EventObjects.Read(ours, territory)?.Values.SingleOrDefault() is not { } now
            || EventObjects.Read(@base, territory)?.GetValueOrDefault(now.Uid) is not { } before
            || EventObjects.Read(theirs, territory)?.GetValueOrDefault(now.Uid) is not { } there
        )
        {
            return null;
        }

        var merge = CalendarDiff.Merge(before, now, there, (master, day) => Nearest(master, day, territory));
        return new MergedText(
            merge.IsEmpty ? theirs : new EventRewrite(theirs, ours, there, merge, territory).Text(),
            merge
        );
    }

    /// <summary>Theirs with some fields as the territory has them, whoever changed them: how a conflict is undone.</summary>
    /// <param name="ours">The territory's text now.</param>
    /// <param name="theirs">The object as it is.</param>
    /// <param name="original">Of the occurrence, on its day in the series; null for the series or a single event.</param>
    /// <param name="isWanted">Which fields; null for all.</param>
    /// <param name="territory">The zone of the territory.</param>
    /// <returns>As <see cref="Merge"/>.</returns>
    public static MergedText? Take(
        string ours,
        string theirs,
        DateOnly? original,
        Func<EventField, bool>? isWanted,
        DateTimeZone territory
    )
    {
        if (
            EventObjects.Read(ours, territory)?.Values.SingleOrDefault() is not { } now
            || EventObjects.Read(theirs, territory)?.GetValueOrDefault(now.Uid) is not { } there
        )
        {
            return null;
        }

        var merge = CalendarDiff.Take(
            now,
            there,
            original,
            isWanted ?? (_ => true),
            (master, day) => Nearest(master, day, territory)
        );
        return new MergedText(
            merge.IsEmpty ? theirs : new EventRewrite(theirs, ours, there, merge, territory).Text(),
            merge
        );
    }

    private static DateOnly? Nearest(EventPart master, DateOnly day, DateTimeZone territory)
    {
        if (master.Day is not { } first)
        {
            return null;
        }

        var time = LocalTime.FromTimeOnly(EventRewrite.TimeOf(master));
        var item = new CalendarEventText
        {
            Uid = "",
            Start = LocalDate.FromDateOnly(first) + time,
            Zone = territory,
            Length = Duration.Zero,
            IsAllDay = false,
            Rule = master[EventField.Rule] is { Length: > 0 } rule ? rule : null,
        };
        var there = LocalDate.FromDateOnly(day) + time;
        return SeriesDates
            .Between(item, there.Minus(Farthest), there.Plus(Farthest))
            .Select(moment => moment.Date.ToDateOnly())
            .OrderBy(date => Math.Abs(date.DayNumber - day.DayNumber))
            .ThenBy(date => date)
            .Select(date => (DateOnly?)date)
            .FirstOrDefault();
    }
}

/// <summary>An object after a merge.</summary>
/// <param name="Text">To be written; the same text where nothing is.</param>
/// <param name="Merge">How it came about.</param>
internal sealed record MergedText(string Text, CalendarMerge Merge);
