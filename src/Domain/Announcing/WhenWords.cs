using System.Globalization;

namespace Connector.Domain.Announcing;

/// <summary>Days and times as people say them.</summary>
public static class WhenWords
{
    private const char NoBreak = '\u00A0';

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>« jeudi 3 décembre », « dimanche 1er novembre »; with the year when it is another than this one.</summary>
    public static Text Day(DateOnly day, DateOnly today)
    {
        var number = day.Day == 1 ? "1er" : $"{day.Day}";
        var year = day.Year == today.Year ? "" : $" {day.Year}";
        return new Text(
            $"{day.ToString("dddd", French)} {number}{NoBreak}{day.ToString("MMMM", French)}{year}",
            $"{day.ToString("dddd d MMMM", English)}{year}"
        );
    }

    /// <summary>« 14 h », « 14 h 30 »; 14:30 in English.</summary>
    public static Text Time(TimeOnly time) =>
        new(
            time.Minute == 0 ? $"{time.Hour}{NoBreak}h" : $"{time.Hour}{NoBreak}h{NoBreak}{time.Minute:00}",
            time.ToString("HH:mm", CultureInfo.InvariantCulture)
        );

    /// <summary>« jeudi 3 décembre à 14 h »</summary>
    public static Text Moment(DateTime moment, DateOnly today)
    {
        var day = Day(DateOnly.FromDateTime(moment), today);
        var time = Time(TimeOnly.FromDateTime(moment));
        return new Text($"{day.French} à {time.French}", $"{day.English} at {time.English}");
    }

    /// <summary>« jeudi 3 décembre, de 14 h à 16 h »</summary>
    public static Text Span(DateTime start, DateTime end, DateOnly today)
    {
        if (end.Date != start.Date || end <= start)
        {
            return Moment(start, today);
        }

        var day = Day(DateOnly.FromDateTime(start), today);
        var (from, to) = (Time(TimeOnly.FromDateTime(start)), Time(TimeOnly.FromDateTime(end)));
        return new Text(
            $"{day.French}, de {from.French} à {to.French}",
            $"{day.English}, {from.English} to {to.English}"
        );
    }

    /// <summary>« décembre 2026 »</summary>
    public static Text Month(DateOnly day) =>
        new(day.ToString("MMMM yyyy", French), day.ToString("MMMM yyyy", English));
}
