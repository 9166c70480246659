using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Cartography;

/// <summary>The map in the network's folder, and the diagnosis in its roadmap.</summary>
public sealed class MapTrials
{
    private const string Map = "Réseau/Cartographie.html";

    private const string Header =
        "id,nom,commune,code_postal,code_insee,adresse,latitude,longitude,services\n";

    private const string First =
        "lieu-a,Espace A,Valombre,24990,24001,1 place,45.05,0.51,Accès internet et matériel informatique\n";

    private const string Second =
        "lieu-b,Espace B,Valombre,24990,24001,2 place,45.06,0.52,Accès internet et matériel informatique\n";

    private Workplace _place = null!;
    private Terminal _terminal = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
        await File.AppendAllTextAsync(_terminal.Territory, "\nannuaire: lieux.csv\n");
        await Directory(First);
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task It_is_made_once_and_follows_the_directory()
    {
        await ApplyAsync();
        var (first, etag) = (await ReadAsync(), await ETagAsync());
        Assert.That(first, Does.Contain("Espace A"));
        await IsSettledAsync();
        Assert.That(await ETagAsync(), Is.EqualTo(etag), "not written again");

        await Directory(First + Second);
        await ApplyAsync();
        Assert.That(await ReadAsync(), Does.Contain("Espace B"));
        await IsSettledAsync();
    }

    [Test]
    public async Task Without_a_position_in_the_directory_there_is_none()
    {
        await Directory(
            "lieu-a,Espace A,Valombre,24990,24001,1 place,,,Accès internet et matériel informatique\n"
        );
        await ApplyAsync();
        Assert.That(await _place.Client.Files.Find(Map, default), Is.Null);
        await IsSettledAsync();
    }

    [Test]
    public async Task One_that_somebody_edited_stays_as_they_left_it()
    {
        await ApplyAsync();
        await _place.WriteAsync(Map, Encoding.UTF8.GetBytes("<p>à nous</p>"));
        await Directory(First + Second);
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(await ReadAsync(), Is.EqualTo("<p>à nous</p>"));
        await IsSettledAsync();
    }

    [Test]
    public async Task A_file_of_that_name_that_was_there_before_stays()
    {
        await Directory(
            "lieu-a,Espace A,Valombre,24990,24001,1 place,,,Accès internet et matériel informatique\n"
        );
        await ApplyAsync();
        var put = await _place.Client.Files.PutFile(
            Map,
            Encoding.UTF8.GetBytes("<p>à nous</p>"),
            PutCondition.IfNoneMatchAny,
            "text/html",
            default
        );
        Assert.That(put.Changed);
        await Directory(First);
        await ApplyAsync();
        Assert.That(await ReadAsync(), Is.EqualTo("<p>à nous</p>"));
        await IsSettledAsync();
    }

    [Test]
    public async Task The_roadmap_tells_the_diagnosis_and_follows_it_under_people_s_words()
    {
        await File.WriteAllTextAsync(_terminal.At("ifn.csv"), "code_insee;score;millesime\n24001;90;2021\n");
        await File.AppendAllTextAsync(_terminal.Territory, "\ndiagnostic: { ifn: ifn.csv }\n");
        await ApplyAsync();
        const string Roadmap = "Réseau/01 Feuille de route/Feuille de route.docx";
        Assert.That(Words(await _place.ReadAsync(Roadmap)), Does.Contain("IFN 2021").And.Contain("1 lieu"));
        await IsSettledAsync();

        var edited = EditedDocx.Of(
            await _place.ReadAsync(Roadmap),
            root =>
            {
                var words = root.Descendants()
                    .First(node =>
                        node.Name.LocalName == "t"
                        && node.Value.StartsWith("Que personne", StringComparison.Ordinal)
                    );
                words.Value = $"Nous voulons : {words.Value}";
            }
        );
        await _place.WriteAsync(Roadmap, edited);
        await Directory(First + Second);
        await ApplyAsync();
        var merged = Words(await _place.ReadAsync(Roadmap));
        Assert.That(merged, Does.Contain("2 lieux").And.Not.Contain("Offre : 1 lieu,"));
        Assert.That(merged, Does.Contain("Nous voulons : Que personne"));
        await IsSettledAsync();
    }

    private static string Words(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var body = zip.GetEntry("word/document.xml")!.Open();
        return XElement.Load(body).Value;
    }

    private async Task ApplyAsync()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
    }

    private async Task IsSettledAsync()
    {
        var again = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(again.Out, Does.Contain("Rien à faire"), again.All);
    }

    private Task Directory(string rows) => File.WriteAllTextAsync(_terminal.At("lieux.csv"), Header + rows);

    private async Task<string> ReadAsync() => Encoding.UTF8.GetString(await _place.ReadAsync(Map));

    private async Task<string?> ETagAsync() => (await _place.Client.Files.Find(Map, default))!.ETag;
}
