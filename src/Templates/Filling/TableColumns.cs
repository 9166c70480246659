using System.Globalization;

namespace Connector.Templates;

/// <summary>The columns that the table being written repeats, by the name of their list.</summary>
internal sealed class TableColumns
{
    internal static readonly TableColumns None = new([]);

    private readonly Dictionary<string, IReadOnlyList<DocumentRow>> lists;

    private TableColumns(Dictionary<string, IReadOnlyList<DocumentRow>> lists) => this.lists = lists;

    internal IReadOnlyList<DocumentRow> this[string list] => lists.GetValueOrDefault(list) ?? [];

    internal TableColumns With(string list, FillScope scope) =>
        new(
            new(lists, StringComparer.Ordinal) { [list] = (scope.Find(list, out _) as RowsValue)?.Rows ?? [] }
        );

    /// <summary>The column with what a row's own list says for its key.</summary>
    internal static DocumentRow Merge(DocumentRow column, RowsValue? own)
    {
        var cell = own?.Rows.FirstOrDefault(row => row.Key == column.Key);
        if (cell is null || cell == column)
        {
            return column;
        }

        var merged = new DocumentRow(column.Key);
        foreach (var (name, value) in column.Fields.Concat(cell.Fields))
        {
            merged.With(name, value);
        }

        return merged;
    }

    /// <param name="original">
    /// <c>width total</c>, then <c>list model within</c> for each list: how wide its columns are drawn, and how much of
    /// that the cell spans. What all columns would take is brought back to the total.
    /// </param>
    internal void WriteWidth(Utf8Buffer target, string original)
    {
        var words = original.Split(' ');
        var (width, total) = ((long)Number(words[0]), (long)Number(words[1]));
        var wanted = total;
        for (var index = 2; index + 2 < words.Length; index += 3)
        {
            var more = this[words[index]].Count - 1;
            wanted += (long)Number(words[index + 1]) * more;
            width += (long)Number(words[index + 2]) * more;
        }

        target.Append((int)Math.Max(1, width * total / Math.Max(1, wanted)));
    }

    /// <param name="original"><c>span</c>, then <c>list shared</c> for each list: how many of its columns repeat.</param>
    internal void WriteSpan(Utf8Buffer target, string original)
    {
        var words = original.Split(' ');
        var span = Number(words[0]);
        for (var index = 1; index + 1 < words.Length; index += 2)
        {
            span += (this[words[index]].Count - 1) * Number(words[index + 1]);
        }

        target.Append(Math.Max(1, span));
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
