using Connector.Templates.Spreadsheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Connector.Templates.Tests.Spreadsheets;

public sealed class WorkbookWriterTests
{
    private static readonly Connector.Templates.Spreadsheets.Sheet Sheet = new()
    {
        Name = "Organisations",
        Columns = [new("Nom", 40), new("Commune", 20)],
        Rows =
        [
            ["=1+1", "L'Argentière"],
            [(string?)null, "  Ébrard  "],
            ["@\u0001a\uFFFF", "-2"],
        ],
    };

    [Test]
    public void Same_sheets_give_the_same_bytes()
    {
        var first = WorkbookWriter.Write([Sheet]);
        var second = WorkbookWriter.Write([Sheet with { Name = Sheet.Name }]);
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void The_workbook_is_valid()
    {
        using var document = Open();
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        Assert.That(errors.Select(error => error.Description), Is.Empty);
    }

    [Test]
    public void What_looks_like_a_formula_stays_text()
    {
        using var document = Open();
        var cells = Worksheet(document).Descendants<Cell>().ToList();
        Assert.That(cells, Has.All.Property(nameof(Cell.CellFormula)).Null);
        Assert.That(
            cells.Select(cell => cell.InnerText),
            Does.Contain("=1+1").And.Contain("@a").And.Contain("  Ébrard  ")
        );
    }

    [TestCase("=1+1")]
    [TestCase("+33 5 00 00 00 00")]
    [TestCase("-2")]
    [TestCase("@SOMME(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r=1")]
    public void A_formula_stays_text_when_somebody_edits_its_cell(string words)
    {
        using var document = Open(
            Sheet with
            {
                Rows =
                [
                    [words],
                ],
            }
        );
        var style = Worksheet(document).Descendants<Cell>().Last().StyleIndex!.Value;
        var format = document
            .WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)style);

        Assert.That(format.QuotePrefix?.Value, Is.True);
        Assert.That(format.NumberFormatId?.Value, Is.EqualTo(49), "text");
    }

    [Test]
    public void The_header_stays_in_view_is_printed_on_each_page_and_can_be_filtered()
    {
        using var document = Open();
        var worksheet = Worksheet(document);
        var pane = worksheet.Descendants<Pane>().Single();

        Assert.Multiple(() =>
        {
            Assert.That(pane.State?.Value, Is.EqualTo(PaneStateValues.Frozen));
            Assert.That(pane.TopLeftCell?.Value, Is.EqualTo("A2"));
            Assert.That(worksheet.Descendants<AutoFilter>().Single().Reference?.Value, Is.EqualTo("A1:B4"));
            Assert.That(
                document.WorkbookPart!.Workbook!.DefinedNames!.InnerText,
                Is.EqualTo("'Organisations'!$1:$1")
            );
        });
    }

    [Test]
    public void Long_lists_and_lists_with_commas_stand_on_a_hidden_sheet()
    {
        var few = new[] { "Oui", "Non" };
        var commas = new[] { "Oui", "Non, pas encore" };
        var many = Enumerable.Range(1, 80).Select(n => $"Commune {n}").ToArray();
        using var document = Open(
            Sheet with
            {
                Name = "Listes",
                Columns =
                [
                    new("A", 9) { Options = few },
                    new("B", 9) { Options = commas },
                    new("C", 9) { Options = many },
                ],
                Rows = [],
            }
        );
        var hidden = document
            .WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Last();
        var lists = document
            .WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DataValidation>())
            .Select(rule => rule.Formula1!.Text);

        Assert.That(hidden.State?.Value, Is.EqualTo(SheetStateValues.Hidden));
        Assert.That(
            lists,
            Is.EqualTo(new[] { "\"Oui,Non\"", "'Listes_'!$A$1:$A$2", "'Listes_'!$B$1:$B$80" })
        );
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
    }

    [Test]
    public void Words_longer_than_a_cell_end_in_an_ellipsis()
    {
        var words = WorkbookReader
            .Read(
                WorkbookWriter.Write([
                    Sheet with
                    {
                        Rows =
                        [
                            [new string('a', 40_000)],
                        ],
                    },
                ])
            )[0]
            .Rows[1]
            .Cells[0]
            .Words;

        Assert.That(words, Has.Length.LessThanOrEqualTo(32_767).And.EndsWith("a…"));
    }

    [Test]
    public void More_rows_than_are_read_are_not_written()
    {
        var rows = Enumerable.Repeat<IReadOnlyList<SheetCell?>>(["x"], SpreadsheetLimits.Rows);

        Assert.That(
            () => WorkbookWriter.Write(Stream.Null, [Sheet with { Rows = rows }]),
            Throws.TypeOf<SpreadsheetException>().With.Property("Fault").EqualTo(SpreadsheetFault.TooManyRows)
        );
    }

    private static Worksheet Worksheet(SpreadsheetDocument document) =>
        document.WorkbookPart!.WorksheetParts.Single().Worksheet!;

    private static SpreadsheetDocument Open(Connector.Templates.Spreadsheets.Sheet? sheet = null) =>
        SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write([sheet ?? Sheet])), isEditable: false);
}
