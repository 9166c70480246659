using System.Diagnostics;
using Connector.DevServer;
using Connector.DevServer.Faults;

namespace Connector.Benchmarks.Soak;

/// <summary>What goes wrong: a few requests of some server every twenty seconds, and two servers that are away for long.</summary>
internal sealed class SoakWeather(List<DevServerHost> servers, TimeSpan length)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Status,
        FaultKind.Delay,
        FaultKind.ResetBefore,
        FaultKind.ResetAfter,
        FaultKind.FailAfter,
        FaultKind.Truncate,
        FaultKind.CutBody,
    ];

    private static readonly int[] Statuses = [423, 429, 500, 502, 503, 507];

    private readonly Random _random = new(8);

    public int Faults { get; private set; }

    /// <summary>Of a day in two hours: one away for two hours of that day, another for four.</summary>
    private IEnumerable<(int Server, TimeSpan From, TimeSpan For)> Outages =>
        [(3, length * 0.25, length / 12), (11, length * 0.5, length / 6)];

    public bool IsAway(int server) => servers[server].Faults.List().Any(rule => rule.Rule.Times == 0);

    public async Task BlowAsync(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (!ct.IsCancellationRequested)
        {
            for (var server = 0; server < servers.Count; server++)
            {
                Away(server, clock.Elapsed);
            }

            var struck = _random.Next(servers.Count);
            if (!IsAway(struck))
            {
                servers[struck].Faults.Clear();
                servers[struck].Faults.Add(Some());
                Faults++;
            }

            await Task.Delay(Between, ct).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public void Clear() => servers.ForEach(server => server.Faults.Clear());

    private void Away(int server, TimeSpan now)
    {
        var isAway = Outages.Any(outage =>
            outage.Server == server && now >= outage.From && now < outage.From + outage.For
        );
        if (isAway && !IsAway(server))
        {
            servers[server]
                .Faults.Add(
                    new FaultRule
                    {
                        Kind = FaultKind.Status,
                        Status = 503,
                        Times = 0,
                    }
                );
        }
        else if (!isAway && IsAway(server))
        {
            servers[server].Faults.Clear();
        }
    }

    private FaultRule Some() =>
        new()
        {
            Kind = Kinds[_random.Next(Kinds.Length)],
            Status = Statuses[_random.Next(Statuses.Length)],
            Nth = _random.Next(1, 8),
            Times = _random.Next(1, 4),
            Delay = TimeSpan.FromSeconds(_random.Next(1, 6)),
            Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
        };
}
