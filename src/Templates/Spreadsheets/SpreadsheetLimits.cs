namespace Connector.Templates.Spreadsheets;

/// <summary>How large a workbook may be. Beyond, it is refused with a sentence; nothing is ever left out.</summary>
public static class SpreadsheetLimits
{
    /// <summary>Rows of one sheet, its header included.</summary>
    public const int Rows = 100_000;

    /// <summary>Columns of one sheet: up to column IV.</summary>
    public const int Columns = 256;

    /// <summary>Cells of all sheets read, up to the last filled one of each row: what has to be kept in memory.</summary>
    internal const int Cells = 5_000_000;

    /// <summary>Bytes of the file itself.</summary>
    internal const int File = 50 * 1024 * 1024;

    /// <summary>Bytes of the parts that are read, unpacked.</summary>
    internal const long Unpacked = 256L * 1024 * 1024;

    /// <summary>Bytes of a part that is read as a whole: the lists of sheets, styles and relationships.</summary>
    internal const int Index = 16 * 1024 * 1024;

    internal const int Parts = 2_000;
}
