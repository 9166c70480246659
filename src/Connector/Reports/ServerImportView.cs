using Connector.Domain;
using Connector.Domain.Directories;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What the accounts of a server brought into a directory, or would.</summary>
internal sealed record ServerImportView : ITold
{
    private const int MostShown = 20;

    public required string File { get; init; }

    public IReadOnlyList<PersonResult> People { get; init; } = [];

    /// <summary>Names of organisations that profiles name and the directory did not have.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>The same, where they look like one that is there: left to a person.</summary>
    public IReadOnlyList<string> UndecidedOrganisations { get; init; } = [];

    public bool Changes { get; init; }

    public bool IsWritten { get; init; }

    public IReadOnlyList<Problem> Warnings => [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome =>
        Problems.Count > 0 ? RunOutcome.Failed
        : Changes && !IsWritten ? RunOutcome.ChangesPending
        : UndecidedOrganisations.Count > 0
        || People.Any(one => one.Outcome is PersonOutcome.Undecided or PersonOutcome.Refused)
            ? RunOutcome.PartlyDone
        : RunOutcome.Done;

    public static ServerImportView Refused(string file, IReadOnlyList<Problem> problems) =>
        new() { File = file, Problems = problems };

    public void Write(IAnsiConsole console, Language language)
    {
        if (Problems.Count > 0)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]Nextcloud[/] → {File}");
        Line(console, language, PersonOutcome.Added, new("personnes ajoutées", "people added"));
        Line(console, language, PersonOutcome.Completed, new("personnes complétées", "people completed"));
        Line(console, language, PersonOutcome.Unchanged, new("personnes inchangées", "people unchanged"));
        var places = People.Sum(person => person.Places.Count);
        console.WriteLine(
            new Text($"  participations ajoutées : {places}", $"  participations added: {places}").In(
                language
            )
        );
        Names(console, language, new("structures ajoutées", "organisations added"), Organisations);
        Names(
            console,
            language,
            new("structures à trancher", "organisations to decide"),
            UndecidedOrganisations
        );
        Line(console, language, PersonOutcome.Undecided, new("personnes à trancher", "people to decide"));
        Line(console, language, PersonOutcome.Refused, new("comptes refusés", "accounts refused"));
        if (Changes && !IsWritten)
        {
            console.WriteLine(
                new Text("Rien n'est écrit : ajoutez --yes.", "Nothing is written: add --yes.").In(language)
            );
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                outcome = Outcome.ToString(),
                File,
                IsWritten,
                people = People.Select(one => new
                {
                    one.Person.Id,
                    outcome = one.Outcome.ToString(),
                    reason = one.Reason?.In(language),
                    one.Organisation,
                    one.NewOrganisation,
                    places = one.Places.Select(place => new { place.Group, role = place.Role.ToString() }),
                }),
                Organisations,
                UndecidedOrganisations,
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
            }
        );

    private void Line(IAnsiConsole console, Language language, PersonOutcome outcome, Text title)
    {
        var some = People.Where(person => person.Outcome == outcome).ToList();
        var isTold = outcome is not PersonOutcome.Unchanged;
        console.WriteLine($"  {title.In(language)} : {some.Count}");
        foreach (var person in isTold ? some.Take(MostShown) : [])
        {
            var reason = person.Reason is { } told ? $" : {told.In(language)}" : "";
            console.WriteLine($"    {person.Person.Id} ({person.Person.Name}){reason}");
        }
    }

    private static void Names(
        IAnsiConsole console,
        Language language,
        Text title,
        IReadOnlyList<string> names
    )
    {
        if (names.Count > 0)
        {
            console.WriteLine($"  {title.In(language)} : {string.Join(", ", names.Take(MostShown))}");
        }
    }
}
