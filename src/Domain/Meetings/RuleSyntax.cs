using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Domain.Meetings;

/// <summary>
/// Checks an RRULE value that somebody wrote (RFC 5545, 3.3.10) and gives it back in capitals, without its name.
/// Only rules that make sense for meetings pass: daily or slower, at the series' own time.
/// </summary>
internal static partial class RuleSyntax
{
    private static readonly Text Remedy = new(
        "Exemples : FREQ=MONTHLY;BYDAY=1TH, FREQ=WEEKLY;INTERVAL=2;BYDAY=TU, FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21 ; "
            + "ou en français : « premier jeudi du mois ».",
        "Examples: FREQ=MONTHLY;BYDAY=1TH, FREQ=WEEKLY;INTERVAL=2;BYDAY=TU, FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21; "
            + "or in French: 'premier jeudi du mois'."
    );

    private static readonly Dictionary<string, Func<string, bool>> Parts = new(StringComparer.Ordinal)
    {
        ["FREQ"] = value => value is "DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY",
        ["INTERVAL"] = value => IsNumber(value, 1, 100),
        ["COUNT"] = value => IsNumber(value, 1, 10_000),
        ["UNTIL"] = IsUntil,
        ["BYDAY"] = value => All(value, item => Day().IsMatch(item)),
        ["BYMONTHDAY"] = value => All(value, item => IsSigned(item, 31)),
        ["BYYEARDAY"] = value => All(value, item => IsSigned(item, 366)),
        ["BYWEEKNO"] = value => All(value, item => IsSigned(item, 53)),
        ["BYMONTH"] = value => All(value, item => IsNumber(item, 1, 12)),
        ["BYSETPOS"] = value => All(value, item => IsSigned(item, 366)),
        ["WKST"] = value => value is "MO" or "TU" or "WE" or "TH" or "FR" or "SA" or "SU",
    };

    public static bool LooksLikeRule(string text) =>
        text.StartsWith("FREQ", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("RRULE", StringComparison.OrdinalIgnoreCase)
        || text.Contains("FREQ=", StringComparison.OrdinalIgnoreCase);

    public static RecurrenceReading Check(string text)
    {
        var rule = text.ToUpperInvariant();
        rule = rule.StartsWith("RRULE:", StringComparison.Ordinal) ? rule["RRULE:".Length..] : rule;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in rule.Split(';', StringSplitOptions.TrimEntries))
        {
            var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is var at and > 0
                ? (part[..at], part[(at + 1)..])
                : (part, "");
            if (Wrong(name, value, parts) is { } wrong)
            {
                return RecurrenceReading.Refused(wrong, Remedy);
            }

            parts[name] = value;
        }

        return Together(parts) is { } message
            ? RecurrenceReading.Refused(message, Remedy)
            : RecurrenceReading.Understood(
                string.Join(';', parts.Select(part => $"{part.Key}={part.Value}"))
            );
    }

    private static Text? Wrong(string name, string value, Dictionary<string, string> before)
    {
        if (name is "BYHOUR" or "BYMINUTE" or "BYSECOND")
        {
            return new Text(
                $"{name} n'est pas accepté dans la règle : l'heure s'écrit à la clé « heure ».",
                $"{name} is not accepted in the rule: the time has its own key, 'heure'."
            );
        }

        if (!Parts.TryGetValue(name, out var fits))
        {
            return new Text(
                $"« {name} » n'est pas une partie d'une règle RRULE.",
                $"'{name}' is not a part of an RRULE."
            );
        }

        if (before.ContainsKey(name))
        {
            return new Text(
                $"{name} est écrit deux fois dans la règle.",
                $"{name} is written twice in the rule."
            );
        }

        return fits(value)
            ? null
            : new Text(
                $"{name}={value} n'est pas une valeur permise pour une rencontre.",
                $"{name}={value} is not a permitted value for a meeting."
            );
    }

    /// <summary>What RFC 5545 forbids in combination, and what could never fall on any day.</summary>
    private static Text? Together(Dictionary<string, string> parts)
    {
        if (!parts.TryGetValue("FREQ", out var frequency))
        {
            return new Text("Il manque FREQ= à la règle.", "The rule lacks FREQ=.");
        }

        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL"))
        {
            return new Text(
                "COUNT et UNTIL ne vont pas ensemble : gardez l'un des deux.",
                "COUNT and UNTIL exclude each other: keep one."
            );
        }

        var ranked = parts.TryGetValue("BYDAY", out var days) && days.Any(char.IsAsciiDigit);
        if (ranked && (frequency is "DAILY" or "WEEKLY" || parts.ContainsKey("BYWEEKNO")))
        {
            return new Text(
                $"Un rang dans BYDAY ({days}) ne va qu'avec FREQ=MONTHLY ou FREQ=YEARLY.",
                $"A rank in BYDAY ({days}) goes with FREQ=MONTHLY or FREQ=YEARLY only."
            );
        }

        var misplaced =
            (parts.ContainsKey("BYWEEKNO") && frequency != "YEARLY")
            || (parts.ContainsKey("BYYEARDAY") && frequency != "YEARLY")
            || (parts.ContainsKey("BYMONTHDAY") && frequency == "WEEKLY")
            || (
                parts.ContainsKey("BYSETPOS")
                && !parts.Keys.Any(key =>
                    key is not "BYSETPOS" && key.StartsWith("BY", StringComparison.Ordinal)
                )
            );
        if (misplaced)
        {
            return new Text(
                $"Les parties de la règle ne vont pas ensemble avec FREQ={frequency} (RFC 5545, 3.3.10).",
                $"The parts of the rule do not go together with FREQ={frequency} (RFC 5545, 3.3.10)."
            );
        }

        return NeverFalls(parts)
            ? new Text(
                "Cette règle ne tombe sur aucun jour : aucun des mois nommés n'a ce jour.",
                "This rule falls on no day: none of the months named has that day."
            )
            : null;
    }

    private static bool NeverFalls(Dictionary<string, string> parts) =>
        parts.TryGetValue("BYMONTHDAY", out var dates)
        && parts.TryGetValue("BYMONTH", out var months)
        && !Numbers(months)
            .Any(month => Numbers(dates).Any(date => Math.Abs(date) <= DateTime.DaysInMonth(2028, month)));

    private static IEnumerable<int> Numbers(string list) =>
        list.Split(',').Select(item => int.Parse(item, CultureInfo.InvariantCulture));

    private static bool All(string list, Func<string, bool> fits) =>
        list.Length is > 0 and <= 500 && list.Split(',').All(fits);

    private static bool IsNumber(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most;

    private static bool IsSigned(string value, int most) =>
        IsNumber(value.StartsWith('-') || value.StartsWith('+') ? value[1..] : value, 1, most);

    private static bool IsUntil(string value) =>
        DateTime.TryParseExact(
            value,
            ["yyyyMMdd", "yyyyMMdd'T'HHmmss'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    [GeneratedRegex(@"^[+-]?([1-9]|[1-4][0-9]|5[0-3])?(MO|TU|WE|TH|FR|SA|SU)$")]
    private static partial Regex Day();
}
