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
            var keys = found.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
            missing.AddRange(
                list.Rows.Where(row => !keys.Contains(row.Key))
                    .Select(row => new MissingRow(layout.List, row.Key))
            );
        }

        return (rows, missing);
    }

    private List<ReadRow> ReadRows(TableShape shape, RowsValue list, XElement table)
    {
        var claims = shape.Rows(table).Select(row => new RowClaim(row.Element, row.Values)).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var tags = list.Rows.ToLookup(
            row => RowNames.ControlTag($"{shape.List}.{row.Key}", ""),
            StringComparer.Ordinal
        );
        var bookmarks = list.Rows.ToLookup(
            row => RowNames.RowBookmark($"{shape.List}.{row.Key}"),
            StringComparer.Ordinal
        );
        Claim(claims, taken, row => Tags(row).SelectMany(tag => tags[tag]), ReadRung.ControlTag, 1);
        Claim(
            claims,
            taken,
            row => Bookmarks(row).SelectMany(name => bookmarks[name]),
            ReadRung.Bookmark,
            0.95
        );
        foreach (var row in list.Rows.Where(row => !taken.Contains(row.Key)))
        {
            var best = claims
                .Where(claim => claim.Key is null)
                .Select(claim => (Claim: claim, Score: Alike(row, claim.Values)))
                .OrderByDescending(pair => pair.Score)
                .FirstOrDefault();
            if (best.Claim is not null && best.Score >= Likeness)
            {
                best.Claim.Take(row.Key, ReadRung.TableHeader, 0.8 * best.Score);
            }
        }

        return [.. claims.Select(claim => claim.ToRow(shape.List))];
    }

    /// <summary>A copied and pasted row carries the key of its model: the one most like the known row has it.</summary>
    private void Claim(
        List<RowClaim> claims,
        HashSet<string> taken,
        Func<XElement, IEnumerable<DocumentRow>> marks,
        ReadRung rung,
        double confidence
    )
    {
        var marked = claims
            .Where(claim => claim.Key is null)
            .SelectMany(claim => marks(claim.Element).Distinct().Select(row => (Row: row, Claim: claim)))
            .GroupBy(pair => pair.Row, pair => pair.Claim);
        foreach (var group in marked.Where(group => !taken.Contains(group.Key.Key)))
        {
            var free = group.Where(claim => claim.Key is null).ToList();
            if (free.Count > 0)
            {
                var best = free.Count == 1 ? free[0] : free.MaxBy(claim => Alike(group.Key, claim.Values))!;
                best.Take(group.Key.Key, rung, confidence);
                taken.Add(group.Key.Key);
            }
        }
    }

    /// <summary>Tags of the row's controls without the field's name.</summary>
    private static IEnumerable<string> Tags(XElement row) =>
        row.Descendants(W + "sdt")
            .Select(control => FieldReader.Property(control, "tag"))
            .Select(tag => tag[..(tag.LastIndexOf('.') + 1)]);

    private static IEnumerable<string> Bookmarks(XElement row) =>
        row.Descendants(W + "bookmarkStart").Select(start => (string?)start.Attribute(W + "name") ?? "");

    private double Alike(DocumentRow row, IReadOnlyList<ReadValue> values)
    {
        var before = values
            .Where(value => row.Fields.ContainsKey(value.Key))
            .Select(value => (Old: FieldWords.Of(row.Fields[value.Key], known.Language), New: value.Text))
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
