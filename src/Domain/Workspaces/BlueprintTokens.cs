using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>The tokens that names and descriptions in a blueprint may hold, with their values for one area.</summary>
public sealed partial record BlueprintTokens
{
    public const string Group = "groupe";
    public const string Territory = "territoire";
    public const string Year = "année";
    public const string Date = "date";
    public const string Title = "titre";

    /// <summary>In the name of a document of which there is one for each calendar: see <see cref="CalendarDocuments"/>.</summary>
    public const string Calendar = "agenda";

    /// <summary>In the name of a document of which there is one for each visit: see <see cref="VisitDocuments"/>.</summary>
    public const string Visit = "visite";

    /// <summary>The tokens that every blueprint has; the last three are known only where a meeting is to come.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = [Group, Territory, Year, Date, Title];

    public required string TerritoryName { get; init; }

    /// <summary>Name of the working group; null in the network's own areas, where the territory's stands for it.</summary>
    public string? GroupName { get; init; }

    /// <summary>The meeting that a name is for; null when there is none.</summary>
    public MeetingName? Meeting { get; init; }

    /// <summary>Values of the blueprint's own tokens.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();

    /// <summary>Every token of a text, in its order, without braces.</summary>
    public static IEnumerable<string> In(string pattern) =>
        Token().Matches(Composed(pattern)).Select(match => match.Groups[1].Value);

    /// <summary>Whether a text speaks of a meeting, and so stands for nothing where none is to come.</summary>
    public static bool SpeaksOfMeeting(string pattern) =>
        In(pattern).Any(token => token is Year or Date or Title);

    /// <summary>Whether each meeting has its own: a year or a title is that of many.</summary>
    public static bool IsOfOneMeeting(string pattern) => In(pattern).Contains(Date);

    /// <summary>
    /// The file name for <paramref name="pattern"/>; null when it speaks of a meeting and there is none to come.
    /// Filled in one pass: a title that looks like a token stays a title.
    /// </summary>
    public string? Name(string pattern) =>
        Filled(pattern, value => value) is { } filled ? FileName.Safe(filled) : null;

    /// <summary>
    /// The Markdown for <paramref name="pattern"/>, ending with a line feed; null as with <see cref="Name"/>. Values
    /// are data: nothing in them becomes a link, a heading or HTML.
    /// </summary>
    public string? Text(string pattern) =>
        Filled(pattern, Markdown.Plain) is { } filled ? filled.TrimEnd() + "\n" : null;

    private string? Filled(string pattern, Func<string, string> shown)
    {
        var missing = false;
        var filled = Token()
            .Replace(
                Composed(pattern),
                match =>
                {
                    var value = Value(match);
                    missing |= value is null;
                    return value is null ? "" : shown(value);
                }
            );
        return missing ? null : filled;
    }

    /// <summary>A regular expression for the key part of what <paramref name="pattern"/> names for any meeting.</summary>
    public string Passing(string pattern)
    {
        var filled = Token()
            .Replace(
                Composed(pattern),
                match =>
                    match.Groups[1].Value is Year or Date or Title ? Anything.ToString() : Value(match) ?? ""
            );
        var part = WorkspaceKeys.Below("", FileName.Safe(filled))[1..];
        return $"^{Regex.Escape(part).Replace(Anything.ToString(), "[^/]+", StringComparison.Ordinal)}$";
    }

    /// <summary>A letter of Glagolitic, that names may hold and that nobody writes in a blueprint.</summary>
    private const char Anything = '\u2C00';

    /// <summary>A blueprint saved on macOS may spell « é » as two characters.</summary>
    private static string Composed(string pattern) => pattern.Normalize(NormalizationForm.FormC);

    private string? Value(Match match) =>
        match.Groups[1].Value switch
        {
            Territory => TerritoryName,
            Group => GroupName ?? TerritoryName,
            Year => Meeting?.Date.ToString("yyyy", CultureInfo.InvariantCulture),
            Date => Meeting?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Title => Meeting?.Title,
            var other => Custom.GetValueOrDefault(other, match.Value),
        };

    [GeneratedRegex(@"\{([^{}\n]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
