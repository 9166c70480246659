using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>
/// What runs over 20 groups of 13 folders and 6 documents may ask of a server: each group its share, and the network,
/// its people and the model tree once.
/// </summary>
internal sealed class RequestBudgetTests
{
    private const int Groups = 20;

    /// <param name="strategy">How workspaces are kept.</param>
    /// <param name="once">Requests that do not grow with the number of groups.</param>
    /// <param name="each">Requests for each group.</param>
    [TestCase(Strategy.SharedFolders, 45, 4)]
    [TestCase(Strategy.TeamFolders, 45, 15)]
    public async Task A_first_run_and_one_with_nothing_to_do_stay_within_their_requests(
        Strategy strategy,
        int once,
        int each
    )
    {
        await using var work = await Workplace.OpenAsync();
        var few = await First(work, strategy, "peu", Groups / 2);
        var many = await First(work, strategy, "tant", Groups);
        var nothing = await Apply(work, strategy, "tant", Groups);

        Assert.Multiple(() =>
        {
            Assert.That(many - few, Is.LessThanOrEqualTo(each * Groups / 2), "for each group more");
            Assert.That(many, Is.LessThanOrEqualTo(once + (each * Groups)), "in all");
            Assert.That(nothing, Is.LessThanOrEqualTo(8), "with nothing to do");
        });
    }

    /// <returns>Requests of the first run; a second one has looked at all that it made.</returns>
    private static async Task<int> First(Workplace work, Strategy strategy, string prefix, int groups)
    {
        var first = await Apply(work, strategy, prefix, groups);
        await Apply(work, strategy, prefix, groups);
        return first;
    }

    private static async Task<int> Apply(Workplace work, Strategy strategy, string prefix, int groups)
    {
        var territory = SomeNetwork.Territory(groups, prefix);
        await using var ledger = await LedgerStore.OpenAsync(work.Ledger, TimeProvider.System, default);
        await ledger.RememberAsync(
            Slug.Of(territory.Name),
            [StrategyChoice.OnRecord(new ChosenStrategy(strategy, default))],
            default
        );
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(work.Account);
        var report = await new ProvisionRun(client, ledger, TimeProvider.System).ApplyAsync(
            territory,
            SomeNetwork.Blueprints(prefix, plain: strategy == Strategy.SharedFolders),
            null,
            null,
            default
        );
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done));
        return client.Requests.Total;
    }
}
