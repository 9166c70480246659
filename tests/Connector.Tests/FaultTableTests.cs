using System.Text.RegularExpressions;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests;

/// <summary>Each line of <c>docs/faults.md</c> names the tests that hold it, and they are there.</summary>
public sealed partial class FaultTableTests
{
    [Test]
    public async Task Each_fault_is_held_by_tests_that_exist()
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs/faults.md")))
            .Where(line => line.StartsWith('|') && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("| fault |", StringComparison.Ordinal))
            .ToList();
        Assert.That(lines, Has.Count.GreaterThan(25));
        var missing = new List<string>();
        foreach (var line in lines)
        {
            var cells = line.Trim('|', ' ').Split(" | ");
            Assert.That(cells, Has.Length.EqualTo(4), line);
            var named = Named().Matches(cells[3]);
            Assert.That(named, Is.Not.Empty, $"held by nothing: {cells[0]}");
            missing.AddRange(named.Where(test => !Exists(test)).Select(test => test.Value));
        }

        Assert.That(missing, Is.Empty);
    }

    private static bool Exists(Match test) =>
        Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "tests"),
                $"{test.Groups["class"].Value}*.cs",
                SearchOption.AllDirectories
            )
            .Select(File.ReadAllText)
            .Any(text =>
                Regex.IsMatch(text, $@"class {test.Groups["class"].Value}\b")
                && Regex.IsMatch(
                    text,
                    $@"public (async )?(Task|void|Property) {test.Groups["method"].Value}\("
                )
            );

    [GeneratedRegex(@"`(?<class>\w+)\.(?<method>\w+)`")]
    private static partial Regex Named();
}
