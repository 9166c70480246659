namespace Connector.Templates;

/// <summary>A paragraph or table of the edited document, read once.</summary>
internal abstract class ReadBlock
{
    /// <summary>The words for comparing: case, accents and all kinds of spaces do not matter.</summary>
    internal abstract string Label { get; }

    /// <summary>The fields whose controls stand in it, in reading order.</summary>
    internal abstract IReadOnlyList<ControlSpan> Controls { get; }

    /// <summary>The turns whose bookmarks stand in it.</summary>
    internal abstract IReadOnlyList<KnownTurn> Anchors { get; }

    /// <summary>A set of words small enough to compare at once: a word that is in it may be there.</summary>
    internal ulong Signature => signature ??= WordSet.Signature(Label);

    internal WordSet Words => words ??= new WordSet(Label);

    private ulong? signature;
    private WordSet? words;
}

/// <summary>A content control in a paragraph: what its key and title say, and the stretch of text that it holds.</summary>
/// <param name="Field">What its key stands for; null when the key is lost or unknown.</param>
/// <param name="Turn">The turn that the key names; null outside of loops.</param>
internal sealed record ControlSpan(KnownField? Field, KnownTurn? Turn, string Title, int Start, int End)
{
    /// <summary><c>date</c>, <c>dropDownList</c> or <c>checkbox</c>; empty for words.</summary>
    internal string Kind { get; init; } = "";

    /// <summary>Says what it is by its kind alone: LibreOffice 7.4 drops key and title of dates, boxes and choices.</summary>
    internal bool IsNameless => Field is null && Title.Length == 0 && Kind.Length > 0;
}

/// <param name="Text">As a reader sees it: what was deleted under tracking is gone.</param>
/// <param name="Links">Addresses of the links in it, with the stretch of text that they hold.</param>
/// <param name="Zones">The free zones whose bookmarks stand in it.</param>
/// <param name="Boxes">The blocks of each text box that hangs on it.</param>
internal sealed class ReadParagraph(string text) : ReadBlock
{
    internal string Text { get; } = text;

    /// <summary>The same, character for character, with plain spaces.</summary>
    internal string Plain { get; } = WordSet.Plain(text);

    internal override string Label => label ??= WordText.Label(Text);

    internal override IReadOnlyList<ControlSpan> Controls => Spans;

    internal override IReadOnlyList<KnownTurn> Anchors => Turns;

    internal IReadOnlyList<ControlSpan> Spans { get; init; } = [];

    internal IReadOnlyList<KnownTurn> Turns { get; init; } = [];

    internal IReadOnlyList<string> Zones { get; init; } = [];

    internal IReadOnlyList<(string Address, int Start)> Links { get; init; } = [];

    internal IReadOnlyList<IReadOnlyList<ReadBlock>> Boxes { get; init; } = [];

    internal bool HasPicture { get; init; }

    /// <summary>Folded name of its style.</summary>
    internal string Style { get; init; } = "";

    private string? label;
}

internal sealed class ReadTable(IReadOnlyList<ReadTableRow> rows) : ReadBlock
{
    internal IReadOnlyList<ReadTableRow> Rows { get; } = rows;

    internal override string Label => Header?.Label ?? "";

    internal ReadTableRow? Header => Rows.Count == 0 ? null : Rows[0];

    /// <summary>Those of the first rows: they tell which table it is.</summary>
    internal override IReadOnlyList<ControlSpan> Controls =>
        controls ??= [.. Rows.Take(3).SelectMany(row => row.Controls)];

    internal override IReadOnlyList<KnownTurn> Anchors =>
        anchors ??= [.. Rows.Take(3).SelectMany(row => row.Anchors)];

    private IReadOnlyList<ControlSpan>? controls;
    private IReadOnlyList<KnownTurn>? anchors;
}

internal sealed class ReadTableRow(IReadOnlyList<IReadOnlyList<ReadBlock>> cells) : ReadBlock
{
    internal IReadOnlyList<IReadOnlyList<ReadBlock>> Cells { get; } = cells;

    internal override string Label =>
        label ??= string.Join(' ', Cells.SelectMany(cell => cell).Select(block => block.Label));

    internal override IReadOnlyList<ControlSpan> Controls =>
        controls ??= [.. Cells.SelectMany(cell => cell).SelectMany(block => block.Controls)];

    internal override IReadOnlyList<KnownTurn> Anchors =>
        anchors ??= [.. Cells.SelectMany(cell => cell).SelectMany(block => block.Anchors)];

    /// <summary>All words of a cell, paragraphs joined by line breaks.</summary>
    internal static string TextOf(IReadOnlyList<ReadBlock> cell) =>
        cell.Count == 1 && cell[0] is ReadParagraph only
            ? only.Text
            : string.Join('\n', cell.Select(WordsOf)).TrimEnd('\n');

    private static string WordsOf(ReadBlock block) =>
        block switch
        {
            ReadParagraph paragraph => paragraph.Text,
            ReadTable table => string.Join('\n', table.Rows.SelectMany(row => row.Cells).Select(TextOf)),
            _ => "",
        };

    private string? label;
    private IReadOnlyList<ControlSpan>? controls;
    private IReadOnlyList<KnownTurn>? anchors;
}
