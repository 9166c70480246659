using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Connector.Connector.Tests.Cli;
using Connector.DocumentFlow;
using Connector.Ledger;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Roadmaps;
using Connector.Templates;
using Connector.TerritoryFiles;

namespace Connector.Tests.Provisioning;

/// <summary>Templates that coordinators edit in the cloud, in « Modèles » of their own folder.</summary>
public sealed class SharedTemplateTrials
{
    private const string Template = "Pilotage/Modèles/Feuille de route.docx";
    private const string Committee = "Comité stratégique/01 Feuille de route/Feuille de route.docx";
    private const string Network = "Réseau/01 Feuille de route/Feuille de route.docx";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly byte[] BuiltIn = BuiltInTemplates.Find("feuille-de-route")!.Docx.ToArray();

    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private Hands _coordinator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _coordinator = _place.Administrator();
        _terminal = Terminal.At(_place);
        await Apply();
    }

    [TearDown]
    public async Task Stop()
    {
        _coordinator.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Documents_of_its_kind_are_filled_from_it_and_it_is_read_once()
    {
        var quiet = await Requests();
        await _coordinator.Write(Template, Edited(BuiltIn, "Composition", "Qui nous sommes"));
        var planned = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(planned.Code, Is.EqualTo(3), planned.All);

        await Apply();

        Assert.That(await Words(Committee), Does.Contain("Qui nous sommes").And.Not.Contain("Composition"));
        Assert.That(await Words(Network), Does.Contain("Qui nous sommes"));
        var files = await Files();
        Assert.That(await Requests(), Is.EqualTo(quiet));
        Assert.That(await Files(), Is.EqualTo(files));
    }

    [Test]
    public async Task What_people_wrote_stays_when_it_changes_and_when_it_goes()
    {
        await _coordinator.Write(
            Committee,
            Edited(await _coordinator.ReadBytes(Committee), "Fixer le cap.", "Fixer le cap, ensemble.")
        );
        await _coordinator.Write(Template, Edited(BuiltIn, "Composition", "Qui nous sommes"));
        await Apply();
        Assert.That(
            await Words(Committee),
            Does.Contain("Qui nous sommes").And.Contain("Fixer le cap, ensemble.")
        );

        await _coordinator.Delete(Template);
        await Apply();

        Assert.That(await Words(Committee), Does.Contain("Composition").And.Contain("ensemble"));
        Assert.That(await Words(Network), Does.Not.Contain("Qui nous sommes"));
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
    }

    [Test]
    public async Task A_mistake_in_it_is_told_and_its_last_good_version_stays_in_use()
    {
        var quiet = await Requests();
        await _coordinator.Write(Template, Edited(BuiltIn, "Composition", "Qui nous sommes"));
        await Apply();
        var files = await Files(Template);
        await _coordinator.Write(Template, Edited(BuiltIn, "{{coordination}}", "{{cordination}}"));

        var said = await Apply();

        Assert.That(
            said.Errors,
            Does.Contain(Template)
                .And.Contain("cordination")
                .And.Contain("Vouliez-vous « coordination »")
                .And.Contain("dernière version sans erreur")
        );
        Assert.That(await Files(Template), Is.EqualTo(files));
        Assert.That(await Requests(), Is.EqualTo(quiet), "the refused version is not read again either");
        Assert.That((await Apply()).Errors, Does.Contain("cordination"));
    }

    [Test]
    public async Task A_first_version_with_a_mistake_leaves_the_built_in_template_in_use()
    {
        var files = await Files(Template);
        await _coordinator.Write(Template, Edited(BuiltIn, "{{coordination}}", "{{cordination}}"));

        var said = await Apply();

        Assert.That(said.Errors, Does.Contain("cordination").And.Contain("modèle intégré"));
        Assert.That(await Files(Template), Is.EqualTo(files));
    }

    [TestCase("n'importe quoi", "Feuille de route.docx", "Word")]
    [TestCase(null, "Feuille de rute.docx", "aucun document ne porte ce nom")]
    public async Task What_is_no_template_is_told_and_harms_nothing(
        string? content,
        string name,
        string words
    )
    {
        var files = await Files("Pilotage/Modèles/" + name);
        await _coordinator.Write(
            "Pilotage/Modèles/" + name,
            content is null ? BuiltIn : System.Text.Encoding.UTF8.GetBytes(content)
        );

        var said = await Apply();

        Assert.That(said.Errors, Does.Contain(name).And.Contain(words));
        Assert.That(await Files("Pilotage/Modèles/" + name), Is.EqualTo(files));
    }

    [Test]
    public void Every_name_that_people_meet_is_the_name_of_its_kind()
    {
        foreach (var template in BuiltInTemplates.All)
        {
            Assert.That(
                SharedTemplates.KindOf(Path.GetFileNameWithoutExtension(template.FileName)),
                Is.EqualTo(template.Kind),
                template.FileName
            );
        }

        foreach (var kind in TemplateKinds.All)
        {
            Assert.That(SharedTemplates.KindOf(kind.Name), Is.EqualTo(kind));
            Assert.That(SharedTemplates.KindOf(kind.French.ToUpperInvariant()), Is.EqualTo(kind));
        }

        Assert.That(SharedTemplates.KindOf("Feuille de rute"), Is.Null);
    }

    [Test]
    public async Task A_document_is_read_back_along_the_template_that_it_was_filled_from()
    {
        await _coordinator.Write(Template, WithIdentifierFirst());
        await Apply();
        await _coordinator.Write(Committee, WithRow(await _coordinator.ReadBytes(Committee)));
        await _coordinator.Delete(Template);

        var loaded = TerritoryFile.Load(_terminal.Territory);
        await using var ledger = await LedgerStore.OpenAsync(
            _terminal.At(".connector/ledger.db"),
            TimeProvider.System,
            default
        );
        var shelf = await RoadmapShelf.LookAsync(
            _place.Client,
            ledger,
            TimeProvider.System,
            loaded.Territory!,
            loaded.Blueprints,
            default
        );
        var file = shelf.Find("comite")!;
        var written = RoadmapReading.Read(
            await _coordinator.ReadBytes(Committee),
            await file.Template(default),
            file.Content()
        );

        Assert.That(written.Members, Does.Contain("Épicerie sociale").And.Not.Contain("21240352500017"));
    }

    /// <summary>The fields of two columns of the members change places.</summary>
    private static byte[] WithIdentifierFirst() =>
        EditedDocx.Of(
            BuiltIn,
            body =>
            {
                var row = Row(body, "{{identifiant}}");
                var first = row.Elements(W + "tc").First();
                first.Remove();
                row.Elements(W + "tc").First().AddAfterSelf(first);
            }
        );

    /// <summary>As a person adds a row: plain cells, without any field.</summary>
    private static byte[] WithRow(byte[] docx) =>
        EditedDocx.Of(
            docx,
            body =>
            {
                var table = body.Descendants(W + "tbl")
                    .First(table => table.Value.Contains("SIRET ou RNA", StringComparison.Ordinal));
                string[] words = ["21240352500017", "Épicerie sociale", "membre", "Zoé"];
                table.Add(
                    new XElement(
                        W + "tr",
                        words.Select(text => new XElement(
                            W + "tc",
                            new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", text)))
                        ))
                    )
                );
            }
        );

    private static XElement Row(XElement body, string words) =>
        body.Descendants(W + "tr").Last(row => row.Value.Contains(words, StringComparison.Ordinal));

    private async Task<Said> Apply()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
        return said;
    }

    /// <summary>Of a run that finds nothing to do.</summary>
    private async Task<int> Requests()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory, "--json");
        var report = JsonDocument.Parse(said.Out).RootElement;
        Assert.That(report.GetProperty("outcome").GetString(), Is.EqualTo("done"), said.All);
        return report.GetProperty("requests").GetProperty("total").GetInt32();
    }

    private async Task<string> Words(string path)
    {
        using var zip = new ZipArchive(new MemoryStream(await _coordinator.ReadBytes(path)));
        using var body = zip.GetEntry("word/document.xml")!.Open();
        return XElement.Load(body).Value;
    }

    private static byte[] Edited(byte[] docx, string from, string to) =>
        EditedDocx.Of(
            docx,
            body =>
            {
                var texts = body.Descendants(W + "t")
                    .Where(text => text.Value.Contains(from, StringComparison.Ordinal))
                    .ToList();
                Assert.That(texts, Is.Not.Empty);
                texts.ForEach(text => text.Value = text.Value.Replace(from, to, StringComparison.Ordinal));
            }
        );

    /// <summary>Everything but one file and the folders above it, whose ETags follow it.</summary>
    private async Task<IReadOnlyList<(string Path, long Id, string ETag)>> Files(string but = "")
    {
        var listing = await _place.Client.Files.Propfind("", DavDepth.Infinity, default);
        return
        [
            .. listing
                .Resources.Where(node => node.Path != but && !node.IsFolder)
                .Select(node => (node.Path, node.FileId, node.ETag ?? "")),
        ];
    }
}
