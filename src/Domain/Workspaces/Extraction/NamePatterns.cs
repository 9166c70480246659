using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Domain.Workspaces.Extraction;

/// <summary>
/// Turns names back into what a blueprint would say: the group's name, the territory's and the dates of meetings
/// become tokens. Only for names that no blueprint is known to have given.
/// </summary>
public sealed partial record NamePatterns
{
    private const int ShortestWord = 3;
    private const string DateToken = "{date}";
    private const string TitleToken = "{titre}";
    private const string YearToken = "{année}";

    /// <summary>Words → the token, without braces, that stands for them.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>Titles of the group's series; null for a group whose meetings are not known.</summary>
    public IReadOnlySet<string>? Titles { get; init; }

    /// <summary>Whether the group meets on a day.</summary>
    public Func<DateOnly, bool> Meets { get; init; } = _ => false;

    /// <summary>
    /// The pattern of each of some names that stand side by side; null for a folder of one single day. Names of which
    /// several differ by the date alone are one pattern.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Of(IReadOnlyCollection<string> names)
    {
        var dated = names.ToDictionary(name => name, Dated, StringComparer.Ordinal);
        var times = dated.Values.CountBy(one => one.Pattern).ToDictionary(StringComparer.Ordinal);
        return dated.ToDictionary(
            pair => pair.Key,
            pair => Chosen(pair.Key, pair.Value, times[pair.Value.Pattern]),
            StringComparer.Ordinal
        );
    }

    /// <summary>A name or a description with the known words turned into tokens; dates stay.</summary>
    /// <param name="text">As it is.</param>
    /// <param name="written">How a word is written there.</param>
    public string Spoken(string text, Func<string, string> written)
    {
        var words = Words
            .Select(word => (Word: written(word.Key), Token: $"{{{word.Value}}}"))
            .Where(word => word.Word.Length >= ShortestWord)
            .OrderByDescending(word => word.Word.Length)
            .ThenBy(word => word.Token, StringComparer.Ordinal)
            .ToList();
        if (words.Count == 0)
        {
            return text;
        }

        var any = string.Join('|', words.Select(word => Regex.Escape(word.Word)));
        return Regex.Replace(
            text,
            $@"(?<![\p{{L}}\p{{N}}])(?:{any})(?![\p{{L}}\p{{N}}])",
            match => words.First(word => word.Word == match.Value).Token,
            RegexOptions.CultureInvariant
        );
    }

    private string? Chosen(string name, (string Pattern, DateOnly? Day, bool IsYear) dated, int times)
    {
        if (dated.Day is { } day)
        {
            var isOfMeetings =
                Titles is null
                || times > 1
                || dated.Pattern.Contains(TitleToken, StringComparison.Ordinal)
                || Meets(day);
            return isOfMeetings ? dated.Pattern : null;
        }

        return dated.IsYear && (times > 1 || dated.Pattern == YearToken)
            ? dated.Pattern
            : Spoken(name, FileName.Safe);
    }

    private (string Pattern, DateOnly? Day, bool IsYear) Dated(string name)
    {
        DateOnly? day = null;
        var withDay = Day()
            .Replace(
                name,
                match =>
                {
                    day = DayOf(match) ?? day;
                    return DayOf(match) is null ? match.Value : DateToken;
                }
            );
        var spoken = Spoken(withDay, FileName.Safe);
        if (day is not null)
        {
            return (Titled(spoken), day, false);
        }

        var withYear = Year().Replace(spoken, YearToken);
        return (withYear, null, withYear != spoken);
    }

    /// <summary>A title behind a date; where no title is known, whatever stands behind it.</summary>
    private string Titled(string dated)
    {
        if (!dated.StartsWith(DateToken, StringComparison.Ordinal))
        {
            return dated;
        }

        var rest = dated[DateToken.Length..];
        var title = rest.TrimStart(' ', '-', '–', '_');
        var isTitle = Titles is null || Titles.Any(one => FileName.Safe(one) == title);
        return title.Length > 0 && isTitle ? dated[..^title.Length] + TitleToken : dated;
    }

    private static DateOnly? DayOf(Match match)
    {
        var (year, month, day) = (match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
        return DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", out var found) ? found : null;
    }

    [GeneratedRegex(
        @"(?<!\d)(?:(?<y>20\d\d)(?<s>[-_.]?)(?<m>\d\d)\k<s>(?<d>\d\d)|(?<d>\d\d)(?<s>[-_.])(?<m>\d\d)\k<s>(?<y>20\d\d))(?!\d)"
    )]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();
}
