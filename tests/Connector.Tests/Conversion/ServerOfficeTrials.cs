using System.Text;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;
using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Conversion;

/// <summary>Where no LibreOffice is installed, a server that converts documents makes the published forms.</summary>
public sealed class ServerOfficeTrials
{
    private const string Folder = "Comité stratégique/01 Feuille de route/Versions publiées";

    [Test]
    public async Task A_roadmap_is_published_with_the_forms_that_the_server_makes_and_once_only()
    {
        await using var place = await Workplace.OpenAsync(convert: Convert);
        using var terminal = Terminal.At(place);
        var applied = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(applied.Code, Is.Zero, applied.All);

        var said = await Publish(terminal);
        var files = await Files(place);
        var again = await Publish(terminal);

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Is.Empty);
        Assert.That(files.Keys, Has.One.EndsWith("version 1.pdf").And.One.EndsWith("version 1.odt"));
        Assert.That(said.Out, Does.Contain("version 1.pdf").And.Contain("version 1.odt"));
        Assert.That(again.Code, Is.Zero, again.All);
        Assert.That(await Files(place), Is.EqualTo(files));
    }

    [Test]
    public async Task What_the_server_does_not_convert_is_told_and_the_rest_is_published()
    {
        await using var place = await Workplace.OpenAsync(
            convert: (docx, type) => type == "application/pdf" ? "no pdf"u8.ToArray() : Convert(docx, type)
        );
        using var terminal = Terminal.At(place);
        var applied = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(applied.Code, Is.Zero, applied.All);

        var said = await Publish(terminal);

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Contain("Pas de PDF").And.Contain("Télécharger en PDF"));
        Assert.That((await Files(place)).Keys, Has.One.EndsWith(".odt").And.One.EndsWith(".html"));
    }

    [Test]
    public async Task Without_any_converter_one_sentence_says_what_is_needed()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        var applied = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(applied.Code, Is.Zero, applied.All);

        var said = await Publish(terminal);

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Contain("LibreOffice").And.Contain("Nextcloud 31"));
        Assert.That((await Files(place)).Keys, Has.None.EndsWith(".pdf"));
    }

    private static byte[] Convert(byte[] docx, string type) =>
        type == "application/pdf" ? Encoding.ASCII.GetBytes($"%PDF-1.7 of {docx.Length} bytes") : docx;

    private static Task<Said> Publish(Terminal terminal) =>
        terminal.RunAsync("roadmap", "publish", "comite", "-f", terminal.Territory);

    private static async Task<Dictionary<string, string>> Files(Workplace place)
    {
        var listing = await place.Client.Files.Propfind(Folder, DavDepth.Infinity, default);
        return listing
            .Resources.Where(node => !node.IsFolder)
            .ToDictionary(node => node.Path, node => node.ETag ?? "", StringComparer.Ordinal);
    }
}
