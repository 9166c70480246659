using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// An .xlsx workbook, opened for reading row by row. Formulas are not computed: their last result is read. Macros, links
/// to other files and pictures are not looked at, and nothing is fetched. A package without content types, or without the
/// relationships that name its parts, is read where those parts usually stand.
/// </summary>
public sealed class WorkbookFile : IDisposable
{
    private readonly PackageZip zip;
    private readonly SheetReader reader;
    private readonly List<(string Name, string Path)> sheets;
    private readonly bool is1904;

    private WorkbookFile(PackageZip zip)
    {
        this.zip = zip;
        var parts = new WorkbookParts(zip);
        is1904 = parts.Is1904;
        sheets = parts.Sheets;
        reader = new SheetReader(zip, parts.SharedWords, parts.Formats, parts.Is1904);
    }

    /// <summary>As on the tabs, in their order; those that hold a chart alone are left out.</summary>
    public IReadOnlyList<string> SheetNames => [.. sheets.Select(sheet => sheet.Name)];

    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static WorkbookFile Open(ReadOnlyMemory<byte> xlsx)
    {
        if (xlsx.Length > SpreadsheetLimits.File)
        {
            throw new SpreadsheetException(SpreadsheetFault.TooLarge);
        }

        if (xlsx.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new SpreadsheetException(SpreadsheetFault.OldOrLocked);
        }

        PackageZip? zip = null;
        try
        {
            zip = new PackageZip(xlsx, SpreadsheetLimits.Parts, SpreadsheetLimits.Unpacked);
            // OpenDocument 1.3 part 2, 3.3: « mimetype » comes first; some writers leave it out, never the manifest.
            if (zip.Contains("mimetype") || zip.Contains("META-INF/manifest.xml"))
            {
                throw new SpreadsheetException(SpreadsheetFault.OpenDocument);
            }

            var workbook = new WorkbookFile(zip);
            zip = null;
            return workbook;
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw Translated(error, null, 0);
        }
        finally
        {
            zip?.Dispose();
        }
    }

    /// <summary>
    /// The rows of a sheet that hold anything, read as they are asked for; cells stand in their columns, whatever their order
    /// in the file. Rows come in the file's order.
    /// </summary>
    /// <param name="sheet">Its place among <see cref="SheetNames"/>.</param>
    /// <exception cref="SpreadsheetException">While enumerating: damaged or too large, with the row.</exception>
    public IEnumerable<SheetTableRow> Rows(int sheet)
    {
        var (name, path) = sheets[sheet];
        using var rows = reader.Rows(path).GetEnumerator();
        var last = 0;
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    break;
                }
            }
            catch (Exception error) when (IsDamage(error) || error is SpreadsheetException)
            {
                throw Translated(error, name, last);
            }

            last = rows.Current.Number;
            yield return rows.Current;
        }
    }

    /// <summary>The day of a date, and of a number whose date format was lost; null when the cell is neither.</summary>
    public DateOnly? Day(SheetCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var moment = cell.Number is { } serial and >= 1 ? SerialDates.Moment(serial, is1904) : cell.Moment;
        return moment is { } at && at.Date != SerialDates.DayZero ? DateOnly.FromDateTime(at) : null;
    }

    public void Dispose() => zip.Dispose();

    private static bool IsDamage(Exception error) => error is PackageZipException or XmlException;

    private static SpreadsheetException Translated(Exception error, string? sheet, int row) =>
        new(
            error switch
            {
                SpreadsheetException told => told.Fault,
                PackageZipException { Fault: PackageZipFault.TooLarge } => SpreadsheetFault.TooLarge,
                _ => SpreadsheetFault.Unreadable,
            },
            error
        )
        {
            Sheet = sheet,
            Row = error is SpreadsheetException { Row: > 0 } at ? at.Row : row,
        };
}
