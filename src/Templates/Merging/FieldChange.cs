using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>What the new data change in a paragraph: one field, or a stretch of words where no control tells the fields.</summary>
/// <param name="At">In the words of the base.</param>
/// <param name="Before">The field's control in the base, when it has one.</param>
/// <param name="After">The field's control in the new document, when it has one.</param>
/// <param name="Donor">The run whose looks the new words have.</param>
internal sealed record FieldChange(TextChange At, FieldStretch? Before, FieldStretch? After, XElement? Donor)
{
    internal string Title => (After ?? Before)?.Title ?? "";

    internal bool IsPlaceholderOnOneSide => Before?.IsPlaceholder != After?.IsPlaceholder;

    /// <summary>What a comment tells: the field's new words; without a field, the paragraph's.</summary>
    internal string NewWords(string paragraph) =>
        After is null && Before is null ? paragraph
        : After is { IsPlaceholder: true } ? ""
        : At.Words;

    internal static List<FieldChange> Between(MergeUnit before, MergeUnit fresh)
    {
        var (old, young) = (FieldStretch.Of(before.Element), FieldStretch.Of(fresh.Element));
        if (FieldStretch.Frame(before.Text, old) == FieldStretch.Frame(fresh.Text, young))
        {
            return
            [
                .. old.Zip(young)
                    .Where(pair => pair.First.Text != pair.Second.Text)
                    .Select(pair => new FieldChange(
                        new TextChange(pair.First.Start, pair.First.Text.Length, pair.Second.Text),
                        pair.First,
                        pair.Second,
                        pair.Second.Control.Descendants(W + "r").FirstOrDefault()
                    )),
            ];
        }

        var at = TextChange.Between(before.Text, fresh.Text).InWholeWords(before.Text);
        return
        [
            new FieldChange(
                at,
                old.Find(field => field.Start < at.End && field.Start + field.Text.Length > at.Start),
                young.Find(field =>
                    field.Start < at.Start + at.Words.Length && field.Start + field.Text.Length > at.Start
                ),
                ParagraphEditor
                    .Leaves(fresh.Element)
                    .Find(leaf => leaf.End > at.Start || at.Words.Length == 0)
                    ?.Element.Parent
            ),
        ];
    }
}
