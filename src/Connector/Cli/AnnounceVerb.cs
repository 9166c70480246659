using System.CommandLine;
using Connector.Announcing;
using Connector.Domain;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector announce preview|send|status|retry|test</c></summary>
internal static class AnnounceVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var verb = new Command("announce")
        {
            Preview(door, common, options),
            Send(door, common, options),
            Plain(
                "status",
                door,
                common,
                options,
                (client, ledger, loaded, ct) =>
                    new AnnouncingStatus(client, ledger, door.Time).StatusAsync(loaded.Territory!, ct)
            ),
            Plain(
                "retry",
                door,
                common,
                options,
                (client, ledger, loaded, ct) =>
                    new AnnouncingStatus(client, ledger, door.Time).RetryAsync(loaded.Territory!, ct)
            ),
            Test(door, common, options),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Preview(Doorway door, CommonOptions common, GroupOptions options)
    {
        var html = new Option<string?>("--html")
        {
            Description = new Text(
                "Écrit aussi les messages tels que le courriel les montre, dans ce fichier.",
                "Also writes the messages as mail shows them into this file."
            ).In(door.Language),
            HelpName = "FICHIER",
        };
        var verb = new Command("preview")
        {
            options.Territory,
            html,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                Run(
                    door,
                    common,
                    options,
                    result,
                    async (client, ledger, loaded) =>
                    {
                        var (report, board) = await new AnnouncingStatus(
                            client,
                            ledger,
                            door.Time
                        ).PreviewAsync(loaded.Territory!, ct);
                        if (result.GetValue(html) is { } file)
                        {
                            await File.WriteAllTextAsync(
                                file,
                                string.Concat(board.Previews.Select(preview => preview.Html)),
                                ct
                            );
                        }

                        return report;
                    },
                    ct
                )
        );
        return verb;
    }

    private static Command Send(Doorway door, CommonOptions common, GroupOptions options)
    {
        var onlyMe = new Option<string?>("--only-me")
        {
            Description = new Text(
                "N'envoie qu'à cette personne (identifiant ou adresse de l'annuaire), et ne note rien.",
                "Sends to this person alone (identifier or address of the directory), and notes nothing."
            ).In(door.Language),
            HelpName = "PERSONNE",
        };
        var due = new Option<bool>("--due")
        {
            Description = new Text(
                "Seulement ce dont l'heure est venue, comme le service.",
                "Only what is due by now, as the service does."
            ).In(door.Language),
        };
        var verb = new Command("send")
        {
            options.Territory,
            onlyMe,
            due,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                Run(
                    door,
                    common,
                    options,
                    result,
                    (client, ledger, loaded) =>
                    {
                        var ground = Ground(door, options, result);
                        return result.GetValue(onlyMe) is { } me
                            ? new AnnouncingTrial(client, ledger, ground, door.Time).ToMeAsync(
                                loaded.Territory!,
                                me,
                                ct
                            )
                            : new AnnouncingRun(client, ledger, ground, door.Time).SendAsync(
                                loaded.Territory!,
                                now: !result.GetValue(due),
                                ct
                            );
                    },
                    ct
                )
        );
        return verb;
    }

    private static Command Test(Doorway door, CommonOptions common, GroupOptions options)
    {
        var channel = new Argument<string>("CANAL")
        {
            Description = new Text("L'« id » d'un canal.", "The 'id' of a channel.").In(door.Language),
        };
        var to = new Option<string?>("--to")
        {
            Description = new Text(
                "À qui, pour le courriel et les notifications. Par défaut : la première coordinatrice ou le premier coordinateur.",
                "To whom, for mail and notifications. Default: the first coordinator."
            ).In(door.Language),
            HelpName = "PERSONNE",
        };
        var verb = new Command("test")
        {
            channel,
            options.Territory,
            to,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
                Run(
                    door,
                    common,
                    options,
                    result,
                    (client, ledger, loaded) =>
                        new AnnouncingTrial(
                            client,
                            ledger,
                            Ground(door, options, result),
                            door.Time
                        ).TestAsync(
                            loaded.Territory!,
                            result.GetRequiredValue(channel),
                            result.GetValue(to),
                            ct
                        ),
                    ct
                )
        );
        return verb;
    }

    private static Command Plain(
        string name,
        Doorway door,
        CommonOptions common,
        GroupOptions options,
        Func<NextcloudClient, LedgerStore, LoadResult, CancellationToken, Task<AnnounceReport>> work
    )
    {
        var verb = new Command(name) { options.Territory, common.Server, common.Ledger, common.Json };
        verb.SetAction(
            (result, ct) =>
                Run(
                    door,
                    common,
                    options,
                    result,
                    (client, ledger, loaded) => work(client, ledger, loaded, ct),
                    ct
                )
        );
        return verb;
    }

    private static Task<int> Run(
        Doorway door,
        CommonOptions common,
        GroupOptions options,
        ParseResult result,
        Func<NextcloudClient, LedgerStore, LoadResult, Task<AnnounceReport>> work,
        CancellationToken ct
    ) =>
        ReportDoor.RunAsync(
            door,
            ReportDoor.Request(result, common, options),
            result.GetValue(common.Json),
            work,
            AnnounceReport.Refused,
            ct
        );

    private static ChannelGround Ground(Doorway door, GroupOptions options, ParseResult result) =>
        new(result.GetRequiredValue(options.Territory), door.Environment);
}
