using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>The words of a paragraph around its fields: cut out of an edited paragraph, they leave the fields' values.</summary>
internal sealed class ShapeFrame
{
    private readonly IReadOnlyList<ShapeSegment> segments;
    private readonly string before = "";
    private readonly string after = "";
    private Regex? pattern;

    internal ShapeFrame(IReadOnlyList<ShapeSegment> segments)
    {
        this.segments = segments;
        Fields = [.. segments.OfType<FieldSegment>()];
        Loops = [.. segments.OfType<InlineSegment>().Where(inline => inline.List is not null)];
        var isPlain = segments.All(segment =>
            segment is WordsSegment or FieldSegment { Field.HasWords: true }
        );
        if (isPlain && Fields is [{ Field: { } only }])
        {
            Only = only;
            var at = segments.ToList().FindIndex(segment => segment is FieldSegment);
            before = WordSet.Plain(Text(segments.Take(at))).TrimStart();
            after = WordSet.Plain(Text(segments.Skip(at + 1))).TrimEnd();
        }
    }

    /// <summary>The field of a paragraph that shows one and nothing that comes and goes.</summary>
    internal KnownField? Only { get; }

    internal IReadOnlyList<FieldSegment> Fields { get; }

    /// <summary>What repeats between the words.</summary>
    internal IReadOnlyList<InlineSegment> Loops { get; }

    /// <summary>How many places there are to cut out.</summary>
    internal int Count => Fields.Count + Loops.Count;

    /// <summary>The words behind the last field.</summary>
    internal string Tail => segments is [.., WordsSegment words] ? words.Text : "";

    internal bool HasWords =>
        segments.OfType<WordsSegment>().Any(words => words.Text.AsSpan().Trim().Length > 0);

    /// <summary>
    /// Where each field stands (by its place in <see cref="Fields"/>), then each loop; null when the words around them
    /// are not those of the template.
    /// </summary>
    /// <param name="plain">With plain spaces.</param>
    internal IReadOnlyList<(int Start, int End)?>? Cut(string plain)
    {
        if (Only is not null)
        {
            return CutOnly(plain);
        }

        if (Fields.Count + Loops.Count == 0)
        {
            return [];
        }

        var match = (pattern ??= Pattern()).Match(plain);
        return match.Success
            ?
            [
                .. Enumerable
                    .Range(0, Fields.Count)
                    .Select(index => Span(match.Groups[$"f{index}"]))
                    .Concat(
                        Enumerable.Range(0, Loops.Count).Select(index => Span(match.Groups[$"l{index}"]))
                    ),
            ]
            : null;
    }

    private IReadOnlyList<(int Start, int End)?>? CutOnly(string plain)
    {
        var start = plain.Length - plain.AsSpan().TrimStart().Length;
        var end = plain.AsSpan().TrimEnd().Length;
        var text = plain.AsSpan(0, Math.Max(start, end))[start..];
        // An empty value at either end leaves words whose last space was trimmed.
        var (head, tail) = (before, after);
        if (text.Length < head.Length + tail.Length)
        {
            (head, tail) = (head.TrimEnd(), tail.TrimStart());
        }

        return text.Length >= head.Length + tail.Length && text.StartsWith(head) && text.EndsWith(tail)
            ? [(start + head.Length, start + text.Length - tail.Length)]
            : null;
    }

    private static (int, int)? Span(Group group) =>
        group.Success ? (group.Index, group.Index + group.Length) : null;

    private static string Text(IEnumerable<ShapeSegment> segments) =>
        string.Concat(segments.OfType<WordsSegment>().Select(words => words.Text));

    /// <summary>Matched in time linear in the text, whatever the text.</summary>
    private Regex Pattern()
    {
        var text = new StringBuilder("^\\s*");
        var (field, loop) = (0, 0);
        foreach (var segment in segments)
        {
            Append(text, segment, ref field, ref loop);
        }

        return new Regex(text.Append("\\s*$").ToString(), RegexOptions.NonBacktracking);
    }

    private static void Append(StringBuilder text, ShapeSegment segment, ref int field, ref int loop)
    {
        switch (segment)
        {
            case WordsSegment words:
                text.Append(Escape(words.Text));
                break;
            case FieldSegment { Field.HasWords: false }:
                break;
            case FieldSegment:
                text.Append(CultureInfo.InvariantCulture, $"(?<f{field++}>[\\s\\S]*?)");
                return;
            case InlineSegment { List: not null }:
                text.Append(CultureInfo.InvariantCulture, $"(?<l{loop++}>[\\s\\S]*?)");
                break;
            case InlineSegment { Segments: var inside }:
                text.Append("(?:");
                foreach (var part in inside)
                {
                    text.Append(part is WordsSegment words ? Escape(words.Text) : "[\\s\\S]*?");
                }

                text.Append(")?");
                break;
        }

        field += segment is FieldSegment ? 1 : 0;
    }

    /// <summary>Any spaces for any spaces.</summary>
    private static string Escape(string words) =>
        string.Join(
            "\\s*",
            WordSet.Plain(words).Split((char[]?)null, StringSplitOptions.None).Select(Regex.Escape)
        );
}
