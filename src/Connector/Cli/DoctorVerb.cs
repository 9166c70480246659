using System.CommandLine;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.Reports;
using Connector.TerritoryFiles;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector doctor</c></summary>
internal static class DoctorVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("doctor") { common.Territory, common.Server, common.Ledger, common.Json };
        verb.SetAction(
            (result, ct) =>
            {
                var territory = result.GetValue(common.Territory)!;
                var request = new TerritoryRequest(
                    territory,
                    result.GetValue(common.Server),
                    CommonOptions.LedgerPath(territory, result.GetValue(common.Ledger))
                );
                return RunAsync(door, request, result.GetValue(common.Json), ct);
            }
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        Doorway door,
        TerritoryRequest request,
        bool json,
        CancellationToken ct
    )
    {
        var lookup = new CredentialStore(door.Environment).Find(request.Server);
        if (lookup.Account is null)
        {
            door.Complain(lookup.Problem!);
            return 1;
        }

        var factory = new NextcloudClientFactory(door.Time);
        await using var client = factory.Create(lookup.Account);
        var given = await GivenAsync(door, request, ct);
        var report = await new DoctorRun(client, new LoginFlow(factory, door.Time), door.Time, given).Run(ct);
        if (json)
        {
            JsonReport.Write(door.Out, report, door.Language);
        }
        else
        {
            Show(door, report);
        }

        return report.Worst < Severity.Alarm ? 0 : 1;
    }

    /// <summary>The public addresses that an earlier apply gave out, where there was one; a doctor reads without a file as well.</summary>
    private static async Task<IReadOnlyDictionary<string, string>?> GivenAsync(
        Doorway door,
        TerritoryRequest request,
        CancellationToken ct
    )
    {
        if (
            !File.Exists(request.LedgerPath)
            || !File.Exists(request.TerritoryPath)
            || TerritoryFile.Load(request.TerritoryPath).Territory is not { } territory
        )
        {
            return null;
        }

        try
        {
            await using var ledger = await LedgerStore.OpenAsync(request.LedgerPath, door.Time, ct);
            return PublicAddress.Given(await ledger.LoadAsync(Slug.Of(territory.Name), ct));
        }
        catch (LedgerException error)
        {
            door.Complain(error.Problem);
            return null;
        }
    }

    private static void Show(Doorway door, DoctorReport report)
    {
        door.Out.MarkupLineInterpolated($"[bold]{report.Server}[/]");
        foreach (var finding in report.Findings)
        {
            var (mark, colour) = finding.Severity switch
            {
                Severity.Ok => ("✓", "green"),
                Severity.Info => ("i", "blue"),
                Severity.Warning => ("!", "yellow"),
                _ => ("✗", "red"),
            };
            door.Out.MarkupLine(
                $"[{colour}]{mark}[/] {finding.Sentence.In(door.Language).EscapeMarkup()} [grey]({finding.Code.EscapeMarkup()})[/]"
            );
            if (finding.Remedy is { } remedy && finding.Severity > Severity.Ok)
            {
                door.Out.MarkupLineInterpolated($"  [grey]→ {remedy.In(door.Language)}[/]");
            }
        }

        door.Out.WriteLine();
        door.Say(
            report.CanApply
                ? new Text("« apply » peut fonctionner.", "'apply' can work.")
                : new Text(
                    "« apply » échouerait : corrigez d'abord les ✗.",
                    "'apply' would fail: mend the ✗ first."
                )
        );
    }
}
