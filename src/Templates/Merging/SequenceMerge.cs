using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The three versions of the blocks of a body or cell, or of the rows of a table.</summary>
internal sealed record MergeSequence(
    XElement Container,
    IReadOnlyList<MergeUnit> Before,
    IReadOnlyList<MergeUnit> Edited,
    IReadOnlyList<MergeUnit> Fresh
)
{
    /// <summary>The blocks of three bodies, cells, headers.</summary>
    internal static MergeSequence Blocks(
        (MergePart Part, XElement Element) before,
        (MergePart Part, XElement Element) edited,
        (MergePart Part, XElement Element) fresh
    ) =>
        new(
            edited.Element,
            MergeUnit.Blocks(before.Part, before.Element),
            MergeUnit.Blocks(edited.Part, edited.Element),
            MergeUnit.Blocks(fresh.Part, fresh.Element)
        );
}

/// <summary>
/// Brings a sequence of blocks or rows up to date in the edited document: what all have is merged in turn, what the
/// data dropped goes unless a person touched it, what is new comes in at its place.
/// </summary>
internal sealed class SequenceMerge(MergeContext context)
{
    internal void MergeBlocks(MergeSequence blocks, MergePlace place) =>
        Merge(blocks, place, MergeBlock, context.Import.Import);

    /// <param name="merge">Merges a unit that all three have.</param>
    /// <param name="import">Makes the edited document's copy of a new unit.</param>
    internal void Merge(
        MergeSequence sequence,
        MergePlace place,
        Action<MergeUnit, MergeUnit, MergeUnit, MergePlace> merge,
        Func<XElement, XElement> import
    )
    {
        var theirs = context.Align(sequence.Before, sequence.Edited);
        var ours = context.Align(sequence.Before, sequence.Fresh);
        var zones = new FreeZones(sequence.Before, sequence.Edited, theirs);
        var zoneOf = FreeZones.Of(sequence.Before);
        var told = new HashSet<string>(StringComparer.Ordinal);
        XElement? near = null;
        for (var index = 0; index < sequence.Before.Count; index++)
        {
            var before = sequence.Before[index];
            var edited = theirs.To(index) < 0 ? null : sequence.Edited[theirs.To(index)];
            var fresh = ours.To(index) < 0 ? null : sequence.Fresh[ours.To(index)];
            place = before.IsHeading ? place with { Heading = before.Text } : place;
            near = edited?.Element ?? near;
            if (zones.IsTouched(zoneOf[index]))
            {
                if (told.Add(zoneOf[index]!))
                {
                    context.Tell(MergeOutcome.Kept, place.Tell(), edited?.Text ?? "", fresh?.Text ?? "");
                }
            }
            else if (edited is not null && fresh is not null)
            {
                merge(before, edited, fresh, place);
            }
            else if (edited is not null)
            {
                Drop(before, edited, place);
            }
            else if (fresh is not null)
            {
                StayDeleted(before, fresh, near, place);
            }
        }

        new Insertion(context, sequence, theirs, ours, import).Apply(
            FreeZones.Of(sequence.Fresh),
            zones,
            place
        );
    }

    private void MergeBlock(MergeUnit before, MergeUnit edited, MergeUnit fresh, MergePlace place)
    {
        if (before.Kind == UnitKind.Table)
        {
            new TableMerge(context, this).Merge(before, edited, fresh, place);
            return;
        }

        context.Import.Numbering.Learn(fresh.Element, edited.Element);
        new ParagraphMerge(context).Merge(before, edited, fresh, place);
    }

    /// <summary>The data dropped it.</summary>
    private void Drop(MergeUnit before, MergeUnit edited, MergePlace place)
    {
        var where = place with { Row = edited.Kind == UnitKind.Row ? RowName(edited) : place.Row };
        if (edited.Print != before.Print)
        {
            if (before.IsBlank)
            {
                context.Tell(MergeOutcome.Kept, where.Tell(), edited.Text);
            }
            else
            {
                context.Keep(edited, where);
            }

            return;
        }

        if (!before.IsBlank)
        {
            context.Tell(MergeOutcome.Removed, where.Tell(), edited.Text);
        }

        Remove(edited);
    }

    /// <summary>A person deleted it; the data still have it.</summary>
    private void StayDeleted(MergeUnit before, MergeUnit fresh, XElement? near, MergePlace place)
    {
        var where = place with { Row = fresh.Kind == UnitKind.Row ? RowName(before) : place.Row };
        if (fresh.Print != before.Print && !fresh.IsBlank)
        {
            context.DeletedConflict(near, where, fresh.Text);
        }
        else if (!before.IsBlank)
        {
            context.Tell(MergeOutcome.RemovalCandidate, where.Tell(), "", fresh.Text);
        }
    }

    /// <summary>A section's last paragraph and a cell's only one stay, without words.</summary>
    private static void Remove(MergeUnit unit)
    {
        var element = unit.Element;
        var blocks = element
            .Parent!.Elements()
            .Count(other => other.Name == W + "p" || other.Name == W + "tbl");
        var mustStay =
            element.Name == W + "p"
            && (
                element.Element(W + "pPr")?.Element(W + "sectPr") is not null
                || (blocks == 1 && element.Parent.Name != W + "body")
                || element.ElementsAfterSelf().FirstOrDefault() is null && element.Parent.Name == W + "tc"
            );
        if (mustStay)
        {
            ParagraphEditor.Replace(element, new TextChange(0, unit.Text.Length, ""));
            return;
        }

        RangeMarks.Rescue(element);
        element.Remove();
    }

    /// <summary>First words of a row.</summary>
    internal static string RowName(MergeUnit row) =>
        row.Text.Split('\n').FirstOrDefault(line => line.Trim().Length > 0) ?? "";
}
