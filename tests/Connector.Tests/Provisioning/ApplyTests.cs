using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>Whole runs against a server: the embedded one always, a real Nextcloud when one is named.</summary>
[TestFixtureSource(typeof(Workbench), nameof(Workbench.All))]
public sealed class ApplyTests(Workbench bench)
{
    private string _prefix = "";
    private string _ledger = "";

    [SetUp]
    public void Start()
    {
        _prefix = $"t{TestContext.CurrentContext.Random.GetString(6, "abcdefghijkmnpqrstuvwxyz23456789")}";
        _ledger = Path.Combine(Directory.CreateTempSubdirectory("connector-tests-").FullName, "ledger.db");
    }

    [OneTimeTearDown]
    public async Task Stop() => await bench.DisposeAsync();

    [Test]
    public async Task A_second_run_finds_nothing_to_do()
    {
        var first = await Apply();
        Assert.That(first.Problems, Is.Empty, Sentences(first));
        Assert.That(
            first.Results.Where(result => result.Outcome.State != StepState.Done),
            Is.Empty,
            Sentences(first)
        );
        Assert.That(first.Outcome, Is.EqualTo(RunOutcome.Done));

        var plan = await Plan();
        Assert.That(plan.Plan!.Pending.Select(step => step.Key), Is.Empty);
        Assert.That(plan.Outcome, Is.EqualTo(RunOutcome.Done));
        TestContext.Out.WriteLine(
            $"{bench}: first {first.Requests.Values.Sum()} requests in {first.Duration.TotalSeconds:0.00} s, second {plan.Requests.Values.Sum()} in {plan.Duration.TotalSeconds:0.00} s"
        );
    }

    private async Task<RunReport> Apply() =>
        await Run((run, territory, blueprints) => run.ApplyAsync(territory, blueprints, null, null, default));

    private async Task<RunReport> Plan() =>
        await Run((run, territory, blueprints) => run.PlanAsync(territory, blueprints, default));

    private async Task<RunReport> Run(
        Func<ProvisionRun, Territory, IReadOnlyDictionary<string, Blueprint>, Task<RunReport>> run
    )
    {
        var time = new FakeTimeProvider(Some.Now);
        await using var ledger = await LedgerStore.OpenAsync(_ledger, TimeProvider.System, default);
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(
            await bench.Account()
        );
        return await run(
            new ProvisionRun(client, ledger, time),
            Some.Territory(_prefix),
            Some.Blueprints(_prefix)
        );
    }

    private static string Sentences(RunReport report) =>
        string.Join(
            '\n',
            report
                .Results.Where(result => result.Outcome.State != StepState.Done)
                .Select(result => $"{result.Step.Subject.English}: {result.Outcome.Message?.English}")
                .Concat(report.Problems.Select(problem => problem.Message.English))
        );
}
