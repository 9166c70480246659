using Connector.Domain;
using Connector.Domain.Documents;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>How groups meet, from their minutes; and what was published.</summary>
internal sealed record MinutesReport : ITold
{
    /// <summary>Its name; empty when it was not opened.</summary>
    public string Territory { get; init; } = "";

    public RunOutcome Outcome { get; init; }

    /// <summary>What was done, in a sentence; null when only looked.</summary>
    public Text? Said { get; init; }

    public IReadOnlyList<GroupMinutes> Groups { get; init; } = [];

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static MinutesReport Refused(IReadOnlyList<Problem> problems) =>
        new() { Outcome = RunOutcome.Failed, Problems = problems };

    public MinutesReport Stopped(Problem problem) =>
        this with
        {
            Outcome = RunOutcome.Failed,
            Problems = [.. Problems, problem],
        };

    public MinutesReport With(GroupMinutes group) => this with { Groups = [.. Groups, group] };

    public void Write(IAnsiConsole console, Language language)
    {
        foreach (var group in Groups)
        {
            console.MarkupLineInterpolated($"[bold]{group.Name}[/] – {group.State.In(language)}");
            Write(console, group.Life, language);
        }

        if (Said is { } said)
        {
            console.WriteLine(said.In(language));
        }
    }

    private static void Write(IAnsiConsole console, MeetingLife life, Language language)
    {
        foreach (var minutes in life.Unwritten)
        {
            var words = new Text(
                $"pas encore de compte-rendu pour le {minutes.Date:dd/MM/yyyy}",
                $"no minutes yet for {minutes.Date:dd/MM/yyyy}"
            );
            console.MarkupLineInterpolated($"  [yellow]•[/] {words.In(language)}");
        }

        foreach (var open in life.OpenActions)
        {
            var sign = open.IsOverdue ? "[red]![/]" : "[grey]•[/]";
            console.MarkupLine($"  {sign} {GroupMinutes.Sentence(open).In(language).EscapeMarkup()}");
        }

        foreach (var attendance in life.Attendance)
        {
            var words = new Text(
                $"{attendance.Organisation} : présente {attendance.Present} fois sur {attendance.Invited}",
                $"{attendance.Organisation}: present {attendance.Present} of {attendance.Invited} times"
            );
            console.MarkupLineInterpolated($"  [grey]{words.In(language)}[/]");
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                Outcome,
                exitCode = (int)Outcome,
                summary = Said?.In(language),
                groups = Groups.Select(group => new
                {
                    group.Id,
                    group.Name,
                    minutes = group.Minutes.Select(minutes => new
                    {
                        minutes.Key,
                        minutes.Title,
                        minutes.Date,
                        minutes.State,
                        written = minutes.IsWritten,
                        present = minutes.Guests.Count(guest => guest.Presence == Presence.Present),
                        invited = minutes.Guests.Count,
                        minutes.Decisions,
                        minutes.Actions,
                    }),
                    unwritten = group.Life.Unwritten.Select(minutes => minutes.Date),
                    openActions = group.Life.OpenActions.Select(open => new
                    {
                        open.Action.What,
                        open.Action.Who,
                        open.Action.Due,
                        open.Action.Status,
                        open.DecidedOn,
                        overdue = open.IsOverdue,
                    }),
                    group.Life.Attendance,
                    convivial = group.Life.Convivial,
                    held = group.Life.Held,
                }),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
            }
        );
}

/// <summary>The minutes of one group.</summary>
internal sealed record GroupMinutes(
    string Id,
    string Name,
    IReadOnlyList<WrittenMinutes> Minutes,
    MeetingLife Life
)
{
    public Text State =>
        Life.Held == 0
            ? new Text("aucune rencontre racontée pour l'instant", "no meeting told of yet")
            : new Text(
                $"{Life.Held} rencontre{(Life.Held > 1 ? "s" : "")}, dont {Life.Convivial} conviviale{(Life.Convivial > 1 ? "s" : "")} ; {Life.OpenActions.Count} action{(Life.OpenActions.Count > 1 ? "s" : "")} en cours",
                $"{Life.Held} meeting{(Life.Held > 1 ? "s" : "")}, {Life.Convivial} convivial; {Life.OpenActions.Count} open action{(Life.OpenActions.Count > 1 ? "s" : "")}"
            );

    public static Text Sentence(OpenAction open)
    {
        var who = open.Action.Who.Length == 0 ? "" : $" – {open.Action.Who}";
        return open.Action.Due is { } due
            ? new Text(
                $"{open.Action.What}{who}, pour le {due:dd/MM/yyyy}",
                $"{open.Action.What}{who}, by {due:dd/MM/yyyy}"
            )
            : new Text($"{open.Action.What}{who}", $"{open.Action.What}{who}");
    }
}
