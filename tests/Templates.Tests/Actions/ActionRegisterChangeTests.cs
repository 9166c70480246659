using System.IO.Compression;
using Connector.Templates.Spreadsheets;
using Connector.Templates.Tests.Spreadsheets;

namespace Connector.Templates.Tests.Actions;

/// <summary>Cells and rows written into a register that people made their own.</summary>
public sealed class ActionRegisterChangeTests
{
    private static readonly DateOnly Reference = new(2026, 12, 3);

    private static readonly byte[] Start = ActionRegister.Write(
        [
            new()
            {
                Key = "g-1",
                What = "Réserver la salle",
                Who = "Noé",
                Due = new DateOnly(2026, 12, 20),
                Status = "À faire",
            },
            new()
            {
                Key = "g-2",
                What = "Imprimer",
                Status = "En cours",
            },
        ],
        withGroup: false
    );

    [Test]
    public void Cells_and_rows_are_written_as_words_and_dates_and_never_as_formulas()
    {
        var read = ActionRegister.Read(Changed(Start), Reference);

        Assert.That(read.Doubts, Is.Empty);
        Assert.That(
            read.Actions.Select(action => (action.Key, action.What, action.Due, action.Status)),
            Is.EqualTo(
                new (string?, string, DateOnly?, string?)[]
                {
                    ("g-1", "Réserver la salle", new DateOnly(2027, 1, 5), "Fait"),
                    ("g-2", "Imprimer", null, "En cours"),
                    ("g-3", "=HYPERLINK(\"http://x\")", new DateOnly(2027, 2, 1), "À faire"),
                }
            )
        );
        Assert.That(read.Rows.SelectMany(row => row.Locked), Is.Empty);
        Assert.That(
            Part(Changed(Start), "xl/worksheets/sheet1.xml"),
            Does.Not.Contain("<f>").And.Contain("A1:G4")
        );
    }

    [Test]
    public void LibreOffice_opens_what_was_changed_and_what_it_saved_can_be_changed_again()
    {
        var saved = LibreOffice.SavedWorkbook(Changed(LibreOffice.SavedWorkbook(Start)));
        var read = ActionRegister.Read(saved, Reference);

        Assert.That(
            read.Actions.Select(action => action.Status),
            Is.EqualTo(new[] { "Fait", "En cours", "À faire" })
        );
        Assert.That(
            read.Actions.Select(action => action.Due),
            Is.EqualTo(new DateOnly?[] { new(2027, 1, 5), null, new(2027, 2, 1) })
        );
        Assert.That(read.Rows.SelectMany(row => row.Locked), Is.Empty);
    }

    [Test]
    public void What_people_added_stays_byte_for_byte()
    {
        const string theirs =
            """<row r="5"><c r="C5"><v>7</v></c></row><row r="2" spans="1:9" hidden="0"><c r="A2" s="2" t="inlineStr"><is><t>Réserver la salle</t></is></c><c r="D2" t="str"><f>UPPER("fait")</f><v>FAIT</v></c><c r="J2"><v>12</v></c></row>""";
        var own = Edited(
            Start,
            "xl/worksheets/sheet1.xml",
            xml =>
            {
                var from = xml.IndexOf("<row r=\"2\"", StringComparison.Ordinal);
                var to = xml.IndexOf("<row r=\"3\"", StringComparison.Ordinal);
                return xml[..from]
                    + theirs[theirs.IndexOf("<row r=\"2\"", StringComparison.Ordinal)..]
                    + xml[to..]
                        .Replace(
                            "</worksheet>",
                            "<conditionalFormatting sqref=\"D2\"><cfRule type=\"expression\" priority=\"1\"><formula>D2=1</formula></cfRule></conditionalFormatting><legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId9\"/></worksheet>",
                            StringComparison.Ordinal
                        );
            }
        );
        var changed = ActionRegister.Change(own, [new(3, ActionColumn.Status, "Fait")], []);

        Assert.That(
            Part(changed, "xl/worksheets/sheet1.xml"),
            Does.Contain("UPPER(\"fait\")")
                .And.Contain("<c r=\"J2\"><v>12</v></c>")
                .And.Contain("cfRule")
                .And.Contain("rId9")
        );
        Assert.That(
            ActionRegister.Read(changed, Reference).Rows[0].Locked,
            Is.EqualTo(new[] { ActionColumn.Status })
        );
        Assert.That(ActionRegister.Read(changed, Reference).Rows[1].Action.Status, Is.EqualTo("Fait"));
        foreach (var part in new[] { "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml" })
        {
            Assert.That(Part(changed, part), Is.EqualTo(Part(own, part)), part);
        }
    }

    [Test]
    public void Ten_thousand_rows_are_changed_in_time()
    {
        var many = ActionRegister.Write(
            Enumerable
                .Range(0, 10_000)
                .Select(index => new RegisteredAction
                {
                    Key = $"g-{index}",
                    What = $"Chose {index}",
                    Status = "À faire",
                })
        );
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var changed = ActionRegister.Change(
            many,
            [
                .. Enumerable
                    .Range(2, 10_000)
                    .Select(row => new RegisterChange(row, ActionColumn.Status, "Fait")),
            ],
            [new() { What = "Une de plus" }]
        );

        Assert.That(
            ActionRegister.Read(changed, Reference).Actions.Count(action => action.Status == "Fait"),
            Is.EqualTo(10_000)
        );
        Assert.That(ActionRegister.Read(changed, Reference).Actions, Has.Count.EqualTo(10_001));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void A_column_that_is_not_there_is_told_and_passed_over()
    {
        var without = Edited(
            Start,
            "xl/worksheets/sheet1.xml",
            xml => xml.Replace(">Statut<", ">Où on en est<", StringComparison.Ordinal)
        );
        var read = ActionRegister.Read(without, Reference);

        Assert.That(read.Missing, Is.EquivalentTo(new[] { ActionColumn.Group, ActionColumn.Status }));
        Assert.That(ActionRegister.Read(Changed(without), Reference).Actions, Has.Count.EqualTo(3));
        Assert.That(
            Part(Changed(without), "xl/worksheets/sheet1.xml"),
            Does.Contain("En cours").And.Not.Contain(">Fait<")
        );
    }

    private static byte[] Changed(byte[] xlsx) =>
        ActionRegister.Change(
            xlsx,
            [
                new(2, ActionColumn.Status, "Fait"),
                new(2, ActionColumn.Due, SheetCell.Of(new DateOnly(2027, 1, 5))),
            ],
            [
                new()
                {
                    Key = "g-3",
                    What = "=HYPERLINK(\"http://x\")",
                    Due = new DateOnly(2027, 2, 1),
                    Status = "À faire",
                },
            ]
        );

    private static string Part(byte[] xlsx, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(xlsx));
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Edited(byte[] xlsx, string path, Func<string, string> edit)
    {
        var words = edit(Part(xlsx, path));
        using var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(path)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(words);
        }

        return stream.ToArray();
    }
}
