using System.Text;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Tests.TerritoryFiles;

internal sealed class DirectoryFileTests
{
    private const string Territory = """
        nom: Pays d'Aix
        périmètre: départemental
        raison d'être: Aider
        coordination: COORDINATION
        coordinateurs: [ines]
        annuaire: FILE
        personnes:
          - { id: ines, nom: Inès Le Goff }
        comités:
          - { id: comite, nom: Comité, membres: [ines] }
        """;

    [Test]
    public void The_38_real_places_of_Aix_are_read_and_two_warned_about()
    {
        if (Repository.SharedData("lieux-mediation-numerique-aix.v1.csv") is not { } places)
        {
            Assert.Ignore(
                "The public data set lieux-mediation-numerique-aix.v1.csv is not beside this repository."
            );
            return;
        }

        var loaded = Load("aix.csv", File.ReadAllBytes(places), "aix-16");
        Assert.That(loaded.Problems.Select(SampleTerritoryTests.Told), Is.Empty);
        Assert.That(loaded.Territory!.Organisations, Has.Count.EqualTo(38));
        Assert.That(
            loaded.Warnings.Select(warning => warning.Code),
            Is.EqualTo(new[] { "no-pivot", "no-pivot" })
        );
        Assert.That(
            loaded.Warnings.Select(warning => warning.Place!.Value.Line),
            Is.EqualTo(new[] { 35, 36 })
        );
    }

    [Test]
    public void A_semicolon_file_saved_by_an_old_spreadsheet_is_read()
    {
        var bytes = Encoding.Latin1.GetBytes(
            "Id;Nom;Code postal;Commune\r\ncc;\"Communauté; d'été\";1990;Évry\r\n"
        );
        var organisation = Load("a.csv", bytes, "cc").Territory!.Organisations.Single();
        Assert.That(organisation.Name, Is.EqualTo("Communauté; d'été"));
        Assert.That(organisation.PostalCode, Is.EqualTo("01990"));
        Assert.That(organisation.Commune, Is.EqualTo("Évry"));
    }

    [Test]
    public void Every_error_of_a_table_names_its_line_and_column()
    {
        var loaded = Load("a.csv", Encoding.UTF8.GetBytes("id,nom\ncc,Communauté\n,Sans id\ncc,\n"), "cc");
        var places = loaded.Problems.Select(problem =>
            (problem.Code, problem.Place!.Value.Line, problem.Place.Value.Column)
        );
        Assert.That(
            places,
            Is.EqualTo(new[] { ("missing-value", 3, 1), ("duplicate-id", 4, 1), ("missing-value", 4, 2) })
        );
    }

    [Test]
    public void A_file_that_is_no_workbook_is_refused_with_a_sentence() =>
        Assert.That(
            Load("a.xlsx", "PK nothing"u8.ToArray(), "cc").Problems.Select(problem => problem.Code),
            Is.EqualTo(new[] { "bad-workbook" })
        );

    [TestCase("mimetype")]
    [TestCase("META-INF/manifest.xml")]
    public void An_OpenDocument_workbook_is_told_how_to_become_an_xlsx(string sign)
    {
        using var package = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(
                package,
                System.IO.Compression.ZipArchiveMode.Create,
                leaveOpen: true
            )
        )
        {
            using var part = zip.CreateEntry(sign).Open();
            part.Write("application/vnd.oasis.opendocument.spreadsheet"u8);
        }

        var problem = Load("a.ods", package.ToArray(), "cc").Problems.Single();
        Assert.That(problem.Code, Is.EqualTo("ods-workbook"));
        Assert.That(problem.Remedy.French, Does.Contain(".xlsx"));
        Assert.That(problem.Remedy.English, Does.Contain(".xlsx"));
    }

    [Test]
    public void A_zip_bomb_is_not_unpacked()
    {
        using var package = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(
                package,
                System.IO.Compression.ZipArchiveMode.Create,
                leaveOpen: true
            )
        )
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 80; megabyte++)
            {
                part.Write(zeros);
            }
        }

        Assert.That(
            () => WorkbookReader.Read(package.ToArray()),
            Throws.TypeOf<SpreadsheetException>().With.Property("Fault").EqualTo(SpreadsheetFault.TooLarge)
        );
    }

    [Test]
    public void Fifty_thousand_lines_are_all_read_and_one_too_many_is_told()
    {
        Assert.That(Table(50_000).Table!.Rows, Has.Count.EqualTo(50_000));

        var (table, problems) = Table(SpreadsheetLimits.Rows);
        Assert.That(table, Is.Null);
        Assert.That(problems.Errors.Select(problem => problem.Code), Is.EqualTo(new[] { "too-many-rows" }));
        Assert.That(problems.Errors[0].Place!.Value.Line, Is.EqualTo(SpreadsheetLimits.Rows + 1));

        static (Table? Table, ProblemList Problems) Table(int rows) =>
            Csv("id,nom\n" + string.Concat(Enumerable.Range(0, rows).Select(n => $"cc-{n},Commune\n")));
    }

    [Test]
    public void Columns_beyond_what_is_read_are_told_unless_they_are_empty()
    {
        var commas = new string(',', SpreadsheetLimits.Columns);
        Assert.That(Csv($"id,nom\ncc,Commune{commas}\n").Table!.Rows, Has.Count.EqualTo(1));
        var problems = Csv($"id,nom\ncc,Commune{commas}x\n").Problems.Errors;
        Assert.That(problems.Select(problem => problem.Code), Is.EqualTo(new[] { "too-many-columns" }));
        Assert.That(problems[0].Place!.Value.Line, Is.EqualTo(2));
    }

    [Test]
    public void A_workbook_beyond_the_limits_is_told_with_sheet_and_row()
    {
        var bytes = WorkbookWriter.Write([
            new Sheet
            {
                Name = "Organisations",
                Columns = [new("id", 9), new("nom", 9)],
                Rows =
                [
                    ["cc", "Commune", .. Enumerable.Repeat<SheetCell?>("x", SpreadsheetLimits.Columns)],
                ],
            },
        ]);
        var problem = Load("a.xlsx", bytes, "cc").Problems.Single();

        Assert.That(problem.Code, Is.EqualTo("too-many-columns"));
        Assert.That((problem.Place!.Value.Sheet, problem.Place.Value.Line), Is.EqualTo(("Organisations", 2)));
    }

    [Test]
    public void The_headers_are_found_under_a_title()
    {
        var bytes = Encoding.UTF8.GetBytes("Annuaire, mis à jour le 3 décembre\n\nID;NOM\ncc;Communauté\n");
        Assert.That(
            Load("a.csv", bytes, "cc").Territory!.Organisations.Single().Name,
            Is.EqualTo("Communauté")
        );

        var workbook = WorkbookWriter.Write([
            new Sheet
            {
                Name = "Organisations",
                Columns = [new("Annuaire du réseau", 9)],
                Rows =
                [
                    [],
                    ["Nom", "Id"],
                    ["Communauté", "cc"],
                ],
            },
        ]);
        Assert.That(
            Load("a.xlsx", workbook, "cc").Territory!.Organisations.Single().Name,
            Is.EqualTo("Communauté")
        );
    }

    [Test]
    public void A_cell_that_shows_an_error_is_told()
    {
        var workbook = WorkbookWriter.Write([
            new Sheet
            {
                Name = "Organisations",
                Columns = [new("id", 9), new("nom", 9), new("commune", 9)],
                Rows =
                [
                    ["cc", "Communauté", SheetCell.Error("#REF!")],
                ],
            },
        ]);
        var warning = Load("a.xlsx", workbook, "cc").Warnings.Single(warning => warning.Code == "cell-error");

        Assert.That((warning.Place!.Value.Line, warning.Place.Value.Column), Is.EqualTo((2, 3)));
        Assert.That(warning.Message.French, Does.Contain("#REF!"));
    }

    [Test]
    public void An_old_workbook_is_told_what_to_do() =>
        Assert.That(
            Load("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "cc").Problems.Single().Code,
            Is.EqualTo("old-workbook")
        );

    private static (Table? Table, ProblemList Problems) Csv(string text)
    {
        var problems = new ProblemList("a.csv");
        return (CsvTable.Read("a.csv", Encoding.UTF8.GetBytes(text), problems), problems);
    }

    private static LoadResult Load(string name, byte[] content, string coordination)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, content);
        var yaml = Territory
            .Replace("FILE", name, StringComparison.Ordinal)
            .Replace("COORDINATION", coordination, StringComparison.Ordinal);
        return TerritoryFile.Load(folder.Write("territoire.yaml", yaml));
    }
}
