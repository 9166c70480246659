using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Puts what is new in the data into the edited document: behind what it follows in the new one. Where the data
/// changed the order and no person did, the order follows.
/// </summary>
internal sealed class Insertion(
    MergeContext context,
    MergeSequence sequence,
    UnitAlignment theirs,
    UnitAlignment ours,
    Func<XElement, XElement> import
)
{
    /// <summary>Elements of the edited document that the new one has too, with their place there.</summary>
    private readonly Dictionary<XElement, int> places = [];

    /// <summary>What people added, and no data have.</summary>
    private readonly HashSet<XElement> added = [];

    internal void Apply(string?[] zoneOf, FreeZones zones, MergePlace place)
    {
        var known = Added();
        XElement? last = null;
        for (var index = 0; index < sequence.Fresh.Count; index++)
        {
            var fresh = sequence.Fresh[index];
            place = fresh.IsHeading ? place with { Heading = fresh.Text } : place;
            if (ours.From(index) is >= 0 and var before)
            {
                var there = theirs.To(before);
                if (there >= 0 && IsThere(sequence.Edited[there]))
                {
                    last = sequence.Edited[there].Element;
                    places[last] = index;
                }

                continue;
            }

            if (zones.IsTouched(zoneOf[index]) || IsNeedlessBlank(fresh))
            {
                continue;
            }

            last = Adopt(fresh, known) ?? Insert(fresh, index, last, place);
            places[last] = index;
        }

        if (!ours.IsInOrder && theirs.IsInOrder)
        {
            Reorder();
        }
    }

    /// <summary>What people added, by its words.</summary>
    private Dictionary<(UnitKind, string), Queue<XElement>> Added()
    {
        var units = sequence.Edited.Where((_, index) => theirs.From(index) < 0).ToList();
        added.UnionWith(units.Select(unit => unit.Element));
        return units
            .GroupBy(unit => (unit.Kind, unit.Print), unit => unit.Element)
            .ToDictionary(group => group.Key, group => new Queue<XElement>(group));
    }

    /// <summary>The same is there already: a person, or an earlier merge, put it in.</summary>
    private XElement? Adopt(MergeUnit fresh, Dictionary<(UnitKind, string), Queue<XElement>> known)
    {
        if (!known.TryGetValue((fresh.Kind, fresh.Print), out var same) || same.Count == 0)
        {
            return null;
        }

        var element = same.Dequeue();
        added.Remove(element);
        return element;
    }

    /// <summary>A row to write in is needed only where no other is left.</summary>
    private bool IsNeedlessBlank(MergeUnit fresh) =>
        fresh is { Kind: UnitKind.Row, IsBlank: true }
        && sequence.Edited.Skip(1).Any(row => IsThere(row) && (!row.IsBlank || row.Marks.Count == 0));

    private XElement Insert(MergeUnit fresh, int index, XElement? last, MergePlace place)
    {
        var copy = import(fresh.Element);
        if (last is not null)
        {
            Behind(last, fresh, index).AddAfterSelf(copy);
        }
        else if (sequence.Edited.FirstOrDefault(IsThere) is { } first)
        {
            first.Element.AddBeforeSelf(copy);
        }
        else if (sequence.Container.Elements(W + "sectPr").FirstOrDefault() is { } end)
        {
            end.AddBeforeSelf(copy);
        }
        else
        {
            sequence.Container.Add(copy);
        }

        if (!fresh.IsBlank)
        {
            var where =
                fresh.Kind == UnitKind.Row ? place with { Row = SequenceMerge.RowName(fresh) } : place;
            context.Tell(MergeOutcome.Added, where.Tell(), "", fresh.Text);
        }

        return copy;
    }

    /// <summary>A line of the same list follows its neighbour; anything else comes after what people added there.</summary>
    private XElement Behind(XElement last, MergeUnit fresh, int index)
    {
        if (
            fresh.Kind == UnitKind.Row
            || (index > 0 && sequence.Fresh[index - 1].Style == fresh.Style && !fresh.IsHeading)
        )
        {
            return last;
        }

        foreach (var next in last.ElementsAfterSelf().TakeWhile(added.Contains))
        {
            last = next;
        }

        return last;
    }

    /// <summary>What people added moves along with what stands before it.</summary>
    private void Reorder()
    {
        var elements = sequence
            .Container.Elements()
            .Where(element =>
                element.Name == W + "p" || element.Name == W + "tbl" || element.Name == W + "tr"
            )
            .ToList();
        var chunks = new List<(int Place, List<XElement> Elements)>();
        foreach (var element in elements)
        {
            if (places.TryGetValue(element, out var place) || chunks.Count == 0)
            {
                chunks.Add((chunks.Count == 0 && !places.ContainsKey(element) ? -1 : place, []));
            }

            chunks[^1].Elements.Add(element);
        }

        var wanted = chunks.OrderBy(chunk => chunk.Place).SelectMany(chunk => chunk.Elements).ToList();
        var start = elements.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count();
        if (start == elements.Count)
        {
            return;
        }

        var anchor = new XElement(W + "anchor");
        elements[start].AddBeforeSelf(anchor);
        foreach (var element in wanted.Skip(start))
        {
            element.Remove();
            anchor.AddBeforeSelf(element);
        }

        anchor.Remove();
    }

    private static bool IsThere(MergeUnit unit) => unit.Element.Parent is not null;
}
