using Connector.DevServer.Faults;
using Connector.Templates.Spreadsheets;
using Connector.Testing;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Persons;

/// <summary>A person's rights where the coordinators keep the directory on Nextcloud: it is changed there, or told why not.</summary>
internal sealed class CloudPersonTrials
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
        await Run(0, "apply", _terminal.Territory);
        await _coordinator.Write(Annuaire, Workbook());
        await Run(0, "apply", _terminal.Territory);
    }

    [TearDown]
    public async Task Stop()
    {
        _coordinator.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Erasing_clears_their_cells_and_nobody_else_s()
    {
        var before = await Read();
        var told = await Person("erase", "lea.martin");
        Assert.That(told, Does.Contain("Annuaire.xlsx").And.Contain("« Personnes », ligne 2"));
        Assert.That(await Read(), Is.EqualTo(before), "without --yes nothing is written");

        await Person("erase", "lea.martin", "--yes");
        var after = await Read();
        Assert.That(Holds(after, "Martin"), Is.False);
        Assert.That(Holds(after, "lea@example.org"), Is.False);
        Assert.That(Rows(after, "Personnes"), Has.Some.Contains("Roux"));
        Assert.That(Rows(after, "Participation").Where(row => row.Contains("lea.martin")), Is.Empty);

        await Run(0, "apply", _terminal.Territory, "--confirm");
        var again = await Person("erase", "Léa Martin", "--yes");
        Assert.That(again, Does.Not.Contain("Annuaire.xlsx"));
        await Run(0, "plan", _terminal.Territory);
    }

    [Test]
    public async Task Notes_about_them_are_the_coordinator_s_and_told()
    {
        await _coordinator.Write(Annuaire, Workbook(note: "revoir Léa Martin lundi"));
        var told = await Person("erase", "lea.martin", "--yes");
        Assert.That(told, Does.Contain("à relire et à corriger à la main"));
        Assert.That(Rows(await Read(), "Personnes"), Has.Some.Contains("revoir Léa Martin lundi"));
    }

    [Test]
    public async Task A_correction_and_an_objection_are_written_there()
    {
        await Person("rectify", "lea.martin", "--email", "l.martin@example.org", "--yes");
        Assert.That(Rows(await Read(), "Personnes")[1], Does.Contain("l.martin@example.org"));
        Assert.That(Holds(await Read(), "lea@example.org"), Is.False);

        await Person("object", "lea.martin", "--yes");
        var rows = Rows(await Read(), "Personnes");
        Assert.That(rows[0], Does.Contain("opposition"));
        Assert.That(rows[1], Does.Contain("non"));
        Assert.That(rows[2], Does.Contain("Roux").And.Not.Contain("non"));
    }

    [Test]
    public async Task A_directory_that_somebody_saves_at_that_moment_is_theirs_and_nothing_is_written()
    {
        var before = await Read();
        var yaml = await File.ReadAllTextAsync(_terminal.Territory);
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "PUT",
                Path = "Annuaire",
                Status = 412,
            }
        );
        var said = await _terminal.RunAsync(
            "person",
            "erase",
            "lea.martin",
            "-f",
            _terminal.Territory,
            "--yes"
        );
        Assert.That(said.Code, Is.EqualTo(1), said.All);
        Assert.That(await Read(), Is.EqualTo(before));
        Assert.That(await File.ReadAllTextAsync(_terminal.Territory), Is.EqualTo(yaml));
    }

    private async Task<string> Person(string verb, string who, params string[] more) =>
        (await _terminal.RunAsync(["person", verb, who, "-f", _terminal.Territory, .. more])).All;

    private async Task Run(int code, params string[] args)
    {
        var said = await _terminal.RunAsync(args);
        Assert.That(said.Code, Is.EqualTo(code), said.All);
    }

    private Task<byte[]> Read() => _coordinator.ReadBytes(Annuaire);

    private static List<string> Rows(byte[] xlsx, string sheet)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        return
        [
            .. workbook
                .Rows(workbook.SheetNames.ToList().IndexOf(sheet))
                .Select(row => string.Join('|', row.Cells.Select(cell => cell.Words))),
        ];
    }

    /// <summary>Anywhere in the file, in what no cell shows any more too.</summary>
    private static bool Holds(byte[] xlsx, string words)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(xlsx));
        return zip.Entries.Any(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd().Contains(words, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static byte[] Workbook(string note = "") =>
        WorkbookWriter.Write([
            Sheet(
                "Personnes",
                ["identifiant", "prénom", "nom", "courriel", "remarques"],
                [
                    ["lea.martin", "Léa", "Martin", "lea@example.org", ""],
                    ["tom.roux", "Tom", "Roux", "", note],
                ]
            ),
            Sheet(
                "Participation",
                ["personne", "groupe", "rôle"],
                [
                    ["lea.martin", "jeunes", "membre"],
                    ["tom.roux", "jeunes", "membre"],
                ]
            ),
        ]);

    private static Sheet Sheet(string name, string[] headers, string[][] rows) =>
        new()
        {
            Name = name,
            Columns = [.. headers.Select(header => new SheetColumn(header, 20))],
            Rows = rows.Select(
                IReadOnlyList<SheetCell?> (row) => [.. row.Select(words => SheetCell.Of(words))]
            ),
        };
}
