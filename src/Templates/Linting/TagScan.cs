using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>Finds the tags of a part with their places, and what was meant as a tag and is none.</summary>
internal sealed partial class TagScan(LintedPart part, KnownNames? known)
{
    private const int LongestBroken = 40;

    private readonly List<TagSpot> tags = [];
    private readonly List<LintFound> findings = [];

    internal IReadOnlyList<TagSpot> Tags => tags;

    internal IReadOnlyList<LintFound> Findings => findings;

    internal TagScan Run()
    {
        foreach (var paragraph in part.Paragraphs)
        {
            var text = new ParagraphText(paragraph);
            if (
                text.Text.Contains('{', StringComparison.Ordinal)
                || text.Text.Contains('}', StringComparison.Ordinal)
            )
            {
                Read(paragraph, text);
            }
        }

        return this;
    }

    private void Read(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph, ParagraphText text)
    {
        var taken = new List<(int Start, int End)>();
        foreach (var tag in TagGrammar.Find(text.Text, []))
        {
            var spot = new TagSpot(part, paragraph, text, tag.Start, tag.End, tag.Tag);
            tags.Add(spot);
            taken.Add((tag.Start, tag.End));
            if (!spot.IsUniform)
            {
                findings.Add(Formatting(spot));
            }
        }

        foreach (var (start, end) in Broken(text.Text, taken))
        {
            taken.Add((start, end));
            findings.Add(Unreadable(new TagSpot(part, paragraph, text, start, end, null)));
        }

        foreach (var match in Loose().Matches(text.Text).Where(match => IsFree(match, taken)))
        {
            var spot = new TagSpot(part, paragraph, text, match.Index, match.Index + match.Length, null);
            if (Mended(spot.Written) is { } mended)
            {
                findings.Add(
                    LintFound.At(
                        spot,
                        LintSeverity.Warning,
                        LintProblems.BraceMissing(spot.Written, mended),
                        mended
                    )
                );
            }
        }
    }

    /// <summary>Where <c>{{</c> opens nothing readable: up to the braces that were meant to close it.</summary>
    private static IEnumerable<(int Start, int End)> Broken(string text, List<(int Start, int End)> taken)
    {
        var free = 0;
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; )
        {
            var tag = taken.FirstOrDefault(span => span.Start == at);
            if (tag.End == 0 && at >= free)
            {
                var inner = at + text.AsSpan(at).IndexOfAnyExcept('{');
                var next = inner < at ? -1 : text.IndexOf("{{", inner, StringComparison.Ordinal);
                var close = Closing().Match(text, at);
                free =
                    close.Success && (next < 0 || close.Index < next)
                        ? close.Index + close.Length
                        : Math.Min(at + LongestBroken, next < 0 ? text.Length : next);
                yield return (at, free);
            }

            at = text.IndexOf("{{", Math.Max(tag.End, Math.Max(free, at + 2)), StringComparison.Ordinal);
        }
    }

    private static bool IsFree(Match match, List<(int Start, int End)> taken) =>
        taken.TrueForAll(span => match.Index >= span.End || match.Index + match.Length <= span.Start);

    private LintFound Unreadable(TagSpot spot)
    {
        var mended = Mended(spot.Written);
        return LintFound.At(spot, LintSeverity.Error, LintProblems.Unreadable(spot, mended), mended);
    }

    private static LintFound Formatting(TagSpot spot) =>
        LintFound.At(spot, LintSeverity.Warning, LintProblems.Formatting(spot.Tag!), null) with
        {
            Repair = spot.IsInOneHolder ? spot.Join : null,
        };

    /// <summary>The tag that was certainly meant: without quotation marks, spaces or lines within, and with all its braces.</summary>
    private string? Mended(string written)
    {
        var parts = Meant().Match(Noise().Replace(written.Trim('{', '}', ' ', '\n', '\t'), ""));
        if (!parts.Success || known is null)
        {
            return null;
        }

        var free = parts.Groups["free"].Success ? "libre " : "";
        var mended =
            $"{{{{{parts.Groups["sigil"].Value}{free}{Spaces().Replace(parts.Groups["name"].Value, "")}}}}}";
        return TagGrammar.Find(mended, []) is [{ Tag: var tag }] && known.Holds(tag) ? mended : null;
    }

    [GeneratedRegex(@"\}[\s\}]*\}|\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Closing();

    /// <summary>A name between braces that are too few or stand apart.</summary>
    [GeneratedRegex(
        @"\{\s?\{?\s*[#^/]?\s*(libre\s+)?\w[\w.]*\s*\}(\s?\})?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Loose();

    [GeneratedRegex(@"[""“”„«»'‘’\{\}]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^\s*(?<sigil>[#^/])?\s*(?<free>libre\s+)?(?<name>\w[\w.\s]*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Meant();
}
