using System.Globalization;
using Markdig;

namespace Connector.Templates;

/// <summary>Words as the kind of value that the field has.</summary>
/// <param name="language">Of the document.</param>
/// <param name="day">A date without year is the one closest to it.</param>
internal sealed class TypedValue(string language, DateOnly day)
{
    private static readonly string[] Ticks = ["☒", "☑", "✓", "✔", "✗", "x", "oui", "yes"];
    private static readonly string[] Blanks = ["☐", "", "non", "no"];

    /// <param name="field">Tells the kind.</param>
    /// <param name="known">What was written there; null in a row that a person added.</param>
    /// <param name="address">Where a link leads now; empty when that is not known.</param>
    /// <returns>Words that are nothing of the kind come as text, and <c>IsSure</c> is false.</returns>
    internal (FieldValue Value, bool IsSure) Read(
        KnownField field,
        FieldValue? known,
        string text,
        string address
    )
    {
        var like = known ?? field.Sample;
        if (known is not null and not LinkValue && Same(text, Printed(known)))
        {
            return (known, true);
        }

        return like switch
        {
            DateValue date when text.Length == 0 => (date with { Date = null }, true),
            DateValue date => Date(text) is { } read ? (date with { Date = read }, true) : Unsure(text),
            NumberValue number when text.Length == 0 => (number with { Number = null }, true),
            NumberValue number => Number(text, number.Unit) is { } read
                ? (number with { Number = read }, true)
                : Unsure(text),
            ChoiceValue choice => Choice(choice, text),
            CheckValue check => Check(text) is { } read
                ? (check with { IsChecked = read }, true)
                : Unsure(text),
            LinkValue link => Link(link, known is not null, text, address),
            _ => (new TextValue(text), true),
        };
    }

    /// <summary>What filling wrote for a value, placeholders left out.</summary>
    internal string Printed(FieldValue value) =>
        value switch
        {
            LinkValue link => XmlText.Neutralise(FieldWords.Typeset(link.Text, language)),
            DocumentValue { IsPresent: true } document => Words(document),
            MarkdownValue markdown => Markdown.ToPlainText(markdown.Text),
            _ => WordText.Value(XmlText.Neutralise(FieldWords.Of(value, language))),
        };

    private static string Words(DocumentValue document)
    {
        var package = PackageReader.Read(document.Docx);
        return WordText.Of(SafeXml.Parse(package[PackageRepair.MainPath(package)]));
    }

    private static (FieldValue, bool) Unsure(string text) => (new TextValue(text), false);

    /// <summary>Markdown and its words in a document differ in marks and breaks, all others in spaces at most.</summary>
    private static bool Same(string text, string printed) => Letters(text) == Letters(printed);

    private static string Letters(string text) =>
        string.Join(' ', WordSet.Plain(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private DateOnly? Date(string text) =>
        FieldWords.IsFrench(language)
            ? FrenchDate.Read(text, day)
            : FrenchDate.ReadIn(CultureInfo.GetCultureInfo(language), text, day);

    /// <summary>Grouped or not, with the mark of the language or of a keyboard.</summary>
    private decimal? Number(string text, string unit)
    {
        var digits = string.Concat(text.Where(character => !char.IsWhiteSpace(character)))
            .Replace('\u2212', '-');
        var plain = string.Concat(unit.Where(character => !char.IsWhiteSpace(character)));
        if (plain.Length > 0 && digits.EndsWith(plain, StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[..^plain.Length];
        }

        digits = FieldWords.IsFrench(language)
            ? digits.Replace(',', '.')
            : digits.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(
            digits,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    private static (FieldValue, bool) Choice(ChoiceValue choice, string text)
    {
        if (text.Length == 0)
        {
            return (choice with { Chosen = null }, true);
        }

        var label = WordText.Label(text);
        var option = choice.Options.FirstOrDefault(option => WordText.Label(option) == label);
        return (choice with { Chosen = option ?? text }, option is not null || choice.Options.Count == 0);
    }

    private static bool? Check(string text)
    {
        var label = WordText.Label(text);
        return Ticks.Contains(label) ? true
            : Blanks.Contains(label) ? false
            : null;
    }

    private (FieldValue, bool) Link(LinkValue link, bool isKnown, string text, string address)
    {
        var words = isKnown && Same(text, Printed(link)) ? link.Text : text;
        return (
            new LinkValue(
                words,
                address.Length > 0 ? address
                    : isKnown ? link.Address
                    : ""
            ),
            true
        );
    }
}
