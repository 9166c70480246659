using System.Text;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;

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
