using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>Finds <c>{{…}}</c> in a paragraph's text.</summary>
internal static partial class TagGrammar
{
    private const int LongestQuotation = 60;

    internal readonly record struct Occurrence(int Start, int End, TagPlace Tag);

    internal static bool MayHoldTags(string text) => text.Contains("{{", StringComparison.Ordinal);

    /// <summary>The tags in order; what looks like one and is none goes to <paramref name="problems"/>.</summary>
    internal static IReadOnlyList<Occurrence> Find(string text, List<TemplateProblem> problems)
    {
        var found = new List<Occurrence>();
        var where = Quote(text);
        for (var start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0; )
        {
            var match = Pattern().Match(text, start);
            if (match.Success)
            {
                found.Add(new Occurrence(start, start + match.Length, Read(match, where)));
            }
            else
            {
                problems.Add(TagProblems.Unreadable(Quote(text[start..], 30), where));
            }

            start = text.IndexOf("{{", start + Math.Max(match.Length, 2), StringComparison.Ordinal);
        }

        return found;
    }

    private static TagPlace Read(Match match, string where)
    {
        var kind = match.Groups["sigil"].Value switch
        {
            "#" => match.Groups["columns"].Success ? TagKind.Columns : TagKind.Loop,
            "^" => TagKind.Unless,
            "/" => TagKind.End,
            _ => match.Groups["free"].Success ? TagKind.Free : TagKind.Field,
        };
        return new TagPlace(kind, TagName.Fold(match.Groups["name"].Value), match.Value, where);
    }

    private static string Quote(string text, int longest = LongestQuotation)
    {
        var line = text.Replace('\n', ' ').Replace('\t', ' ').Replace('\uFFFC', ' ').Trim();
        return line.Length <= longest ? line : line[..longest] + "…";
    }

    /// <summary>Format characters (soft hyphen, zero-width space …) may stand anywhere in a name.</summary>
    [GeneratedRegex(
        @"\G\{\{\p{Cf}*\s*(?<sigil>[#^/])?\s*(?<free>libre\s+|(?<columns>(?<=#\s*)colonnes\s+))?(?<name>[\w\p{Cf}][\w.\-\p{Cf}]*)\s*\}\}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
