using Connector.Connector.Tests.Cli;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Directories;

/// <summary>« annuaire: nextcloud »: the coordinators' own directory in their folder.</summary>
internal sealed class CloudDirectoryTrials
{
    private const string Annuaire = "Pilotage/Annuaire.xlsx";

    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private Hands _coordinator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _coordinator = _place.Administrator();
        _terminal = Terminal.At(_place);
        await File.AppendAllTextAsync(_terminal.Territory, "\nannuaire: nextcloud\n");
        Assert.That((await Apply()).Code, Is.Zero);
    }

    [TearDown]
    public async Task Stop()
    {
        _coordinator.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task It_is_made_once_and_a_run_that_finds_it_unchanged_asks_nothing_more()
    {
        Assert.That(
            Sheets(await Read()),
            Is.SupersetOf(new[] { "Organisations", "Personnes", "Participation" })
        );
        await Apply();
        Assert.That(await Requests(), Is.EqualTo(await WithoutIt()));
        var bytes = await Read();
        await Apply();
        Assert.That(await Read(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Participation_drives_the_group_and_a_second_run_changes_nothing()
    {
        await Write(("lea.martin", "jeunes", "membre"));
        var planned = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(planned.Code, Is.EqualTo(3), planned.All);

        Assert.That((await Apply()).Code, Is.Zero);
        Assert.That(await Members(), Does.Contain("lea.martin"));
        var quiet = await Apply();
        Assert.That(quiet.Code, Is.Zero, quiet.All);
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);

        await Write();
        Assert.That((await Apply("--confirm")).Code, Is.Zero);
        Assert.That(await Members(), Does.Not.Contain("lea.martin"));
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
    }

    [Test]
    public async Task Who_renames_and_moves_it_is_followed()
    {
        await Write(("lea.martin", "jeunes", "membre"));
        await Apply();
        await _coordinator.Move(Annuaire, "Pilotage/Suivi/Acteurs du vallon.xlsx");
        await _coordinator.Write("Pilotage/Suivi/Acteurs du vallon.xlsx", Workbook());
        var said = await Apply("--confirm");
        Assert.That(await Members(), Does.Not.Contain("lea.martin"), said.All);
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
        Assert.That(await _place.Client.Files.Find(Annuaire, default), Is.Null);
    }

    [TestCase("broken")]
    [TestCase("unknown")]
    [TestCase("bomb")]
    [TestCase("gone")]
    public async Task What_cannot_be_used_takes_nobody_s_place_away(string fault)
    {
        await Write(("lea.martin", "jeunes", "membre"));
        await Apply();
        switch (fault)
        {
            case "broken":
                await _coordinator.Write(Annuaire, "PK pas un classeur");
                break;
            case "unknown":
                await Write(("lea.martn", "jeunes", "membre"));
                break;
            case "bomb":
                await _coordinator.Write(Annuaire, Bomb());
                break;
            default:
                await _coordinator.Delete(Annuaire);
                break;
        }

        var said = await Apply("--confirm");
        Assert.That(said.Code, Is.AnyOf(0, 2), said.All);
        Assert.That(said.Errors, Does.Contain("Annuaire.xlsx").And.Contain("personne n'est retiré"));
        Assert.That(await Members(), Does.Contain("lea.martin"));
        var again = await Apply("--confirm");
        Assert.That(again.Errors, Is.EqualTo(said.Errors));
        Assert.That(await Members(), Does.Contain("lea.martin"));
    }

    [Test]
    public async Task One_that_was_deleted_comes_back_as_it_was_when_somebody_asks_for_it()
    {
        await Write(("lea.martin", "jeunes", "membre"));
        await Apply();
        var bytes = await Read();
        await _coordinator.Delete(Annuaire);
        await Apply();
        Assert.That(await _place.Client.Files.Find(Annuaire, default), Is.Null);

        var made = await _terminal.RunAsync("directory", "init", "--file", _terminal.Territory);
        Assert.That(made.Code, Is.Zero, made.All);
        Assert.That(await Read(), Is.EqualTo(bytes));
        var again = await _terminal.RunAsync("directory", "init", "--file", _terminal.Territory);
        Assert.That(again.Code, Is.EqualTo(1), again.All);
        Assert.That((await Apply()).Errors, Does.Not.Contain("n'est plus"));
        Assert.That(await Members(), Does.Contain("lea.martin"));
    }

    [Test]
    public async Task Coverage_import_and_export_work_with_it()
    {
        var list = _terminal.At("liste.csv");
        await File.WriteAllTextAsync(
            list,
            "Structure,Ville,CP,SIRET,Typologie\nMission locale,Valombre,24990,43493312300029,ML\n"
        );
        var dry = await _terminal.RunAsync("directory", "import", list, "--file", _terminal.Territory);
        Assert.That(dry.Code, Is.EqualTo(3), dry.All);
        Assert.That(dry.Out, Does.Contain("1 ajoutée").And.Contain(Annuaire));

        var written = await _terminal.RunAsync(
            "directory",
            "import",
            list,
            "--file",
            _terminal.Territory,
            "--yes"
        );
        Assert.That(written.Code, Is.Zero, written.All);
        var again = await _terminal.RunAsync(
            "directory",
            "import",
            list,
            "--file",
            _terminal.Territory,
            "--yes"
        );
        Assert.That(again.Out, Does.Contain("1 inchangée"), again.All);
        Assert.That(File.Exists(_terminal.At("Annuaire.xlsx")), Is.False);

        var coverage = await _terminal.RunAsync("coverage", "--file", _terminal.Territory);
        Assert.That(coverage.Code, Is.Zero, coverage.All);
        Assert.That(coverage.Out, Does.Contain("→ à inviter : Mission locale"));
    }

    [Test]
    public async Task What_was_imported_is_remembered_with_its_licence_and_named_in_each_export()
    {
        var list = _terminal.At("lieux.csv");
        await File.WriteAllTextAsync(
            list,
            "id,pivot,nom,commune,code_postal,adresse,source,date_maj\n"
                + "a,43493312300029,Mission locale,Valombre,24990,1 rue A,Département,2024-01-31\n"
        );
        string[] import =
        [
            "directory",
            "import",
            list,
            "--file",
            _terminal.Territory,
            "--yes",
            "--licence",
            "Licence Ouverte 2.0",
        ];
        Assert.That((await _terminal.RunAsync(import)).Code, Is.Zero);
        await _terminal.RunAsync(import);
        var rows = WorkbookReader.Read(await Read()).Single(sheet => sheet.Name == "Sources").Rows;
        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That(
            rows[1].Cells.Select(cell => cell.Words).Take(4),
            Is.EqualTo(new[] { "lieux.csv", "Département", "2024-01-31", "Licence Ouverte 2.0" })
        );
        foreach (
            var (format, named) in new[]
            {
                ("csv", ".sources.txt"),
                ("vcard", ".sources.txt"),
                ("geojson", ""),
            }
        )
        {
            var target = _terminal.At($"export.{format}");
            var said = await _terminal.RunAsync(
                "directory",
                "export",
                "--format",
                format,
                "--file",
                _terminal.Territory,
                "--out",
                target
            );
            Assert.That(said.Code, Is.Zero, said.All);
            Assert.That(
                await File.ReadAllTextAsync(target + named),
                Does.Contain("Département (lieux.csv)").And.Contain("licence : Licence Ouverte 2.0"),
                format
            );
        }
    }

    private Task<Said> Apply(params string[] more) =>
        _terminal.RunAsync(["apply", _terminal.Territory, .. more]);

    private async Task<byte[]> Read() => await _coordinator.ReadBytes(Annuaire);

    private Task Write(params (string Person, string Group, string Role)[] places) =>
        _coordinator.Write(Annuaire, Workbook(places));

    /// <summary>Whoever is in any of the group's Nextcloud groups.</summary>
    private async Task<IReadOnlyList<string>> Members()
    {
        var members = new List<string>();
        foreach (var group in await _place.Client.Groups.List(default))
        {
            if (group.Id.Contains("jeunes", StringComparison.Ordinal))
            {
                members.AddRange(await _place.Client.Groups.Members(group.Id, default) ?? []);
            }
        }

        return members;
    }

    private async Task<int> Requests()
    {
        var before = _place.Server.RequestCount;
        Assert.That((await Apply()).Code, Is.Zero);
        return (int)(_place.Server.RequestCount - before);
    }

    private async Task<int> WithoutIt()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        await terminal.RunAsync("apply", terminal.Territory);
        await terminal.RunAsync("apply", terminal.Territory);
        var before = place.Server.RequestCount;
        await terminal.RunAsync("apply", terminal.Territory);
        return (int)(place.Server.RequestCount - before);
    }

    private static IEnumerable<string> Sheets(byte[] xlsx) =>
        WorkbookReader.Read(xlsx).Select(sheet => sheet.Name);

    /// <summary>Léa and Tom, of whom the sheet « Participation » says more.</summary>
    private static byte[] Workbook(params (string Person, string Group, string Role)[] places) =>
        WorkbookWriter.Write([
            Sheet(
                "Personnes",
                ["identifiant", "prénom", "nom", "courriel", "organisation"],
                [
                    ["lea.martin", "Léa", "Martin", "lea@example.org", "biblio"],
                    ["tom.roux", "Tom", "Roux", "", ""],
                ]
            ),
            Sheet(
                "Participation",
                ["personne", "groupe", "rôle"],
                [.. places.Select(place => new[] { place.Person, place.Group, place.Role })]
            ),
        ]);

    private static Sheet Sheet(string name, string[] headers, string[][] rows) =>
        new()
        {
            Name = name,
            Columns = [.. headers.Select(header => new SheetColumn(header, 20))],
            Rows = rows.Select(IReadOnlyList<SheetCell?> (row) => [.. row.Select(SheetCell.Of)]),
        };

    /// <summary>A few kilobytes that unpack to a gigabyte.</summary>
    private static byte[] Bomb()
    {
        using var target = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(
                target,
                System.IO.Compression.ZipArchiveMode.Create,
                leaveOpen: true
            )
        )
        {
            using var part = zip.CreateEntry("xl/workbook.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                part.Write(zeros);
            }
        }

        return target.ToArray();
    }
}
