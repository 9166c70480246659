using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The lists that a template shows as table rows: by column labels, and rows by key, bookmark or likeness.</summary>
internal sealed class TableReader(ReadingProbe probe, DocumentData known)
{
    /// <summary>Share of a row's words from which it is taken for a known one.</summary>
    private const double Likeness = 0.5;

    internal (List<ReadRow> Rows, List<MissingRow> Missing) Read(XElement shape, XElement edited)
    {
        var tables = edited.Descendants(W + "tbl").ToList();
        var rows = new List<ReadRow>();
        var missing = new List<MissingRow>();
        foreach (var table in shape.Descendants(W + "tbl"))
        {
            if (
                TableShape.Find(table, probe) is not { } layout
                || known.Fields.GetValueOrDefault(layout.List) is not RowsValue list
            )
            {
                continue;
            }

            var match = tables
                .Select(candidate => (Table: candidate, Score: layout.Score(candidate)))
                .Where(candidate => candidate.Score >= Likeness)
                .OrderByDescending(candidate => candidate.Score)
                .FirstOrDefault();
            if (match.Table is not null)
            {
                tables.Remove(match.Table);
            }

            var found = match.Table is null ? [] : ReadRows(layout, list, match.Table);
            rows.AddRange(found);
            missing.AddRange(
                list.Rows.Where(row => found.TrueForAll(other => other.Key != row.Key))
                    .Select(row => new MissingRow(layout.List, row.Key))
            );
        }

        return (rows, missing);
    }

    private static List<ReadRow> ReadRows(TableShape shape, RowsValue list, XElement table)
    {
        var claims = shape
            .Rows(table)
            .Select(row => new RowClaim(
                row.Element,
                row.Values,
                [.. list.Rows.Select(known => Alike(known, row.Values))]
            ))
            .ToList();
        Claim(claims, list, (row, key) => HasTag(row, shape.List, key), ReadRung.ControlTag, 1);
        Claim(claims, list, (row, key) => HasBookmark(row, shape.List, key), ReadRung.Bookmark, 0.95);
        for (var index = 0; index < list.Rows.Count; index++)
        {
            var place = index;
            if (claims.Exists(claim => claim.Key == list.Rows[place].Key))
            {
                continue;
            }

            var best = claims.Where(claim => claim.Key is null).MaxBy(claim => claim.Likeness[place]);
            if (best is not null && best.Likeness[place] >= Likeness)
            {
                best.Take(list.Rows[place].Key, ReadRung.TableHeader, 0.8 * best.Likeness[place]);
            }
        }

        return [.. claims.Select(claim => claim.ToRow(shape.List))];
    }

    /// <summary>A copied and pasted row carries the key of its model: the one most like the known row has it.</summary>
    private static void Claim(
        List<RowClaim> claims,
        RowsValue list,
        Func<XElement, string, bool> has,
        ReadRung rung,
        double confidence
    )
    {
        for (var index = 0; index < list.Rows.Count; index++)
        {
            var (key, place) = (list.Rows[index].Key, index);
            if (!claims.Exists(claim => claim.Key == key))
            {
                claims
                    .Where(claim => claim.Key is null && has(claim.Element, key))
                    .MaxBy(claim => claim.Likeness[place])
                    ?.Take(key, rung, confidence);
            }
        }
    }

    private static bool HasTag(XElement row, string list, string key)
    {
        var start = RowNames.ControlTag($"{list}.{key}", "");
        return row.Descendants(W + "sdt")
            .Any(control =>
                FieldReader.Property(control, "tag") is { } tag
                && tag.StartsWith(start, StringComparison.Ordinal)
                && !tag[start.Length..].Contains('.', StringComparison.Ordinal)
            );
    }

    private static bool HasBookmark(XElement row, string list, string key)
    {
        var name = RowNames.RowBookmark($"{list}.{key}");
        return row.Descendants(W + "bookmarkStart")
            .Any(start => (string?)start.Attribute(W + "name") == name);
    }

    private static double Alike(DocumentRow row, IReadOnlyList<ReadValue> values)
    {
        var before = values
            .Where(value => row.Fields.ContainsKey(value.Key))
            .Select(value => (Old: FieldWriter.Words(row.Fields[value.Key]), New: value.Text))
            .Where(pair => pair.Old.Length + pair.New.Length > 0)
            .ToList();
        return before.Count == 0 ? 0 : before.Average(pair => Shared(Label(pair.Old), Label(pair.New)));
    }

    private static double Shared(string one, string other)
    {
        var (left, right) = (one.Split(' ').ToHashSet(), other.Split(' ').ToHashSet());
        return left.Intersect(right).Count() / (double)left.Union(right).Count();
    }
}
