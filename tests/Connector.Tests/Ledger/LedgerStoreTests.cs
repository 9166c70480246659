using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Ledger;

namespace Connector.Tests.Ledger;

internal sealed class LedgerStoreTests
{
    private DirectoryInfo _folder = null!;
    private LedgerStore _ledger = null!;

    [SetUp]
    public async Task Open()
    {
        _folder = Directory.CreateTempSubdirectory("connector-ledger-");
        _ledger = await LedgerStore.OpenAsync(
            Path.Combine(_folder.FullName, "ledger.db"),
            TimeProvider.System,
            CancellationToken.None
        );
    }

    [TearDown]
    public async Task Remove()
    {
        await _ledger.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>More than a statement may have parameters (32,766): the whole lot travels as one.</summary>
    [Test]
    public async Task Steps_without_number_begin_and_end_together()
    {
        const int many = 40_000;
        var steps = Enumerable.Range(0, many).Select(Step).ToList();
        var run = await _ledger.BeginRunAsync("reseau", "apply", CancellationToken.None);
        var ids = await _ledger.BeginStepsAsync(run, "reseau", steps, CancellationToken.None);
        var begun = await _ledger.LoadAsync("reseau", CancellationToken.None);

        await _ledger.CompleteStepsAsync(
            "reseau",
            [
                .. steps
                    .Zip(ids)
                    .Skip(1)
                    .Select(pair =>
                        (
                            pair.Second,
                            (IReadOnlyList<KnownResource>)[Made(pair.First.Key, $"of {pair.First.Key}")],
                            (IReadOnlyList<KeptBase>)[]
                        )
                    ),
            ],
            CancellationToken.None
        );
        var ended = await _ledger.LoadAsync("reseau", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.Ordered.And.Unique.And.Count.EqualTo(many));
            Assert.That(begun.Unfinished, Has.Count.EqualTo(many));
            Assert.That(ended.Unfinished, Is.EqualTo(new[] { steps[0].Key }));
            Assert.That(ended.Resources, Has.Count.EqualTo(many - 1));
            Assert.That(ended.Find(steps[17].Key)?.RemoteId, Is.EqualTo($"of {steps[17].Key}"));
        });
    }

    [Test]
    public async Task Later_writings_replace_all_but_what_made_a_thing()
    {
        var made = Made("a", "1") with
        {
            Path = "L'été « 😀 » \"x\"",
            ETag = "e",
            Blueprint = "standard 1.0",
        };
        await _ledger.RememberAsync("reseau", [made], CancellationToken.None);
        await _ledger.RememberAsync("autre", [Made("a", "9")], CancellationToken.None);
        var first = await _ledger.LoadAsync("reseau", CancellationToken.None);

        await _ledger.RememberAsync(
            "reseau",
            [Made("a", "2") with { Blueprint = "standard 2.0" }, Made("b", "3")],
            CancellationToken.None
        );
        var then = await _ledger.LoadAsync("reseau", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(first.Find("a"), Is.EqualTo(made));
            Assert.That(then.Find("a"), Is.EqualTo(Made("a", "2") with { Blueprint = "standard 1.0" }));
            Assert.That(then.Find("b"), Is.EqualTo(Made("b", "3")));
        });
    }

    private static PlanStep Step(int number)
    {
        var path = $"Dossier {number.ToString(CultureInfo.InvariantCulture)}";
        return new PlanStep
        {
            Key = $"folder/{path}",
            Stage = PlanStage.Folders,
            Change = Change.Create,
            Subject = default,
            Reason = default,
            Action = new CreateFolder(path),
        };
    }

    private static KnownResource Made(string key, string id) => new() { Key = key, RemoteId = id };
}
