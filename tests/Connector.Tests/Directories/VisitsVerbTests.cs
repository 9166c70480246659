using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Templates.Spreadsheets;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Directories;

/// <summary><c>connector directory visits</c>, as typed, on a workbook as coordinators leave it.</summary>
internal sealed class VisitsVerbTests
{
    private const string Secret = "Fâché avec la mairie depuis 2019";

    private static readonly string[] Headers =
    [
        "Organisation",
        "Date",
        "Par",
        "Avec",
        "État",
        "Suite",
        "Pour le",
        "Fait",
        "Notes privées",
    ];

    private Terminal _terminal = null!;

    [SetUp]
    public async Task Start()
    {
        _terminal = new Terminal
        {
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero)),
        };
        await File.AppendAllTextAsync(_terminal.Territory, "\nannuaire: Annuaire.xlsx\n");
    }

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task Whom_to_meet_what_is_due_and_what_is_stale_are_told_and_private_notes_are_not()
    {
        await WriteAsync(
            [
                "Médiathèque de l'Étang",
                "15/11/2026",
                "Inès",
                "M. Roux",
                "rencontré",
                "envoyer la charte",
                "20/11/2026",
                "",
                Secret,
            ],
            ["bailleur", "2026-12-04", "Inès", "", "", "", "", "", ""],
            ["mediatheque", "2026-01-10", "Inès", "", "rencontré", "rappeler", "2026-02-01", "oui", Secret]
        );
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Not.Contain("Rencontres"));
        Assert.That(said.Out, Does.Contain("2 rencontres faites"));
        Assert.That(
            said.Out,
            Does.Contain("Rendez-vous pris (1)\n  Bailleur Habitat (Étang) – le 04/12/2026")
        );
        Assert.That(
            said.Out,
            Does.Contain(
                "Médiathèque de l'Étang – envoyer la charte – pour le 20/11/2026, 10 jours de retard"
            )
        );
        Assert.That(said.Out, Does.Not.Contain("rappeler"));
        Assert.That(said.Out, Does.Contain("Bailleur Habitat – dernière nouvelle le 01/02/2024"));
        Assert.That(said.All, Does.Not.Contain("Fâché"));
        Assert.That((await RunAsync()).Out, Is.EqualTo(said.Out), "the same again");
        var json = await RunAsync("--json");
        Assert.That(json.Out, Does.Not.Contain("Fâché"));
        using var document = JsonDocument.Parse(json.Out);
        Assert.That(
            document.RootElement.GetProperty("followUps")[0].GetProperty("daysLate").GetInt32(),
            Is.EqualTo(10)
        );
    }

    [Test]
    public async Task Every_problem_is_told_by_sheet_row_and_column_and_stops_nothing()
    {
        await WriteAsync(
            ["Médiathèque de l'Etan", "15/11/2026", "", "", "", "", "", "", Secret],
            ["", "15/11/2026", "", "", "", "", "", "", Secret],
            ["bailleur", "le 3 mai", "", "", "peut-être", "", "20/11/2026", "ptet", Secret]
        );
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        string[] told =
        [
            "[Rencontres]:2:1 : « Médiathèque de l'Etan » n'est aucune structure",
            "Vouliez-vous écrire « Médiathèque de l'Étang »",
            "[Rencontres]:3:1 : La colonne « organisation » est vide",
            "[Rencontres]:4:2 : « le 3 mai » n'est pas une date",
            "[Rencontres]:4:5 : « peut-être » n'est pas une valeur possible",
            "[Rencontres]:4:6 : « pour le » dit une date",
            "[Rencontres]:4:8 : « ptet »",
        ];
        foreach (var line in told)
        {
            Assert.That(said.Errors, Does.Contain(line));
        }

        Assert.That(said.All, Does.Not.Contain("Fâché"));
    }

    [Test]
    public async Task A_sheet_of_other_headers_is_told_and_left()
    {
        await WriteAsync();
        await File.WriteAllBytesAsync(
            _terminal.At("Annuaire.xlsx"),
            WorkbookWriter.Write([
                Organisations(),
                Sheet(
                    "Rencontres",
                    ["Qui", "Quoi"],
                    [
                        ["a", "b"],
                    ]
                ),
            ])
        );
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Contain("[Rencontres]:1:1 : Ces titres de colonnes"));
    }

    private Task<Said> RunAsync(params string[] args) =>
        _terminal.RunAsync(["directory", "visits", .. args, "--file", _terminal.Territory]);

    private Task WriteAsync(params string[][] visits) =>
        File.WriteAllBytesAsync(
            _terminal.At("Annuaire.xlsx"),
            WorkbookWriter.Write([Organisations(), Sheet("Rencontres", Headers, visits)])
        );

    private static Sheet Organisations() =>
        Sheet(
            "Organisations",
            ["id", "nom", "commune", "typologie", "date_maj", "état"],
            [
                ["mediatheque", "Médiathèque de l'Étang", "Étang", "BIB", "2026-10-01", "rencontré"],
                ["bailleur", "Bailleur Habitat", "Étang", "bailleur", "2024-02-01", "à rencontrer"],
            ]
        );

    private static Sheet Sheet(string name, string[] headers, string[][] rows) =>
        new()
        {
            Name = name,
            Columns = [.. headers.Select(header => new SheetColumn(header, 20))],
            Rows = rows.Select(IReadOnlyList<SheetCell?> (row) => [.. row.Select(SheetCell.Of)]),
        };
}
