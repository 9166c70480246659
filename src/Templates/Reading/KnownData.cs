using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// What a document was last filled with, found by the names that filling wrote into it: keys of controls, bookmarks of
/// turns and of free zones.
/// </summary>
internal sealed class KnownData(DocumentData data)
{
    private readonly Dictionary<string, (KnownField Field, KnownTurn Turn)> tags = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, KnownTurn> bookmarks = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> zones = new(StringComparer.OrdinalIgnoreCase);

    internal DocumentData Data { get; } = data;

    /// <summary>Outside of all lists. Compiling the template's shape makes it know the lists and fields within.</summary>
    internal ShapeList Root { get; } = new(data);

    internal KnownTurn Document { get; private set; } = new(new ShapeList(data), null, null);

    /// <summary>A date without year is the one closest to this day.</summary>
    internal DateOnly Day { get; } = DateOnly.FromDateTime(data.Stamp.Modified.Date);

    /// <summary>To be called once the shape is compiled.</summary>
    internal void Learn(IEnumerable<string> freeZones)
    {
        Document = new KnownTurn(Root, null, null);
        Learn(Document);
        foreach (var zone in freeZones)
        {
            zones.TryAdd(RowNames.ZoneBookmark(zone), zone);
        }
    }

    internal FieldValue? ValueOf(KnownField field, KnownTurn? turn) =>
        turn?.Row is { } row ? row.Fields.GetValueOrDefault(field.Name)
        : turn is not null ? Data.Fields.GetValueOrDefault(field.Name)
        : null;

    internal ControlSpan Span(XElement control, int start, int end)
    {
        var tag = Property(control, "tag");
        var title = Property(control, "alias");
        tags.TryGetValue(tag, out var place);
        return new ControlSpan(place.Field, place.Turn, title, start, end) { Kind = Kind(control) };
    }

    /// <summary>Notes what a bookmark stands for.</summary>
    internal void Mark(string name, ParagraphDraft draft)
    {
        var plain =
            name.LastIndexOf('_') is > 0 and var last && name[(last + 1)..].All(char.IsAsciiDigit)
                ? name[..last]
                : name;
        if (bookmarks.TryGetValue(name, out var turn) || bookmarks.TryGetValue(plain, out turn))
        {
            draft.Turns.Add(turn);
        }
        else if (zones.TryGetValue(name, out var zone) || zones.TryGetValue(plain, out zone))
        {
            draft.Zones.Add(zone);
        }
    }

    private static string Kind(XElement control) =>
        control
            .Element(W + "sdtPr")
            ?.Elements()
            .Select(element => element.Name.LocalName)
            .FirstOrDefault(IsKind)
        ?? "";

    private static bool IsKind(string name) => name is "date" or "dropDownList" or "checkbox";

    private static string Property(XElement control, string name) => FieldReader.Property(control, name);

    private void Learn(KnownTurn turn)
    {
        foreach (var field in turn.List.Fields)
        {
            foreach (var written in field.Tags)
            {
                tags.TryAdd(RowNames.ControlTag(turn.Path, written), (field, turn));
            }
        }

        foreach (var list in turn.List.Lists)
        {
            foreach (var row in RowsOf(list, turn))
            {
                var inside = new KnownTurn(list, turn, row);
                turn.Add(list, inside);
                bookmarks.TryAdd(RowNames.RowBookmark(inside.Path), inside);
                Learn(inside);
            }
        }
    }

    private IEnumerable<DocumentRow> RowsOf(ShapeList list, KnownTurn turn)
    {
        var own = Find(turn, list.Name) as RowsValue;
        return list.IsColumns
            ? (Find(turn.Outer ?? turn, list.Name) as RowsValue ?? own)?.Rows.Select(column =>
                TableColumns.Merge(column, own)
            )
                ?? []
            : own?.Rows ?? [];
    }

    /// <summary>As a tag looks for it: here, then outwards.</summary>
    internal FieldValue? Find(KnownTurn turn, string name)
    {
        for (var at = turn; at is not null; at = at.Outer)
        {
            var fields = at.Row?.Fields ?? Data.Fields;
            if (fields.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
