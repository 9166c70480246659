using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// Writes a workbook that people read and sort: bold header that stays in view, filters, text cells only, so that
/// nothing a person typed is ever taken for a formula. Same sheets, same bytes.
/// </summary>
public static class WorkbookWriter
{
    private const uint HeaderStyle = 1;
    private const int LongestCell = 32767;

    /// <summary>The bytes of an .xlsx file (ISO/IEC 29500 transitional).</summary>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var raw = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(raw, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            // The SDK draws a random id for the first part.
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var list = new Sheets();
            for (var index = 0; index < sheets.Count; index++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}");
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = Worksheet(sheets[index]);
                list.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Name = sheets[index].Name,
                        SheetId = (uint)index + 1,
                        Id = id,
                    }
                );
            }

            workbook.Workbook = new Workbook(list);
        }

        return WithFixedDates(raw);
    }

    private static Worksheet Worksheet(Sheet sheet)
    {
        var data = new SheetData(Row(1, sheet.Columns.Select(column => (string?)column.Header), HeaderStyle));
        for (var index = 0; index < sheet.Rows.Count; index++)
        {
            data.Append(Row((uint)index + 2, sheet.Rows[index], 0));
        }

        var last = ColumnName(sheet.Columns.Count - 1);
        return new Worksheet(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new Columns(
                sheet.Columns.Select(
                    (column, index) =>
                        new Column
                        {
                            Min = (uint)index + 1,
                            Max = (uint)index + 1,
                            Width = column.Width,
                            CustomWidth = true,
                        }
                )
            ),
            data,
            new AutoFilter { Reference = $"A1:{last}{Math.Max(sheet.Rows.Count + 1, 1)}" }
        );
    }

    private static Row Row(uint number, IEnumerable<string?> cells, uint style) =>
        new(
            cells
                .Select((text, column) => (text, column))
                .Where(cell => !string.IsNullOrEmpty(cell.text))
                .Select(cell => new Cell(
                    new InlineString(
                        new Text(Clean(cell.text!)) { Space = SpaceProcessingModeValues.Preserve }
                    )
                )
                {
                    CellReference = $"{ColumnName(cell.column)}{number}",
                    DataType = CellValues.InlineString,
                    StyleIndex = style,
                })
        )
        {
            RowIndex = number,
        };

    /// <summary>Without the characters that XML 1.0 cannot hold, and no longer than a cell may be.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = rune.Value is '\t' or '\n' or >= 0x20 and not 0xFFFE and not 0xFFFF;
            if (allowed && clean.Length + rune.Utf16SequenceLength <= LongestCell)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static string ColumnName(int index)
    {
        var name = "";
        for (var rest = index; rest >= 0; rest = (rest / 26) - 1)
        {
            name = (char)('A' + (rest % 26)) + name;
        }

        return name;
    }

    private static Stylesheet Styles() =>
        new(
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
                new Font(
                    new Bold(),
                    new FontSize { Val = 11 },
                    new Color { Rgb = "FFFFFFFF" },
                    new FontName { Val = "Calibri" }
                )
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(
                    new PatternFill(new ForegroundColor { Rgb = "FF0B6E75" })
                    {
                        PatternType = PatternValues.Solid,
                    }
                )
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat
                {
                    FontId = 1,
                    FillId = 2,
                    ApplyFont = true,
                    ApplyFill = true,
                }
            )
        );

    /// <summary>The zip written anew in a fixed order with fixed dates: the SDK would write the clock's.</summary>
    private static byte[] WithFixedDates(MemoryStream raw)
    {
        raw.Position = 0;
        using var target = new MemoryStream();
        using (var source = new ZipArchive(raw, ZipArchiveMode.Read, leaveOpen: true))
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(part.FullName, CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                entry.ExternalAttributes = 0;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
