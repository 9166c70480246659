namespace Connector.Templates.Spreadsheets;

/// <summary>Why a workbook is not read.</summary>
public enum SpreadsheetFault
{
    /// <summary>Not an .xlsx file, or a damaged one.</summary>
    Unreadable,

    /// <summary>An OpenDocument spreadsheet (.ods): a good format, which is not read here.</summary>
    OpenDocument,

    /// <summary>An old .xls, or a workbook with a password.</summary>
    OldOrLocked,

    /// <summary>Unpacks to more than a directory can need: a mistake or an attack.</summary>
    TooLarge,

    /// <summary>More than <see cref="SpreadsheetLimits.Rows"/> rows in a sheet.</summary>
    TooManyRows,

    /// <summary>Something stands beyond column <see cref="SpreadsheetLimits.Columns"/>.</summary>
    TooManyColumns,
}

/// <summary>A workbook that is refused; nothing of it was kept.</summary>
public sealed class SpreadsheetException : Exception
{
    public SpreadsheetException(SpreadsheetFault fault, Exception? inner = null)
        : base(fault.ToString(), inner) => Fault = fault;

    public SpreadsheetFault Fault { get; }

    /// <summary>Name of the sheet; null when the whole workbook is concerned.</summary>
    public string? Sheet { get; init; }

    /// <summary>Number of the row as the spreadsheet shows it; 0 when unknown.</summary>
    public int Row { get; init; }
}
