using System.Globalization;
using Connector.Templates.Spreadsheets;

namespace Connector.Templates.Tests.Spreadsheets;

/// <summary>What Excel, LibreOffice, Collabora and exports of all kinds put into cells.</summary>
public sealed class WorkbookReaderTests
{
    /// <summary>Styles 0 general, 1 built-in day, 2 own format with quoted words, 3 length of time, 4 money, 5 time.</summary>
    private const string Styles = """
        <numFmts count="3"><numFmt numFmtId="164" formatCode="[$-40C]dddd d mmmm yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="#,##0.00\ &quot;jours d'aide&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs>
        """;

    [TestCase("<c r='A1' s='1'><v>46359</v></c>", CellKind.Date, "2026-12-03")]
    [TestCase("<c r='A1' s='2'><v>46359.5833333333</v></c>", CellKind.Date, "2026-12-03 14:00")]
    [TestCase("<c r='A1' s='5'><v>0.583333333333333</v></c>", CellKind.Date, "14:00")]
    [TestCase("<c r='A1' s='1'><v>1</v></c>", CellKind.Date, "1900-01-01")]
    [TestCase("<c r='A1' s='1'><v>59</v></c>", CellKind.Date, "1900-02-28")]
    [TestCase("<c r='A1' s='1'><v>60</v></c>", CellKind.Number, "60")]
    [TestCase("<c r='A1' s='1'><v>61</v></c>", CellKind.Date, "1900-03-01")]
    [TestCase("<c r='A1' s='1'><v>2958465</v></c>", CellKind.Date, "9999-12-31")]
    [TestCase("<c r='A1' s='1'><v>-1</v></c>", CellKind.Number, "-1")]
    [TestCase("<c r='A1' s='1'><v>99999999</v></c>", CellKind.Number, "99999999")]
    [TestCase("<c r='A1' t='d'><v>2026-12-03T14:00:00Z</v></c>", CellKind.Date, "2026-12-03 14:00")]
    [TestCase("<c r='A1' s='3'><v>1.5</v></c>", CellKind.Number, "1.5")]
    [TestCase("<c r='A1' s='4'><v>12</v></c>", CellKind.Number, "12")]
    [TestCase("<c r='A1' s='77'><v>12</v></c>", CellKind.Number, "12")]
    [TestCase("<c r='A1'><v>2.1130001700012E13</v></c>", CellKind.Number, "21130001700012")]
    [TestCase("<c r='A1'><v>0.30000000000000004</v></c>", CellKind.Number, "0.3")]
    [TestCase("<c r='A1'><v>1e400</v></c>", CellKind.Text, "1e400")]
    [TestCase("<c r='A1' t='b'><v>1</v></c>", CellKind.Boolean, "oui")]
    [TestCase("<c r='A1' t='b'><v>0</v></c>", CellKind.Boolean, "non")]
    [TestCase("<c r='A1' t='e'><f>A0</f><v>#REF!</v></c>", CellKind.Error, "#REF!")]
    [TestCase("<c r='A1' t='str'><f>A2&amp;A3</f><v>Évry</v></c>", CellKind.Text, "Évry")]
    [TestCase("<c r='A1' t='s'><v>0</v></c>", CellKind.Text, "Médiathèque")]
    [TestCase("<c r='A1' t='s'><v>1</v></c>", CellKind.Text, "Gras et maigre")]
    [TestCase("<c r='A1' t='s'><v>2</v></c>", CellKind.Text, "東京 hier")]
    [TestCase(
        "<c r='A1' t='inlineStr'><is><t>deux_x000A_lignes, _x005F_x0041_</t></is></c>",
        CellKind.Text,
        "deux\nlignes, _x0041_"
    )]
    [TestCase(
        "<c r='A1' t='inlineStr'><is><t>_xD800_ _x0_ _x005f_</t></is></c>",
        CellKind.Text,
        "_xD800_ _x0_ _"
    )]
    [TestCase(
        "<c r='A1' t='inlineStr'><is><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space='preserve'>che </t></r></is></c>",
        CellKind.Text,
        "riche "
    )]
    public void A_cell_is_read_with_its_type(string cell, CellKind kind, string words)
    {
        const string Shared =
            "<si><t>Médiathèque</t></si><si><r><t>Gras</t></r><r><t xml:space='preserve'> et maigre</t></r></si><si><t>東京</t><rPh sb='0' eb='2'><t>とうきょう</t></rPh><r><t> hier</t></r></si>";
        var read = Single($"<row r='1'>{cell}</row>", Styles, Shared);

        Assert.That((read.Kind, read.Words), Is.EqualTo((kind, words)));
    }

    [TestCase("44897", "2026-12-03")]
    [TestCase("0.25", "06:00")]
    [TestCase("1", "1904-01-02")]
    public void Workbooks_from_old_Macs_count_from_1904(string serial, string words) =>
        Assert.That(
            Single($"<row r='1'><c r='A1' s='1'><v>{serial}</v></c></row>", Styles, "", "date1904='1'").Words,
            Is.EqualTo(words)
        );

    [Test]
    public void A_date_whose_format_was_lost_is_still_a_day()
    {
        using var workbook = WorkbookFile.Open(
            Xlsx.Zip(Xlsx.Parts("<row><c><v>44897</v></c></row>", properties: "date1904='true'"))
        );

        Assert.That(workbook.Day(workbook.Rows(0).Single().Cells[0]), Is.EqualTo(new DateOnly(2026, 12, 3)));
    }

    [Test]
    public void Cells_out_of_order_stand_in_their_columns()
    {
        var rows = Read(
            "<row r='7'><c r='C7' t='str'><v>c</v></c><c r='A7' t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"
        );

        Assert.That(rows.Single().Number, Is.EqualTo(7));
        Assert.That(rows.Single().Cells.Select(cell => cell.Words), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void Rows_out_of_order_are_put_in_order()
    {
        var rows = Read("<row r='2'><c t='str'><v>b</v></c></row><row r='1'><c t='str'><v>a</v></c></row>");

        Assert.That(rows.Select(row => row[0].Words), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void The_same_cell_twice_is_refused_with_its_row()
    {
        var refused = Refused("<row r='3'><c r='A3'><v>1</v></c><c r='A3'><v>2</v></c></row>");

        Assert.That(
            (refused.Fault, refused.Sheet, refused.Row),
            Is.EqualTo((SpreadsheetFault.Unreadable, "Feuille", 3))
        );
    }

    [Test]
    public void Words_that_the_shared_table_lacks_are_not_read_as_nothing() =>
        Assert.That(
            Refused("<row r='3'><c r='A3' t='s'><v>9</v></c></row>").Fault,
            Is.EqualTo(SpreadsheetFault.Unreadable)
        );

    [Test]
    public void What_stands_beyond_the_last_column_is_refused_and_mere_format_is_not()
    {
        var beyond = SpreadsheetLimits.Columns + 1;
        var cell = $"<c r='{SheetWriter.ColumnName(beyond - 1)}2'";

        Assert.That(Read($"<row r='2'><c r='A2'><v>1</v></c>{cell} s='1'/></row>"), Has.Count.EqualTo(1));
        var refused = Refused($"<row r='2'>{cell}><v>1</v></c></row>");
        Assert.That((refused.Fault, refused.Row), Is.EqualTo((SpreadsheetFault.TooManyColumns, 2)));
    }

    [Test]
    public void Fifty_thousand_rows_are_all_read_and_one_too_many_is_refused()
    {
        Assert.That(Read(Rows(50_000)), Has.Count.EqualTo(50_000));
        Assert.That(Read(Rows(SpreadsheetLimits.Rows)), Has.Count.EqualTo(SpreadsheetLimits.Rows));
        Assert.That(
            Refused(Rows(SpreadsheetLimits.Rows + 1)).Fault,
            Is.EqualTo(SpreadsheetFault.TooManyRows)
        );

        static string Rows(int count) =>
            string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", count));
    }

    [Test]
    public void A_sheet_of_far_cells_does_not_fill_the_memory()
    {
        var row = $"<row><c r='{SheetWriter.ColumnName(SpreadsheetLimits.Columns - 1)}1'><v>1</v></c></row>";

        Assert.That(
            Refused(string.Concat(Enumerable.Repeat(row, 25_000))).Fault,
            Is.EqualTo(SpreadsheetFault.TooLarge)
        );
    }

    [TestCase("[Content_Types].xml")]
    [TestCase("_rels/.rels")]
    [TestCase("xl/_rels/workbook.xml.rels")]
    [TestCase("xl/styles.xml")]
    public void A_package_that_lost_a_part_is_read_all_the_same(string lost)
    {
        var parts = Xlsx.Parts("<row><c t='s'><v>0</v></c></row>", Styles, "<si><t>Zoé</t></si>");
        parts.Remove(lost);

        Assert.That(
            WorkbookReader.Read(Xlsx.Zip(parts)).Single().Rows.Single().Cells[0].Words,
            Is.EqualTo("Zoé")
        );
    }

    [TestCase("xl/workbook.xml")]
    [TestCase("xl/worksheets/sheet1.xml")]
    public void A_package_without_its_words_is_refused(string lost)
    {
        var parts = Xlsx.Parts("<row><c><v>1</v></c></row>");
        parts.Remove(lost);

        Assert.That(Fault(Xlsx.Zip(parts)), Is.EqualTo(SpreadsheetFault.Unreadable));
    }

    [Test]
    public void A_document_type_is_refused()
    {
        var parts = Xlsx.Parts("");
        parts["xl/worksheets/sheet1.xml"] =
            "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>";

        Assert.That(Fault(Xlsx.Zip(parts)), Is.EqualTo(SpreadsheetFault.Unreadable));
    }

    [Test]
    public void Elements_nested_without_end_are_refused()
    {
        var deep =
            string.Concat(Enumerable.Repeat("<x>", 300)) + string.Concat(Enumerable.Repeat("</x>", 300));

        Assert.That(Refused($"<row>{deep}</row>").Fault, Is.EqualTo(SpreadsheetFault.Unreadable));
    }

    [Test]
    public void Too_many_parts_are_refused()
    {
        var parts = Xlsx.Parts("");
        for (var part = 0; part < SpreadsheetLimits.Parts; part++)
        {
            parts[$"xl/media/{part}"] = "";
        }

        Assert.That(Fault(Xlsx.Zip(parts)), Is.EqualTo(SpreadsheetFault.TooLarge));
    }

    [Test]
    public void A_part_that_unpacks_a_thousandfold_is_refused_although_the_whole_is_small() =>
        Assert.That(
            Fault(Xlsx.Zip(Xlsx.Parts(new string(' ', 4 * 1024 * 1024)))),
            Is.EqualTo(SpreadsheetFault.TooLarge)
        );

    [Test]
    public void An_old_or_locked_workbook_is_told_apart() =>
        Assert.That(Fault([0xD0, 0xCF, 0x11, 0xE0, 0, 0]), Is.EqualTo(SpreadsheetFault.OldOrLocked));

    [Test]
    public void The_strict_form_is_read()
    {
        var parts = Xlsx.Parts("<row><c t='s'><v>0</v></c></row>", "", "<si><t>Zoé</t></si>")
            .ToDictionary(
                part => part.Key,
                part =>
                    part.Value.Replace(
                            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                            "http://purl.oclc.org/ooxml/spreadsheetml/main",
                            StringComparison.Ordinal
                        )
                        .Replace(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                            "http://purl.oclc.org/ooxml/officeDocument/relationships",
                            StringComparison.Ordinal
                        )
            );

        Assert.That(
            WorkbookReader.Read(Xlsx.Zip(parts)).Single().Rows.Single().Cells[0].Words,
            Is.EqualTo("Zoé")
        );
    }

    private static SheetCell Single(string rows, string styles, string shared, string properties = "") =>
        WorkbookReader
            .Read(Xlsx.Zip(Xlsx.Parts(rows, styles, shared, properties)))
            .Single()
            .Rows.Single()
            .Cells[0];

    private static IReadOnlyList<SheetTableRow> Read(string rows) =>
        WorkbookReader.Read(Xlsx.Zip(Xlsx.Parts(rows, Styles))).Single().Rows;

    private static SpreadsheetFault Fault(byte[] xlsx) =>
        Assert.Throws<SpreadsheetException>(() => WorkbookReader.Read(xlsx))!.Fault;

    private static SpreadsheetException Refused(string rows) =>
        Assert.Throws<SpreadsheetException>(() => Read(rows))!;
}
