namespace Connector.Templates;

/// <summary>Where the merge is, in words that the document's readers know.</summary>
internal sealed record MergePlace(string Heading = "", string Row = "", string Column = "")
{
    private const int Longest = 60;

    /// <summary>The heading above, the row's first words, the column's label; the field's title where there is no column.</summary>
    internal string Tell(string title = "") =>
        string.Join(
            ", ",
            new[] { Heading, Row, Column.Length > 0 ? Column : title }
                .Where(words => words.Length > 0)
                .Select(words => words.Length <= Longest ? words : words[..Longest] + "…")
        );
}
