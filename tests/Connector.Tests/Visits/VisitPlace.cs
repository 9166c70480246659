using System.IO.Compression;
using System.Xml.Linq;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Dav;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Provisioning;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Visits;

/// <summary>A territory with a directory of its own and a server, on one day.</summary>
internal sealed class VisitPlace : IAsyncDisposable
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private VisitPlace(Workplace place, Terminal terminal) => (Place, Terminal) = (place, terminal);

    public Workplace Place { get; }

    public Terminal Terminal { get; }

    public string Directory => Terminal.At("Annuaire.xlsx");

    public static async Task<VisitPlace> OpenAsync()
    {
        var place = await Workplace.OpenAsync();
        var terminal = Terminal.At(place);
        terminal.Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        await File.AppendAllTextAsync(terminal.Territory, "\nannuaire: Annuaire.xlsx\n");
        var opened = new VisitPlace(place, terminal);
        await opened.DirectoryAsync([
            "mission-locale",
            "2026-11-15",
            "Inès Le Goff",
            "Loïc Roux",
            "rencontré",
            "envoyer la charte",
            "2026-12-05",
        ]);
        return opened;
    }

    public async Task<Said> ApplyAsync() => await Terminal.RunAsync("apply", Terminal.Territory);

    public Task<Said> RunAsync(params string[] args) =>
        Terminal.RunAsync([.. args, "-f", Terminal.Territory]);

    /// <summary>The directory with these rows of « Rencontres »; a note stands in the last column of each.</summary>
    public Task DirectoryAsync(params string[][] visits) =>
        File.WriteAllBytesAsync(
            Directory,
            WorkbookWriter.Write([
                Sheet(
                    "Organisations",
                    [
                        "id",
                        "nom",
                        "pivot",
                        "commune",
                        "code_postal",
                        "adresse",
                        "typologie",
                        "telephone",
                        "état",
                    ],
                    [
                        [
                            "mission-locale",
                            "Mission locale des Écrins",
                            "",
                            "Briançon",
                            "05100",
                            "3 rue du Pont",
                            "ML",
                            "04 92 00 00 01",
                            "rencontré",
                        ],
                        ["caf", "CAF des Hautes-Alpes", "", "Gap", "05000", "", "CAF", "", "à rencontrer"],
                    ]
                ),
                Sheet(
                    "Rencontres",
                    [
                        "organisation",
                        "date",
                        "par",
                        "avec",
                        "état",
                        "suite",
                        "pour le",
                        "fait",
                        "notes privées",
                    ],
                    [.. visits.Select(visit => (string[])[.. visit, "", "Très en colère contre le maire"])]
                ),
            ])
        );

    /// <summary>The rows of a sheet of the directory, as words.</summary>
    public IReadOnlyList<string> Rows(string sheet) => Rows(File.ReadAllBytes(Directory), sheet);

    public static IReadOnlyList<string> Rows(byte[] xlsx, string sheet)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        var index = workbook.SheetNames.ToList().IndexOf(sheet);
        return
        [
            .. workbook.Rows(index).Select(row => string.Join('|', row.Cells.Select(cell => cell.Words))),
        ];
    }

    public Task<byte[]> ReadAsync(string path) => Place.ReadAsync(path);

    public async Task<IReadOnlyList<string>> FilesAsync(string folder)
    {
        var listing = await Place.Client.Files.Propfind(folder, DavDepth.Infinity, default);
        return
        [
            .. listing
                .Resources.Where(file => !file.IsFolder)
                .Select(file => file.Path)
                .Order(StringComparer.Ordinal),
        ];
    }

    public static string Words(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return string.Concat(XDocument.Load(part).Descendants(W + "t").Select(text => text.Value))
            .Replace('\u00A0', ' ');
    }

    public async ValueTask DisposeAsync()
    {
        Terminal.Dispose();
        await Place.DisposeAsync();
    }

    private static Sheet Sheet(string name, string[] headers, string[][] rows) =>
        new()
        {
            Name = name,
            Columns = [.. headers.Select(header => new SheetColumn(header, 20))],
            Rows = rows.Select(IReadOnlyList<SheetCell?> (row) => [.. row.Select(SheetCell.Of)]),
        };
}
