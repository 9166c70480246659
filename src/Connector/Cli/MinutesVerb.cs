using System.CommandLine;
using System.Globalization;
using Connector.Conversion;
using Connector.Domain;
using Connector.Minutes;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector minutes status|publish</c></summary>
internal static class MinutesVerb
{
    /// <summary>Days after a meeting before its minutes are missed, unless told otherwise.</summary>
    private const int Patience = 7;

    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var verb = new Command("minutes") { Status(door, common, options), Publish(door, common, options) };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Status(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = new Argument<string?>("GROUPE")
        {
            Description = new Text(
                "L'identifiant ou le nom d'un groupe. Par défaut : tous.",
                "The identifier or name of a group. Default: all."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var days = new Option<int>("--after-days")
        {
            Description = new Text(
                "Jours après une rencontre au bout desquels son compte-rendu manque. Par défaut : 7.",
                "Days after a meeting before its minutes are missed. Default: 7."
            ).In(door.Language),
            HelpName = "JOURS",
            DefaultValueFactory = _ => Patience,
        };
        var verb = new Command("status")
        {
            who,
            options.Territory,
            days,
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
                        new MinutesStatusRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetValue(who),
                            result.GetValue(days),
                            ct
                        ),
                    problems => MinutesReport.Refused(problems),
                    ct
                )
        );
        return verb;
    }

    private static Command Publish(Doorway door, CommonOptions common, GroupOptions options)
    {
        var day = Day(door);
        var anyway = new Option<bool>("--anyway")
        {
            Description = new Text(
                "Publie même si personne n'a choisi « Validé ».",
                "Publishes even if nobody chose 'Approved'."
            ).In(door.Language),
        };
        var verb = new Command("publish")
        {
            options.Group,
            day,
            options.Territory,
            anyway,
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
                        new MinutesPublishRun(
                            client,
                            ledger,
                            LibreOffice.Find(door.Environment),
                            door.Time
                        ).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetRequiredValue(options.Group),
                            result.GetValue(day),
                            result.GetValue(anyway),
                            ct
                        ),
                    problems => MinutesReport.Refused(problems),
                    ct
                )
        );
        return verb;
    }

    private static Argument<DateOnly?> Day(Doorway door) =>
        new("JOUR")
        {
            Description = new Text(
                "Le jour de la rencontre, AAAA-MM-JJ. Par défaut : la dernière racontée.",
                "The meeting's day, YYYY-MM-DD. Default: the last one told of."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
            {
                var words = result.Tokens.Count == 0 ? null : result.Tokens[0].Value;
                if (
                    words is null
                    || DateOnly.TryParseExact(
                        words,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out _
                    )
                )
                {
                    return words is null
                        ? null
                        : DateOnly.ParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                }

                result.AddError(
                    new Text(
                        $"« {words} » n'est pas un jour ; exemple : 2026-12-03",
                        $"'{words}' is not a day; example: 2026-12-03"
                    ).In(door.Language)
                );
                return null;
            },
        };
}
