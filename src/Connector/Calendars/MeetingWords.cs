using System.Globalization;
using Connector.Domain;
using Connector.Domain.Meetings;

namespace Connector.Calendars;

/// <summary>Days and times as they are said: « jeu. 3 déc. 2026, 14 h – 16 h ».</summary>
internal static class MeetingWords
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static Text Day(DateOnly day) =>
        new(FrenchDates.Write(day, "ddd d MMM yyyy"), day.ToString("ddd d MMM yyyy", English));

    /// <summary>« décembre 2026 »</summary>
    public static Text Month(DateOnly day) =>
        new(day.ToString("MMMM yyyy", French), day.ToString("MMMM yyyy", English));

    public static Text Time(TimeOnly time) =>
        new(
            time.Minute == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00a0h")
                : string.Create(CultureInfo.InvariantCulture, $"{time.Hour}\u00a0h\u00a0{time.Minute:00}"),
            time.ToString("HH:mm", CultureInfo.InvariantCulture)
        );

    /// <summary>A day of its own at each end where a meeting lasts beyond midnight.</summary>
    public static Text When(DateTime start, DateTime end)
    {
        var (day, from) = (Day(DateOnly.FromDateTime(start)), Time(TimeOnly.FromDateTime(start)));
        var to = Time(TimeOnly.FromDateTime(end));
        var last = DateOnly.FromDateTime(end);
        var (lastFrench, lastEnglish) =
            end.Date == start.Date ? ("", "") : ($"{Day(last).French}, ", $"{Day(last).English}, ");
        return new Text(
            $"{day.French}, {from.French} – {lastFrench}{to.French}",
            $"{day.English}, {from.English} – {lastEnglish}{to.English}"
        );
    }

    /// <summary>« premier jeudi du mois, 14 h – 16 h »; the title where the rule has no short name.</summary>
    public static Text Rule(MeetingSeries series)
    {
        var (from, to) = (Time(series.Time), Time(series.Time.Add(series.Duration)));
        var words = Rhythm.Of(series.Rule) ?? series.Rule;
        return new Text($"{words}, {from.French} – {to.French}", $"{words}, {from.English} – {to.English}");
    }

    public static string List(IEnumerable<string> words) => string.Join(", ", words);
}
