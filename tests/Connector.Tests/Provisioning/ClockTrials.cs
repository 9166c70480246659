using Connector.Ledger;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>This machine's clock goes back or jumps forward between two runs: order is the ledger's own, not the clock's.</summary>
public sealed class ClockTrials
{
    [TestCase(-1)]
    [TestCase(-26)]
    [TestCase(26)]
    public async Task A_clock_that_jumps_makes_nothing_again(int hours)
    {
        await using var place = await Workplace.OpenAsync();
        Assert.That((await place.ApplyAsync()).Outcome, Is.EqualTo(RunOutcome.Done));
        var before = await place.PictureAsync();

        var jumped = new FakeTimeProvider(Some.Now.AddHours(hours));
        await using (var ledger = await LedgerStore.OpenAsync(place.Ledger, jumped, default))
        {
            var run = new ProvisionRun(place.Client, ledger, jumped);
            var report = await run.ApplyAsync(Some.Territory(), Some.Blueprints(), null, null, default);
            Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
            Assert.That(report.Plan!.Pending.Select(step => step.Key), Is.Empty);
            var runs = await ledger.RunsAsync("essai-d-argentiere", 5, default);
            Assert.That(
                runs.Select(row => row.Id),
                Is.Ordered.Descending,
                "the newest run first, whatever the clock"
            );
        }

        await place.ConvergesAsync(before);
    }
}
