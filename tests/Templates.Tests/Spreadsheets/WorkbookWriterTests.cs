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
            [null, "  Ébrard  "],
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
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.That(cells, Has.All.Property(nameof(Cell.CellFormula)).Null);
        Assert.That(
            cells.Select(cell => cell.InnerText),
            Does.Contain("=1+1").And.Contain("@a").And.Contain("  Ébrard  ")
        );
    }

    private static SpreadsheetDocument Open() =>
        SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Write([Sheet])), isEditable: false);
}
