using System.Globalization;
using Connector.Domain;
using Connector.Templates.Spreadsheets;

namespace Connector.TerritoryFiles.Tables;

/// <summary>The sentences about tables that are not read.</summary>
internal static class TableProblems
{
    private static readonly string Rows = SpreadsheetLimits.Rows.ToString("N0", CultureInfo.InvariantCulture);

    public static readonly (string Code, Text Message, Text Remedy) TooManyRows = (
        "too-many-rows",
        new Text(
            $"Le tableau a plus de {Rows.Replace(',', ' ')} lignes : rien n'en est lu.",
            $"The table has more than {Rows} rows: nothing of it is read."
        ),
        new Text(
            "Gardez les lignes de ce territoire, et supprimez celles qui sont vides ou d'ailleurs.",
            "Keep the rows of this territory, and delete those that are empty or from elsewhere."
        )
    );

    public static readonly (string Code, Text Message, Text Remedy) TooManyColumns = (
        "too-many-columns",
        new Text(
            $"La ligne a plus de {SpreadsheetLimits.Columns} colonnes : rien du tableau n'est lu.",
            $"The row has more than {SpreadsheetLimits.Columns} columns: nothing of the table is read."
        ),
        new Text(
            "Effacez ce qui se trouve à droite du tableau.",
            "Clear what stands to the right of the table."
        )
    );

    private static readonly Text SaveAgain = new(
        "Ouvrez-le dans un tableur et enregistrez-le de nouveau en .xlsx, ou en CSV.",
        "Open it in a spreadsheet and save it again as .xlsx, or as CSV."
    );

    public static (string Code, Text Message, Text Remedy) Of(SpreadsheetFault fault) =>
        fault switch
        {
            SpreadsheetFault.TooManyRows => TooManyRows,
            SpreadsheetFault.TooManyColumns => TooManyColumns,
            SpreadsheetFault.TooLarge => (
                "file-too-large",
                new Text(
                    "Le classeur est démesuré une fois décompressé : il n'est pas lu.",
                    "The workbook is immense once unpacked: it is not read."
                ),
                SaveAgain
            ),
            SpreadsheetFault.OldOrLocked => (
                "old-workbook",
                new Text(
                    "Ce fichier est un ancien classeur .xls, ou il est protégé par un mot de passe.",
                    "This file is an old .xls workbook, or protected by a password."
                ),
                new Text(
                    "Ouvrez-le dans un tableur, puis Enregistrer sous, au format .xlsx et sans mot de passe.",
                    "Open it in a spreadsheet, then Save As, in the .xlsx format and without a password."
                )
            ),
            SpreadsheetFault.OpenDocument => (
                "ods-workbook",
                new Text(
                    "Ce fichier est un classeur OpenDocument (.ods), qui n'est pas lu.",
                    "This file is an OpenDocument workbook (.ods), which is not read."
                ),
                new Text(
                    "Ouvrez-le dans LibreOffice ou Collabora, puis Fichier > Enregistrer sous, au format Excel (.xlsx).",
                    "Open it in LibreOffice or Collabora, then File > Save As, in the Excel format (.xlsx)."
                )
            ),
            _ => (
                "bad-workbook",
                new Text(
                    "Ce fichier n'est pas un classeur .xlsx lisible.",
                    "This file is not a readable .xlsx workbook."
                ),
                SaveAgain
            ),
        };
}
