using System.CommandLine;
using Connector.Calendars;
using Connector.Domain;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector calendar series|next|status|…</c></summary>
internal static class CalendarVerb
{
    private const int DatesShown = 5;
    private const int MeetingsShown = 20;

    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var verb = new Command("calendar")
        {
            Series(door, common, options),
            Next(door, common, options),
            Status(door, common, options),
            CalendarImportVerb.Build(door, common, options),
            CalendarTakeVerb.Build(door, common, options),
        };
        foreach (var change in CalendarChangeVerbs.Build(door, common, options))
        {
            verb.Subcommands.Add(change);
        }

        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Series(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = Who(door);
        var count = Count(
            door,
            DatesShown,
            "Combien de dates. Par défaut : 5.",
            "How many dates. Default: 5."
        );
        var verb = new Command("series") { who, options.Territory, count, common.Json };
        verb.SetAction(result =>
        {
            var loaded = TerritoryFile.Load(result.GetRequiredValue(options.Territory));
            var report =
                loaded.Territory is { } territory && loaded.Problems.Count == 0
                    ? SeriesList.Of(
                        territory,
                        result.GetValue(who),
                        TerritoryDay.Now(door.Time, territory.TimeZone),
                        result.GetValue(count)
                    )
                    : CalendarReport.Refused(loaded.Problems);
            return ReportDoor.Show(
                door,
                report with
                {
                    Warnings = [.. loaded.Warnings, .. report.Warnings],
                },
                result.GetValue(common.Json)
            );
        });
        return verb;
    }

    private static Command Next(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = Who(door);
        var count = Count(
            door,
            MeetingsShown,
            "Combien de rencontres. Par défaut : 20.",
            "How many meetings. Default: 20."
        );
        var verb = new Command("next")
        {
            who,
            options.Territory,
            count,
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
                        new CalendarNextRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetValue(who),
                            result.GetValue(count),
                            ct
                        ),
                    problems => CalendarReport.Refused(problems),
                    ct
                )
        );
        return verb;
    }

    private static Command Status(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = Who(door);
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
                        new CalendarStatusRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetValue(who),
                            ct
                        ),
                    problems => CalendarReport.Refused(problems),
                    ct
                )
        );
        return verb;
    }

    private static Argument<string?> Who(Doorway door) =>
        new("GROUPE")
        {
            Description = new Text(
                "L'identifiant ou le nom d'un groupe. Par défaut : tous.",
                "The identifier or name of a group. Default: all."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };

    private static Option<int> Count(Doorway door, int usual, string french, string english)
    {
        var option = new Option<int>("--count")
        {
            Description = new Text(french, english).In(door.Language),
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError(
                    new Text(
                        "--count demande un nombre de 1 à 1000.",
                        "--count needs a number from 1 to 1000."
                    ).In(door.Language)
                );
            }
        });
        return option;
    }
}
