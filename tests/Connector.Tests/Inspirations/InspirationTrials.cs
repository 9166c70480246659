using System.Text;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;
using Connector.Templates;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Inspirations;

/// <summary><c>connector inspirations</c>, as typed, against the embedded server.</summary>
public sealed class InspirationTrials
{
    private const string Folder = "Comité stratégique/05 Ressources et inspirations";
    private const string Sheet = $"{Folder}/Ailleurs/Le bus des Alpes.docx";
    private const string Index = $"{Folder}/Inspirations.xlsx";
    private const string Page = $"{Folder}/Inspirations.html";
    private const string Form = $"{Folder}/Fiche d'inspiration – à copier.docx";

    private Workplace _place = null!;
    private Terminal _terminal = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
        Assert.That((await _terminal.RunAsync("apply", _terminal.Territory)).Code, Is.Zero);
        await _place.Client.Files.Mkcol($"{Folder}/Ailleurs", default);
        await Write(Sheet, Filled("Le bus <des> Alpes", "Pays des Écrins"));
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Sheets_become_an_index_and_a_page_and_a_second_run_asks_for_nothing_more()
    {
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(
            said.Out,
            Does.Contain("1 fiche d'inspiration").And.Contain("Pays des Écrins (Le bus <des> Alpes)")
        );
        Assert.That(said.Out, Does.Contain("https://lesbases.anct.gouv.fr/"));
        Assert.That(await Rows(), Has.One.Contains("Le bus <des> Alpes|Gap|Pays des Écrins"));
        var page = Encoding.UTF8.GetString(await _place.ReadAsync(Page));
        Assert.That(page, Does.Contain("Le bus &lt;des&gt; Alpes").And.Contain("ont pas de guichet."));
        Assert.That(
            page,
            Does.Contain("lang=\"fr-FR\"").And.Not.Contain("<script").And.Not.Contain("Jeanne")
        );
        Assert.That(InspirationReader.Read(await _place.ReadAsync(Form), Template), Is.Not.Null);

        var picture = await _place.PictureAsync();
        var requests = _place.Server.RequestCount;
        var again = await RunAsync();
        Assert.That(again.Code, Is.Zero, again.All);
        Assert.That(again.Out, Does.Not.Contain("✓"));
        Assert.That(await _place.PictureAsync(), Is.EqualTo(picture));
        requests = _place.Server.RequestCount;
        await RunAsync();
        Assert.That(
            _place.Server.RequestCount - requests,
            Is.LessThanOrEqualTo(6),
            "no sheet is fetched again"
        );
        Assert.That(
            (await _terminal.RunAsync("apply", _terminal.Territory)).Out,
            Does.Contain("Rien à faire")
        );
    }

    [Test]
    public async Task What_people_write_in_the_index_stays_and_counts()
    {
        await RunAsync();
        await Change("Échange avec qui la porte", "12/11/2026, Noé");
        await Write(Sheet, Filled("Le bus des Alpes", "Pays des Écrins"));

        var said = await RunAsync();

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(await Rows(), Has.One.Contains("Le bus des Alpes|").And.One.Contains("12/11/2026, Noé"));
        Assert.That(said.Out, Does.Not.Contain("Personne n'a encore parlé"));
        Assert.That(Encoding.UTF8.GetString(await _place.ReadAsync(Page)), Does.Contain("12/11/2026, Noé"));
        await Change("Où", "À Gap même");
        await Write(Sheet, Filled("Le bus des Alpes", "Pays des Écrins", "Embrun"));
        Assert.That((await RunAsync()).Errors, Does.Contain("« Où » garde ce que quelqu'un y a écrit"));
        Assert.That(await Rows(), Has.One.Contains("À Gap même"));
        var quiet = await RunAsync();
        Assert.That(quiet.All, Does.Not.Contain("garde ce que"), "told once");
    }

    [Test]
    public async Task What_people_delete_stays_deleted_and_a_page_that_they_changed_stays()
    {
        await RunAsync();
        await Delete(Index);
        await Delete(Form);
        await Write(Page, "<p>à moi</p>"u8.ToArray());
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Contain("Inspirations.xlsx").And.Contain("a été supprimé"));
        Assert.That(said.Errors, Does.Contain("a été modifié à la main"));
        Assert.That(await _place.Client.Files.Find(Index, default), Is.Null);
        Assert.That(await _place.Client.Files.Find(Form, default), Is.Null);
        Assert.That(await _place.ReadAsync(Page), Is.EqualTo("<p>à moi</p>"u8.ToArray()));
    }

    [Test]
    public async Task What_is_no_sheet_is_left_out_and_what_cannot_be_read_is_told_each_time()
    {
        await Write($"{Folder}/Affiche.docx", BuiltInTemplates.Minutes.Fill(SomeMinutes()));
        await Write($"{Folder}/Abîmé.docx", "PK pas vraiment"u8.ToArray());
        var said = await RunAsync();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("1 fiche d'inspiration"));
        Assert.That(said.Errors, Does.Contain("Abîmé.docx"));
        Assert.That((await RunAsync()).Errors, Does.Contain("Abîmé.docx"));
    }

    [Test]
    public async Task Sources_come_from_the_territory_file_and_a_wrong_one_is_told()
    {
        await File.AppendAllTextAsync(
            _terminal.Territory,
            "\ninspirations:\n  sources:\n    - { nom: Le Hub, adresse: \"https://hub.example.org/idees\", sujet: ce que fait le hub }\n"
        );
        var said = await RunAsync();
        Assert.That(
            said.Out,
            Does.Contain("Le Hub – https://hub.example.org/idees").And.Not.Contain("lesbases")
        );
        Assert.That(
            Encoding.UTF8.GetString(await _place.ReadAsync(Page)),
            Does.Contain("https://hub.example.org/idees")
        );
        await File.AppendAllTextAsync(
            _terminal.Territory,
            "    - { nom: Piège, adresse: \"javascript:alert(1)\" }\n"
        );
        var wrong = await RunAsync();
        Assert.That(wrong.Code, Is.EqualTo(1));
        Assert.That(wrong.Errors, Does.Contain("javascript"));
    }

    private static DocumentTemplate Template => BuiltInTemplates.OfKind(TemplateKinds.Inspiration);

    private static byte[] Filled(string title, string lead, string where = "Gap") =>
        Template.Fill(
            new InspirationContent
            {
                Stamp = Stamp("fiche"),
                Network = "Réseau",
                Territory = "Vallon",
                Title = title,
                Where = where,
                Lead = lead,
                Contact = "Jeanne Aubert, 04 92 00 00 00",
                Means = "1 poste",
                Link = "https://exemple.fr/bus",
                Texts = new Dictionary<string, string> { ["besoin"] = "Les hameaux n'ont pas de guichet." },
            }.ToData()
        );

    private static DocumentData SomeMinutes() =>
        new MinutesContent
        {
            Stamp = Stamp("minutes"),
            Group = "Comité",
            Title = "Comité",
            Network = "Réseau",
            Start = new DateTime(2026, 12, 3, 14, 0, 0),
            End = new DateTime(2026, 12, 3, 16, 0, 0),
        }.ToData();

    private static DocumentStamp Stamp(string id) =>
        new()
        {
            Id = id,
            Modified = DateTimeOffset.UnixEpoch,
            Author = "Inès",
        };

    private async Task Write(string path, byte[] bytes)
    {
        using var hands = _place.Administrator();
        await hands.Write(path, bytes);
    }

    private async Task Delete(string path)
    {
        using var hands = _place.Administrator();
        await hands.Delete(path);
    }

    private Task<Said> RunAsync() => _terminal.RunAsync("inspirations", "-f", _terminal.Territory);

    private async Task<IReadOnlyList<string>> Rows()
    {
        using var workbook = WorkbookFile.Open(await _place.ReadAsync(Index));
        return [.. workbook.Rows(0).Select(row => string.Join('|', row.Cells.Select(cell => cell.Words)))];
    }

    /// <summary>A person types into the first row below the header.</summary>
    private async Task Change(string column, string words)
    {
        var xlsx = await _place.ReadAsync(Index);
        using var workbook = WorkbookFile.Open(xlsx);
        var header = workbook.Rows(0).First();
        var index = header.Cells.ToList().FindIndex(cell => cell.Words == column);
        await Write(Index, WorkbookEdit.Apply(xlsx, 0, [new CellEdit(2, index, SheetCell.Of(words))], []));
    }
}
