using System.CommandLine;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning.Closing;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector reopen GROUPE</c></summary>
internal static class ReopenVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var verb = new Command("reopen")
        {
            options.Group,
            options.Territory,
            options.DryRun,
            options.Yes,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                new GroupDoor(door, options.Request(result, common)).RunAsync(new Work(door.Time), ct)
        );
        return verb;
    }

    private sealed class Work(TimeProvider time) : IGroupWork
    {
        public async Task<(
            ClosingReport Report,
            Func<IProgress<Text>?, CancellationToken, Task<ClosingReport>>? Act
        )> LookAsync(
            Territory territory,
            string group,
            NextcloudClient client,
            LedgerStore ledger,
            CancellationToken ct
        )
        {
            var run = new ReopenRun(client, ledger, time);
            var (report, plan) = await run.LookAsync(territory, group, ct);
            return (report, plan is null ? null : (told, stop) => run.ActAsync(plan, told, stop));
        }
    }
}
