namespace Connector.Templates;

/// <summary>
/// What a tag becomes. One subtype per kind of content; the engine chooses the content control from it.
/// Texts may hold line breaks; characters that XML or a reader of the page cannot bear (control characters,
/// direction overrides) are dropped while writing.
/// </summary>
public abstract record FieldValue
{
    private protected FieldValue() { }

    /// <summary>Whether <c>{{#tag}}</c> shows its content for this value.</summary>
    internal abstract bool IsPresent { get; }

    /// <summary>Plain text; null or blank shows a discreet place to write in.</summary>
    public static FieldValue Of(string? text) => new TextValue(text ?? "");
}

/// <summary>Plain text, several lines allowed.</summary>
public sealed record TextValue(string Text) : FieldValue
{
    internal override bool IsPresent => !string.IsNullOrWhiteSpace(Text);
}

/// <summary>A date in a date control; null shows « jj/mm/aaaa » to fill in.</summary>
/// <param name="Date">The day, without time zone: the territory's local date.</param>
/// <param name="Style">How it is written in the document's language.</param>
public sealed record DateValue(DateOnly? Date, DateStyle Style = DateStyle.Digits) : FieldValue
{
    internal override bool IsPresent => Date is not null;
}

/// <summary>A number, grouped and marked as the document's language does; null shows a place to write in.</summary>
/// <param name="Decimals">Digits after the mark; null shows as many as there are, up to 12.</param>
/// <param name="Unit">« € », « % », « personnes »: after the number, never on another line.</param>
public sealed record NumberValue(decimal? Number, int? Decimals = null, string Unit = "") : FieldValue
{
    internal override bool IsPresent => Number is not null;
}

/// <summary>How a date is written.</summary>
public enum DateStyle
{
    /// <summary><c>03/12/2026</c></summary>
    Digits,

    /// <summary><c>3 décembre 2026</c>, <c>1er décembre 2026</c></summary>
    Words,

    /// <summary><c>jeudi 3 décembre 2026</c></summary>
    Weekday,
}

/// <summary>One of <paramref name="Options"/>, in a drop-down; a value outside of them is added to the list.</summary>
public sealed record ChoiceValue(string? Chosen, IReadOnlyList<string> Options) : FieldValue
{
    internal override bool IsPresent => !string.IsNullOrWhiteSpace(Chosen);
}

/// <summary>A box to tick.</summary>
public sealed record CheckValue(bool IsChecked) : FieldValue
{
    internal override bool IsPresent => IsChecked;
}

/// <summary>Only for <c>{{#tag}}</c> and <c>{{^tag}}</c>: shows nothing by itself.</summary>
public sealed record ConditionValue(bool Holds) : FieldValue
{
    internal override bool IsPresent => Holds;
}

/// <summary>
/// A picture, PNG or JPEG. Its proportions are kept: it is as wide as told, or as high as told where that is less. A
/// photograph stands upright when its EXIF orientation says how.
/// </summary>
/// <param name="AlternativeText">The sentence that replaces it for those who do not see it.</param>
/// <param name="WidthCentimetres">Printed width at most.</param>
/// <param name="HeightCentimetres">Printed height at most; null for no limit.</param>
public sealed record ImageValue(
    ReadOnlyMemory<byte> Bytes,
    string AlternativeText,
    double WidthCentimetres,
    double? HeightCentimetres = null
) : FieldValue
{
    internal override bool IsPresent => !Bytes.IsEmpty;
}

/// <summary>
/// A QR code, drawn when the document is filled: an address, a telephone number (<c>tel:…</c>), any words that a phone
/// shall read. Up to some 2,300 characters; a code of 60 is still read from a metre away at 4 centimetres.
/// </summary>
/// <param name="Content">What the phone reads; blank leaves the code out.</param>
/// <param name="AlternativeText">The sentence that replaces it for those who do not see it.</param>
/// <param name="WidthCentimetres">Printed width, white border included.</param>
public sealed record QrCodeValue(string Content, string AlternativeText, double WidthCentimetres) : FieldValue
{
    internal override bool IsPresent => !string.IsNullOrWhiteSpace(Content);
}

/// <summary>
/// A link. Addresses other than http, https, webcal and mailto are written as text only, so that a document
/// never carries an address that runs something.
/// </summary>
public sealed record LinkValue(string Text, string Address) : FieldValue
{
    internal override bool IsPresent => !string.IsNullOrWhiteSpace(Address);
}

/// <summary>
/// Text in Markdown (CommonMark): bold, italic, links, lists and headings become the styles of the template. Alone in
/// its paragraph it makes paragraphs of its own, headings one level below the one above; in a sentence it stays in it.
/// HTML in it is text.
/// </summary>
public sealed record MarkdownValue(string Text) : FieldValue
{
    internal override bool IsPresent => !string.IsNullOrWhiteSpace(Text);
}

/// <summary>
/// Another .docx, put where the tag stands alone in its paragraph: its text, styles that the template does not know,
/// lists, pictures and links. Its page size, headers, footers, comments and deleted words stay behind; its notes come in
/// brackets.
/// </summary>
public sealed record DocumentValue(ReadOnlyMemory<byte> Docx) : FieldValue
{
    internal override bool IsPresent => !Docx.IsEmpty;
}

/// <summary>The rows of a loop.</summary>
public sealed record RowsValue(IReadOnlyList<DocumentRow> Rows) : FieldValue
{
    internal override bool IsPresent => Rows.Count > 0;
}
