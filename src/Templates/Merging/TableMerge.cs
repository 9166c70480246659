using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Merges a table row by row, and a row cell by cell under the same labels, whatever order the columns have.</summary>
internal sealed class TableMerge(MergeContext context, SequenceMerge blocks)
{
    internal void Merge(MergeUnit before, MergeUnit edited, MergeUnit fresh, MergePlace place)
    {
        var rows = new MergeSequence(edited.Element, before.TableRows, edited.TableRows, fresh.TableRows);
        var labels = TableShape.Header(before.Element);
        var theirs = Columns(labels, TableShape.Header(edited.Element));
        var ours = Columns(labels, TableShape.Header(fresh.Element));
        blocks.Merge(
            rows,
            place,
            (one, other, third, where) => MergeRow(one, other, third, where, labels, theirs, ours),
            row => Row(row, rows.Edited, ours, theirs)
        );
    }

    /// <summary>For each label of the base, the column that has it; a lone renamed one is found by elimination.</summary>
    private static int[] Columns(List<string> labels, List<string> other)
    {
        if (labels.SequenceEqual(other, StringComparer.Ordinal))
        {
            return [.. Enumerable.Range(0, labels.Count)];
        }

        var free = Enumerable.Range(0, other.Count).ToList();
        var columns = labels
            .Select(label =>
            {
                var found = free.FindIndex(index => other[index] == label);
                var column = found < 0 ? -1 : free[found];
                free.Remove(column);
                return column;
            })
            .ToArray();
        if (columns.Count(column => column < 0) == free.Count)
        {
            for (var index = 0; index < columns.Length; index++)
            {
                if (columns[index] < 0)
                {
                    columns[index] = free[0];
                    free.RemoveAt(0);
                }
            }
        }

        return columns;
    }

    private void MergeRow(
        MergeUnit before,
        MergeUnit edited,
        MergeUnit fresh,
        MergePlace place,
        List<string> labels,
        int[] theirs,
        int[] ours
    )
    {
        if (fresh.Print == before.Print && edited.Print == before.Print)
        {
            return;
        }

        var cells = (MergeUnit.Cells(before), MergeUnit.Cells(edited), MergeUnit.Cells(fresh));
        var header = TableShape.Labels(before.Element.Parent!);
        var where = place with { Row = SequenceMerge.RowName(before) };
        for (var index = 0; index < cells.Item1.Count; index++)
        {
            var isRegular = cells.Item1.Count == labels.Count;
            var (there, here) = isRegular ? (theirs[index], ours[index]) : (index, index);
            if (there >= 0 && there < cells.Item2.Count && here >= 0 && here < cells.Item3.Count)
            {
                var column = isRegular ? header[index] : "";
                MergeCell(
                    cells.Item1[index],
                    cells.Item2[there],
                    cells.Item3[here],
                    where with
                    {
                        Column = column == before.Text.Split('\n')[0] ? "" : column,
                    }
                );
            }
        }
    }

    /// <summary>A cell in which a person made other paragraphs is theirs as a whole.</summary>
    private void MergeCell(MergeUnit before, MergeUnit edited, MergeUnit fresh, MergePlace place)
    {
        if (fresh.Print == before.Print && edited.Print == before.Print)
        {
            return;
        }

        var cell = MergeSequence.Blocks(
            (before.Part, before.Element),
            (edited.Part, edited.Element),
            (fresh.Part, fresh.Element)
        );
        if (cell.Edited.Count == cell.Before.Count || edited.Print == before.Print)
        {
            blocks.MergeBlocks(cell, place);
        }
        else if (fresh.Print == before.Print)
        {
            context.Tell(MergeOutcome.Kept, place.Tell(), edited.Text, fresh.Text);
        }
        else if (edited.Text != fresh.Text)
        {
            context.Conflict(edited, place, "", edited.Text, fresh.Text);
        }
    }

    /// <summary>A new row in the columns, widths and borders that the edited table has.</summary>
    private XElement Row(XElement fresh, IReadOnlyList<MergeUnit> rows, int[] ours, int[] theirs)
    {
        var copy = context.Import.Import(fresh);
        var model = rows.LastOrDefault(row => row.Element.Parent is not null && row != rows[0]);
        var cells = copy.Elements(W + "tc").ToList();
        if (model is null)
        {
            return copy;
        }

        var models = model.Element.Elements(W + "tc").ToList();
        if (cells.Count != ours.Length || models.Count < theirs.Length)
        {
            return copy;
        }

        cells.ForEach(cell => cell.Remove());
        for (var column = 0; column < models.Count; column++)
        {
            var known = Array.IndexOf(theirs, column);
            var here = known < 0 ? -1 : ours[known];
            var cell =
                here >= 0 && here < cells.Count ? cells[here] : new XElement(W + "tc", new XElement(W + "p"));
            Dress(cell, models[column]);
            copy.Add(cell);
        }

        return copy;
    }

    private static void Dress(XElement cell, XElement model)
    {
        if (
            model.Element(W + "tcPr") is { } looks
            && looks.Element(W + "gridSpan") is null
            && looks.Element(W + "vMerge") is null
        )
        {
            cell.Element(W + "tcPr")?.Remove();
            cell.AddFirst(new XElement(looks));
        }
    }
}
