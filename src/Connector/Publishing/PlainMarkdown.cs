namespace Connector.Publishing;

/// <summary>People's words in a Markdown file.</summary>
internal static class PlainMarkdown
{
    /// <summary>One line, without signs that Markdown takes for its own.</summary>
    public static string Line(string words) =>
        string.Concat(
            words
                .ReplaceLineEndings(" ")
                .Select(letter =>
                    "\\`*_{}[]<>#|".Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}"
                )
        );
}
