using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Templates;
using Connector.Templates.Spreadsheets;
using Connector.Testing;
using Connector.Tests.Actions;
using Connector.Tests.Roadmaps;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Connector.Tests.Persons;

/// <summary>
/// Somebody who took part for a while stands in minutes and what was published of them, in sheets of actions, under a roadmap, in a
/// PDF, in pages that were made: after they were erased, each place that still names them is told, and why.
/// </summary>
public sealed class ErasedEverywhereTrials
{
    private const string Area = "Comité stratégique";
    private static readonly WordSearch Search = new("Testard", "i.testard@exemple.fr", "0788990011");

    private ActionDesk _desk = null!;

    [SetUp]
    public async Task Start()
    {
        _desk = await ActionDesk.OpenAsync(Joined);
        await PlantAsync();
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Each_place_that_is_left_is_told_with_its_reason()
    {
        var before = await FindAsync();
        foreach (
            var planted in new[]
            {
                "Compte-rendu 2026-12-03.docx",
                "pour les absents.md",
                "Suivi des actions.xlsx",
                "signatures.json",
                "Émargement.pdf",
                "plan.html",
            }
        )
        {
            Assert.That(before, Has.Some.EndsWith(planted), string.Join('\n', before));
        }

        foreach (var open in new[] { "Cartographie", "Page publique", "bienvenue" })
        {
            Assert.That(before, Has.None.Contains(open).IgnoreCase, "what everybody sees names nobody");
        }

        await RunAsync("person", "erase", "ines.testard", "--yes");
        await RunAsync("apply", "--confirm");
        var last = await RunAsync("person", "erase", "Inès Testard", "--yes", "--json");
        var traces = JsonDocument
            .Parse(last.Out)
            .RootElement.GetProperty("traces")
            .EnumerateArray()
            .Select(trace => trace.GetRawText())
            .ToList();
        foreach (var left in await FindAsync())
        {
            var name =
                left.StartsWith("local .connector", StringComparison.Ordinal)
                || left.StartsWith("ledger", StringComparison.Ordinal)
                    ? "registre"
                    : left[(left.LastIndexOf('/') + 1)..].Replace("local ", "", StringComparison.Ordinal);
            Assert.That(
                traces.Select(System.Text.RegularExpressions.Regex.Unescape),
                Has.Some.Contains(name),
                left
            );
        }

        Assert.That(
            last.Out,
            Does.Contain("signatures.json").And.Contain("Émargement.pdf : page 2"),
            last.All
        );
        Assert.That(
            traces.Single(trace => trace.Contains("Pilotage/Signatures", StringComparison.Ordinal)),
            Does.Contain("Stays").And.Contain("page 2")
        );
    }

    /// <summary>In the territory file, as a member of the committee.</summary>
    private static string Joined(string text) =>
        text.Replace(
                "personnes:\n",
                "personnes:\n  - id: ines.testard\n    prénom: Inès\n    nom: Testard\n    courriel: i.testard@exemple.fr\n"
                    + "    organisation: biblio\n    accord: oui\n    accord-le: 2026-09-01\n    téléphone: 07 88 99 00 11\n",
                StringComparison.Ordinal
            )
            .Replace(
                "membres: noe.d-almeida",
                "membres: [noe.d-almeida, ines.testard]",
                StringComparison.Ordinal
            ) + "\ncarnet-d'adresses: oui\npage-publique: oui\n";

    private async Task PlantAsync()
    {
        _desk.Others =
        [
            new("ines.testard", "Inès Testard", "Médiathèque « Les Échos »", "membre", Attendance.Absent),
        ];
        await _desk.WriteMinutesAsync(
            ActionDesk.First,
            "Validé",
            new MinutesAction("a1", "Réserver la salle", "Inès Testard", new(2026, 12, 20), "À faire")
        );
        _desk.Today(ActionDesk.First.AddDays(2));
        await _desk.ApplyAsync();
        await _desk.ChangeAsync(
            ActionDesk.Sheet,
            "Réserver la salle",
            ActionColumn.Note,
            SheetCell.Of("vu avec Mme Testard")
        );
        await File.WriteAllBytesAsync(
            _desk.Terminal.At("preuve.pdf"),
            Pdf("Je m'engage.", "Inès Testard, directrice")
        );
        await RunAsync("roadmap", "publish", "comite");
        await RunAsync(
            "roadmap",
            "sign",
            "comite",
            "--organisation",
            "Médiathèque « Les Échos »",
            "--by",
            "Inès Testard",
            "--capacity",
            "directrice",
            "--on",
            "2026-12-03",
            "--proof",
            _desk.Terminal.At("preuve.pdf")
        );
        File.Delete(_desk.Terminal.At("preuve.pdf"));
        using var hands = _desk.Place.Administrator();
        await hands.Write($"{Area}/Émargement.pdf", Pdf("Premier point", "Présents : Inès Testard"));
        await RunAsync("plan", "--html", _desk.Terminal.At("plan.html"));
        await _desk.ApplyAsync();
    }

    private static byte[] Pdf(params string[] pages)
    {
        using var pdf = new PdfDocumentBuilder();
        // The standard fonts know no accents; the service draws its pictures with letters of its own.
        using var letters = typeof(global::Connector.Cli.Doorway).Assembly.GetManifestResourceStream(
            "Connector.Web.AtkinsonHyperlegible-Bold.ttf"
        )!;
        using var bytes = new MemoryStream();
        letters.CopyTo(bytes);
        var font = pdf.AddTrueTypeFont(bytes.ToArray());
        foreach (var words in pages)
        {
            pdf.AddPage(PageSize.A4).AddText(words, 12, new PdfPoint(60, 700), font);
        }

        return pdf.Build();
    }

    private Task<IReadOnlyList<string>> FindAsync() =>
        Search.FindAsync(
            _desk.Place,
            Path.GetDirectoryName(_desk.Terminal.Territory)!,
            _desk.Terminal.At(Path.Combine(".connector", "ledger.db")),
            "connector-vallon-d-argentiere"
        );

    private async Task<Said> RunAsync(params string[] args)
    {
        var file = args[0] is "plan" or "apply"
            ? new[] { _desk.Terminal.Territory }
            : ["-f", _desk.Terminal.Territory];
        var said = await _desk.Terminal.RunAsync([.. args, .. file]);
        Assert.That(said.Code, Is.Not.EqualTo(1), said.All);
        return said;
    }
}
