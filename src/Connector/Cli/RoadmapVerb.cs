using System.CommandLine;
using Connector.Conversion;
using Connector.Domain;
using Connector.Reports;
using Connector.Roadmaps;

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
                ReportDoor.RunAsync(
                    door,
                    ReportDoor.Request(result, common, options),
                    result.GetValue(common.Json),
                    (client, ledger, loaded) =>
                        new StatusRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetValue(who),
                            ct
                        ),
                    problems => RoadmapReport.Refused(problems),
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
                ReportDoor.RunAsync(
                    door,
                    ReportDoor.Request(result, common, options),
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
                    problems => RoadmapReport.Refused(problems),
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
                ReportDoor.RunAsync(
                    door,
                    ReportDoor.Request(result, common, options),
                    result.GetValue(common.Json),
                    (client, ledger, loaded) =>
                        new RemindRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetRequiredValue(who)!,
                            ct
                        ),
                    problems => RoadmapReport.Refused(problems),
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
}
