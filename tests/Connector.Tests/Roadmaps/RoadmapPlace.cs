using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Roadmaps;

/// <summary>A workspace that was applied, and the verbs about its roadmaps as typed.</summary>
internal sealed class RoadmapPlace : IAsyncDisposable
{
    public const string Folder = "Comité stratégique/01 Feuille de route";
    public const string Roadmap = $"{Folder}/Feuille de route.docx";

    /// <summary>A member of the committee, who can sign in.</summary>
    public const string Member = "noe.d-almeida";

    private RoadmapPlace(Workplace place, Terminal terminal) => (Place, Terminal) = (place, terminal);

    public Workplace Place { get; }

    public Terminal Terminal { get; }

    public static async Task<RoadmapPlace> OpenAsync()
    {
        var place = await Workplace.OpenAsync();
        await place.MakeAccountAsync(Member);
        var terminal = Terminal.At(place);
        Assert.That((await terminal.RunAsync("apply", terminal.Territory)).Code, Is.Zero);
        return new RoadmapPlace(place, terminal);
    }

    public Task<Said> RunAsync(params string[] args) =>
        Terminal.RunAsync(["roadmap", .. args, "-f", Terminal.Territory]);

    public async Task<JsonElement> JsonAsync(params string[] args) =>
        JsonDocument.Parse((await RunAsync([.. args, "--json"])).Out).RootElement;

    /// <summary>Signs for the CCAS, with a page whose bytes are the name of who signed.</summary>
    public async Task<Said> SignAsync(string signatory = "Inès Le Goff")
    {
        var page = Terminal.At("page.pdf");
        await File.WriteAllTextAsync(page, $"%PDF-1.7 {signatory}");
        return await RunAsync(
            "sign",
            "comite",
            "--organisation",
            "CCAS de l'Argentière",
            "--by",
            signatory,
            "--capacity",
            "directrice",
            "--on",
            "2026-12-03",
            "--proof",
            page
        );
    }

    /// <summary>The folder of a published version.</summary>
    public async Task<string> EditionAsync(string version)
    {
        var listing = await Place.Client.Files.Propfind($"{Folder}/Versions publiées", DavDepth.One, default);
        return listing
            .Resources.Single(folder =>
                folder.Name.StartsWith($"Version {version} (", StringComparison.Ordinal)
            )
            .Path;
    }

    public Task<byte[]> ReadAsync(string path) => Place.ReadAsync(path);

    public Task WriteAsync(string path, byte[] bytes) => Place.WriteAsync(path, bytes);

    /// <summary>The same document with other words in it.</summary>
    public static byte[] Reworded(byte[] docx, string before, string after)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            Assert.That(xml, Does.Contain(before));
            entry.Delete();
            using var writer = new StreamWriter(
                zip.CreateEntry("word/document.xml").Open(),
                new UTF8Encoding(false)
            );
            writer.Write(xml.Replace(before, after, StringComparison.Ordinal));
        }

        return stream.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        Terminal.Dispose();
        await Place.DisposeAsync();
    }
}
