using System.Diagnostics;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Benchmarks;

/// <summary>
/// Twenty groups of 13 folders and 6 documents on a real Nextcloud, first as plain shared folders, then as team
/// folders with rights, and each again with nothing to do. The peer is rclone, copying the same tree of plain folders
/// to the same server with the same app password, then again with nothing to do.
/// </summary>
internal static class ProvisioningBenchmark
{
    private const int Groups = 20;

    public static async Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        if (TestServer.Real() is not { } real)
        {
            Console.WriteLine(
                "needs a real server: set NEXTCLOUD_URL, NEXTCLOUD_USER and NEXTCLOUD_PASSWORD"
            );
            return figures;
        }

        var account = new NextcloudAccount
        {
            BaseUrl = real.Url,
            UserName = real.User,
            AppPassword = real.Password,
            RealPassword = real.RealPassword,
        };
        var id = Environment.ProcessId;
        var plain = await Measure("plain", account, $"p{id}", Strategy.SharedFolders);
        // Right after each other: what else the machine does meanwhile should weigh on both alike.
        var peer = await RclonePeer.MeasureAsync(account, $"p{id}");
        var team = await Measure("team folders", account, $"t{id}", Strategy.TeamFolders);
        figures["firstSeconds"] = plain.First.Seconds;
        figures["firstRequests"] = plain.First.Requests;
        figures["noopSeconds"] = plain.Noop.Seconds;
        figures["noopRequests"] = plain.Noop.Requests;
        figures["teamFoldersFirstSeconds"] = team.First.Seconds;
        figures["teamFoldersFirstRequests"] = team.First.Requests;
        figures["teamFoldersNoopSeconds"] = team.Noop.Seconds;
        figures["teamFoldersNoopRequests"] = team.Noop.Requests;
        if (peer is null)
        {
            Console.WriteLine("peer rclone: not installed");
            return figures;
        }

        Console.WriteLine(
            $"{"rclone", -13} first {peer.First.TotalSeconds, 7:0.00} s, {peer.FirstRequests, 4} requests   nothing to do {peer.Again.TotalSeconds, 7:0.000} s, {peer.AgainRequests, 3} requests   ({peer.Files} files)"
        );
        figures["rcloneFirstSeconds"] = peer.First.TotalSeconds;
        figures["rcloneFirstRequests"] = peer.FirstRequests;
        figures["rcloneNoopSeconds"] = peer.Again.TotalSeconds;
        figures["rcloneNoopRequests"] = peer.AgainRequests;
        figures["firstRatio"] = peer.First.TotalSeconds / plain.First.Seconds;
        figures["noopRatio"] = peer.Again.TotalSeconds / plain.Noop.Seconds;
        figures["teamFoldersFirstRatio"] = peer.First.TotalSeconds / team.First.Seconds;
        figures["teamFoldersNoopRatio"] = peer.Again.TotalSeconds / team.Noop.Seconds;
        return figures;
    }

    private static async Task<(Run First, Run Noop)> Measure(
        string name,
        NextcloudAccount account,
        string prefix,
        Strategy strategy
    )
    {
        var folder = Directory.CreateTempSubdirectory("connector-benchmark-");
        await using var ledger = await LedgerStore.OpenAsync(
            Path.Combine(folder.FullName, "ledger.db"),
            TimeProvider.System,
            CancellationToken.None
        );
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(account);
        var territory = SomeNetwork.Territory(Groups, prefix);
        await ledger.RememberAsync(
            Slug.Of(territory.Name),
            [StrategyChoice.OnRecord(new ChosenStrategy(strategy, default))],
            CancellationToken.None
        );
        await People(client, territory);
        var first = await Once(client, ledger, prefix, strategy);
        // The first run after an apply looks at all that it made; from then on an unchanged server is known by its tags.
        await Once(client, ledger, prefix, strategy);
        var noops = new List<Run>();
        for (var run = 0; run < 5; run++)
        {
            noops.Add(await Once(client, ledger, prefix, strategy));
        }

        var noop = noops.OrderBy(run => run.Seconds).ElementAt(noops.Count / 2);
        Console.WriteLine(
            $"{name, -13} first {first.Seconds, 7:0.00} s, {first.Requests, 4} requests, {first.Seconds - first.Waited:0.00} s ours   nothing to do {noop.Seconds, 7:0.000} s, {noop.Requests, 3} requests, {noop.Seconds - noop.Waited:0.000} s ours"
        );
        return (first, noop);
    }

    /// <summary>People and their groups are on the server already: rclone makes none either.</summary>
    private static async Task People(NextcloudClient client, Territory territory)
    {
        var groups = WorkspaceSpecBuilder
            .Build(
                territory,
                SomeNetwork.Blueprints(),
                client.Account.Principal,
                new Dictionary<string, GroupMeetings>(),
                (_, series) => series.Id
            )
            .Groups;
        foreach (var group in groups)
        {
            await client.Groups.Create(group.GroupId, group.DisplayName, CancellationToken.None);
        }

        foreach (var person in territory.People)
        {
            var user = new NewUser
            {
                Id = person.Id,
                DisplayName = person.Name,
                Password = $"{Guid.NewGuid()}-Aa1",
                Groups =
                [
                    .. groups
                        .Where(group => group.Members.Contains(person.Id))
                        .Select(group => group.GroupId),
                ],
            };
            await client.Users.Create(user, CancellationToken.None);
        }

        await client.Users.AddToGroup(client.Account.Principal, "connector-service", CancellationToken.None);
    }

    private static async Task<Run> Once(
        NextcloudClient client,
        LedgerStore ledger,
        string prefix,
        Strategy strategy
    )
    {
        var before = client.Requests.Total;
        using var timeline = new RequestTimeline(client.Requests);
        var clock = Stopwatch.StartNew();
        var report = await new ProvisionRun(client, ledger, TimeProvider.System).ApplyAsync(
            SomeNetwork.Territory(Groups, prefix),
            SomeNetwork.Blueprints(prefix, plain: strategy == Strategy.SharedFolders),
            null,
            null,
            CancellationToken.None
        );
        return report.Outcome == RunOutcome.Done
            ? new Run(
                clock.Elapsed.TotalSeconds,
                client.Requests.Total - before,
                timeline.Waited.TotalSeconds
            )
            : throw new InvalidOperationException(
                $"the apply ended as {report.Outcome}: {string.Join("; ", report.Problems.Select(problem => problem.Message.English))} {string.Join("; ", report.Results.Where(result => result.Outcome.State != StepState.Done).Take(3).Select(result => $"{result.Step.Key}: {result.Outcome.Message?.English}"))}"
            );
    }

    /// <param name="Seconds">All of it.</param>
    /// <param name="Requests">How many were sent.</param>
    /// <param name="Waited">Seconds with a request under way; the rest is our own work.</param>
    private sealed record Run(double Seconds, int Requests, double Waited);
}
