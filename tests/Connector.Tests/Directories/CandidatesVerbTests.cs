using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Directories;

/// <summary><c>connector directory candidates</c>, as typed.</summary>
internal sealed class CandidatesVerbTests
{
    private Terminal _terminal = null!;

    [SetUp]
    public async Task Start()
    {
        _terminal = new Terminal();
        await File.WriteAllTextAsync(
            _terminal.At("annuaire.csv"),
            """
            id,nom,commune,typologie,latitude,longitude,état
            membre,Bibliothèque du Lac,Embrun,BIB,44.56,6.49,membre
            caf,CAF,Gap,CAF,44.55,6.07,à rencontrer
            """
        );
        await File.AppendAllTextAsync(_terminal.Territory, "\nannuaire: annuaire.csv\n");
        await File.WriteAllTextAsync(
            _terminal.At("lieux.csv"),
            """
            nom,commune,typologie,latitude,longitude,pivot
            CPAM,Briançon,CPAM,44.89,6.63,
            MSA,Embrun,MSA,,,
            Point-justice,Embrun,PAD,44.57,6.50,
            CAF,Gap,CAF,44.55,6.07,
            """
        );
    }

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task The_nearest_come_first_with_what_makes_them_candidates()
    {
        var said = await RunAsync("droits", "--candidates", _terminal.At("lieux.csv"));
        Assert.That(said.Code, Is.Zero, said.All);
        var lines = said
            .Out.Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .ToList();
        Assert.That(
            lines.Select(line => line.Trim()),
            Is.EqualTo(
                new[]
                {
                    "MSA (Embrun) – dans une commune du réseau – MSA – pas encore dans l'annuaire",
                    "CAF (Gap) – à 33,3 km – CAF – à rencontrer",
                    "CPAM (Briançon) – à 38,3 km – CPAM – pas encore dans l'annuaire",
                }
            )
        );
        Assert.That(
            (await RunAsync("droits", "--candidates", _terminal.At("lieux.csv"))).Out,
            Is.EqualTo(said.Out)
        );
    }

    [Test]
    public async Task All_gaps_are_told_and_a_program_gets_the_same()
    {
        var said = await RunAsync("--candidates", _terminal.At("lieux.csv"), "--json");
        Assert.That(said.Code, Is.Zero, said.All);
        using var json = JsonDocument.Parse(said.Out);
        var gaps = json.RootElement.GetProperty("gaps").EnumerateArray().ToList();
        Assert.That(
            gaps.Select(gap => gap.GetProperty("level").GetString()).Distinct(),
            Is.EqualTo(new[] { "missing", "thin" })
        );
        var justice = gaps.Single(gap => gap.GetProperty("id").GetString() == "justice");
        var candidate = justice.GetProperty("candidates")[0];
        Assert.That(candidate.GetProperty("name").GetString(), Is.EqualTo("Point-justice"));
        Assert.That(candidate.GetProperty("kilometres").GetDouble(), Is.EqualTo(1.4).Within(0.05));
        Assert.That(candidate.GetProperty("isNew").GetBoolean(), Is.True);
    }

    [Test]
    public async Task A_slip_in_a_family_and_a_file_that_is_not_there_are_told()
    {
        var slip = await RunAsync("justise");
        Assert.That(slip.Code, Is.EqualTo(1));
        Assert.That(slip.Errors, Does.Contain("« justise » n'existe pas ici").And.Contain("justice"));
        var missing = await RunAsync("--candidates", _terminal.At("absent.csv"));
        Assert.That(missing.Code, Is.EqualTo(1));
        Assert.That(missing.Errors, Does.Contain("absent.csv"));
    }

    [Test]
    public async Task The_real_places_of_Aix_are_candidates_for_what_is_missing()
    {
        if (Repository.SharedData("lieux-mediation-numerique-aix.v1.csv") is not { } places)
        {
            Assert.Ignore(
                "The public data set lieux-mediation-numerique-aix.v1.csv is not beside this repository."
            );
            return;
        }

        var said = await RunAsync("proximite", "--candidates", places);
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(
            said.Out,
            Does.Match(@"\(AIX-EN-PROVENCE\) – à \d+,\d km|\(Aix-en-Provence\) – à \d+,\d km")
        );
    }

    private Task<Said> RunAsync(params string[] args) =>
        _terminal.RunAsync(["directory", "candidates", .. args, "--file", _terminal.Territory]);
}
