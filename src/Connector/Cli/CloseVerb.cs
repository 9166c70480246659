using System.CommandLine;
using System.Globalization;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning.Closing;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector close GROUPE</c></summary>
internal static class CloseVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var zip = new Option<string?>("--zip")
        {
            Description = new Text(
                "Où exporter. Par défaut : GROUPE-DATE.zip dans le dossier courant. Un fichier qui existe n'est jamais remplacé.",
                "Where to export to. Default: GROUP-DATE.zip in the current folder. A file that exists is never replaced."
            ).In(door.Language),
            HelpName = "ARCHIVE.zip",
        };
        var noZip = new Option<bool>("--no-zip")
        {
            Description = new Text("N'exporte rien.", "Exports nothing.").In(door.Language),
        };
        var verb = new Command("close")
        {
            options.Group,
            options.Territory,
            zip,
            noZip,
            options.DryRun,
            options.Yes,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                new GroupDoor(door, options.Request(result, common)).RunAsync(
                    new Work(door.Time, result.GetValue(zip), result.GetValue(noZip)),
                    ct
                )
        );
        return verb;
    }

    private sealed class Work(TimeProvider time, string? zip, bool noZip) : IGroupWork
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
            var run = new CloseRun(client, ledger, time);
            var day = time.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var path = noZip ? null : Path.GetFullPath(zip ?? $"{group}-{day}.zip");
            // A closed group that has left the territory's file has nothing more to close.
            var found =
                territory.Groups.FirstOrDefault(known => known.Id == group)
                ?? new WorkingGroup
                {
                    Id = group,
                    Name = group,
                    Kind = GroupKind.WorkingGroup,
                };
            var (report, plan) = await run.LookAsync(territory, found, path, ct);
            return (report, plan is null ? null : (told, stop) => run.ActAsync(plan, told, stop));
        }
    }
}
