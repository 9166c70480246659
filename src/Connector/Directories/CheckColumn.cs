using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>
/// Writes what is to be verified into the column « À vérifier » of each sheet, row by row, and clears what is solved. No other
/// cell is touched.
/// </summary>
internal static class CheckColumn
{
    /// <param name="file">The directory, as its problems name it.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="doubts">Everything that is to be told of it.</param>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static CheckedFile Write(string file, byte[] bytes, IReadOnlyList<Problem> doubts)
    {
        var notes = doubts
            .Where(doubt => doubt.Place is { Line: > 0 } place && place.File == file)
            .GroupBy(doubt => doubt.Place!.Value.Sheet ?? "")
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return DirectoryWorkbook.IsCsv(file) || bytes is not [(byte)'P', (byte)'K', ..]
            ? CheckedCsv.Write(file, bytes, notes.GetValueOrDefault("") ?? [])
            : OfWorkbook(file, bytes, notes);
    }

    private static CheckedFile OfWorkbook(string file, byte[] bytes, Dictionary<string, List<Problem>> notes)
    {
        var (after, rows) = (bytes, 0);
        // What is wrong with sheets is told already; here they are only asked where their headers are.
        foreach (var table in WorkbookTables.Read(file, bytes, new ProblemList(file)))
        {
            var edits = Edits(after, table, notes.GetValueOrDefault(table.Sheet!) ?? [], out var sheet);
            if (edits.Count > 0)
            {
                after = WorkbookEdit.Apply(after, sheet, edits, [], table.HeaderLine);
                rows += edits.Count(edit => edit.Row != table.HeaderLine);
            }
        }

        return new CheckedFile(after, rows);
    }

    private static List<CellEdit> Edits(byte[] xlsx, Table table, List<Problem> doubts, out int sheet)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        sheet = workbook.SheetNames.ToList().IndexOf(table.Sheet!);
        var rows = workbook.Rows(sheet).ToList();
        var known = table.Column(CheckNote.Header);
        var column = known ?? rows.Max(row => row.Cells.Count);
        var byRow = doubts.ToLookup(doubt => doubt.Place!.Value.Line);
        var edits = rows.Where(row => row.Number > table.HeaderLine)
            .Select(row => Edit(row, column, [.. byRow[row.Number].Select(doubt => Note(table, doubt))]))
            .OfType<CellEdit>()
            .ToList();
        return known is null && edits.Count > 0
            ? [new CellEdit(table.HeaderLine, column, CheckNote.Header) { Like = column - 1 }, .. edits]
            : edits;
    }

    /// <summary>A cell with a formula, or a number, is somebody's.</summary>
    private static CellEdit? Edit(SheetTableRow row, int column, IReadOnlyList<string> notes)
    {
        var cell = row[column];
        if (cell.IsFormula || cell.Kind is not (CellKind.Text or CellKind.Empty))
        {
            return null;
        }

        var note = CheckNote.Of(cell.Words, notes);
        return note == cell.Words ? null : new CellEdit(row.Number, column, note);
    }

    /// <summary>« courriel : ce n'est pas une adresse. Écrivez … »</summary>
    public static string Note(Table table, Problem doubt)
    {
        var column = doubt.Place!.Value.Column - 1;
        var header = column >= 0 && column < table.Headers.Count ? table.Headers[column] : "";
        var sentence = $"{doubt.Message.French} {doubt.Remedy.French}";
        return header.Length == 0 ? sentence : $"{header} : {sentence}";
    }
}

/// <summary>A directory with its column « À vérifier ».</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Rows">In how many rows the column says something else now; none when nothing is to be written.</param>
internal sealed record CheckedFile(byte[] Bytes, int Rows);
