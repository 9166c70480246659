namespace Connector.Templates;

/// <summary>How something was found again, surest first.</summary>
public enum ReadRung
{
    /// <summary>By the key in the tag of its content control.</summary>
    ControlTag,

    /// <summary>By the bookmark of its row or zone.</summary>
    Bookmark,

    /// <summary>By the title of its content control.</summary>
    ControlTitle,

    /// <summary>By its column's label, in a row that resembles a known one or is new.</summary>
    TableHeader,

    /// <summary>By the words around it, or the heading above it.</summary>
    Heading,

    /// <summary>By what stands before and after it in the template alone.</summary>
    Place,
}

/// <summary>One value found in a document.</summary>
/// <param name="Key">The tag's name; in a row, without the list's name; <c>libre name</c> for a free zone.</param>
/// <param name="Text">Its words, lines joined by <c>\n</c>; empty when the place is still to be filled in. A box gives ☒ or ☐.</param>
/// <param name="Rung">How it was found.</param>
/// <param name="Confidence">From 0 to 1; under 0.7 a person should look.</param>
public sealed record ReadValue(string Key, string Text, ReadRung Rung, double Confidence)
{
    /// <summary>
    /// The words as the kind of value that the field has: a date, a number, a choice, a box that is ticked or not, a
    /// link; exactly the value that was put in when its words still stand there. Words that are nothing of the kind come
    /// as <see cref="TextValue"/>, with a confidence of 0.5 at most.
    /// </summary>
    public FieldValue Value { get; init; } = new TextValue(Text);
}

/// <summary>One turn of a list: a table row, a list item, a paragraph or several, a column.</summary>
/// <param name="List">The loop's name.</param>
/// <param name="Key">Key of the known row; null for a row that a person added.</param>
/// <param name="Rung">How the row was recognised.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Values">In reading order, as they now stand.</param>
public sealed record ReadRow(
    string List,
    string? Key,
    ReadRung Rung,
    double Confidence,
    IReadOnlyList<ReadValue> Values
)
{
    /// <summary>The turns of the lists within.</summary>
    public IReadOnlyList<ReadRow> Rows { get; init; } = [];
}

/// <summary>A known row that is not in the document any more: a candidate for removal, never removed by itself.</summary>
/// <param name="List">The loop's name; within another list <c>chantiers.bus.etapes</c>.</param>
/// <param name="Key">Key of the row.</param>
public sealed record MissingRow(string List, string Key);

/// <summary>What a document says now.</summary>
public sealed record ReadDocument
{
    public IReadOnlyList<ReadValue> Values { get; init; } = [];

    public IReadOnlyList<ReadRow> Rows { get; init; } = [];

    public IReadOnlyList<MissingRow> MissingRows { get; init; } = [];

    /// <summary>Why the file could not be read, or is not the document that was expected; empty when it could.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; init; } = [];
}
