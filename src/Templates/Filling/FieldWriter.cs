using System.Globalization;
using System.Security;
using System.Text;

namespace Connector.Templates;

/// <summary>
/// Writes one value: in a content control of its kind (titled, with a key to read it back by), or as plain runs
/// where controls do not survive. Element order is that of ECMA-376 part 1, 17.5.2.38 (<c>w:sdtPr</c>).
/// </summary>
internal sealed class FieldWriter(FillSession session, string path, Utf8Buffer target)
{
    private readonly Dictionary<FieldNode, ControlFrame> frames = new(ReferenceEqualityComparer.Instance);

    private string Language => session.Data.Language;

    internal void Write(FieldNode field, FillScope scope)
    {
        var value = scope.Find(field.Tag.Name, out var owner);
        switch (value)
        {
            case LinkValue link:
                WriteLink(field, link);
                break;
            case MarkdownValue markdown:
                var words = new ParagraphWriter(session, path, target, field);
                new MarkdownWriter(session, words).WriteInline(markdown.Text);
                break;
            case DocumentValue { IsPresent: true }:
                throw new TemplateException([TagProblems.NotAlone(field.Tag)]);
            case ImageValue image:
                DrawingWriter.Write(target, session, path, field, image);
                break;
            case QrCodeValue { IsPresent: true } code:
                DrawingWriter.Write(target, session, path, field, QrCode.Draw(code, field.Tag));
                break;
            case TextValue text when field.InControl && XmlText.IsPlain(text.Text) && text.IsPresent:
                WritePlain(field, text.Text, owner);
                break;
            // LibreOffice 7.4 throws the line breaks of an inline control in front of it: several lines go without.
            case TextValue text when text.Text.AsSpan().Trim().IndexOfAny('\n', '\r', '\v') >= 0:
                WriteRun(field.RunProperties, FieldWords.Typeset(text.Text.Trim(), Language));
                break;
            case TextValue or NumberValue or DateValue or ChoiceValue or CheckValue when field.InControl:
                WriteControl(field, value, owner);
                break;
            case TextValue or NumberValue or DateValue or ChoiceValue or CheckValue or PrintedValue:
                WriteRun(field.RunProperties, FieldWords.Of(value, Language));
                break;
        }
    }

    /// <summary>What nearly every cell of a long table is: one line of text, between what is the same in every turn.</summary>
    private void WritePlain(FieldNode field, string text, FillScope owner)
    {
        var frame = Frame(field, owner);
        WriteHead(frame, field, owner);
        target.Append(frame.Middle);
        var words = FieldWords.Typeset(text, Language);
        if (ReferenceEquals(words, text))
        {
            target.AppendAscii(words);
        }
        else
        {
            XmlText.WriteText(target, words);
        }

        target.Append("</w:t></w:r></w:sdtContent></w:sdt>"u8);
    }

    private void WriteControl(FieldNode field, FieldValue value, FillScope owner)
    {
        WriteHead(Frame(field, owner), field, owner);
        target.Append("\"/>"u8);
        var isPresent = value.IsPresent || value is CheckValue;
        if (!isPresent)
        {
            target.Append("<w:showingPlcHdr/>"u8);
        }

        WriteKind(value);
        target.Append("</w:sdtPr><w:sdtContent>"u8);
        if (isPresent)
        {
            WriteRun(
                value is CheckValue ? CheckRunProperties.ToArray() : field.RunProperties,
                FieldWords.Of(value, Language)
            );
        }
        else
        {
            WriteRun(PlaceholderRunProperties.ToArray(), FieldWords.Placeholder(value, Language));
        }

        target.Append("</w:sdtContent></w:sdt>"u8);
    }

    /// <summary>Up to the number of the control.</summary>
    private void WriteHead(ControlFrame frame, FieldNode field, FillScope owner)
    {
        target.Append(frame.Head);
        if (!RowNames.TryWriteControlTag(target, owner, field.Tag.Name))
        {
            XmlText.WriteAttribute(target, RowNames.ControlTag(owner.Path, field.Tag.Name));
        }

        target.Append("\"/><w:id w:val=\""u8);
        target.Append(session.NextControl());
    }

    private ControlFrame Frame(FieldNode field, FillScope owner)
    {
        if (frames.TryGetValue(field, out var known) && known.CataloguePath == owner.CataloguePath)
        {
            return known;
        }

        return frames[field] = ControlFrame.Of(
            owner.CataloguePath,
            field.RunProperties,
            Title(field.Tag.Name, owner)
        );
    }

    private void WriteKind(FieldValue value)
    {
        switch (value)
        {
            case DateValue date:
                WriteDateKind(date);
                break;
            case ChoiceValue choice:
                WriteChoiceKind(choice);
                break;
            case CheckValue check:
                target.Append("<w14:checkbox><w14:checked w14:val=\""u8);
                target.Append(check.IsChecked ? 1 : 0);
                target.Append("\"/><w14:checkedState w14:val=\"2612\" w14:font=\"Segoe UI Symbol\"/>"u8);
                target.Append(
                    "<w14:uncheckedState w14:val=\"2610\" w14:font=\"Segoe UI Symbol\"/></w14:checkbox>"u8
                );
                break;
            default:
                target.Append("<w:text w:multiLine=\"1\"/>"u8);
                break;
        }
    }

    private void WriteDateKind(DateValue value)
    {
        target.Append("<w:date"u8);
        if (value.Date is { } date)
        {
            target.Append(" w:fullDate=\""u8);
            target.Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            target.Append("T00:00:00Z\""u8);
        }

        target.Append("><w:dateFormat w:val=\""u8);
        target.Append(FrenchWords.WordPattern(value.Style));
        target.Append("\"/><w:lid w:val=\""u8);
        XmlText.WriteAttribute(target, Language);
        target.Append("\"/><w:storeMappedDataAs w:val=\"dateTime\"/>"u8);
        target.Append("<w:calendar w:val=\"gregorian\"/></w:date>"u8);
    }

    private void WriteChoiceKind(ChoiceValue choice)
    {
        target.Append("<w:dropDownList>"u8);
        var options = choice.IsPresent ? choice.Options.Append(choice.Chosen!) : choice.Options;
        foreach (
            var option in options
                .Where(option => option.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase)
        )
        {
            target.Append("<w:listItem w:displayText=\""u8);
            XmlText.WriteAttribute(target, option);
            target.Append("\" w:value=\""u8);
            XmlText.WriteAttribute(target, option);
            target.Append("\"/>"u8);
        }

        target.Append("</w:dropDownList>"u8);
    }

    private void WriteRun(byte[] properties, string words)
    {
        target.Append("<w:r>"u8);
        target.Append(properties);
        target.Append("<w:t xml:space=\"preserve\">"u8);
        XmlText.WriteText(target, words);
        target.Append("</w:t></w:r>"u8);
    }

    private void WriteLink(FieldNode field, LinkValue link)
    {
        if (!link.IsPresent || !IsHarmless(link.Address))
        {
            WriteRun(field.RunProperties, FieldWords.Typeset(link.Text, Language));
            return;
        }

        target.Append("<w:hyperlink r:id=\""u8);
        target.Append(session.Link(path, XmlText.Neutralise(link.Address)));
        target.Append("\" w:history=\"1\">"u8);
        var properties =
            field.RunProperties.Length > 0
                ? field.RunProperties
                : Encoding.UTF8.GetBytes(
                    $"<w:rPr><w:rStyle w:val=\"{SecurityElement.Escape(session.Book.Character("Hyperlink"))}\"/></w:rPr>"
                );
        WriteRun(properties, link.Text);
        target.Append("</w:hyperlink>"u8);
    }

    internal static bool IsHarmless(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http" or "webcal" or "mailto";

    private string Title(string name, FillScope owner)
    {
        var label = session.Label(owner.CataloguePath, name);
        return label.Length <= 64 ? label : label[..63] + "…";
    }

    /// <summary>The palest grey that keeps a contrast of 4.5 on white.</summary>
    private static ReadOnlySpan<byte> PlaceholderRunProperties =>
        "<w:rPr><w:color w:val=\"767676\"/></w:rPr>"u8;

    private static ReadOnlySpan<byte> CheckRunProperties =>
        "<w:rPr><w:rFonts w:ascii=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" w:eastAsia=\"Segoe UI Symbol\" w:cs=\"Segoe UI Symbol\"/></w:rPr>"u8;
}
