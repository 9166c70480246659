using System.CommandLine;
using System.CommandLine.Parsing;
using Connector.Calendars;
using Connector.Domain;
using Connector.Reports;

namespace Connector.Cli;

/// <summary><c>connector calendar move|cancel|restore|conflicts</c></summary>
internal static class CalendarChangeVerbs
{
    private const int DaysAhead = 180;

    public static readonly Text ADay = new("un jour ; exemple : 2026-12-10", "a day; example: 2026-12-10");

    public static IEnumerable<Command> Build(Doorway door, CommonOptions common, GroupOptions options)
    {
        yield return Move(door, common, options);
        yield return Of(door, common, options, MeetingChange.CancelName);
        yield return Of(door, common, options, MeetingChange.RestoreName);
        yield return Conflicts(door, common, options);
    }

    private static Command Move(Doorway door, CommonOptions common, GroupOptions options)
    {
        var meeting = Meeting(door);
        var day = new Argument<DateOnly>("JOUR")
        {
            Description = new Text(
                "Le nouveau jour : 2026-12-10 ou 10/12/2026.",
                "The new day: 2026-12-10 or 10/12/2026."
            ).In(door.Language),
            CustomParser = result => Read(result, MeetingAddress.Day, door, ADay),
        };
        var at = new Argument<TimeOnly?>("HEURE")
        {
            Description = new Text(
                "La nouvelle heure : 14:30 ou 14h. Par défaut : la même.",
                "The new time: 14:30 or 14h. Default: the same."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
                result.Tokens.Count == 0
                    ? null
                    : Read(
                        result,
                        MeetingAddress.Time,
                        door,
                        new Text("une heure ; exemple : 14:30", "a time; example: 14:30")
                    ),
        };
        var verb = Verb(MeetingChange.MoveName, common, options, meeting, day, at);
        verb.SetAction(
            (result, ct) =>
                Run(
                    door,
                    common,
                    options,
                    result,
                    meeting,
                    new MeetingChange(MeetingChange.MoveName, result.GetValue(day), result.GetValue(at)),
                    ct
                )
        );
        return verb;
    }

    private static Command Of(Doorway door, CommonOptions common, GroupOptions options, string name)
    {
        var meeting = Meeting(door);
        var verb = Verb(name, common, options, meeting);
        verb.SetAction(
            (result, ct) => Run(door, common, options, result, meeting, new MeetingChange(name), ct)
        );
        return verb;
    }

    private static Command Conflicts(Doorway door, CommonOptions common, GroupOptions options)
    {
        var days = new Option<int>("--days")
        {
            Description = new Text(
                "Combien de jours à l'avance. Par défaut : 180.",
                "How many days ahead. Default: 180."
            ).In(door.Language),
            HelpName = "JOURS",
            DefaultValueFactory = _ => DaysAhead,
        };
        var verb = new Command("conflicts")
        {
            days,
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
                        new CalendarConflictsRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            Math.Clamp(result.GetValue(days), 1, 3650),
                            ct
                        ),
                    problems => CalendarReport.Refused(problems),
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
        Argument<string> meeting,
        MeetingChange change,
        CancellationToken ct
    ) =>
        ReportDoor.RunAsync(
            door,
            ReportDoor.Request(result, common, options),
            result.GetValue(common.Json),
            (client, ledger, loaded) =>
                new MeetingChangeRun(client, ledger, door.Time).RunAsync(
                    loaded.Territory!,
                    loaded.Blueprints,
                    result.GetRequiredValue(meeting),
                    change,
                    ct
                ),
            problems => CalendarReport.Refused(problems),
            ct
        );

    private static Command Verb(
        string name,
        CommonOptions common,
        GroupOptions options,
        params IEnumerable<Argument> arguments
    )
    {
        var verb = new Command(name) { options.Territory, common.Server, common.Ledger, common.Json };
        foreach (var argument in arguments)
        {
            verb.Arguments.Add(argument);
        }

        return verb;
    }

    private static Argument<string> Meeting(Doorway door) =>
        new("RENCONTRE")
        {
            Description = new Text(
                "Le groupe et le jour : gt-jeunes/2026-12-03, ou gt-jeunes/prochaine.",
                "The group and the day: gt-jeunes/2026-12-03, or gt-jeunes/prochaine."
            ).In(door.Language),
        };

    public static T Read<T>(ArgumentResult result, Func<string, T?> read, Doorway door, Text expected)
        where T : struct
    {
        var words = result.Tokens[0].Value;
        if (read(words) is { } value)
        {
            return value;
        }

        result.AddError(
            new Text($"« {words} » n'est pas {expected.French}", $"'{words}' is not {expected.English}").In(
                door.Language
            )
        );
        return default;
    }
}
