using System.IO.Compression;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;
using Connector.Templates;

namespace Connector.Tests.Provisioning;

/// <summary>Documents that a network fills from templates of its own.</summary>
public sealed class OwnTemplateTrials
{
    private const string Committee = "Comité stratégique/01 Feuille de route/Feuille de route.docx";
    private const string Young = "Jeunes & numérique ： l'été/01 Feuille de route/Feuille de route.docx";

    private const string Blueprint = """
        nom: standard
        version: 2
        étend: standard
        groupe:
          dossiers:
            - nom: 01 Feuille de route
              documents:
                - { nom: Feuille de route.docx, genre: feuille-de-route, gabarit: gabarits/notre.docx }

        """;

    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private Hands _administrator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _administrator = _place.Administrator();
        _terminal = Terminal.At(_place);
        var territory = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(_terminal.Territory, $"modèles: modele.yaml\n{territory}");
        await File.WriteAllTextAsync(_terminal.At("modele.yaml"), Blueprint);
        Directory.CreateDirectory(_terminal.At("gabarits"));
        Template("Composition", "Qui nous sommes");
    }

    [TearDown]
    public async Task Stop()
    {
        _administrator.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Documents_are_filled_from_it_once_and_read_back_with_it()
    {
        await Apply();
        Assert.That(await Text(Young), Does.Contain("Qui nous sommes").And.Contain("Aller vers les jeunes."));
        Assert.That(
            await Text("Réseau/01 Feuille de route/Feuille de route.docx"),
            Does.Contain("Composition")
        );

        var files = await Files();
        var again = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(again.Out, Does.Contain("Rien à faire"), again.All);
        Assert.That(await Files(), Is.EqualTo(files));
        var status = await _terminal.RunAsync("roadmap", "status", "jeunes", "-f", _terminal.Territory);
        Assert.That(status.Errors, Is.Empty);
    }

    [Test]
    public async Task Another_template_makes_new_documents_and_keeps_what_people_wrote()
    {
        await Apply();
        await _administrator.Write(
            Committee,
            Edited(await _administrator.ReadBytes(Committee), "Fixer le cap.", "Fixer le cap, ensemble.")
        );
        Template("Composition", "Nos membres");

        await Apply();

        Assert.That(await Text(Young), Does.Contain("Nos membres").And.Not.Contain("Qui nous sommes"));
        Assert.That(
            await Text(Committee),
            Does.Contain("Nos membres").And.Contain("Fixer le cap, ensemble.")
        );
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
    }

    [Test]
    public async Task A_template_with_a_mistake_is_told_by_name_and_place_and_nothing_is_sent()
    {
        await Apply();
        var files = await Files();
        Template("{{coordination}}", "{{cordination}}");

        var said = await _terminal.RunAsync("apply", _terminal.Territory);

        Assert.That(said.Code, Is.EqualTo(1), said.All);
        Assert.That(
            said.Errors,
            Does.Contain("notre.docx").And.Contain("cordination").And.Contain("Vouliez-vous « coordination »")
        );
        Assert.That(await Files(), Is.EqualTo(files));
    }

    private void Template(string from, string to) =>
        File.WriteAllBytes(
            _terminal.At("gabarits/notre.docx"),
            Edited(BuiltInTemplates.Find("feuille-de-route")!.Docx.ToArray(), from, to)
        );

    private async Task Apply()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
    }

    private async Task<string> Text(string path)
    {
        using var zip = new ZipArchive(new MemoryStream(await _administrator.ReadBytes(path)));
        using var body = zip.GetEntry("word/document.xml")!.Open();
        return System.Xml.Linq.XElement.Load(body).Value;
    }

    private static byte[] Edited(byte[] docx, string from, string to)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("word/document.xml")!.Open();
            var text = new StreamReader(part).ReadToEnd();
            Assert.That(text, Does.Contain(from));
            part.SetLength(0);
            part.Write(System.Text.Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        }

        return file.ToArray();
    }

    private async Task<IReadOnlyList<(string Path, long Id, string ETag)>> Files() =>
        [
            .. (await _place.Client.Files.Propfind("", DavDepth.Infinity, default)).Resources.Select(node =>
                (node.Path, node.FileId, node.ETag ?? "")
            ),
        ];
}
