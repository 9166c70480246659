using System.Text.RegularExpressions;

namespace Connector.Domain.Meetings;

/// <summary>
/// What a sentence says at its end about days off, over <see cref="FrenchRecurrenceWords"/>: « sauf jours fériés et vacances
/// scolaires », « ou le jour ouvré suivant ».
/// </summary>
internal static partial class FrenchDaysOff
{
    /// <param name="encoded">The sentence.</param>
    /// <returns>The sentence before it; null for what it does not say.</returns>
    public static (string Sentence, DayOff? Holidays, DayOff? Vacations, DayOff? Shift) Take(string encoded)
    {
        if (Shifted().Match(encoded) is { Success: true } shifted)
        {
            var shift = shifted.Groups["before"].Success ? DayOff.PreviousWorkingDay : DayOff.NextWorkingDay;
            return (encoded[..shifted.Index], null, null, shift);
        }

        if (Left().Match(encoded) is not { Success: true } left)
        {
            return (encoded, null, null, null);
        }

        var off = left.Groups["off"].Captures.Select(capture => capture.Value).ToList();
        return (
            encoded[..left.Index],
            off.Contains("feries") ? DayOff.Skip : null,
            off.Contains("vacances") ? DayOff.Skip : null,
            null
        );
    }

    /// <summary>
    /// « le 15 de chaque mois, ou le jour ouvré suivant » without BYMONTHDAY=15 for a Saturday: the first day from Monday to
    /// Friday among three. Null where the three days are not in one month every month.
    /// </summary>
    public static RecurrenceRule? Weekdays(RecurrenceRule rule, DayOff shift)
    {
        if (rule.MonthDays.Count == 0)
        {
            return rule;
        }

        if (rule.MonthDays is not [var date])
        {
            return null;
        }

        var isNext = shift == DayOff.NextWorkingDay;
        var shortest = rule.Months is [var month] ? DateTime.DaysInMonth(2027, month) : 28;
        var fits =
            date < 0 ? !isNext
            : isNext ? date + 2 <= shortest
            : date >= 3 && date <= shortest;
        return fits
            ? rule with
            {
                MonthDays = isNext ? [date, date + 1, date + 2] : [date - 2, date - 1, date],
                Days = RecurrenceRule.WorkingDays,
                Position = isNext ? 1 : -1,
            }
            : null;
    }

    [GeneratedRegex(
        @" (?:\+ )?(?:ou|sinon|a defaut|ou bien|ou a defaut) (?:le |au )?(?:premier |#1 )?jour (?:ouvre|ouvrable) (?:(?<before>precedent|d avant|avant)|suivant|d apres|apres)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shifted();

    [GeneratedRegex(
        @" (?:\+ )?(?:sauf|hors|excepte) (?:pendant |durant |en )?(?:les |le )?(?:jours? )?(?<off>feries|vacances)(?: scolaires)?(?: \+ (?:pendant |durant |en )?(?:les |le )?(?:jours? )?(?<off>feries|vacances)(?: scolaires)?)?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Left();
}
