using System.Net;

namespace Connector.Connector.Tests.Service;

/// <summary>Several nodes on one PostgreSQL: who is signed in at one is signed in at all, and out of all.</summary>
public sealed class SharedSessionTrials
{
    [Test]
    public async Task A_session_counts_at_every_node_and_ends_at_every_node()
    {
        using var postgres = PostgresCluster.Start();
        await using var first = await ConsolePlace.OpenAsync(start: false);
        await first.AddAsync("zoe", "reseau");
        await first.StartAsync($"postgresql: {postgres.Connection}");
        await using var second = await RunningService.StartAsync(
            first.Terminal,
            first
                .Yaml($"postgresql: {postgres.Connection}")
                .Replace(
                    first.Address.Authority,
                    $"127.0.0.1:{ConsolePlace.FreePort()}",
                    StringComparison.Ordinal
                )
        );
        using var browser = new ConsoleBrowser(first.Address);
        await browser.SignInAsync(first, "zoe");
        using var other = new ConsoleBrowser(second.Address);
        var stolen = browser.Session!;
        other.Plant(stolen);
        Assert.That(await other.ReadAsync("/"), Does.Contain("membre du réseau"));
        Assert.That(await first.KeysAsync(), Is.EqualTo(1), "one key for both nodes");
        Assert.That(Directory.Exists(Path.Combine(first.Terminal.At(".connector"), "keys")), Is.False);

        await browser.PressAsync("/", "/deconnexion");
        other.Plant(stolen);
        Assert.That((await other.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }
}
