using System.Text.Json;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Adoption;
using Connector.Ledger;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.TerritoryFiles;
using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>adopt</c> on a server that people have used for years before Connector came.</summary>
public sealed class AdoptVerbTests
{
    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private Hands _hands = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
        _hands = _place.Administrator();
        await TeamFolder("Comite strategique");
        await TeamFolder("Jeunes et numerique");
        await TeamFolder("Comptabilité");
        await _hands.MakeFolder("Comite strategique/1-pilotage");
        await _hands.MakeFolder("Comite strategique/2 - REUNIONS");
        await _hands.MakeFolder("Comite strategique/2 - REUNIONS/2026");
        await _hands.MakeFolder("Comite strategique/feuille de route");
        await _hands.Write("Comite strategique/feuille de route/Feuille_de_route.docx", "écrit par nous");
        await _hands.MakeFolder("Comite strategique/Communication externe");
        await _hands.MakeFolder("Comite strategique/Vacances");
    }

    [TearDown]
    public async Task Stop()
    {
        _hands.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Without_anybody_to_ask_the_table_is_shown_and_nothing_is_linked()
    {
        var before = await Tree();
        var writes = Writes();
        var said = await _terminal.RunAsync("adopt", _terminal.Territory);

        Assert.That(said.Code, Is.EqualTo(3), said.All);
        Assert.That(said.Out, Does.Contain("Comite strategique/2 - REUNIONS").And.Contain("à décider"));
        Assert.That(said.Out, Does.Contain("nom voisin").And.Contain("--mapping"));
        Assert.That(await Linked(), Is.Empty);
        Assert.That(await Tree(), Is.EqualTo(before));
        Assert.That(Writes(), Is.EqualTo(writes));
    }

    [Test]
    public async Task Yes_links_what_is_equal_moves_nothing_and_apply_makes_only_the_rest()
    {
        var before = await Tree();
        var writes = Writes();
        var said = await _terminal.RunAsync("adopt", _terminal.Territory, "--yes", "--json");
        Assert.That(Writes(), Is.EqualTo(writes));
        var linked = Json(said)
            .GetProperty("things")
            .EnumerateArray()
            .Where(thing => thing.GetProperty("state").GetString() == "linked")
            .Select(thing => thing.GetProperty("candidates")[0].GetProperty("name").GetString());

        Assert.That(
            linked,
            Is.SupersetOf(
                new[]
                {
                    "Comite strategique",
                    "Comite strategique/2 - REUNIONS",
                    "Comite strategique/2 - REUNIONS/2026",
                    "Comite strategique/feuille de route/Feuille_de_route.docx",
                }
            )
        );
        Assert.That(said.Code, Is.EqualTo(3), "two things have a similar name only");
        Assert.That(await Tree(), Is.EqualTo(before));

        var apply = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(apply.Code, Is.Zero, apply.All);
        var after = await Paths();
        Assert.That(after, Is.SupersetOf(before.Select(node => node.Path)));
        Assert.That(
            after,
            Has.None.EqualTo("Comité stratégique").And.None.EqualTo("Comite strategique/02 Réunions")
        );
        Assert.That(after, Has.Some.EqualTo("Comite strategique/03 Documents de travail"));
        Assert.That(
            await _hands.Read("Comite strategique/feuille de route/Feuille_de_route.docx"),
            Is.EqualTo("écrit par nous")
        );
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
    }

    [Test]
    public async Task A_file_written_corrected_and_read_links_all_and_a_second_time_there_is_nothing_to_do()
    {
        var file = _terminal.At("existant.yaml");
        var written = await _terminal.RunAsync("adopt", _terminal.Territory, "--out", file);
        Assert.That(written.Code, Is.EqualTo(3), written.All);
        Assert.That(await Linked(), Is.Empty);

        var again = await _terminal.RunAsync("adopt", _terminal.Territory, "--out", file);
        Assert.That(again.Code, Is.EqualTo(1));
        Assert.That(again.Errors, Does.Contain("existe déjà"));

        var text = await File.ReadAllTextAsync(file);
        Assert.That(text, Does.Contain("\n\"area:comite\": \"Comite strategique\"\n"));
        Assert.That(
            text,
            Does.Contain("\n# \"area:comite/04 Communication\": "),
            "only alike: not used as it is"
        );
        text = text.Replace("# \"area:", "\"area:", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text);

        var followed = await _terminal.RunAsync("adopt", _terminal.Territory, "--mapping", file);
        Assert.That(followed.Code, Is.Zero, followed.All);
        Assert.That((await Linked()).Values, Has.Some.EqualTo("Comite strategique/Communication externe"));
        Assert.That((await Linked()).Values, Has.Some.EqualTo("Jeunes et numerique"));

        var second = await _terminal.RunAsync("adopt", _terminal.Territory, "--mapping", file);
        Assert.That(second.Code, Is.Zero, second.All);
        Assert.That(second.Out, Does.Contain("Rien à relier"));
    }

    [Test]
    public async Task A_wrong_line_of_the_file_is_told_with_its_place_and_nothing_is_linked()
    {
        var file = _terminal.At("m.yaml");
        await File.WriteAllTextAsync(
            file,
            "area:comite: Comite strategique\narea:jeunes: Inconnu\n\"area:nulle-part\": aucun\n"
        );
        var said = await _terminal.RunAsync("adopt", _terminal.Territory, "--mapping", file);

        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("m.yaml:2:14").And.Contain("« Inconnu »"));
        Assert.That(said.Errors, Does.Contain("m.yaml:3:1").And.Contain("nulle-part"));
        Assert.That(await Linked(), Is.Empty);
    }

    [Test]
    public async Task Answers_are_asked_for_what_is_not_the_same_and_a_no_closes_what_is_inside()
    {
        var asked = new List<AdoptionLine>();
        var report = await Adopt(
            new AdoptAnswers
            {
                Ask = (line, _) =>
                {
                    asked.Add(line);
                    return Task.FromResult(line.Found!.Path != "Comite strategique/2 - REUNIONS");
                },
            }
        );

        Assert.That(asked.Select(line => line.Quality), Has.None.EqualTo(MatchQuality.Exact));
        Assert.That(
            asked.Select(line => line.Found!.Path),
            Has.None.EqualTo("Comite strategique/2 - REUNIONS/2026").And.Some.EqualTo("Jeunes et numerique")
        );
        Assert.That(report.Outcome, Is.EqualTo(global::Connector.Reports.RunOutcome.Done));
        Assert.That((await Linked()).Values, Has.None.EqualTo("Comite strategique/2 - REUNIONS"));
    }

    [Test]
    public async Task A_team_folder_that_is_closed_to_Connector_is_told()
    {
        await _place.Client.TeamFolders.Create("Pilotage", default);
        var said = await _terminal.RunAsync("adopt", _terminal.Territory, "--yes", "--lang", "en");

        Assert.That(said.Out, Does.Contain("The content of 'Pilotage' is not visible to Connector"));
    }

    private async Task TeamFolder(string name)
    {
        var made = await _place.Client.TeamFolders.Create(name, default);
        var folders = "index.php/apps/groupfolders/folders";
        var id = (await _place.Client.TeamFolders.List(default))
            .Single(folder => folder.MountPoint == name)
            .Id;
        Assert.That(made, Is.Not.Null);
        await _hands.Administer("POST", $"{folders}/{id}/groups", ("group", "admin"));
        await _hands.Administer("POST", $"{folders}/{id}/groups/admin", ("permissions", "31"));
    }

    private async Task<global::Connector.Reports.AdoptReport> Adopt(AdoptAnswers answers)
    {
        var loaded = TerritoryFile.Load(_terminal.Territory);
        await using var ledger = await Ledger();
        return await new AdoptRun(_place.Client, ledger, TimeProvider.System).RunAsync(
            loaded.Territory!,
            loaded.Blueprints,
            answers,
            default
        );
    }

    private Task<LedgerStore> Ledger()
    {
        var path = _terminal.At(Path.Combine(".connector", "ledger.db"));
        return LedgerStore.OpenAsync(path, TimeProvider.System, default);
    }

    private async Task<IReadOnlyDictionary<string, string?>> Linked()
    {
        await using var ledger = await Ledger();
        var known = await ledger.LoadAsync(
            global::Connector.Domain.Territories.Slug.Of(
                TerritoryFile.Load(_terminal.Territory).Territory!.Name
            ),
            default
        );
        // Keys without a colon are what a reading remembers for the next one, not things.
        return known
            .Resources.Where(pair => pair.Key.Contains(':', StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => pair.Value.Path);
    }

    private async Task<IReadOnlyList<(string Path, long Id, string? ETag)>> Tree() =>
        [
            .. (await _place.Client.Files.Propfind("", DavDepth.Infinity, default)).Resources.Select(node =>
                (node.Path, node.FileId, node.ETag)
            ),
        ];

    /// <summary>
    /// How many requests could have changed a file or a calendar so far. POST is not counted: each run asks by one,
    /// which changes nothing, whether this account may administer.
    /// </summary>
    private long Writes() =>
        _place
            .Server.RequestsByVerb.Where(verb =>
                verb.Key is not ("GET" or "HEAD" or "PROPFIND" or "REPORT" or "POST")
            )
            .Sum(verb => verb.Value);

    private async Task<IEnumerable<string>> Paths() => (await Tree()).Select(node => node.Path);

    private static JsonElement Json(Said said) => JsonDocument.Parse(said.Out).RootElement;
}
