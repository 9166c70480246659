using System.IO.Compression;
using System.Text;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Directories;

/// <summary>Whom the coordinator only means to bring in, and who objected, in what every member reads.</summary>
internal sealed class MembersOnlyTrials
{
    private const string Roadmap = "Réseau/01 Feuille de route/Feuille de route.docx";
    private const string Directory = "Réseau/02 Annuaire/Annuaire.xlsx";

    [Test]
    public async Task Candidates_and_their_contacts_are_nobodys_business_and_an_objection_takes_the_address_out()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        using var coordinator = place.Administrator();
        var yaml = await File.ReadAllTextAsync(terminal.Territory);
        await File.WriteAllTextAsync(
            terminal.Territory,
            yaml.Replace(
                    "organisations:\n",
                    "organisations:\n  - { id: judo, nom: Judo Club des Cimes, état: à rencontrer, référent: contact.judo }\n",
                    StringComparison.Ordinal
                )
                .Replace(
                    "personnes:\n",
                    "personnes:\n  - { id: contact.judo, nom: Camille Tatami, courriel: camille@judo.example, organisation: judo }\n",
                    StringComparison.Ordinal
                )
                .Replace(
                    "    courriel: ines@example.org\n",
                    "    courriel: ines@example.org\n    opposition le: 2026-10-01\n",
                    StringComparison.Ordinal
                )
        );
        var applied = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(applied.Code, Is.Zero.Or.EqualTo(2), applied.All);

        var roadmap = Text(await coordinator.ReadBytes(Roadmap));
        Assert.That(roadmap, Does.Contain("Médiathèque").And.Contain("Inès Le Goff"));
        Assert.That(roadmap, Does.Not.Contain("Judo").And.Not.Contain("Tatami"));
        var directory = Words(await coordinator.ReadBytes(Directory));
        Assert.That(directory, Does.Contain("Médiathèque").And.Contain("Inès Le Goff"));
        Assert.That(directory, Does.Not.Contain("Judo").And.Not.Contain("Tatami"));
        Assert.That(directory, Does.Not.Contain("ines@example.org"));
        var unsigned = await terminal.RunAsync("roadmap", "status", "--file", terminal.Territory);
        Assert.That(unsigned.All, Does.Not.Contain("Judo"));

        // A member from one day to the next: it is in all of them.
        yaml = await File.ReadAllTextAsync(terminal.Territory);
        await File.WriteAllTextAsync(
            terminal.Territory,
            yaml.Replace("état: à rencontrer", "état: membre", StringComparison.Ordinal)
        );
        await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(Text(await coordinator.ReadBytes(Roadmap)), Does.Contain("Judo Club des Cimes"));
        Assert.That(Words(await coordinator.ReadBytes(Directory)), Does.Contain("Judo Club des Cimes"));
    }

    private static string Text(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        using var part = new StreamReader(archive.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        return System.Xml.Linq.XDocument.Load(part).Root!.Value;
    }

    private static string Words(byte[] xlsx)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        return string.Join(
            '\n',
            Enumerable
                .Range(0, workbook.SheetNames.Count)
                .SelectMany(sheet => workbook.Rows(sheet))
                .Select(row => string.Join('|', row.Cells.Select(cell => cell.Words)))
        );
    }
}
