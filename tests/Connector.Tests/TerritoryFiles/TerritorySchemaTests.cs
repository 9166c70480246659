using Connector.TerritoryFiles;

namespace Connector.Tests.TerritoryFiles;

internal sealed class TerritorySchemaTests
{
    [Test]
    public void The_published_schema_is_the_one_that_the_reader_implies() =>
        PublishedFile.Matches("territoire.schema.json", TerritorySchema.Generate(), "connector schema");

    [Test]
    public async Task An_editor_accepts_the_sample()
    {
        var errors = await Validate(SampleTerritory.Content("territoire.yaml"));
        Assert.That(errors, Is.Empty);
    }

    [TestCase("nom: Pays de Valombre", "nomm: Pays de Valombre")]
    [TestCase("périmètre: groupement de communes", "périmètre: quartier")]
    [TestCase("heure: 9 h 30", "heure: tôt")]
    [TestCase("début: 2026-09-01", "début: septembre")]
    [TestCase("- id: gt-jeunes", "- id: GT Jeunes")]
    [TestCase("coordination: cc-valombre", "")]
    [TestCase("genre: convivial", "genre: festif")]
    [TestCase("durée: 90 min", "durée: longtemps")]
    public async Task An_editor_underlines_what_the_reader_refuses(string right, string wrong)
    {
        var sample = SampleTerritory.Content("territoire.yaml");
        Assert.That(sample, Does.Contain(right));
        var errors = await Validate(sample.Replace(right, wrong, StringComparison.Ordinal));
        Assert.That(errors, Is.Not.Empty);
    }

    private static Task<IReadOnlyList<string>> Validate(string yaml) =>
        Editor.Validate(TerritorySchema.Generate(), yaml);
}
