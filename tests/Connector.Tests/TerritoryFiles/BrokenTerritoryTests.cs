using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Tests.TerritoryFiles;

/// <summary>
/// Each file of <c>Broken/</c> has beside it the problems that it must give, one per line, all in one reading:
/// <c>line:column code | message | remedy</c>. To accept new wording, run with UPDATE_EXPECTED=1 and read the diff.
/// </summary>
internal sealed class BrokenTerritoryTests
{
    private static string Folder =>
        Path.Combine(
            Path.GetDirectoryName(typeof(BrokenTerritoryTests).Assembly.Location)!,
            "TerritoryFiles",
            "Broken"
        );

    public static IEnumerable<TestCaseData> Files() =>
        Directory
            .EnumerateFiles(Folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(path =>
                new TestCaseData(Path.GetFileNameWithoutExtension(path)).SetArgDisplayNames(
                    Path.GetFileNameWithoutExtension(path)
                )
            );

    [TestCaseSource(nameof(Files))]
    public void Every_error_is_told_in_one_go(string name)
    {
        var loaded = TerritoryFile.Load(Path.Combine(Folder, name + ".yaml"));
        var told = string.Concat(loaded.Problems.Select(problem => Line(problem) + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") is { Length: > 0 } sources)
        {
            File.WriteAllText(Path.Combine(sources, name + ".expected"), told);
        }

        Assert.That(loaded.Territory, Is.Null);
        Assert.That(told, Is.EqualTo(File.ReadAllText(Path.Combine(Folder, name + ".expected"))));
    }

    [TestCaseSource(nameof(Files))]
    public void Every_sentence_exists_in_both_languages(string name)
    {
        var loaded = TerritoryFile.Load(Path.Combine(Folder, name + ".yaml"));
        foreach (var problem in loaded.Problems)
        {
            Assert.That(problem.Message.English, Is.Not.Empty.And.Not.EqualTo(problem.Message.French));
            Assert.That(problem.Remedy.English, Is.Not.Empty.And.Not.EqualTo(problem.Remedy.French));
        }
    }

    [Test]
    public void There_are_thirty_of_them() => Assert.That(Files().Count(), Is.GreaterThanOrEqualTo(30));

    private static string Line(Problem problem)
    {
        var place = problem.Place!.Value;
        var file = Path.GetExtension(place.File) == ".yaml" ? "" : Path.GetFileName(place.File) + " ";
        return $"{file}{place.Line}:{place.Column} {problem.Code} | {problem.Message.French} | {problem.Remedy.French}";
    }
}
