using System.Globalization;
using System.Text.RegularExpressions;
using Quartz;

namespace Connector.Service;

/// <summary>
/// Schedules as people write them: « toutes les 15 minutes », « every 2 hours », « chaque jour à 2 h 30 », « chaque lundi à
/// 7:00 », « jamais », or a cron expression of five fields (minutes first) or six (seconds first).
/// </summary>
internal static partial class ScheduleText
{
    private static readonly string[] French =
    [
        "dimanche",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
    ];

    private static readonly string[] English =
    [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    /// <returns>Null when it is none of these.</returns>
    public static Schedule? Parse(string written)
    {
        var text = Spaces().Replace(written.Trim().ToLowerInvariant(), " ");
        if (text is "jamais" or "never" or "non" or "no" or "off" or "false")
        {
            return Schedule.Never;
        }

        return Interval(text) ?? Daily(text) ?? Cron(written.Trim());
    }

    private static Schedule? Interval(string text)
    {
        var match = IntervalWords().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var count = match.Groups["count"].Success
            ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture)
            : 1;
        var every = match.Groups["unit"].Value[0] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
        return every >= Schedule.Shortest && every <= Schedule.Longest
            ? new Schedule { Every = every }
            : null;
    }

    private static Schedule? Daily(string text)
    {
        var match = DailyWords().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } group
            ? int.Parse(group.Value, CultureInfo.InvariantCulture)
            : 0;
        var day = match.Groups["day"].Value;
        var index = Math.Max(Array.IndexOf(French, day), Array.IndexOf(English, day));
        if (hour > 23 || minute > 59 || (index < 0 && day is not ("jour" or "day" or "nuit" or "night")))
        {
            return null;
        }

        // Quartz counts the days of the week from Sunday, which is 1.
        var days = index < 0 ? "? * *" : string.Create(CultureInfo.InvariantCulture, $"? * {index + 1}");
        return new Schedule
        {
            Cron = string.Create(CultureInfo.InvariantCulture, $"0 {minute} {hour} {days}"),
        };
    }

    private static Schedule? Cron(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5)
        {
            // Unix's form has no seconds, and its two days may both be stars, where Quartz wants one to be open.
            var (dayOfMonth, dayOfWeek) = (fields[2], fields[4]);
            (dayOfMonth, dayOfWeek) =
                dayOfWeek == "*" ? (dayOfMonth, "?")
                : dayOfMonth == "*" ? ("?", DaysOfWeek(dayOfWeek))
                : (dayOfMonth, dayOfWeek);
            fields = ["0", fields[0], fields[1], dayOfMonth, fields[3], dayOfWeek];
        }

        var cron = string.Join(' ', fields);
        return fields.Length is 6 or 7 && CronExpression.TryParse(cron, out _)
            ? new Schedule { Cron = cron }
            : null;
    }

    /// <summary>Unix counts days of the week from 0 or 7 for Sunday, Quartz from 1.</summary>
    private static string DaysOfWeek(string field) =>
        Numbers()
            .Replace(
                field,
                match =>
                    ((int.Parse(match.Value, CultureInfo.InvariantCulture) % 7) + 1).ToString(
                        CultureInfo.InvariantCulture
                    )
            );

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![/#])\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?:tou(?:te)?s les|chaque|every) (?:(?<count>\d{1,5}) )?(?<unit>secondes?|seconds?|s|minutes?|min|mn|heures?|hours?|h|jours?|days?|d|j)$"
    )]
    private static partial Regex IntervalWords();

    [GeneratedRegex(
        @"^(?:chaque|every) (?<day>\p{L}+) (?:à|a|at) (?<hour>\d{1,2}) ?(?:[h:] ?(?<minute>\d{2})?)?$"
    )]
    private static partial Regex DailyWords();
}
