using System.IO.Compression;
using System.Xml.Linq;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Provisioning;

/// <summary>Every kind of document that a blueprint can place, on a server.</summary>
public sealed class DocumentKindTrials
{
    private const string Young = "Jeunes & numérique ： l'été";

    private const string Blueprint = """
        nom: standard
        version: 2
        étend: standard
        groupe:
          dossiers:
            - nom: 02 Réunions
              documents:
                - { nom: "Ordre du jour {date}.docx", genre: ordre-du-jour }
                - { nom: "Bilan {année}.docx", genre: bilan-annuel }
        réseau:
          dossiers:
            - nom: Modèles
              documents:
                - { nom: Lettre.docx, genre: lettre-de-bienvenue }
                - { nom: Fiche.docx, genre: fiche-inspiration }
                - { nom: Visite.docx, genre: visite }
                - { nom: Bilan.docx, genre: bilan-annuel }

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
    }

    [TearDown]
    public async Task Stop()
    {
        _administrator.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Each_kind_is_made_with_what_is_known_and_made_once()
    {
        await Apply();

        var files = await Files();
        Assert.That(
            await Text($"{Young}/02 Réunions/", "Ordre du jour 20"),
            Does.Contain("Goûter numérique").And.Contain("Jeunes & numérique")
        );
        Assert.That(await Text($"{Young}/02 Réunions/", "Bilan 20"), Does.Contain("l'été"));
        Assert.That(await Text("Réseau/Modèles/", "Lettre"), Does.Contain("Que personne ne reste seul"));
        Assert.That(await Text("Réseau/Modèles/", "Fiche"), Does.Contain("À quel besoin elle répond"));
        Assert.That(await Text("Réseau/Modèles/", "Visite"), Does.Contain("Besoins entendus"));
        Assert.That(await Text("Réseau/Modèles/", "Bilan"), Does.Contain("Inès Le Goff (CCAS"));
        var again = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(again.Out, Does.Contain("Rien à faire"), again.All);
        Assert.That(await Files(), Is.EqualTo(files));
    }

    private async Task Apply()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
    }

    private async Task<string> Text(string folder, string name)
    {
        var path = (await Files())
            .Select(file => file.Path)
            .First(path => path.StartsWith(folder + name, StringComparison.Ordinal));
        using var docx = new MemoryStream(await _administrator.ReadBytes(path));
        using var zip = new ZipArchive(docx);
        using var body = zip.GetEntry("word/document.xml")!.Open();
        return XElement.Load(body).Value;
    }

    private async Task<IReadOnlyList<(string Path, long Id, string ETag)>> Files() =>
        [
            .. (await _place.Client.Files.Propfind("", DavDepth.Infinity, default)).Resources.Select(node =>
                (node.Path, node.FileId, node.ETag ?? "")
            ),
        ];
}
