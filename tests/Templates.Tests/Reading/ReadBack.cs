namespace Connector.Templates.Tests.Reading;

/// <summary>Compares what was read with what was put in.</summary>
internal static class ReadBack
{
    /// <summary>Every difference in words; empty when all that was read, row by row, is what was put in.</summary>
    internal static List<string> Differences(ReadDocument read, DocumentData data)
    {
        var found = read.Problems.Select(problem => problem.French).ToList();
        found.AddRange(read.MissingRows.Select(row => $"missing: {row}"));
        foreach (var value in read.Values)
        {
            var before = value.Key.StartsWith("libre ", StringComparison.Ordinal)
                ? new TextValue(data.FreeTexts.GetValueOrDefault(value.Key[6..], ""))
                : data.Fields[value.Key];
            Compare(value, before, "", found);
        }

        foreach (var list in read.Rows.GroupBy(row => row.List))
        {
            Compare([.. list], ((RowsValue)data.Fields[list.Key]).Rows, list.Key, found);
        }

        return found;
    }

    /// <summary>What was read, in lines that tell values, rungs and confidence.</summary>
    internal static string Tell(ReadDocument read) =>
        string.Join(
            '\n',
            read.Problems.Select(problem => problem.French)
                .Concat(read.Values.Select(value => Tell(value)))
                .Concat(read.Rows.SelectMany(row => Tell(row, "")))
                .Concat(read.MissingRows.Select(row => row.ToString()))
        );

    private static void Compare(
        IReadOnlyList<ReadRow> read,
        IReadOnlyList<DocumentRow> rows,
        string where,
        List<string> found
    )
    {
        var keys = rows.Select(row => row.Key).ToList();
        if (!read.Select(row => row.Key).SequenceEqual(keys))
        {
            found.Add(
                $"{where}: {string.Join(", ", read.Select(row => row.Key))} instead of {string.Join(", ", keys)}"
            );
            return;
        }

        foreach (var (row, before) in read.Zip(rows))
        {
            var place = $"{where}.{before.Key}";
            foreach (var value in row.Values)
            {
                Compare(value, before.Fields[value.Key], place, found);
            }

            foreach (var list in row.Rows.GroupBy(inside => inside.List))
            {
                Compare([.. list], ((RowsValue)before.Fields[list.Key]).Rows, $"{place}.{list.Key}", found);
            }
        }
    }

    private static void Compare(ReadValue value, FieldValue before, string where, List<string> found)
    {
        if (!Equals(value.Value, before))
        {
            found.Add($"{where}.{value.Key}: {value.Value} instead of {before} ({value.Rung})");
        }
    }

    private static IEnumerable<string> Tell(ReadRow row, string indent) =>
        row
            .Values.Select(value => $"{indent}  {Tell(value)}")
            .Prepend($"{indent}{row.List} {row.Key ?? "new"} ({row.Rung} {row.Confidence:0.##})")
            .Concat(row.Rows.SelectMany(inside => Tell(inside, indent + "  ")));

    private static string Tell(ReadValue value) =>
        $"{value.Key} = {value.Value switch
        {
            DateValue date => $"{date.Date:yyyy-MM-dd}",
            NumberValue number => $"{number.Number}",
            ChoiceValue choice => $"[{choice.Chosen}]",
            CheckValue check => $"{check.IsChecked}",
            LinkValue link => $"{link.Text} → {link.Address}",
            _ => value.Text,
        }} ({value.Rung} {value.Confidence:0.##})";
}
