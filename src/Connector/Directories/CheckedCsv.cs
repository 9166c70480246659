using Connector.Domain;
using Connector.Domain.Directories;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>The column « À vérifier » of a directory in CSV: lines that do not change keep their bytes.</summary>
internal static class CheckedCsv
{
    public static CheckedFile Write(string file, byte[] bytes, IReadOnlyList<Problem> doubts)
    {
        if (
            CsvTable.Read(file, bytes, new ProblemList(file)) is not { } table
            || CsvLines.Read(bytes, table) is not { } lines
        )
        {
            return new CheckedFile(bytes, 0);
        }

        var known = table.Column(CheckNote.Header);
        var column = known ?? lines.All.Max(line => line.Cells.Count);
        var byLine = doubts.ToLookup(doubt => doubt.Place!.Value.Line);
        var rows = 0;
        for (var index = lines.Header + 1; index < lines.All.Count; index++)
        {
            var line = lines.All[index];
            var before = column < line.Cells.Count ? line.Cells[column] : "";
            var note = CheckNote.Of(
                before,
                [.. byLine[line.Number].Select(doubt => CheckColumn.Note(table, doubt))]
            );
            if (note != before)
            {
                lines.Set(index, column, note);
                rows++;
            }
        }

        if (rows > 0 && known is null)
        {
            lines.Set(lines.Header, column, CheckNote.Header);
        }

        return new CheckedFile(rows > 0 ? lines.ToBytes() : bytes, rows);
    }
}
