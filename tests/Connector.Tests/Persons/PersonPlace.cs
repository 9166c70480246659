using System.IO.Compression;
using System.Text;
using Connector.Directories;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Persons;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.Testing;
using Connector.Tests.Provisioning;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Persons;

/// <summary>A network on disk and on a server, in which one person stands everywhere that somebody can stand.</summary>
internal sealed class PersonPlace : IAsyncDisposable
{
    public const string Id = "ines.testard";
    public const string Name = "Inès Testard";
    public const string Email = "i.testard@exemple.fr";

    /// <summary>What no byte may hold at the end.</summary>
    public static readonly WordSearch Search = new("Testard", Id, Email, "0788990011", "+33788990011");

    private readonly Workplace _place;

    private PersonPlace(Workplace place) => _place = place;

    public Workplace Server => _place;

    public string Folder => Path.Combine(_place.Folder, "reseau");

    public string Territory => Path.Combine(Folder, "territoire.yaml");

    public string Directory => Path.Combine(Folder, "Annuaire.xlsx");

    public string Ledger => Path.Combine(Folder, ".connector", "ledger.db");

    public static async Task<PersonPlace> OpenAsync()
    {
        var place = new PersonPlace(await Workplace.OpenAsync());
        System.IO.Directory.CreateDirectory(place.Folder);
        await File.WriteAllTextAsync(place.Territory, Yaml);
        await File.WriteAllBytesAsync(place.Directory, Workbook());
        return place;
    }

    public async Task<RunReport> ApplyAsync()
    {
        var loaded = TerritoryFile.Load(Territory);
        Assert.That(loaded.Problems.Select(problem => problem.Message.English), Is.Empty);
        await using var ledger = await LedgerStore.OpenAsync(Ledger, TimeProvider.System, default);
        await using var client = _place.NewClient();
        var run = new ProvisionRun(client, ledger, new FakeTimeProvider(Some.Now), null);
        var report = await run.ApplyAsync(loaded.Territory!, loaded.Blueprints, null, null, default);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        return report;
    }

    public async Task<PersonReport> RunAsync(string words, bool yes, Func<PersonRun, Task<PersonReport>> act)
    {
        var loaded = TerritoryFile.Load(Territory);
        await using var ledger = await LedgerStore.OpenAsync(Ledger, TimeProvider.System, default);
        await using var client = _place.NewClient();
        var request = new PersonRequest(Territory, words, yes);
        var time = new FakeTimeProvider(Some.Now);
        return await act(new PersonRun(client, ledger, loaded.Territory!, request, time));
    }

    public Task<PersonReport> EraseAsync(bool yes, string words = Id) =>
        RunAsync(words, yes, run => run.EraseAsync(default));

    public async Task<PersonReport> ExportAsync(string folder)
    {
        var loaded = TerritoryFile.Load(Territory);
        await using var ledger = await LedgerStore.OpenAsync(Ledger, TimeProvider.System, default);
        await using var client = _place.NewClient();
        var request = new PersonRequest(Territory, Id, false);
        var time = new FakeTimeProvider(Some.Now);
        return await new PersonExportRun(client, ledger, loaded.Territory!, request, time).RunAsync(
            folder,
            default
        );
    }

    public Task<IReadOnlyList<string>> SearchAsync() =>
        Search.FindAsync(_place, Folder, Ledger, "connector-pays-d-essai");

    public static bool Holds(byte[] bytes) => Search.Holds(bytes);

    /// <summary>A document that somebody wrote, the name cut over two runs.</summary>
    public static byte[] Docx()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(
                "<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>Présents : Inès Te</w:t></w:r><w:r><w:t>stard</w:t></w:r></w:p></w:body></w:document>"
            );
        }

        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync() => await _place.DisposeAsync();

    private static byte[] Workbook()
    {
        var sheets = new DirectorySheets(DirectoryWorkbook.Empty());
        return Rows(
            sheets.Bytes,
            (
                "Organisations",
                [
                    ["ccas", null, "CCAS de Valombre"],
                    ["biblio", null, "Médiathèque"],
                ]
            ),
            (
                "Personnes",
                [
                    [Id, "Inès", "Testard", Email],
                    ["noe", "Noé", "D'Almeida", "noe@exemple.fr"],
                ]
            ),
            (
                "Participation",
                [
                    [Id, "gt-jeunes", "animation"],
                    ["noe", "gt-jeunes", "membre"],
                ]
            ),
            (
                "Rencontres",
                [
                    ["ccas", null, "Inès Testard", "très pressée, à rappeler"],
                ]
            )
        );
    }

    private static byte[] Rows(byte[] xlsx, params (string Sheet, string?[][] Rows)[] sheets)
    {
        foreach (var (sheet, rows) in sheets)
        {
            List<string> names;
            int header;
            int first;
            using (var workbook = WorkbookFile.Open(xlsx))
            {
                names = [.. workbook.SheetNames];
                var titles = workbook.Rows(names.IndexOf(sheet)).First();
                (header, first) = (titles.Number, titles.Cells.Count(cell => cell.Words == CheckNote.Header));
            }

            xlsx = WorkbookEdit.Apply(
                xlsx,
                names.IndexOf(sheet),
                [],
                [
                    .. rows.Select(
                        IReadOnlyDictionary<int, SheetCell> (row) =>
                            row.Select((words, column) => (words, column))
                                .Where(pair => pair.words is not null)
                                .ToDictionary(pair => pair.column + first, pair => SheetCell.Of(pair.words))
                    ),
                ],
                header
            );
        }

        return xlsx;
    }

    /// <summary>As a coordinator clears their own notes in a spreadsheet, which writes its words anew.</summary>
    public static byte[] WithoutNotes(byte[] xlsx)
    {
        List<CellEdit> edits;
        int sheet;
        using (var workbook = WorkbookFile.Open(xlsx))
        {
            sheet = workbook.SheetNames.ToList().IndexOf("Rencontres");
            edits =
            [
                .. workbook
                    .Rows(sheet)
                    .SelectMany(row =>
                        row.Cells.Select((cell, column) => (cell, column))
                            .Where(pair => pair.cell.Words.Contains("Testard", StringComparison.Ordinal))
                            .Select(pair => new CellEdit(row.Number, pair.column, SheetCell.Empty))
                    ),
            ];
        }

        return WorkbookPurge.Apply(
            WorkbookEdit.Apply(xlsx, sheet, edits, []),
            words => words.Contains("Testard", StringComparison.Ordinal)
        );
    }

    private const string Yaml = """
        # Le réseau d'essai
        nom: Pays d'Essai
        périmètre: groupement de communes
        raison d'être: Que personne ne reste seul.
        coordination: ccas
        coordinateurs: [zoe]   # tient l'agenda
        créer-les-comptes: oui
        carnet-d'adresses: oui
        annuaire: Annuaire.xlsx
        personnes:
          # celle qui coordonne
          - id: zoe
            nom: Zoé Exupère

        groupes-de-travail:
          - id: gt-jeunes
            nom: Jeunes
            raison d'être: Se retrouver.
            # l'animation change chaque année
            membres:
              - zoe
              - ines.testard   # depuis mai
            rencontres:
              - id: mensuelle
                titre: Café des jeunes
                règle: premier jeudi du mois
                début: 2026-09-01
                heure: 14 h
                durée: 2 h
        """;
}
