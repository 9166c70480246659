using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>
/// Requests are what an apply costs a small shared host (25 to 200 ms each). The numbers are what was measured, with
/// a little room: raise them only for a reason that can be told.
/// </summary>
public sealed class RequestCountTests
{
    /// <summary>
    /// Measured: 80 for 3 accounts, 9 groups, 4 team folders, 11 folders, 2 calendars, 9 documents; one more marks how far
    /// the server's numbers went, two take and give back the turn of making team folders, one puts a milestone into a calendar, six make, share and publish the network's calendar
    /// and put three copies into it.
    /// </summary>
    private const int FirstApply = 93;

    /// <summary>
    /// Accounts, groups, team folders, tree and calendars: one each, whatever the size. A calendar that moved since
    /// costs one more.
    /// </summary>
    private const int ApplyAfterwards = 5;

    /// <summary>And in one more what people shared of team folders, which a plan alone tells.</summary>
    private const int PlanAfterwards = ApplyAfterwards + 1;

    [Test]
    public async Task A_first_apply_and_a_plan_after_it_cost_no_more_than_measured()
    {
        await using var place = await Workplace.OpenAsync();
        var first = await place.ApplyAsync();
        var second = await place.PlanAsync();
        TestContext.Out.WriteLine($"first {Told(first.Requests)}; second {Told(second.Requests)}");

        Assert.That(first.Requests.Values.Sum(), Is.LessThanOrEqualTo(FirstApply), Told(first.Requests));
        Assert.That(
            second.Requests.Values.Sum(),
            Is.LessThanOrEqualTo(PlanAfterwards),
            Told(second.Requests)
        );
        Assert.That(
            place.Server.RequestCount,
            Is.EqualTo(first.Requests.Values.Sum() + second.Requests.Values.Sum())
        );
        Assert.That(second.Requests.Keys, Is.SubsetOf(new[] { "GET", "PROPFIND" }));
    }

    /// <summary>
    /// A group more costs: its Nextcloud group, the team folder, the service account let in, rights switched on, four
    /// trees copied, one list of rules, two groups let in with three requests.
    /// </summary>
    [Test]
    public async Task A_group_more_costs_few_requests_and_a_look_costs_the_same_for_all()
    {
        await using var few = await Workplace.OpenAsync();
        await using var many = await Workplace.OpenAsync();
        var (one, other) = (await few.ApplyNetworkAsync(5), await many.ApplyNetworkAsync(20));
        var perGroup = (other.Requests.Values.Sum() - one.Requests.Values.Sum()) / 15.0;
        TestContext.Out.WriteLine($"5 groups {Told(one.Requests)}; 20 groups {Told(other.Requests)}");
        Assert.That(other.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(other));
        Assert.That(perGroup, Is.LessThanOrEqualTo(12.5));

        var again = await many.ApplyNetworkAsync(20);
        Assert.That(again.Results, Is.Empty);
        Assert.That(again.Requests.Values.Sum(), Is.LessThanOrEqualTo(ApplyAfterwards));
    }

    /// <summary>Its Nextcloud group, one tree copied with all that is in it, two shares.</summary>
    [Test]
    public async Task On_plain_folders_a_group_more_costs_four_requests()
    {
        await using var few = await Workplace.OpenAsync();
        await using var many = await Workplace.OpenAsync();
        few.WithoutTeamFolders();
        many.WithoutTeamFolders();
        var one = await few.ApplyNetworkAsync(5, plain: true);
        var other = await many.ApplyNetworkAsync(20, plain: true);
        TestContext.Out.WriteLine($"5 groups {Told(one.Requests)}; 20 groups {Told(other.Requests)}");
        Assert.That(other.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(other));
        Assert.That(other.Requests.Values.Sum() - one.Requests.Values.Sum(), Is.LessThanOrEqualTo(4 * 15));

        // One to find that the tree moved, which it did: we made it. From then on its ETag is known.
        var again = await many.ApplyNetworkAsync(20, plain: true);
        Assert.That(again.Results, Is.Empty);
        Assert.That(again.Requests.Values.Sum(), Is.LessThanOrEqualTo(ApplyAfterwards + 1));
        var once = await many.ApplyNetworkAsync(20, plain: true);
        Assert.That(once.Requests.Values.Sum(), Is.LessThanOrEqualTo(ApplyAfterwards));
    }

    private static string Told(IReadOnlyDictionary<string, int> requests) =>
        $"{requests.Values.Sum()} ({string.Join(", ", requests.Select(pair => $"{pair.Key} {pair.Value}"))})";
}
