using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Domain.Meetings;

/// <summary>
/// Rules of meetings as people say them: « premier jeudi du mois », « un mardi sur deux », « le 15 de chaque mois »,
/// with « sauf en août », « sauf jours fériés », « jusqu'au 30 juin 2027 » after any of them, and « de 14 h à 16 h » anywhere; or
/// an RRULE value as it stands.
/// </summary>
public static partial class FrenchRecurrence
{
    /// <summary>A rule said in more letters than this is not one.</summary>
    private const int Longest = 500;

    private static readonly Text Examples = new(
        "Écrivez par exemple « premier jeudi du mois », « dernier vendredi du trimestre », « tous les mardis », "
            + "« un mardi sur deux », « le 15 de chaque mois, ou le jour ouvré suivant », "
            + "« premier lundi de mars et septembre », "
            + "« une seule fois », ou une règle RRULE telle que FREQ=MONTHLY;BYDAY=1TH.",
        "Write for instance 'premier jeudi du mois', 'dernier vendredi du trimestre', 'tous les mardis', "
            + "'un mardi sur deux', 'le 15 de chaque mois, ou le jour ouvré suivant', "
            + "'premier lundi de mars et septembre', "
            + "'une seule fois', or an RRULE value such as FREQ=MONTHLY;BYDAY=1TH."
    );

    public static RecurrenceReading Parse(string words)
    {
        var text = words.Trim();
        if (RuleSyntax.LooksLikeRule(text))
        {
            return RuleSyntax.Check(text);
        }

        if (text.Length > Longest)
        {
            return NotUnderstood(text[..40] + "…");
        }

        var (rest, time, duration) = FrenchMoments.Take(text);
        var reading = ReadSentence(text, FrenchRecurrenceWords.Encode(rest));
        return reading.Problem is null ? reading with { Time = time, Duration = duration } : reading;
    }

    private static RecurrenceReading ReadSentence(string text, string encoded)
    {
        if (Once().IsMatch(encoded))
        {
            return RecurrenceReading.Understood("");
        }

        var said = Endings(encoded);
        var rule = said.IsWrong ? null : FrenchRecurrenceGrammar.Read(said.Sentence);
        if (rule is null)
        {
            return NotUnderstood(text);
        }

        rule = Without(rule, said.Except);
        if (rule is null)
        {
            return RecurrenceReading.Refused(
                new Text(
                    $"« {text} » exclut tous les mois de la règle : il n'y aurait aucune rencontre.",
                    $"'{text}' leaves out every month of the rule: there would be no meeting."
                ),
                Examples
            );
        }

        rule = said.Shift is { } shift ? FrenchDaysOff.Weekdays(rule, shift) : rule;
        if (rule is null)
        {
            return NoWorkingDay(text);
        }

        rule = rule with { Until = said.Until };
        return RecurrenceReading.Understood(rule.ToString()) with
        {
            Parts = rule,
            Holidays = said.Shift ?? said.Holidays,
            Vacations = said.Vacations,
        };
    }

    /// <summary>What stands at the end of a sentence, in whatever order people say it.</summary>
    private static Ending Endings(string encoded)
    {
        var ending = new Ending(encoded);
        for (var before = ""; before != ending.Sentence; )
        {
            before = ending.Sentence;
            var (sentence, until, isWrong) = TakeUntil(before);
            (sentence, var except) = TakeExcept(sentence);
            (sentence, var holidays, var vacations, var shift) = FrenchDaysOff.Take(sentence);
            ending = new Ending(sentence)
            {
                Until = until ?? ending.Until,
                IsWrong = isWrong || ending.IsWrong,
                Except = [.. ending.Except, .. except],
                Holidays = holidays ?? ending.Holidays,
                Vacations = vacations ?? ending.Vacations,
                Shift = shift ?? ending.Shift,
            };
        }

        return ending;
    }

    private static RecurrenceReading NoWorkingDay(string text) =>
        RecurrenceReading.Refused(
            new Text(
                $"« {text} » : le jour ouvré voisin ne se dit que d'un seul jour du mois, et dans le même mois.",
                $"'{text}': the working day beside it is said of one day of the month only, and within that month."
            ),
            new Text(
                "Écrivez par exemple « le 15 de chaque mois, ou le jour ouvré suivant » (du 1er au 26), "
                    + "« le 28 de chaque mois, ou le jour ouvré précédent » (du 3 au 28), ou « dernier jour ouvré du mois ».",
                "Write for instance 'le 15 de chaque mois, ou le jour ouvré suivant' (from 1 to 26), "
                    + "'le 28 de chaque mois, ou le jour ouvré précédent' (from 3 to 28), or 'dernier jour ouvré du mois'."
            )
        );

    private static RecurrenceReading NotUnderstood(string text) =>
        RecurrenceReading.Refused(
            MonthEnd().IsMatch(FrenchRecurrenceWords.Encode(text))
                ? new Text(
                    $"« {text} » : ce jour n'existe pas dans tous les mois.",
                    $"'{text}': not every month has this day."
                )
                : new Text(
                    $"La règle « {text} » n'est pas comprise.",
                    $"The rule '{text}' is not understood."
                ),
            MonthEnd().IsMatch(FrenchRecurrenceWords.Encode(text))
                ? new Text(
                    "Écrivez « le dernier jour du mois », ou un jour de 1 à 28.",
                    "Write 'le dernier jour du mois', or a day from 1 to 28."
                )
                : Examples
        );

    private static (string Sentence, DateOnly? Until, bool IsWrong) TakeUntil(string encoded)
    {
        var match = UntilWords().Match(encoded);
        if (!match.Success)
        {
            return (encoded, null, false);
        }

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["month"].Success
            ? FrenchRecurrenceWords.Month(match.Groups["month"].Value)
            : int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var last = month is >= 1 and <= 12 && year >= 1 ? DateTime.DaysInMonth(year, month) : 0;
        var day = match.Groups["day"].Success
            ? int.Parse(match.Groups["day"].Value.TrimStart('#'), CultureInfo.InvariantCulture)
            : last;
        return day >= 1 && day <= last
            ? (encoded[..match.Index], new DateOnly(year, month, day), false)
            : (encoded, null, true);
    }

    private static (string Sentence, IReadOnlyList<int> Months) TakeExcept(string encoded)
    {
        var match = ExceptWords().Match(encoded);
        return match.Success
            ? (
                encoded[..match.Index],
                [.. match.Groups["month"].Captures.Select(month => FrenchRecurrenceWords.Month(month.Value))]
            )
            : (encoded, []);
    }

    private static RecurrenceRule? Without(RecurrenceRule rule, IReadOnlyList<int> except)
    {
        if (except.Count == 0)
        {
            return rule;
        }

        IReadOnlyList<int> months = rule.Months.Count > 0 ? rule.Months : [.. Enumerable.Range(1, 12)];
        var kept = months.Except(except).ToList();
        return kept.Count == 0 ? null : rule with { Months = kept };
    }

    /// <summary>What was taken from the end of a sentence.</summary>
    private sealed record Ending(string Sentence)
    {
        public DateOnly? Until { get; init; }

        public bool IsWrong { get; init; }

        public IReadOnlyList<int> Except { get; init; } = [];

        public DayOff? Holidays { get; init; }

        public DayOff? Vacations { get; init; }

        public DayOff? Shift { get; init; }
    }

    [GeneratedRegex("^(?:1 )?(?:seule )?fois(?: seulement)?$|^(?:rencontre )?unique$")]
    private static partial Regex Once();

    [GeneratedRegex(@"\b(?:29|30|31) (?:du|de chaque|de tous les|chaque) mois|29 ~2\b")]
    private static partial Regex MonthEnd();

    [GeneratedRegex(
        @" (?:\+ )?jusqu (?:au |en |a fin |a la fin de |fin )?(?:(?<day>\d{1,2}|#1) )?(?<month>~\d+) (?<year>\d{4})$"
            + @"| (?:\+ )?jusqu au (?<year>\d{4}) (?<number>\d{2}) (?<day>\d{2})$"
            + @"| (?:\+ )?jusqu au (?<day>\d{1,2}) (?<number>\d{1,2}) (?<year>\d{4})$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UntilWords();

    [GeneratedRegex(
        @" (?:\+ )?(?:sauf|hors|excepte) (?:en |au mois de |au mois d |les mois de )?(?<month>~\d+)(?: \+ (?:en |de |d )?(?<month>~\d+))*$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ExceptWords();
}
