namespace Connector.Templates;

/// <summary>One stretch of a text, and the words that take its place.</summary>
internal readonly record struct TextChange(int Start, int Length, string Words)
{
    internal int End => Start + Length;

    /// <summary>The shortest stretch outside of which both texts are the same.</summary>
    internal static TextChange Between(string before, string after)
    {
        var most = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < most && before[start] == after[start])
        {
            start++;
        }

        var tail = 0;
        while (tail < most - start && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        return new TextChange(start, before.Length - start - tail, after[start..^tail]);
    }

    /// <summary>The same change told in whole words of <paramref name="before"/>.</summary>
    internal TextChange InWholeWords(string before)
    {
        var (start, end) = (Start, End);
        while (start > 0 && !char.IsWhiteSpace(before[start - 1]))
        {
            start--;
        }

        while (end < before.Length && !char.IsWhiteSpace(before[end]))
        {
            end++;
        }

        return new TextChange(start, end - start, before[start..Start] + Words + before[End..end]);
    }

    /// <summary>
    /// Where this stretch stands after a person made the change <paramref name="theirs"/>; null when they wrote in it, or
    /// right against it.
    /// </summary>
    internal TextChange? After(TextChange theirs) =>
        theirs is { Length: 0, Words: "" } || End < theirs.Start ? this
        : Start > theirs.End ? this with { Start = Start + theirs.Words.Length - theirs.Length }
        : null;
}
