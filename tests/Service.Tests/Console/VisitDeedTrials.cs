using System.Net;
using Connector.Connector.Tests.Service;
using Connector.Directories;
using Connector.Templates.Spreadsheets;

namespace Connector.Tests.Console;

/// <summary>A visit noted from the console is a row of the directory's own sheet, and nothing else there changes.</summary>
public sealed class VisitDeedTrials
{
    private const string Record = "/t/vallon/annuaire/structures/club-val";
    private const string Deed = $"{Record}/visites";
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;
    private byte[] _before = [];

    private string Xlsx => _place.Terminal.At("Annuaire.xlsx");

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        _before = Directory();
        await File.WriteAllBytesAsync(Xlsx, _before);
        var text = await File.ReadAllTextAsync(_place.Terminal.Territory);
        await File.WriteAllTextAsync(
            _place.Terminal.Territory,
            text.Replace("organisations:", "annuaire: Annuaire.xlsx\norganisations:")
        );
        await _place.StartAsync();
        await _place.Service.RunAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [SetUp]
    public async Task Anew()
    {
        await File.WriteAllBytesAsync(Xlsx, _before);
        await _browser.ReadAsync("/t/vallon?relire=1");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task It_is_a_row_and_the_record_says_the_state()
    {
        using var done = await Send(
            ("jour", "2026-11-20"),
            ("par", "Inès"),
            ("avec", "la présidente"),
            ("etat", "rencontré"),
            ("suite", "envoyer la charte"),
            ("pour-le", "2026-12-15")
        );
        Assert.That(
            done.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await ConsoleBrowser.WordsAsync(done)
        );
        var page = await _browser.ReadAsync(Record);
        Assert.That(
            page,
            Does.Contain(
                    "vendredi 20 novembre 2026, par Inès, avec la présidente, suite : envoyer la charte, pour le 15/12/2026"
                )
                .And.Contain("rencontré")
        );
        var rows = Rows("Rencontres");
        Assert.That(rows, Has.Count.EqualTo(3), "header, the row of before, the new one");
        Assert.That(rows[1], Does.Contain("à garder pour moi"));
        Assert.That(rows[2], Does.Contain("Club de l'Âge d'or").And.Contain("rencontré"));
        Assert.That(Rows("Organisations")[1], Does.Contain("rencontré").And.Contain("ne pas appeler"));
    }

    [Test]
    public async Task A_visit_without_a_day_is_asked_for_one_and_nothing_is_written()
    {
        using var wrong = await Send(("avec", "le trésorier"), ("pour-le", "2026-12-15"));
        var page = await ConsoleBrowser.WordsAsync(wrong);
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            page,
            Does.Contain("Dites le jour")
                .And.Contain("Dites quoi faire")
                .And.Contain("value=\"le trésorier\"")
        );
        Assert.That(await File.ReadAllBytesAsync(Xlsx), Is.EqualTo(_before));
    }

    [Test]
    public async Task A_directory_without_the_sheet_says_what_to_add()
    {
        var empty = WorkbookWriter.Write([Organisations()]);
        await File.WriteAllBytesAsync(Xlsx, empty);
        await _browser.ReadAsync("/t/vallon?relire=1");
        using var wrong = await Send(("jour", "2026-11-20"));
        Assert.That(
            await ConsoleBrowser.WordsAsync(wrong),
            Does.Contain("Ajoutez-lui une feuille « Rencontres »")
        );
        Assert.That(await File.ReadAllBytesAsync(Xlsx), Is.EqualTo(empty));
    }

    private async Task<HttpResponseMessage> Send(params (string Name, string Words)[] typed)
    {
        var fields = PageForm.Fields(WebUtility.HtmlDecode(await _browser.SourceAsync(Record)));
        foreach (var (name, words) in typed)
        {
            fields[name] = words;
        }

        return await _browser.PostAsync(Deed, [.. fields]);
    }

    private List<string> Rows(string sheet)
    {
        using var workbook = WorkbookFile.Open(File.ReadAllBytes(Xlsx));
        return
        [
            .. workbook
                .Rows(workbook.SheetNames.ToList().IndexOf(sheet))
                .Select(row => string.Join('|', row.Cells.Select(cell => cell.Words))),
        ];
    }

    private static byte[] Directory() =>
        WorkbookWriter.Write([
            Organisations(),
            Sheet(
                "Rencontres",
                ["organisation", "date", "par", "avec", "état", "suite", "pour le", "fait", "notes privées"],
                ["ml-val", "2026-10-01", "", "", "", "", "", "", "à garder pour moi"]
            ),
        ]);

    private static Sheet Organisations() =>
        Sheet(
            "Organisations",
            ["id", "nom", "commune", "typologie", "état", "remarques"],
            ["club-val", "Club de l'Âge d'or", "Saint-Aubin", "ASSO", "à rencontrer", "ne pas appeler"],
            ["ml-val", "Mission locale", "L'Argentière", "ML", "membre", ""]
        );

    private static Sheet Sheet(string name, string[] headers, params string[][] rows) =>
        new()
        {
            Name = name,
            Columns = [.. headers.Select(header => new SheetColumn(header, 20))],
            Rows = rows.Select(
                IReadOnlyList<SheetCell?> (row) => [.. row.Select(words => SheetCell.Of(words))]
            ),
        };
}
