using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>The sheets « Organisations », « Personnes », « Participation » and « Rencontres » of a workbook as tables.</summary>
internal static class WorkbookTables
{
    /// <summary>People come before what says in which groups they are, whatever the order of the tabs.</summary>
    private static readonly string[] Order = ["organisations", "personnes", "participation", "rencontres"];

    public static IReadOnlyList<Table> Read(string file, byte[] bytes, ProblemList problems)
    {
        try
        {
            using var workbook = WorkbookFile.Open(bytes);
            var tables = workbook
                .SheetNames.Select((name, index) => (name, index, rank: Rank(name)))
                .Where(sheet => sheet.rank >= 0)
                .OrderBy(sheet => sheet.rank)
                .Select(sheet => ToTable(file, sheet.name, workbook.Rows(sheet.index), problems))
                .Where(table => table.HeaderLine > 0)
                .ToList();
            if (tables.Count == 0)
            {
                problems.Add("no-sheet", new SourcePlace(file, 0, 0), NoSheet, NameSheets);
            }

            return tables;
        }
        catch (SpreadsheetException refused)
        {
            Refuse(file, refused, problems);
            return [];
        }
    }

    /// <summary>The first sheet whose headers are those that are wanted; else the first one that is filled.</summary>
    public static Table? ReadFirst(string file, byte[] bytes, ProblemList problems, Func<Table, bool> knows)
    {
        try
        {
            using var workbook = WorkbookFile.Open(bytes);
            Table? first = null;
            for (var index = 0; index < workbook.SheetNames.Count; index++)
            {
                var inside = new ProblemList(file);
                var table = ToTable(file, workbook.SheetNames[index], workbook.Rows(index), inside, knows);
                first ??= table.HeaderLine > 0 ? table : null;
                if (table.HeaderLine > 0 && knows(table))
                {
                    problems.Include(inside);
                    return table;
                }
            }

            if (first is null)
            {
                problems.ReportEmpty();
            }

            return first;
        }
        catch (SpreadsheetException refused)
        {
            Refuse(file, refused, problems);
            return null;
        }
    }

    private static void Refuse(string file, SpreadsheetException refused, ProblemList problems)
    {
        problems.Incomplete = true;
        var (code, message, remedy) = TableProblems.Of(refused.Fault);
        var column = refused.Row > 0 ? 1 : 0;
        problems.Add(code, new SourcePlace(file, refused.Row, column, refused.Sheet), message, remedy);
    }

    private static int Rank(string sheet) =>
        Array.FindIndex(
            Order,
            name => Folded.Key(sheet).TrimEnd('s').Equals(name.TrimEnd('s'), StringComparison.Ordinal)
        );

    private static Table ToTable(
        string file,
        string sheet,
        IEnumerable<SheetTableRow> sheetRows,
        ProblemList problems,
        Func<Table, bool>? knows = null
    )
    {
        var rows = new List<TableRow>();
        foreach (var row in sheetRows.OrderBy(row => row.Number))
        {
            var cells = row.Cells.Select((_, column) => Words(file, sheet, row, column, problems)).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                rows.Add(new TableRow(row.Number, cells));
            }
        }

        return DirectoryFile.UnderHeader(new Table(file, sheet, 0, [], rows), knows);
    }

    /// <summary>A formula that failed holds no word that anybody wrote: told, and taken for empty.</summary>
    private static string Words(
        string file,
        string sheet,
        SheetTableRow row,
        int column,
        ProblemList problems
    )
    {
        var cell = row.Cells[column];
        if (cell.Kind != CellKind.Error)
        {
            return Characters.Tidy(cell.Words);
        }

        problems.Warn(
            "cell-error",
            new SourcePlace(file, row.Number, column + 1, sheet),
            new Text(
                $"La cellule affiche une erreur : {cell.Words}.",
                $"The cell shows an error: {cell.Words}."
            ),
            new Text("Corrigez sa formule, ou écrivez la valeur.", "Mend its formula, or type the value.")
        );
        return "";
    }

    private static readonly Text NoSheet = new(
        "Le classeur n'a aucune feuille « Organisations », « Personnes » ou « Participation » remplie.",
        "The workbook has no filled sheet 'Organisations', 'Personnes' or 'Participation'."
    );

    private static readonly Text NameSheets = new("Renommez les feuilles ainsi.", "Rename the sheets so.");
}
