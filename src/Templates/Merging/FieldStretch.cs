using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>A field's control in a paragraph, and the stretch of the paragraph's words in it.</summary>
internal sealed record FieldStretch(XElement Control, string Tag, int Start, string Text)
{
    internal bool IsPlaceholder => Control.Element(W + "sdtPr")?.Element(W + "showingPlcHdr") is not null;

    internal bool Holds(TextChange change) => change.Start >= Start && change.End <= Start + Text.Length;

    internal string Title => FieldReader.Property(Control, "alias");

    /// <summary>The controls within the paragraph, in reading order, with keys or without.</summary>
    internal static List<FieldStretch> Of(XElement paragraph)
    {
        var found = new List<FieldStretch>();
        foreach (var leaf in ParagraphEditor.Leaves(paragraph))
        {
            var control = leaf
                .Element.Ancestors()
                .TakeWhile(ancestor => ancestor != paragraph)
                .LastOrDefault(ancestor => ancestor.Name == W + "sdt");
            if (control is null)
            {
                continue;
            }

            if (found.Count > 0 && found[^1].Control == control)
            {
                found[^1] = found[^1] with { Text = found[^1].Text + leaf.Text };
            }
            else
            {
                found.Add(
                    new FieldStretch(control, FieldReader.Property(control, "tag"), leaf.Start, leaf.Text)
                );
            }
        }

        return found;
    }

    /// <summary>The words outside of the controls, each control being one mark.</summary>
    internal static string Frame(string text, IReadOnlyList<FieldStretch> fields)
    {
        foreach (var field in fields.Reverse())
        {
            text = $"{text[..field.Start]}\0{field.Tag}\0{text[(field.Start + field.Text.Length)..]}";
        }

        return text;
    }
}
