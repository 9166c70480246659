using System.CommandLine;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.Reports;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector doctor</c></summary>
internal static class DoctorVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("doctor") { common.Server, common.Json };
        verb.SetAction(
            (result, ct) => RunAsync(door, result.GetValue(common.Server), result.GetValue(common.Json), ct)
        );
        return verb;
    }

    private static async Task<int> RunAsync(Doorway door, Uri? server, bool json, CancellationToken ct)
    {
        var lookup = new CredentialStore(door.Environment).Find(server);
        if (lookup.Account is null)
        {
            door.Complain(lookup.Problem!);
            return 1;
        }

        var factory = new NextcloudClientFactory(door.Time);
        await using var client = factory.Create(lookup.Account);
        var report = await new DoctorRun(client, new LoginFlow(factory, door.Time), door.Time).Run(ct);
        if (json)
        {
            JsonReport.Write(door.Out, report, door.Language);
        }
        else
        {
            Show(door, report);
        }

        return report.CanApply ? 0 : 1;
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
