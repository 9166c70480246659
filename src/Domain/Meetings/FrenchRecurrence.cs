using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Domain.Meetings;

/// <summary>
/// Rules of meetings as people say them: « premier jeudi du mois », « un mardi sur deux », « le 15 de chaque mois »,
/// with « sauf en août » and « jusqu'au 30 juin 2027 » after any of them; or an RRULE value as it stands.
/// </summary>
public static partial class FrenchRecurrence
{
    /// <summary>A rule said in more letters than this is not one.</summary>
    private const int Longest = 500;

    private static readonly Text Examples = new(
        "Écrivez par exemple « premier jeudi du mois », « dernier vendredi du trimestre », « tous les mardis », "
            + "« un mardi sur deux », « le 15 de chaque mois », « premier lundi de mars et septembre », "
            + "« une seule fois », ou une règle RRULE telle que FREQ=MONTHLY;BYDAY=1TH.",
        "Write for instance 'premier jeudi du mois', 'dernier vendredi du trimestre', 'tous les mardis', "
            + "'un mardi sur deux', 'le 15 de chaque mois', 'premier lundi de mars et septembre', "
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

        var encoded = FrenchRecurrenceWords.Encode(text);
        if (Once().IsMatch(encoded))
        {
            return RecurrenceReading.Understood("");
        }

        var (sentence, until, untilIsWrong) = TakeUntil(encoded);
        (sentence, var except) = TakeExcept(sentence);
        var rule = untilIsWrong ? null : FrenchRecurrenceGrammar.Read(sentence);
        if (rule is null)
        {
            return NotUnderstood(text);
        }

        rule = Without(rule, except);
        return rule is null
            ? RecurrenceReading.Refused(
                new Text(
                    $"« {text} » exclut tous les mois de la règle : il n'y aurait aucune rencontre.",
                    $"'{text}' leaves out every month of the rule: there would be no meeting."
                ),
                Examples
            )
            : RecurrenceReading.Understood((rule with { Until = until }).ToString());
    }

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
