using System.CommandLine;
using Connector.Calendars;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector calendar take GROUPE/SÉRIE [CHAMP…] [--date JOUR]</c></summary>
internal static class CalendarTakeVerb
{
    public static Command Build(Doorway door, CommonOptions common, GroupOptions options)
    {
        var series = new Argument<string>("GROUPE/SÉRIE")
        {
            Description = new Text(
                "Les identifiants du groupe et de la série dans le fichier du territoire : gt-jeunes/mensuelle.",
                "The identifiers of the group and the series in the territory file: gt-jeunes/mensuelle."
            ).In(door.Language),
        };
        var fields = new Argument<EventField[]>("CHAMP")
        {
            Description = new Text(
                "Ce qui est repris du fichier : titre, lieu, heure, règle… Par défaut : tout.",
                "What is taken from the file: title, place, time, rule… Default: all."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = result =>
            {
                var unknown = result.Tokens.FirstOrDefault(token =>
                    EventFieldWords.Parse(token.Value) is null
                );
                if (unknown is not null)
                {
                    var known = EventFieldWords.List(Enum.GetValues<EventField>());
                    result.AddError(
                        new Text(
                            $"« {unknown.Value} » n'est pas un champ ; valeurs possibles : {known.French}.",
                            $"'{unknown.Value}' is not a field; possible values: {known.English}."
                        ).In(door.Language)
                    );
                    return [];
                }

                return
                [
                    .. result.Tokens.Select(token => EventFieldWords.Parse(token.Value)).OfType<EventField>(),
                ];
            },
        };
        var date = new Option<DateOnly?>("--date")
        {
            Description = new Text(
                "Une seule rencontre : le jour où la série la place. Par défaut : la série entière.",
                "A single meeting: the day on which the series places it. Default: the whole series."
            ).In(door.Language),
            HelpName = "JOUR",
            CustomParser = result =>
                CalendarChangeVerbs.Read(result, MeetingAddress.Day, door, CalendarChangeVerbs.ADay),
        };
        var verb = new Command("take")
        {
            series,
            fields,
            date,
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
                    async (client, ledger, loaded) =>
                    {
                        var territory = loaded.Territory!;
                        var parts = result.GetRequiredValue(series).Split('/', 2);
                        var (said, problem) = await new EventTakeRun(client, ledger).RunAsync(
                            territory.On(TerritoryDay.Now(door.Time, territory.TimeZone)),
                            parts[0],
                            parts.Length == 2 ? parts[1] : "",
                            result.GetValue(date),
                            result.GetValue(fields) ?? [],
                            ct
                        );
                        var report = new CalendarReport { Territory = territory.Name };
                        return problem is null ? report with { Said = said } : report.Stopped(problem);
                    },
                    problems => CalendarReport.Refused(problems),
                    ct
                )
        );
        return verb;
    }
}
