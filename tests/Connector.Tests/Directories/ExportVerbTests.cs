using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Cli;
using Connector.Domain.Directories;
using Connector.Templates.Spreadsheets;
using Connector.Tests.TerritoryFiles;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Directories;

/// <summary><c>connector directory export</c>, as typed.</summary>
internal sealed class ExportVerbTests
{
    private const string Csv =
        "2026-11-30_26050000000013_lieux-de-mediation-numerique_vallon-d-argentiere.csv";

    private const string Directory = """
        id,pivot,nom,commune,code_postal,adresse,typologie,telephone,courriels,services,date_maj,latitude,longitude,horaires
        epn,43493312300029,"EPN « d'été »; l'Étape",Valombre,24990,1 rue A,EPN|école,0553000000,ines@example.org|contact@epn.fr,Aide aux démarches administratives|Coiffure,31/01/2024,44.9,1.2,Mo-Fr 09:00-12:00
        sans,,Sans numéro,Valombre,24990,2 rue B,ASSO,,,Loisirs et créations numériques,2024-01-31,,,
        club,43493312300037,Club de rugby,Valombre,24990,3 rue C,club,,,,2024-01-31,,,
        """;

    private Terminal _terminal = null!;

    [SetUp]
    public void Start()
    {
        _terminal = new Terminal
        {
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero)),
        };
        File.WriteAllText(_terminal.At("annuaire.csv"), Directory);
        var territory = File.ReadAllText(_terminal.Territory)
            .Replace("type: CCAS", "type: CCAS\n    pivot: \"26050000000013\"", StringComparison.Ordinal);
        File.WriteAllText(_terminal.Territory, territory + "\nannuaire: annuaire.csv\n");
    }

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task The_standard_s_file_has_its_official_name_and_what_does_not_follow_is_told()
    {
        var said = await ExportAsync("csv");
        Assert.That(said.Code, Is.Zero, said.All);
        var lines = await File.ReadAllLinesAsync(_terminal.At(Csv));
        Assert.That(lines[0], Is.EqualTo(string.Join(',', StandardColumns.All.Select(StandardColumns.Name))));
        Assert.That(
            lines,
            Has.Length.EqualTo(2),
            "who offers nothing is no place of mediation; who has no SIRET is told"
        );
        Assert.That(
            lines[1],
            Does.Contain("EPN|Autre")
                .And.Contain("+33553000000")
                .And.Contain(",2024-01-31,Aide aux démarches administratives,")
        );
        Assert.That(
            lines[1],
            Does.Contain("contact@epn.fr").And.Not.Contain("ines@").And.Not.Contain("Coiffure")
        );
        Assert.That(
            said.Errors,
            Does.Contain("« Sans numéro » n'est pas dans l'export : il lui manque pivot")
        );
        Assert.That(said.Errors, Does.Contain("courriels, services"));
        Assert.That((await ExportAsync("csv")).Code, Is.EqualTo(1), "never over a file that is there");
    }

    [Test]
    public async Task No_person_is_in_any_format()
    {
        foreach (var format in new[] { "csv", "geojson", "vcard", "xlsx" })
        {
            var path = _terminal.At("sortie-" + format);
            Assert.That((await ExportAsync(format, "--out", path)).Code, Is.Zero);
            var bytes = await File.ReadAllBytesAsync(path);
            var words = format == "xlsx" ? string.Join('\n', Words(bytes)) : Encoding.UTF8.GetString(bytes);
            Assert.That(
                words,
                Does.Contain("EPN « d'été »").And.Not.Contain("ines@").And.Not.Contain("Le Goff"),
                format
            );
        }
    }

    [Test]
    public async Task GeoJSON_has_points_for_maps()
    {
        Assert.That((await ExportAsync("geojson", "--out", _terminal.At("carte.geojson"))).Code, Is.Zero);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_terminal.At("carte.geojson")));
        var feature = json.RootElement.GetProperty("features").EnumerateArray().Single(Named("epn"));
        Assert.That(
            feature
                .GetProperty("geometry")
                .GetProperty("coordinates")
                .EnumerateArray()
                .Select(number => number.GetDouble()),
            Is.EqualTo(new[] { 1.2, 44.9 })
        );
        Assert.That(
            feature.GetProperty("properties").GetProperty("name").GetString(),
            Is.EqualTo("EPN « d'été »; l'Étape")
        );
    }

    [Test]
    public async Task Cards_come_back_as_they_went()
    {
        Assert.That((await ExportAsync("vcard", "--out", _terminal.At("cartes.vcf"))).Code, Is.Zero);
        var lines = (await File.ReadAllTextAsync(_terminal.At("cartes.vcf"))).Split("\r\n");
        Assert.That(lines.Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
        var into = _terminal.At("retour.xlsx");
        var said = await _terminal.RunAsync(
            "directory",
            "import",
            _terminal.At("cartes.vcf"),
            "--into",
            into,
            "--yes"
        );
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(
            string.Join('\n', Words(await File.ReadAllBytesAsync(into))),
            Does.Contain("EPN « d'été »; l'Étape")
                .And.Contain("1 rue A")
                .And.Contain("24990")
                .And.Contain("+33553000000")
        );
    }

    [Test]
    public async Task The_real_places_of_Aix_leave_as_the_schema_wants_them()
    {
        if (
            Repository.SharedData("lieux-mediation-numerique-aix.v1.csv") is not { } places
            || Repository.SharedData("standard-mediation-num-1.0.2.schema.json") is not { } schema
        )
        {
            Assert.Ignore(
                "The public data sets and the schema of the standard are not beside this repository."
            );
            return;
        }

        File.Copy(places, _terminal.At("annuaire.csv"), overwrite: true);
        var said = await ExportAsync("csv");
        Assert.That(said.Code, Is.Zero, said.All);
        using var csv = new CsvHelper.CsvParser(
            new StringReader(await File.ReadAllTextAsync(_terminal.At(Csv))),
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.That(csv.Read(), Is.True);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(schema));
        var fields = json.RootElement.GetProperty("fields").EnumerateArray().ToList();
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            foreach (var (field, value) in fields.Zip(csv.Record!))
            {
                Conforms(field, value);
            }
        }

        Assert.That(rows, Is.EqualTo(36), "38, and two without pivot");
        Assert.That(Regex.Count(said.Errors, "il lui manque pivot"), Is.EqualTo(2));
    }

    private static void Conforms(JsonElement field, string value)
    {
        var name = field.GetProperty("name").GetString();
        var constraints = field.GetProperty("constraints");
        if (value.Length == 0)
        {
            Assert.That(
                constraints.TryGetProperty("required", out var required) && required.GetBoolean(),
                Is.False,
                name
            );
            return;
        }

        if (constraints.TryGetProperty("pattern", out var pattern))
        {
            Assert.That(value, Does.Match(pattern.GetString()!), name);
        }

        if (constraints.TryGetProperty("maxLength", out var length))
        {
            Assert.That(value, Has.Length.LessThanOrEqualTo(length.GetInt32()), name);
        }
    }

    private Task<Said> ExportAsync(string format, params string[] options) =>
        _terminal.RunAsync([
            "directory",
            "export",
            "--format",
            format,
            "--file",
            _terminal.Territory,
            .. options.Length > 0 ? options : ["--out", _terminal.At(Csv)],
        ]);

    private static Func<JsonElement, bool> Named(string id) =>
        feature => feature.GetProperty("id").GetString() == id;

    private static IEnumerable<string> Words(byte[] xlsx)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        return [.. workbook.Rows(0).SelectMany(row => row.Cells.Select(cell => cell.Words))];
    }
}
