using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>Dates as people type them in French.</summary>
public static partial class FrenchDate
{
    private static readonly string[] Months =
    [
        .. Enumerable.Range(1, 12).Select(FrenchWords.Month).Select(WordText.Label),
    ];

    /// <summary>
    /// Reads <c>jeudi 3 décembre 2026</c>, <c>1er déc.</c>, <c>03/12/26</c>, <c>3-12</c> or <c>2026-12-03</c>. Without a year,
    /// the one that brings the day closest to <paramref name="reference"/>. Null when it is no date.
    /// </summary>
    public static DateOnly? Read(string text, DateOnly reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, reference, Months);
    }

    /// <summary>The same with the months of another language: <c>Thursday 3 December 2026</c>; digits are day, month, year.</summary>
    internal static DateOnly? ReadIn(CultureInfo culture, string text, DateOnly reference) =>
        Read(text, reference, [.. culture.DateTimeFormat.MonthNames.Take(12).Select(WordText.Label)]);

    private static DateOnly? Read(string text, DateOnly reference, string[] monthNames)
    {
        var words = WordText.Label(text);
        var match = Iso().Match(words);
        if (!match.Success)
        {
            match = Digits().Match(words);
        }

        if (match.Success)
        {
            return Day(match, int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture), reference);
        }

        match = Named().Match(words);
        if (!match.Success || match.Groups["m"].Length < 3)
        {
            return null;
        }

        var name = match.Groups["m"].Value;
        var months = Enumerable
            .Range(1, 12)
            .Where(month => monthNames[month - 1].StartsWith(name, StringComparison.Ordinal))
            .ToList();
        return months.Count == 1 ? Day(match, months[0], reference) : null;
    }

    private static DateOnly? Day(Match match, int month, DateOnly reference)
    {
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        if (!match.Groups["y"].Success)
        {
            return Enumerable
                .Range(reference.Year - 1, 3)
                .Select(near => Make(near, month, day))
                .Where(date => date is not null)
                .MinBy(date => Math.Abs(date!.Value.DayNumber - reference.DayNumber));
        }

        var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        return Make(year < 100 ? 2000 + year : year, month, day);
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:\p{L}+ )?(?<d>[0-9]{1,2})[/.-](?<m>[0-9]{1,2})(?:[/.-](?<y>[0-9]{4}|[0-9]{2}))?$")]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^(?:le )?(?:\p{L}+\.?,? )?(?<d>[0-9]{1,2})(?:er)? (?<m>\p{L}+)\.?(?: (?<y>[0-9]{4}|[0-9]{2}))?$"
    )]
    private static partial Regex Named();
}
