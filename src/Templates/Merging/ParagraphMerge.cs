using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Brings a paragraph that all three documents have up to date, field by field. What a person changed stays; only
/// the words of a field change, not its looks.
/// </summary>
internal sealed class ParagraphMerge(MergeContext context)
{
    internal void Merge(MergeUnit before, MergeUnit edited, MergeUnit fresh, MergePlace place)
    {
        if (fresh.Print == before.Print)
        {
            if (edited.Text != before.Text && (before.Marks.Count > 0 || place.Column.Length > 0))
            {
                var title = FieldStretch.Of(before.Element).FirstOrDefault()?.Title ?? "";
                context.Tell(MergeOutcome.Kept, place.Tell(title), edited.Text, fresh.Text);
            }

            return;
        }

        if (edited.Print == fresh.Print || IsContents(edited) && edited.Text != before.Text)
        {
            return;
        }

        if (fresh.Others != before.Others)
        {
            ReplaceWhole(before, edited, fresh, place);
        }
        else if (edited.Text != fresh.Text)
        {
            ReplaceWords(before, edited, fresh, place);
        }
    }

    /// <summary>Lines of a table of contents: the word processor writes them anew itself.</summary>
    private static bool IsContents(MergeUnit unit) =>
        unit.Style.StartsWith("TOC", StringComparison.OrdinalIgnoreCase)
        || unit.Style.StartsWith("Contents", StringComparison.OrdinalIgnoreCase)
        || unit.Style.StartsWith("TM", StringComparison.Ordinal);

    /// <summary>Another picture or another address: there are no words to exchange.</summary>
    private void ReplaceWhole(MergeUnit before, MergeUnit edited, MergeUnit fresh, MergePlace place)
    {
        if (edited.Print != before.Print)
        {
            context.PictureConflict(edited, place, fresh.Text);
            return;
        }

        var copy = context.Import.Import(fresh.Element);
        copy.Element(W + "pPr")?.Remove();
        copy.AddFirst(edited.Element.Element(W + "pPr") is { } looks ? new XElement(looks) : null);
        RangeMarks.Rescue(edited.Element);
        edited.Element.ReplaceWith(copy);
        context.Tell(MergeOutcome.Updated, place.Tell(), edited.Text, fresh.Text);
    }

    private void ReplaceWords(MergeUnit before, MergeUnit edited, MergeUnit fresh, MergePlace place)
    {
        var theirs = TextChange.Between(before.Text, edited.Text);
        var fields = FieldStretch.Of(edited.Element);
        var found = new List<(TextChange At, FieldChange Change)>();
        foreach (var change in FieldChange.Between(before, fresh))
        {
            var (at, isDone) = Locate(change, before.Text, edited.Text, fields, theirs);
            if (at is { } place1)
            {
                found.Add((place1, change));
            }
            else if (!isDone)
            {
                context.Conflict(edited, place, change.Title, edited.Text, change.NewWords(fresh.Text));
            }
        }

        foreach (var (at, change) in found.OrderByDescending(pair => pair.At.Start))
        {
            context.Tell(
                MergeOutcome.Updated,
                place.Tell(change.Title),
                edited.Text.Substring(at.Start, at.Length),
                change.At.Words
            );
            Write(edited.Element, at, change);
        }
    }

    /// <summary>By the control's key; else by the words around it, when the person wrote elsewhere.</summary>
    private static (TextChange? At, bool IsDone) Locate(
        FieldChange change,
        string before,
        string edited,
        List<FieldStretch> fields,
        TextChange theirs
    )
    {
        if (change.Before is { Tag.Length: > 0 } field)
        {
            var own = fields.Where(other => other.Tag == field.Tag).ToList();
            if (own.Count == 1)
            {
                return own[0].Text != field.Text ? (null, own[0].Text == change.At.Words)
                    : field.Holds(change.At)
                        ? (change.At with { Start = own[0].Start + change.At.Start - field.Start }, false)
                    : (null, false);
            }
        }

        return
            change.At.After(theirs) is { } at
            && at.End <= edited.Length
            && edited.AsSpan(at.Start, at.Length).SequenceEqual(before.AsSpan(change.At.Start, at.Length))
            ? (at, false)
            : (null, false);
    }

    private void Write(XElement paragraph, TextChange at, FieldChange change)
    {
        var run = ParagraphEditor.Replace(paragraph, at);
        if (run is null)
        {
            paragraph.Add(NewRun(change, at.Words));
            return;
        }

        if (change.IsPlaceholderOnOneSide)
        {
            run.Element(W + "rPr")?.Remove();
            run.AddFirst(Looks(change));
        }

        var control = run.Ancestors()
            .TakeWhile(other => other != paragraph)
            .LastOrDefault(other => other.Name == W + "sdt");
        if (control is null)
        {
            return;
        }

        if (change.After is { } after)
        {
            ControlKind.Take(control, after.Control);
        }
        else if (control.Element(W + "sdtContent") is { } content)
        {
            control.ReplaceWith(content.Nodes());
        }
    }

    private XElement NewRun(FieldChange change, string words) =>
        new(W + "r", Looks(change), ParagraphEditor.Words(words));

    private XElement? Looks(FieldChange change) =>
        change.Donor?.Element(W + "rPr") is { } looks ? context.Import.Import(looks) : null;
}
