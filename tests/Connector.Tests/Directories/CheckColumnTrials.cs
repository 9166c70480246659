using Connector.Connector.Tests.Cli;
using Connector.DevServer.Faults;
using Connector.Directories;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Directories;

/// <summary>The column « À vérifier », for a directory on this machine and for one on Nextcloud.</summary>
internal sealed class CheckColumnTrials
{
    private const string Annuaire = "Pilotage/Annuaire.xlsx";

    private Terminal _terminal = null!;

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task It_says_what_is_wrong_beside_it_keeps_people_s_words_and_is_cleared_when_all_is_well()
    {
        var path = await Local("Annuaire.xlsx", Book("biblio-x", "lea@", "rappeler lundi"));
        var before = WorkbookReader.Read(await File.ReadAllBytesAsync(path));

        var dry = await Check();
        Assert.That(dry.Code, Is.EqualTo(3), dry.All);
        Assert.That(dry.Errors, Does.Match(@"Annuaire\.xlsx \[Personnes\]:2:\d+ : .*« biblio-x »"));
        Assert.That(WorkbookReader.Read(await File.ReadAllBytesAsync(path)), Has.Count.EqualTo(before.Count));

        var written = await Check("--yes");
        Assert.That(written.Code, Is.EqualTo(2), written.All);
        var note = Cell(path, "Personnes", 2, "À vérifier");
        Assert.That(
            note,
            Does.StartWith("rappeler lundi\n⚠ ")
                .And.Contain("organisation : « biblio-x » n'existe pas")
                .And.Contain("courriel : ")
        );
        Assert.That(Cell(path, "Personnes", 3, "À vérifier"), Is.Empty);
        Assert.That(Cell(path, "Personnes", 2, "nom"), Is.EqualTo("Martin"));

        var bytes = await File.ReadAllBytesAsync(path);
        Assert.That((await Check("--yes")).Code, Is.EqualTo(2));
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(bytes), "a second run changes nothing");

        await File.WriteAllBytesAsync(path, Book("biblio", "lea@example.org", note));
        Assert.That((await Check("--yes")).Code, Is.Zero);
        Assert.That(Cell(path, "Personnes", 2, "À vérifier"), Is.EqualTo("rappeler lundi"));
    }

    [Test]
    public async Task A_sheet_without_the_column_gets_it_at_its_right_and_formulas_are_left_alone()
    {
        var path = await Local("Annuaire.xlsx", Book("biblio-x", "lea@example.org", note: null));
        Assert.That((await Check("--yes")).Code, Is.EqualTo(2));
        var sheet = WorkbookReader
            .Read(await File.ReadAllBytesAsync(path))
            .Single(one => one.Name == "Personnes");
        Assert.That(sheet.Rows[0].Cells[^1].Words, Is.EqualTo("À vérifier"));
        Assert.That(Cell(path, "Personnes", 2, "À vérifier"), Does.StartWith("⚠ organisation"));
    }

    [Test]
    public async Task A_directory_in_CSV_gets_it_too_and_other_lines_keep_their_bytes()
    {
        var path = await Local(
            "Annuaire.csv",
            System.Text.Encoding.UTF8.GetBytes(
                "id;nom;pivot;commune\r\nmjc;\"MJC ; la vraie\";43493312300029;Valombre\r\nclub;Club de rugby;;Valombre\r\n"
            )
        );
        Assert.That((await Check("--yes")).Code, Is.EqualTo(2));
        var lines = (await File.ReadAllTextAsync(path)).Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("id;nom;pivot;commune;À vérifier"));
        Assert.That(lines[1], Is.EqualTo("mjc;\"MJC ; la vraie\";43493312300029;Valombre"));
        Assert.That(lines[2], Does.StartWith("club;Club de rugby;;Valombre;").And.Contain("⚠ pivot : "));
        var bytes = await File.ReadAllBytesAsync(path);
        await Check("--yes");
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(bytes));
    }

    [Test]
    public async Task On_Nextcloud_each_apply_keeps_it_true_even_one_that_sends_nothing()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        using var coordinator = place.Administrator();
        await File.AppendAllTextAsync(terminal.Territory, "\nannuaire: nextcloud\n");
        await terminal.RunAsync("apply", terminal.Territory);
        await coordinator.Write(Annuaire, Book("biblio-x", "lea@example.org", "rappeler"));

        var said = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(said.Out, Does.Contain("À vérifier").And.Contain("1 ligne"), said.All);
        var bytes = await coordinator.ReadBytes(Annuaire);
        Assert.That(Cell(bytes, "Personnes", 2, "À vérifier"), Does.StartWith("rappeler\n⚠ organisation"));

        await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(await coordinator.ReadBytes(Annuaire), Is.EqualTo(bytes));

        await coordinator.Write(
            Annuaire,
            Book("biblio", "lea@example.org", Cell(bytes, "Personnes", 2, "À vérifier"))
        );
        var solved = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(solved.Code, Is.Zero, solved.All);
        Assert.That(
            Cell(await coordinator.ReadBytes(Annuaire), "Personnes", 2, "À vérifier"),
            Is.EqualTo("rappeler")
        );
        Assert.That((await terminal.RunAsync("plan", terminal.Territory)).Code, Is.Zero);
    }

    [TestCase(423, "ouvert")]
    [TestCase(412, "enregistrer")]
    public async Task One_that_is_open_or_was_just_saved_is_left_to_the_next_run(int status, string why)
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        using var coordinator = place.Administrator();
        await File.AppendAllTextAsync(terminal.Territory, "\nannuaire: nextcloud\n");
        await terminal.RunAsync("apply", terminal.Territory);
        await coordinator.Write(Annuaire, Book("biblio-x", "lea@example.org", "rappeler"));
        var bytes = await coordinator.ReadBytes(Annuaire);
        place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "PUT",
                Path = "/Pilotage/Annuaire.xlsx",
                Status = status,
                Times = 0,
            }
        );

        var said = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(said.Errors, Does.Contain(why), said.All);
        Assert.That(await coordinator.ReadBytes(Annuaire), Is.EqualTo(bytes));
        place.Server.Faults.Clear();

        await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(
            Cell(await coordinator.ReadBytes(Annuaire), "Personnes", 2, "À vérifier"),
            Does.StartWith("rappeler\n⚠ organisation")
        );
    }

    [Test]
    public async Task A_first_directory_with_a_mistake_stops_the_run_and_still_says_where()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        using var coordinator = place.Administrator();
        await terminal.RunAsync("apply", terminal.Territory);
        await coordinator.Write(Annuaire, Book("biblio-x", "lea@example.org", ""));
        await File.AppendAllTextAsync(terminal.Territory, "\nannuaire: nextcloud\n");

        var said = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(said.Code, Is.EqualTo(1), said.All);
        Assert.That(
            Cell(await coordinator.ReadBytes(Annuaire), "Personnes", 2, "À vérifier"),
            Does.StartWith("⚠ organisation")
        );
    }

    [Test]
    public void A_new_workbook_explains_its_columns()
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(DirectoryWorkbook.Empty()));
        foreach (
            var part in zip
                .Entries.Where(part => part.FullName.Contains("sheets/sheet", StringComparison.Ordinal))
                .Take(4)
        )
        {
            using var reader = new StreamReader(part.Open());
            var xml = System.Xml.Linq.XDocument.Parse(reader.ReadToEnd());
            var prompts = xml.Descendants().Where(one => one.Name.LocalName == "dataValidation").ToList();
            Assert.That(prompts, Is.Not.Empty);
            Assert.That(
                prompts.Select(one => ((string?)one.Attribute("prompt") ?? "").Length),
                Has.All.LessThanOrEqualTo(255)
            );
            Assert.That(prompts.Any(one => (string?)one.Attribute("sqref") == "A1"));
        }
    }

    private async Task<string> Local(string name, byte[] bytes)
    {
        var path = _terminal.At(name);
        await File.WriteAllBytesAsync(path, bytes);
        await File.AppendAllTextAsync(_terminal.Territory, $"\nannuaire: {name}\n");
        return path;
    }

    private Task<Said> Check(params string[] more) =>
        _terminal.RunAsync(["directory", "check", "--file", _terminal.Territory, .. more]);

    private static string Cell(string path, string sheet, int row, string header) =>
        Cell(File.ReadAllBytes(path), sheet, row, header);

    private static string Cell(byte[] xlsx, string sheet, int row, string header)
    {
        var rows = WorkbookReader.Read(xlsx).Single(one => one.Name == sheet).Rows;
        var column = rows[0].Cells.ToList().FindIndex(cell => cell.Words == header);
        return rows.Single(one => one.Number == row)[column].Words;
    }

    /// <param name="organisation">Léa's.</param>
    /// <param name="email">Léa's.</param>
    /// <param name="note">What the column says in her row; null for a sheet without it.</param>
    private static byte[] Book(string organisation, string email, string? note)
    {
        string[] check = note is null ? [] : ["À vérifier"];
        string[] theirs = note is null ? [] : [note];
        string[] none = note is null ? [] : [""];
        return WorkbookWriter.Write([
            new Sheet
            {
                Name = "Personnes",
                Columns =
                [
                    .. check
                        .Concat(["identifiant", "prénom", "nom", "courriel", "organisation"])
                        .Select(header => new SheetColumn(header, 20)),
                ],
                Rows =
                [
                    Row([.. theirs, "lea.martin", "Léa", "Martin", email, organisation]),
                    Row([.. none, "tom.roux", "Tom", "Roux", "", ""]),
                ],
            },
        ]);
    }

    private static IReadOnlyList<SheetCell?> Row(string[] cells) => [.. cells.Select(SheetCell.Of)];
}
