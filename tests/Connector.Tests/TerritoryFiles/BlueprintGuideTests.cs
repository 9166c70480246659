using System.Text.RegularExpressions;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Blueprints;

namespace Connector.Tests.TerritoryFiles;

/// <summary>The guide to blueprints and the schema beside it say what the reader does.</summary>
internal sealed partial class BlueprintGuideTests
{
    private static readonly string Guide = Path.Combine(Repository.Root, "docs", "blueprints.md");

    [Test]
    public void The_published_schema_is_the_one_that_the_reader_implies() =>
        PublishedFile.Matches("modele.schema.json", BlueprintSchema.Generate(), "connector schema modele");

    [Test]
    public async Task The_guides_own_example_can_be_applied_and_an_editor_accepts_it()
    {
        var example = Example();
        using var folder = new TemporaryFolder();
        var (blueprint, problems) = BlueprintFile.Load(folder.Write("mon-modele.yaml", example));

        Assert.That(problems.Select(problem => problem.Message.French), Is.Empty);
        Assert.That(blueprint!.Name, Is.EqualTo("mon-modele"));
        Assert.That(await Editor.Validate(BlueprintSchema.Generate(), example), Is.Empty);
    }

    [TestCase("version: 2", "versoin: 2")]
    [TestCase("quota: 5 Go", "quota: 5 litres")]
    [TestCase("couleur: \"#0b6e75\"", "couleur: bleu")]
    [TestCase("animation: écriture", "animation: tout")]
    [TestCase("genre: feuille-de-route", "genre: poème")]
    public async Task An_editor_underlines_what_the_reader_refuses(string right, string wrong)
    {
        var example = Example();
        Assert.That(example, Does.Contain(right));
        var errors = await Editor.Validate(
            BlueprintSchema.Generate(),
            example.Replace(right, wrong, StringComparison.Ordinal)
        );
        Assert.That(errors, Is.Not.Empty);
    }

    [Test]
    public void Every_warning_of_the_linter_is_in_the_guide()
    {
        var source = File.ReadAllText(
            Path.Combine(Repository.Root, "src", "Domain", "Workspaces", "BlueprintAdvice.cs")
        );
        var given = Code().Matches(source).Select(match => match.Groups[1].Value).Distinct();
        var told = File.ReadAllText(Guide).Split("Warnings do not")[1].Split("What is extended")[0];
        var listed = Listed().Matches(told).Select(match => match.Groups[1].Value);

        Assert.That(listed, Is.EquivalentTo(given));
    }

    private static string Example() =>
        File.ReadAllText(Guide).Split("```yaml\n")[1].Split("```", StringSplitOptions.None)[0];

    [GeneratedRegex("Add\\(\\s*\"([a-z-]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("(?m)^\\| `([a-z-]+)` \\|")]
    private static partial Regex Listed();
}
