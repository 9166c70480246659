namespace Connector.Templates.Spreadsheets;

/// <summary>Why a workbook is not read.</summary>
public enum SpreadsheetFault
{
    /// <summary>Not an .xlsx file, or a damaged one.</summary>
    Unreadable,

    /// <summary>An OpenDocument spreadsheet (.ods): a good format, which is not read here.</summary>
    OpenDocument,

    /// <summary>Unpacks to more than a directory can need: a mistake or an attack.</summary>
    TooLarge,
}

/// <summary>A workbook that is refused; nothing of it was kept.</summary>
public sealed class SpreadsheetException : Exception
{
    public SpreadsheetException(SpreadsheetFault fault, Exception? inner = null)
        : base(fault.ToString(), inner) => Fault = fault;

    public SpreadsheetFault Fault { get; }
}
