using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Domain.Meetings;

/// <summary>Times of day and durations in a sentence: « à 14 h », « de 9 h 30 à midi », « pendant une heure et demie ».</summary>
internal static partial class FrenchMoments
{
    private const string Count =
        @"(?:\d{1,2}|vingt et une|vingt-(?:deux|trois)|dix-(?:sept|huit|neuf)|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt)";

    private const string Clock =
        "(?:"
        + Count
        + @"\s?(?:heures?|h|:)(?:\s?(?:\d{2}|et demie?|et quart))?|midi(?: et demie?)?|minuit)"
        + @"(?:\s+(?:du matin|de l['’]après-midi|du soir))?";

    private const string Length =
        "(?:"
        + Count
        + @"\s?(?:heures?|h)(?:\s?(?:\d{2}|et demie?))?|\d{1,3}\s?(?:minutes?|min|mn)|une demi-heure)";

    private const string Comma = @"\s*[,;]?\s*";

    private static readonly string[] Numbers =
    [
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf",
        "vingt",
        "vingt et un",
        "vingt-deux",
        "vingt-trois",
    ];

    /// <summary>Takes the moments out of a sentence. A wrong one (« à 25 h ») stays, and is not understood there.</summary>
    public static (string Words, TimeOnly? Time, TimeSpan? Duration) Take(string words)
    {
        var text = Spaces().Replace(words, " ");
        if (Range().Match(text) is { Success: true } range)
        {
            var (from, to) = (TimeOf(range.Groups["from"].Value), TimeOf(range.Groups["to"].Value));
            return from is { } start && to is { } end && end > start
                ? (Without(text, range), start, end - start)
                : (text, null, null);
        }

        TimeOnly? time = null;
        TimeSpan? duration = null;
        if (At().Match(text) is { Success: true } at && TimeOf(at.Groups["at"].Value) is { } said)
        {
            (text, time) = (Without(text, at), said);
        }

        if (
            During().Match(text) is { Success: true } during
            && LengthOf(during.Groups["length"].Value) is { } length
        )
        {
            (text, duration) = (Without(text, during), length);
        }

        return (text, time, duration);
    }

    private static string Without(string text, Match match) =>
        $"{text[..match.Index]} {text[(match.Index + match.Length)..]}".Trim(' ', ',', ';');

    private static TimeOnly? TimeOf(string words)
    {
        var minute = Minutes(words);
        var hour =
            words.StartsWith("midi", StringComparison.OrdinalIgnoreCase) ? 12
            : words.StartsWith("minuit", StringComparison.OrdinalIgnoreCase) ? 0
            : Number(words);
        var isLater = Later().IsMatch(words) && hour < 12;
        hour += isLater ? 12 : 0;
        return hour is >= 0 and < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static TimeSpan? LengthOf(string words)
    {
        var length =
            words.Contains("demi-heure", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromMinutes(30)
            : MinutesOnly().Match(words) is { Success: true } minutes
                ? TimeSpan.FromMinutes(int.Parse(minutes.Groups[1].Value, CultureInfo.InvariantCulture))
            : new TimeSpan(Number(words), Minutes(words), 0);
        return length >= TimeSpan.FromMinutes(5) && length <= TimeSpan.FromHours(24) ? length : null;
    }

    private static int Number(string words)
    {
        var word = Leading().Match(words).Value.Trim().ToLowerInvariant();
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Array.IndexOf(Numbers, word.EndsWith("une", StringComparison.Ordinal) ? word[..^1] : word);
    }

    private static int Minutes(string words) =>
        words.Contains("demi", StringComparison.OrdinalIgnoreCase) ? 30
        : words.Contains("quart", StringComparison.OrdinalIgnoreCase) ? 15
        : AfterHour().Match(words) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        Comma + @"\bde\s+(?<from>" + Clock + @")\s+(?:à|a|jusqu['’]à)\s+(?<to>" + Clock + @")(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Range();

    [GeneratedRegex(
        Comma + @"(?<!\w)(?:à|a|dès|vers)\s+(?:partir de\s+)?(?<at>" + Clock + @")(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex At();

    [GeneratedRegex(
        Comma
            + @"\b(?:pendant|durant|pour|durée(?: de)?|d['’]une durée de)\s*:?\s*(?<length>"
            + Length
            + @")(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex During();

    [GeneratedRegex(@"^" + Count + @"(?=\s?(?:heures?|h|:))", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:h|heures?|:)\s?(\d{2})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex AfterHour();

    [GeneratedRegex(@"^(\d{1,3})\s?(?:minutes?|min|mn)$", RegexOptions.IgnoreCase)]
    private static partial Regex MinutesOnly();

    [GeneratedRegex(@"après-midi|du soir", RegexOptions.IgnoreCase)]
    private static partial Regex Later();
}
