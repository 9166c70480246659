using Connector.Connector.Tests.Service;
using Connector.Web.Api;

namespace Connector.Connector.Tests.Web.Api;

/// <summary>Several nodes on one PostgreSQL: a token, a key of a call and the trail are the same for all.</summary>
public sealed class SharedApiTrials
{
    private const string Body = """{"kind":"retention"}""";

    [Test]
    public async Task A_token_and_a_calls_key_count_at_every_node()
    {
        using var postgres = PostgresCluster.Start();
        await using var first = await ConsolePlace.OpenAsync(start: false);
        await first.StartAsync($"postgresql: {postgres.Connection}");
        var yaml = first.Yaml($"postgresql: {postgres.Connection}");
        var token = await ApiClient.TokenAsync(first, "n8n", "-s", "jobs", "-s", "read", "-s", "audit");
        await using var second = await RunningService.StartAsync(
            first.Terminal,
            yaml.Replace(
                first.Address.Authority,
                $"127.0.0.1:{ConsolePlace.FreePort()}",
                StringComparison.Ordinal
            )
        );
        using var here = new ApiClient(first.Address, token);
        using var there = new ApiClient(second.Address, token);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(call =>
                    (call % 2 == 0 ? here : there).PostAsync("/territories/vallon/jobs", Body, "une")
                )
        );
        Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(202, 409));
        Assert.That(
            answers.Count(answer => answer.Status == 202 && answer.Header(KeptCalls.Replayed) is null),
            Is.EqualTo(1)
        );
        var trail = (await there.GetAsync("/audit?action=job.ask")).Json.GetProperty("items");
        Assert.That(trail.GetArrayLength(), Is.EqualTo(1));
        Assert.That((await here.GetAsync("/territories/vallon/actions")).Status, Is.EqualTo(403));
        await first.Terminal.RunAsync(
            "token",
            "revoke",
            "n8n",
            "--config",
            first.Terminal.At("connector.yaml")
        );
        Assert.That((await there.GetAsync("/jobs")).Status, Is.EqualTo(401));
    }
}
