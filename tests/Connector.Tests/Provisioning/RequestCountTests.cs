namespace Connector.Tests.Provisioning;

/// <summary>
/// Requests are what an apply costs a small shared host (25 to 200 ms each). The numbers are what was measured, with
/// a little room: raise them only for a reason that can be told.
/// </summary>
public sealed class RequestCountTests
{
    /// <summary>
    /// Measured: 119 for 3 accounts, 9 groups, 4 team folders, 11 folders, 2 calendars, 9 documents.
    /// </summary>
    private const int FirstApply = 122;

    /// <summary>
    /// Accounts, groups, team folders, tree and calendars: one each, whatever the size. A calendar that moved since
    /// costs one more.
    /// </summary>
    private const int PlanAfterwards = 5;

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

    private static string Told(IReadOnlyDictionary<string, int> requests) =>
        $"{requests.Values.Sum()} ({string.Join(", ", requests.Select(pair => $"{pair.Key} {pair.Value}"))})";
}
