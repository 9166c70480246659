using System.Globalization;
using Connector.Templates.Spreadsheets;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Templates.Tests.Spreadsheets;

/// <summary>What is written is read again, here and after LibreOffice saved it.</summary>
public sealed class WorkbookRoundTripTests
{
    private const ulong Seed = 20261125;

    private static readonly Gen<SheetCell> Cell = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(words => SheetCell.Of(Lines(words))),
        ArbMap.Default.GeneratorFor<int>().Select(number => SheetCell.Of(number / 8.0)),
        Gen.Choose(61, 2_000_000).Select(day => SheetCell.Of(new DateTime(1899, 12, 30).AddDays(day))),
        Gen.Choose(6_000_000, 90_000_000)
            .Select(minute => SheetCell.Of(new DateTime(1899, 12, 30).AddMinutes(minute))),
        Gen.Elements(SheetCell.Of(true), SheetCell.Of(false), SheetCell.Error("#N/A"), SheetCell.Empty)
    );

    [Test]
    public void Written_and_read_is_the_same()
    {
        var table = Cell.ArrayOf().ArrayOf();
        Prop.ForAll(table.ToArbitrary(), rows => Equal(rows, Written(rows)))
            .Check(Config.QuickThrowOnFailure.WithReplay(Seed, Seed | 1).WithMaxTest(300));

        static byte[] Written(SheetCell[][] rows) => WorkbookWriter.Write([Sheet(rows)]);
    }

    [Test]
    public void LibreOffice_saves_what_was_written()
    {
        SheetCell[][] rows =
        [
            ["=1+1", "+33 5 00 00 00 00", "-2", "@SOMME(A1)", "\t=1", "'apostrophe"],
            ["  espaces  ", "deux\nlignes", "01990", "21130001700012", "1er", "3/12/2026"],
            ["_x0041_", "« œuvre » & <b>", "東京 👍", "TRUE", "#N/A", "1E5"],
            [
                SheetCell.Of(12.5),
                SheetCell.Of(new DateOnly(2026, 12, 3)),
                SheetCell.Of(new DateTime(2026, 12, 3, 14, 30, 0)),
                SheetCell.Of(true),
                SheetCell.Of(false),
                SheetCell.Of(new DateTime(1899, 12, 30, 9, 5, 0)),
            ],
        ];
        var saved = LibreOffice.SavedWorkbook(
            WorkbookWriter.Write([
                Sheet(rows) with
                {
                    Columns = [new("Libellé", 20) { Options = ["À faire", "Fait"] }, .. Columns(5)],
                },
            ])
        );

        var read = WorkbookReader.Read(saved)[0].Rows.Skip(1).Select(row => row.Cells).ToList();
        Assert.That(read, Is.EqualTo(rows));
        using var document = SpreadsheetDocument.Open(new MemoryStream(saved), isEditable: false);
        var worksheet = document.WorkbookPart!.WorksheetParts.First().Worksheet!;
        Assert.Multiple(() =>
        {
            // LibreOffice writes its booleans as the formulas TRUE() and FALSE().
            Assert.That(
                worksheet.Descendants<CellFormula>().Select(formula => formula.Text),
                Is.EqualTo(new[] { "TRUE()", "FALSE()" })
            );
            Assert.That(
                worksheet.Descendants<DataValidation>().Single().Formula1!.Text,
                Is.EqualTo("\"À faire,Fait\"")
            );
        });
    }

    private static bool Equal(SheetCell[][] rows, byte[] xlsx)
    {
        var read = WorkbookReader.Read(xlsx).Single().Rows.Skip(1).Select(row => Trimmed(row.Cells));
        return read.Select(Told)
            .SequenceEqual(rows.Select(row => Trimmed(row)).Where(row => row.Count > 0).Select(Told));
    }

    private static string Told(IReadOnlyList<SheetCell> cells) =>
        string.Join('|', cells.Select(cell => $"{cell.Kind}:{cell.Words}:{cell.Number}:{cell.Moment:O}"));

    private static List<SheetCell> Trimmed(IReadOnlyList<SheetCell> cells) =>
        [.. cells.Take(cells.ToList().FindLastIndex(cell => cell.Kind != CellKind.Empty) + 1)];

    /// <summary>Without what XML cannot hold, lines ended as in a spreadsheet: those the writer changes on purpose.</summary>
    private static string Lines(string? words) =>
        string.Concat((words ?? "").Where(System.Xml.XmlConvert.IsXmlChar))
            .ReplaceLineEndings("\n")
            .Replace('\r', '\n');

    private static Connector.Templates.Spreadsheets.Sheet Sheet(SheetCell[][] rows) =>
        new()
        {
            Name = "Feuille",
            Columns = Columns(6),
            Rows = rows,
        };

    private static SheetColumn[] Columns(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n => new SheetColumn(n.ToString(CultureInfo.InvariantCulture), 20)),
        ];
}
