using System.CommandLine;
using Connector.Conversion;
using Connector.Domain;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.Roadmaps;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector roadmap status|publish|remind|sign|verify</c></summary>
internal static class RoadmapVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var verb = new Command("roadmap")
        {
            Status(door, common, options),
            Publish(door, common, options),
            Remind(door, common, options),
            RoadmapSignVerb.Build(door, common, options),
            RoadmapVerifyVerb.Build(door, common, options),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Status(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = Who(door, ArgumentArity.ZeroOrOne);
        var verb = new Command("status")
        {
            who,
            options.Territory,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                RunAsync(
                    door,
                    Request(result, common, options),
                    result.GetValue(common.Json),
                    (client, ledger, loaded) =>
                        new StatusRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetValue(who),
                            ct
                        ),
                    ct
                )
        );
        return verb;
    }

    private static Command Publish(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = Who(door, ArgumentArity.ExactlyOne);
        var version = new Option<string?>("--as-version")
        {
            Description = new Text(
                "Le numéro de la version. Par défaut : celui du fichier du territoire, puis le suivant.",
                "The version's number. Default: that of the territory's file, then the next."
            ).In(door.Language),
            HelpName = "VERSION",
        };
        var verb = new Command("publish")
        {
            who,
            options.Territory,
            version,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                RunAsync(
                    door,
                    Request(result, common, options),
                    result.GetValue(common.Json),
                    (client, ledger, loaded) =>
                        new PublishRun(
                            client,
                            ledger,
                            LibreOffice.Find(door.Environment),
                            door.Time
                        ).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetRequiredValue(who)!,
                            result.GetValue(version),
                            ct
                        ),
                    ct
                )
        );
        return verb;
    }

    private static Command Remind(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = Who(door, ArgumentArity.ExactlyOne);
        var verb = new Command("remind")
        {
            who,
            options.Territory,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                RunAsync(
                    door,
                    Request(result, common, options),
                    result.GetValue(common.Json),
                    (client, ledger, loaded) =>
                        new RemindRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetRequiredValue(who)!,
                            ct
                        ),
                    ct
                )
        );
        return verb;
    }

    internal static Argument<string?> Who(Doorway door, ArgumentArity arity) =>
        new("GROUPE")
        {
            Description = new Text(
                "L'identifiant ou le nom d'un groupe, ou « réseau » pour la feuille de route du réseau.",
                "The identifier or name of a group, or 'network' for the network's roadmap."
            ).In(door.Language),
            Arity = arity,
        };

    internal static TerritoryRequest Request(ParseResult result, CommonOptions common, GroupOptions options)
    {
        var path = result.GetRequiredValue(options.Territory);
        return new TerritoryRequest(
            path,
            result.GetValue(common.Server),
            CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
        );
    }

    internal static async Task<int> RunAsync(
        Doorway door,
        TerritoryRequest request,
        bool json,
        Func<NextcloudClient, LedgerStore, LoadResult, Task<RoadmapReport>> run,
        CancellationToken ct
    )
    {
        var report = await TerritoryDoor.OpenAsync(
            door,
            request,
            async (client, ledger, loaded) =>
            {
                try
                {
                    return await run(client, ledger, loaded);
                }
                catch (NextcloudException error)
                {
                    return new RoadmapReport { Territory = loaded.Territory!.Name }.Stopped(error.Problem);
                }
            },
            (_, problems) =>
                new RoadmapReport
                {
                    Territory = request.TerritoryPath,
                    Outcome = RunOutcome.Failed,
                    Problems = problems,
                },
            ct
        );
        if (json)
        {
            report.WriteJson(door.Out, door.Language);
        }
        else
        {
            report.Write(door.Out, door.Language);
            door.Warn(report.Warnings);
            door.Complain(report.Problems);
        }

        return (int)report.Outcome;
    }
}
