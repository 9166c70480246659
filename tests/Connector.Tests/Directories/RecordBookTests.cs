using Connector.Directories;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Connector.Tests.Directories;

/// <summary>One record of a workbook is changed, and no other cell.</summary>
public sealed class RecordBookTests
{
    private static byte[] Workbook() =>
        WorkbookWriter.Write([
            new Sheet
            {
                Name = "Organisations",
                Columns =
                [
                    new SheetColumn("id", 20),
                    new SheetColumn("nom", 20),
                    new SheetColumn("commune", 20),
                    new SheetColumn("notes à moi", 20),
                ],
                Rows =
                [
                    [
                        SheetCell.Of("a"),
                        SheetCell.Of("Club A"),
                        SheetCell.Of("Ici"),
                        SheetCell.Of("ne pas appeler"),
                    ],
                    [SheetCell.Of("b"), SheetCell.Of("Club B"), null, null],
                ],
            },
            new Sheet
            {
                Name = "Personnes",
                Columns =
                [
                    new SheetColumn("identifiant", 20),
                    new SheetColumn("prénom", 20),
                    new SheetColumn("nom", 20),
                ],
                Rows =
                [
                    [SheetCell.Of("ines"), SheetCell.Of("Inès"), SheetCell.Of("Le Goff")],
                ],
            },
        ]);

    [Test]
    public void A_cell_says_something_else_and_all_others_what_they_said()
    {
        var before = Workbook();
        var after = With(before, RecordKind.Organisation, "a", ("commune", "Ici", "Là"))!;
        var expected = Cells(before).Select(cell => cell == "Ici" ? "Là" : cell);
        Assert.That(Cells(after), Is.EqualTo(expected));
    }

    [Test]
    public void A_column_that_is_not_there_comes_on_the_right()
    {
        var after = With(Workbook(), RecordKind.Person, "ines", ("courriel", "", "ines@example.org"))!;
        var people = Tables(after).Single(table => table.Sheet == "Personnes");
        Assert.That(people.Headers, Is.EqualTo(new[] { "identifiant", "prénom", "nom", "courriel" }));
        Assert.That(
            people.Rows[0].Cells,
            Is.EqualTo(new[] { "ines", "Inès", "Le Goff", "ines@example.org" })
        );
    }

    [Test]
    public void Who_is_not_there_has_no_words()
    {
        var book = new RecordBook("Annuaire.xlsx", Workbook());
        Assert.That(book.Find(RecordKind.Organisation, "ines"), Is.Null);
        Assert.That(book.Find(RecordKind.Person, "a"), Is.Null);
        Assert.That(book.Find(RecordKind.Organisation, "b")!["nom"], Is.EqualTo("Club B"));
    }

    [Test]
    public async Task A_field_that_says_something_else_by_now_is_told_and_nothing_is_written()
    {
        var directory = new SeenDirectory("Annuaire.xlsx", Workbook());
        var commune = RecordFields.Of(RecordKind.Organisation).Single(field => field.Name == "commune");
        var result = await new EditRun(
            RecordKind.Organisation,
            "a",
            [new FieldChange(commune, "Ailleurs", "Là")]
        ).RunAsync(directory, CancellationToken.None);
        Assert.That(result.Clashes.Single().Stands, Is.EqualTo("Ici"));
        Assert.That(result.IsWritten, Is.False);
    }

    private static byte[]? With(
        byte[] xlsx,
        RecordKind kind,
        string id,
        params (string Field, string Was, string Now)[] changes
    ) =>
        new RecordBook("Annuaire.xlsx", xlsx).With(
            kind,
            id,
            [
                .. changes.Select(change => new FieldChange(
                    RecordFields.Of(kind).Single(field => field.Name == change.Field),
                    change.Was,
                    change.Now
                )),
            ]
        );

    private static IReadOnlyList<Table> Tables(byte[] xlsx) =>
        WorkbookTables.Read("Annuaire.xlsx", xlsx, new ProblemList("Annuaire.xlsx"));

    private static List<string> Cells(byte[] xlsx) =>
        [.. Tables(xlsx).SelectMany(table => table.Headers.Concat(table.Rows.SelectMany(row => row.Cells)))];
}
