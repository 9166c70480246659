using System.Globalization;
using Connector.Domain;
using Connector.Invitations;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What became of invitations, and what is left to do.</summary>
internal sealed record InviteReport : ITold
{
    public string Territory { get; init; } = "";

    public IReadOnlyList<Invited> Lines { get; init; } = [];

    public NotedReport Notes { get; init; } = new();

    /// <summary>The day of the reminder.</summary>
    public DateOnly Until { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome =>
        Problems.Count > 0 ? (Lines.Count == 0 ? RunOutcome.Failed : RunOutcome.PartlyDone)
        : Notes.IsPending ? RunOutcome.ChangesPending
        : RunOutcome.Done;

    public static InviteReport Refused(IReadOnlyList<Problem> problems) => new() { Problems = problems };

    public void Write(IAnsiConsole console, Language language)
    {
        foreach (var line in Lines)
        {
            console.WriteLine(Letter(line).In(language));
            foreach (var form in line.Forms)
            {
                console.WriteLine($"  {form}");
            }

            foreach (var step in line.Steps)
            {
                console.WriteLine($"  → {step.In(language)}");
            }
        }

        if (Noted() is { } noted)
        {
            console.WriteLine(noted.In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                invitations = Lines.Select(line => new
                {
                    line.Organisation.Id,
                    line.Organisation.Name,
                    line.Letter?.Path,
                    line.Letter?.IsNew,
                    line.Forms,
                    steps = line.Steps.Select(step => step.In(language)),
                }),
                until = Until,
                notes = new
                {
                    Notes.States,
                    Notes.Reminders,
                    written = Notes.IsWritten,
                },
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private static Text Letter(Invited line) =>
        line.Letter!.IsNew
            ? new Text(
                $"✓ {line.Organisation.Name} : lettre écrite, à relire – « {line.Letter.Path} »",
                $"✓ {line.Organisation.Name}: letter written, to be read over – '{line.Letter.Path}'"
            )
            : new Text(
                $"= {line.Organisation.Name} : la lettre est déjà là, laissée telle quelle – « {line.Letter.Path} »",
                $"= {line.Organisation.Name}: the letter is there already, left as it is – '{line.Letter.Path}'"
            );

    private Text? Noted()
    {
        if (Notes.States + Notes.Reminders == 0)
        {
            return null;
        }

        var day = Until.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return Notes.IsWritten
            ? new Text(
                $"✓ Noté dans l'annuaire : « invité » {Notes.States} fois, relance pour le {day} dans « Rencontres » {Notes.Reminders} fois.",
                $"✓ Written into the directory: 'invité' {Notes.States} times, a reminder for {day} in 'Rencontres' {Notes.Reminders} times."
            )
            : new Text(
                $"Une fois la lettre partie, --yes note « invité » dans l'annuaire ({Notes.States}) et propose une relance pour le {day} dans « Rencontres » ({Notes.Reminders}).",
                $"Once the letter is sent, --yes writes 'invité' into the directory ({Notes.States}) and proposes a reminder for {day} in 'Rencontres' ({Notes.Reminders})."
            );
    }
}
