using System.Globalization;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>« Où en sont les rencontres », told to people and programs.</summary>
internal sealed record VisitsView : ITold
{
    private const int MostShown = 15;

    public string Territory { get; init; } = "";

    public DateOnly Today { get; init; }

    /// <summary>After how many months a record is stale.</summary>
    public int Months { get; init; }

    /// <summary>Null when something stopped it.</summary>
    public VisitReport? Visits { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome => Visits is null ? RunOutcome.Failed : RunOutcome.Done;

    public void Write(IAnsiConsole console, Language language)
    {
        if (Visits is null)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Title().In(language)}[/]");
        Section(
            console,
            language,
            new("Rendez-vous pris", "Appointments"),
            [.. Visits.ToMeet.Where(meeting => meeting.On is not null)],
            ToMeet
        );
        Names(
            console,
            language,
            new("À rencontrer, sans rendez-vous", "To meet, without appointment"),
            [.. Visits.ToMeet.Where(meeting => meeting.On is null).Select(meeting => meeting.Organisation)]
        );
        Section(console, language, new("Suites à donner", "Next steps"), Visits.FollowUps, FollowUp);
        Section(console, language, new("États à accorder", "States that do not agree"), Visits.Doubts, Doubt);
        Section(
            console,
            language,
            new($"À confirmer, rien depuis {Months} mois", $"To confirm, nothing for {Months} months"),
            [
                .. Visits.Stale.Where(record => record.Last is not null).Select(Stale),
                .. Visits.StalePeople.Select(StalePerson),
            ],
            words => words
        );
        Names(
            console,
            language,
            new("Sans date de mise à jour ni visite", "Neither updated nor visited on a known day"),
            [.. Visits.Stale.Where(record => record.Last is null).Select(record => record.Organisation)]
        );
        Names(
            console,
            language,
            new("Dans aucune ligne de « Rencontres »", "In no row of 'Rencontres'"),
            Visits.Unvisited
        );
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                Today,
                Months,
                Visits?.Made,
                toMeet = Visits?.ToMeet.Select(one => new
                {
                    one.Organisation.Id,
                    one.Organisation.Name,
                    one.On,
                }),
                followUps = Visits?.FollowUps.Select(one => new
                {
                    one.Organisation.Id,
                    one.Organisation.Name,
                    what = one.Visit.Next,
                    due = one.Visit.NextOn,
                    one.DaysLate,
                    row = one.Visit.Place.Line,
                }),
                doubts = Visits?.Doubts.Select(one => new
                {
                    one.Organisation.Id,
                    directory = one.Organisation.Contact,
                    visit = one.Visit.State,
                    row = one.Visit.Place.Line,
                }),
                stale = Visits?.Stale.Select(one => new
                {
                    one.Organisation.Id,
                    one.Organisation.Name,
                    one.Last,
                }),
                stalePeople = Visits?.StalePeople.Select(one => new { one.Person.Id, one.Last }),
                unvisited = Visits?.Unvisited.Select(one => new { one.Id, one.Name }),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private Text Title()
    {
        var made = Visits!.Made;
        return new Text(
            $"{Territory}, le {Day(Today)} : {made} {(made > 1 ? "rencontres faites" : "rencontre faite")}",
            $"{Territory}, {Day(Today)}: {made} {(made == 1 ? "visit" : "visits")} made"
        );
    }

    private static void Section<T>(
        IAnsiConsole console,
        Language language,
        Text title,
        IReadOnlyList<T> lines,
        Func<T, Text> told
    )
    {
        if (lines.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title.In(language)} ({lines.Count})[/]");
        foreach (var line in lines.Take(MostShown))
        {
            console.WriteLine($"  {told(line).In(language)}");
        }

        if (lines.Count > MostShown)
        {
            var more = lines.Count - MostShown;
            console.WriteLine(
                new Text(
                    $"  et {more} de plus (--json les donne)",
                    $"  and {more} more (--json has them)"
                ).In(language)
            );
        }
    }

    /// <summary>One a line, or in one line when they are many.</summary>
    private static void Names(
        IAnsiConsole console,
        Language language,
        Text title,
        IReadOnlyList<Organisation> organisations
    )
    {
        if (organisations.Count <= MostShown)
        {
            Section(console, language, title, organisations, one => Text.Same(one.Name));
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title.In(language)} ({organisations.Count})[/]");
        var names = string.Join(", ", organisations.Take(MostShown).Select(one => one.Name));
        console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {names}, + {organisations.Count - MostShown}")
        );
    }

    private static Text ToMeet(MeetingToMake meeting) =>
        new(
            $"{Named(meeting.Organisation)} – le {Day(meeting.On!.Value)}",
            $"{Named(meeting.Organisation)} – on {Day(meeting.On.Value)}"
        );

    private static Text FollowUp(FollowUp follow)
    {
        var what = $"{follow.Organisation.Name} – {follow.Visit.Next}";
        return follow switch
        {
            { DaysLate: null } => new Text($"{what} – sans date", $"{what} – no day"),
            { DaysLate: > 0 and var late, Visit.NextOn: { } due } => new Text(
                $"! {what} – pour le {Day(due)}, {late} {(late > 1 ? "jours" : "jour")} de retard",
                $"! {what} – due {Day(due)}, {late} {(late == 1 ? "day" : "days")} late"
            ),
            { DaysLate: 0 } => new Text($"! {what} – aujourd'hui", $"! {what} – today"),
            _ => new Text(
                $"{what} – pour le {Day(follow.Visit.NextOn!.Value)}",
                $"{what} – due {Day(follow.Visit.NextOn.Value)}"
            ),
        };
    }

    private static Text Doubt(StateDoubt doubt) =>
        new(
            $"{doubt.Organisation.Name} – l'annuaire dit « {State(doubt.Organisation.Contact)} », la rencontre (ligne {doubt.Visit.Place.Line}) « {State(doubt.Visit.State)} »",
            $"{doubt.Organisation.Name} – the directory says '{State(doubt.Organisation.Contact)}', the visit (row {doubt.Visit.Place.Line}) '{State(doubt.Visit.State)}'"
        );

    private static Text Stale(StaleRecord record) =>
        new(
            $"{record.Organisation.Name} – dernière nouvelle le {Day(record.Last!.Value)}",
            $"{record.Organisation.Name} – last word on {Day(record.Last.Value)}"
        );

    private static Text StalePerson(StalePerson record) =>
        new(
            $"{record.Person.Name} (personne) – confirmé le {Day(record.Last)}",
            $"{record.Person.Name} (person) – confirmed on {Day(record.Last)}"
        );

    private static string Named(Organisation organisation) =>
        organisation.Commune is { } commune ? $"{organisation.Name} ({commune})" : organisation.Name;

    private static string State(ContactState? state) =>
        state switch
        {
            ContactState.ToMeet => "à rencontrer",
            ContactState.Met => "rencontré",
            ContactState.Invited => "invité",
            ContactState.Member => "membre",
            _ => "",
        };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
