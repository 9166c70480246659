using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>The sheets « Organisations », « Personnes » and « Participation » of a workbook as tables.</summary>
internal static class WorkbookTables
{
    /// <summary>People come before what says in which groups they are, whatever the order of the tabs.</summary>
    private static readonly string[] Order = ["organisations", "personnes", "participation"];

    public static IReadOnlyList<Table> Read(string file, byte[] bytes, ProblemList problems)
    {
        try
        {
            var tables = WorkbookReader
                .Read(bytes)
                .Where(sheet => sheet.Rows.Count > 0 && Rank(sheet) >= 0)
                .OrderBy(Rank)
                .Select(sheet => ToTable(file, sheet))
                .ToList();
            if (tables.Count == 0)
            {
                problems.Add("no-sheet", new SourcePlace(file, 0, 0), NoSheet, NameSheets);
            }

            return tables;
        }
        catch (SpreadsheetException refused)
        {
            problems.Incomplete = true;
            var (code, message, remedy) = refused.Fault switch
            {
                SpreadsheetFault.TooLarge => ("file-too-large", TooLarge, SaveAgain),
                SpreadsheetFault.OpenDocument => ("ods-workbook", OpenDocument, SaveAsXlsx),
                _ => ("bad-workbook", Unreadable, SaveAgain),
            };
            problems.Add(code, new SourcePlace(file, 0, 0), message, remedy);
            return [];
        }
    }

    private static int Rank(SheetTable sheet) =>
        Array.FindIndex(
            Order,
            name => Folded.Key(sheet.Name).TrimEnd('s').Equals(name.TrimEnd('s'), StringComparison.Ordinal)
        );

    private static Table ToTable(string file, SheetTable sheet)
    {
        var header = sheet.Rows[0];
        return new Table(
            file,
            sheet.Name,
            header.Number,
            header.Cells,
            [
                .. sheet
                    .Rows.Skip(1)
                    .Select(row => new TableRow(row.Number, [.. row.Cells.Select(Characters.Tidy)])),
            ]
        );
    }

    private static readonly Text NoSheet = new(
        "Le classeur n'a aucune feuille « Organisations », « Personnes » ou « Participation » remplie.",
        "The workbook has no filled sheet 'Organisations', 'Personnes' or 'Participation'."
    );

    private static readonly Text NameSheets = new("Renommez les feuilles ainsi.", "Rename the sheets so.");

    private static readonly Text TooLarge = new(
        "Le classeur est démesuré une fois décompressé : il n'est pas lu.",
        "The workbook is immense once unpacked: it is not read."
    );

    private static readonly Text Unreadable = new(
        "Ce fichier n'est pas un classeur .xlsx lisible.",
        "This file is not a readable .xlsx workbook."
    );

    private static readonly Text OpenDocument = new(
        "Ce fichier est un classeur OpenDocument (.ods), qui n'est pas lu.",
        "This file is an OpenDocument workbook (.ods), which is not read."
    );

    private static readonly Text SaveAsXlsx = new(
        "Ouvrez-le dans LibreOffice ou Collabora, puis Fichier > Enregistrer sous, au format Excel (.xlsx).",
        "Open it in LibreOffice or Collabora, then File > Save As, in the Excel format (.xlsx)."
    );

    private static readonly Text SaveAgain = new(
        "Ouvrez-le dans un tableur et enregistrez-le de nouveau en .xlsx, ou en CSV.",
        "Open it in a spreadsheet and save it again as .xlsx, or as CSV."
    );
}
