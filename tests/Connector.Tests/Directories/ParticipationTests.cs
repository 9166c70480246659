using Connector.Domain.Territories;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Directories;

/// <summary>Who is in which group, by the sheet « Participation » and by the territory file.</summary>
internal sealed class ParticipationTests
{
    private const string Territory = """
        nom: Valombre
        périmètre: départemental
        raison d'être: Aider
        coordination: ccas
        coordinateurs: [ines]
        annuaire: Annuaire.xlsx
        organisations:
          - { id: ccas, nom: CCAS, type: CCAS }
        comités:
          - { id: comite, nom: Comité, membres: [ines, noe] }
        """;

    [Test]
    public void Sheet_and_file_both_count_and_the_highest_role_holds()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Annuaire.xlsx", Workbook());
        var loaded = TerritoryFile.Load(folder.Write("territoire.yaml", Territory));
        Assert.That(loaded.Problems.Select(SampleTerritoryTests.Told), Is.Empty);
        Assert.That(
            loaded.Territory!.Groups.Single().Participations,
            Is.EqualTo(
                new[]
                {
                    new Participation("noe", GroupRole.Lead),
                    new Participation("ines", GroupRole.Member),
                    new Participation("zoe", GroupRole.Observer),
                }
            )
        );
        Assert.That(
            loaded.Territory.People.Where(person => person.IsElected).Select(person => person.Id),
            Is.EqualTo(new[] { "zoe" })
        );
    }

    /// <summary>Ines is observer here and member in the file; Noé leads here; Zoé is here alone.</summary>
    private static byte[] Workbook() =>
        WorkbookWriter.Write([
            Sheet(
                "Personnes",
                ["identifiant", "prénom", "nom", "courriel", "organisation", "élu"],
                ["ines", "Inès", "Le Goff", "ines@example.org", "ccas", "non"],
                ["noe", "Noé", "D'Almeida", "", "ccas", ""],
                ["zoe", "Zoé", "Saint-Exupère", "", "", "oui"]
            ),
            Sheet(
                "Participation",
                ["personne", "groupe", "rôle"],
                ["ines", "comite", "observateur"],
                ["noe", "comite", "animation"],
                ["zoe", "comite", "observateur"]
            ),
        ]);

    private static Sheet Sheet(string name, string[] headers, params string[][] rows) =>
        new()
        {
            Name = name,
            Columns = [.. headers.Select(header => new SheetColumn(header, 20))],
            Rows = rows.Select(IReadOnlyList<SheetCell?> (row) => [.. row.Select(SheetCell.Of)]),
        };
}
