using System.Globalization;

namespace Connector.Templates;

/// <summary>
/// The known data with a mark in place of each value: filled into the template, it shows where each field stands,
/// whatever the values are.
/// </summary>
internal sealed class ReadingProbe
{
    private readonly Dictionary<string, (string List, string Field)> fields = new(StringComparer.Ordinal);

    internal ReadingProbe(DocumentData known)
    {
        Data = new DocumentData(known.Stamp, known.Title)
        {
            Catalogue = known.Catalogue,
            Language = known.Language,
        };
        foreach (var (name, value) in known.Fields)
        {
            Data.With(name, Marked(known, "", name, value));
        }

        foreach (var zone in Zones(known))
        {
            Data.WithFreeText(zone, Mark("", ZonePrefix + zone));
        }
    }

    internal const string ZonePrefix = "libre ";

    internal DocumentData Data { get; }

    private static IEnumerable<string> Zones(DocumentData known) =>
        known
            .Catalogue.Select(field => TagName.Fold(field.Key))
            .Where(key => key.StartsWith(ZonePrefix, StringComparison.Ordinal))
            .Select(key => key[ZonePrefix.Length..])
            .Union(known.FreeTexts.Keys);

    /// <summary>The field whose mark stands in <paramref name="text"/> alone, with the words around it.</summary>
    internal ReadingSlot? Slot(string text)
    {
        var start = text.IndexOf('⟦', StringComparison.Ordinal);
        var end = text.IndexOf('⟧', StringComparison.Ordinal);
        return start < 0 || end < start || text.IndexOf('⟦', start + 1) >= 0 ? null
            : fields.TryGetValue(text[start..(end + 1)], out var field)
                ? new ReadingSlot(field.List, field.Field, text[..start], text[(end + 1)..])
            : null;
    }

    /// <summary>The same, with each free zone as it is before anybody wrote in it.</summary>
    internal DocumentData WithoutFreeTexts()
    {
        var blank = new DocumentData(Data.Stamp, Data.Title)
        {
            Catalogue = Data.Catalogue,
            Language = Data.Language,
        };
        foreach (var (name, value) in Data.Fields)
        {
            blank.With(name, value);
        }

        return blank;
    }

    private FieldValue Marked(DocumentData known, string list, string name, FieldValue value) =>
        value switch
        {
            TextValue or DateValue or ChoiceValue or NumberValue or CheckValue => new TextValue(
                Mark(list, name)
            ),
            LinkValue link => new LinkValue(Mark(list, name), link.Address),
            RowsValue rows => Row(known, $"{list}{name}/", rows) is { Fields.Count: > 0 } row
                ? new RowsValue([row])
                : new RowsValue([]),
            _ => value,
        };

    private DocumentRow Row(DocumentData known, string list, RowsValue rows)
    {
        var row = new DocumentRow("1");
        foreach (var entry in known.Catalogue)
        {
            var key = TagName.Fold(entry.Key);
            if (
                key.StartsWith(list, StringComparison.Ordinal)
                && !key[list.Length..].Contains('/', StringComparison.Ordinal)
            )
            {
                var name = key[list.Length..];
                FieldValue empty = known.Catalogue.Any(other =>
                    TagName.Fold(other.Key).StartsWith(key + "/", StringComparison.Ordinal)
                )
                    ? new RowsValue([])
                    : new TextValue("");
                row.With(name, Marked(known, list, name, empty));
            }
        }

        foreach (var (name, value) in rows.Rows.SelectMany(other => other.Fields))
        {
            row.With(name, Marked(known, list, name, value));
        }

        return row;
    }

    private string Mark(string list, string field)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"⟦{fields.Count}⟧");
        fields[mark] = (list.TrimEnd('/'), field);
        return mark;
    }
}

/// <summary>Where a field stands: in which list (empty outside of loops) and between which words.</summary>
internal sealed record ReadingSlot(string List, string Field, string Before, string After)
{
    /// <summary>What stands between the words; null when they are gone.</summary>
    internal string? Cut(string text) =>
        text.Length >= Before.Length + After.Length
        && text.StartsWith(Before, StringComparison.Ordinal)
        && text.EndsWith(After, StringComparison.Ordinal)
            ? text[Before.Length..^After.Length]
            : null;
}
