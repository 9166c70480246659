using System.Globalization;

namespace Connector.Domain.Needs;

/// <summary>
/// « horaires »: the part of OpenStreetMap's <c>opening_hours</c> that places of mediation use
/// (wiki.openstreetmap.org/wiki/Key:opening_hours/specification): weekdays and their ranges, times, <c>off</c>, <c>24/7</c>,
/// <c>PH</c> and <c>SH</c>, rules between <c>;</c> of which a later one takes the place of an earlier one for its days, and
/// further rules after a comma. Months, weeks, dates, comments, the sun and open ends are not read: then nothing is said
/// rather than something half true.
/// </summary>
public static class OpeningHours
{
    private static readonly string[] Days = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    /// <summary>Null when the words mean more than what is read here, or nothing.</summary>
    public static OpeningWeek? Read(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var week = Enumerable.Range(0, 7).Select(_ => new List<OpeningSpan>()).ToArray();
        var rules = words.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return rules.Length > 0 && !IsAmbiguous(rules) && rules.All(rule => Apply(rule, week))
            ? new OpeningWeek([.. week])
            : null;
    }

    /// <summary>
    /// « Mo-Fr 09:00-12:00; 14:00-18:00 » means every day from two to six, and nobody who writes it does.
    /// </summary>
    private static bool IsAmbiguous(string[] rules) =>
        rules.Length > 1 && rules.Any(rule => char.IsAsciiDigit(rule[0]) && rule != "24/7");

    private static bool Apply(string rule, List<OpeningSpan>[] week)
    {
        var isFurther = false;
        foreach (var part in Parts(rule))
        {
            if (!ApplyOne(part, week, isFurther))
            {
                return false;
            }

            isFurther = true;
        }

        return true;
    }

    /// <summary>« Mo-Fr 09:00-12:00, Sa 10:00-12:00 » is two: a comma between times goes on with the same days.</summary>
    private static IEnumerable<string> Parts(string rule)
    {
        var part = "";
        foreach (var piece in rule.Split(',', StringSplitOptions.TrimEntries))
        {
            var beginsAnew = part.Any(char.IsAsciiDigit) && piece.Length > 0 && char.IsLetter(piece[0]);
            if (beginsAnew)
            {
                yield return part;
            }

            part = beginsAnew || part.Length == 0 ? piece : $"{part},{piece}";
        }

        yield return part;
    }

    private static bool ApplyOne(string rule, List<OpeningSpan>[] week, bool isFurther)
    {
        var (selector, times) = Halves(rule);
        if (ReadDays(selector) is not { } days || ReadTimes(times) is not { } spans)
        {
            return false;
        }

        foreach (var day in days)
        {
            if (!isFurther)
            {
                week[day].Clear();
            }

            week[day].AddRange(spans);
        }

        return true;
    }

    /// <summary>The days, and the times or « off ».</summary>
    private static (string Days, string Times) Halves(string rule)
    {
        var compact = string.Join(' ', rule.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (compact == "24/7")
        {
            return ("", "00:00-24:00");
        }

        var start = compact.AsSpan().IndexOfAnyInRange('0', '9');
        var off = Math.Max(
            compact.IndexOf("off", StringComparison.Ordinal),
            compact.IndexOf("closed", StringComparison.Ordinal)
        );
        var cut = start >= 0 ? start : off;
        return cut < 0 ? (compact, "") : (compact[..cut].Trim().TrimEnd(':'), compact[cut..].Trim());
    }

    /// <summary>Numbers of days from Sunday; empty for holidays alone; null when it is not read.</summary>
    private static IReadOnlyCollection<int>? ReadDays(string selector)
    {
        if (selector.Length == 0)
        {
            return [0, 1, 2, 3, 4, 5, 6];
        }

        var days = new SortedSet<int>();
        foreach (var word in selector.Split(',', StringSplitOptions.TrimEntries))
        {
            if (word is "PH" or "SH")
            {
                continue;
            }

            var ends = word.Split('-', StringSplitOptions.TrimEntries);
            var (first, last) = (Array.IndexOf(Days, ends[0]), Array.IndexOf(Days, ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return null;
            }

            for (var day = first; ; day = (day + 1) % 7)
            {
                days.Add(day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return days;
    }

    private static List<OpeningSpan>? ReadTimes(string times)
    {
        if (times is "off" or "closed")
        {
            return [];
        }

        var spans = new List<OpeningSpan>();
        foreach (var word in times.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = word.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Minutes(ends[0]) is not { } from || Minutes(ends[1]) is not { } to)
            {
                return null;
            }

            spans.Add(new OpeningSpan(from, to <= from ? to + OpeningWeek.Day : to));
        }

        return spans;
    }

    private static int? Minutes(string words)
    {
        var parts = words.Split(':');
        return
            parts is [{ Length: 1 or 2 } hours, { Length: 2 } minutes]
            && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && hour <= 24
            && minute < 60
            && (hour * 60) + minute <= OpeningWeek.Day
            ? (hour * 60) + minute
            : null;
    }
}
