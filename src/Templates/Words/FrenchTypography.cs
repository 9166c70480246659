namespace Connector.Templates;

/// <summary>
/// The spaces of French: a line never begins with <c>: ; ! ? » % €</c> nor ends with <c>«</c>, nor parts a telephone
/// number or the thousands of a sum. Only spaces change, one
/// character for one, as word processors do while people type; words and quotation marks stay as they were written.
/// </summary>
public static class FrenchTypography
{
    private const char NoBreakSpace = FrenchWords.NoBreakSpace;

    /// <summary>Narrow, between digits and before high marks (U+202F).</summary>
    internal const char NarrowSpace = '\u202F';

    /// <summary>The same text, as long, with the spaces that French wants.</summary>
    public static string Apply(string text) =>
        NeedsNone(text)
            ? text
            : string.Create(
                text.Length,
                text,
                static (target, source) =>
                {
                    for (var index = 0; index < source.Length; index++)
                    {
                        target[index] = source[index] == ' ' ? Space(source, index) : source[index];
                    }
                }
            );

    private static bool NeedsNone(string text)
    {
        for (var at = text.IndexOf(' '); at >= 0; at = text.IndexOf(' ', at + 1))
        {
            if (Space(text, at) != ' ')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A sign that other characters follow is no punctuation: « :) », « ?x= ».</summary>
    private static char Space(string text, int index)
    {
        var next = index + 1 < text.Length ? text[index + 1] : ' ';
        var after = index + 2 < text.Length ? text[index + 2] : ' ';
        var before = index > 0 ? text[index - 1] : ' ';
        return (before, next) switch
        {
            (' ', _) => ' ',
            ('«', _) or (_, '»') => NoBreakSpace,
            (_, ':') when EndsWord(after) && after != ')' => NoBreakSpace,
            (_, ';' or '!' or '?')
                when (EndsWord(after) && (next, after) != (';', ')')) || after is '!' or '?' => NarrowSpace,
            (>= '0' and <= '9', '%' or '€') => NoBreakSpace,
            (>= '0' and <= '9', >= '0' and <= '9') => NoBreakSpace,
            _ => ' ',
        };
    }

    private static bool EndsWord(char character) =>
        char.IsWhiteSpace(character) || character is '»' or '”' or '"' or ')' or '…';
}
