using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Web.Console.Readings;

/// <summary>
/// What words for a rhythm come to: the next five meetings, by the very engine that fills the calendars, days off given way
/// to; or what is not understood. Pure.
/// </summary>
internal static class RhythmPreview
{
    private const int Shown = 5;

    /// <summary>Days ahead: most rhythms show their five within the first, a yearly one within the second.</summary>
    private static readonly int[] Reaches = [400, 6 * 366];

    /// <param name="Sentence">What is told above the days, or what is wrong.</param>
    /// <param name="Days">Empty where something is.</param>
    public sealed record Answer(Text Sentence, IReadOnlyList<MeetingOccurrence> Days);

    public static Answer Of(string words, Territory territory, DateOnly today)
    {
        var reading = FrenchRecurrence.Parse(words);
        if (reading.Problem is { } problem)
        {
            return new Answer(
                new Text(
                    $"{problem.Message.French} {problem.Remedy.French}",
                    $"{problem.Message.English} {problem.Remedy.English}"
                ),
                []
            );
        }

        var days = Meetings(reading, territory, today);
        return days.Count == 0
            ? new Answer(
                new Text("Aucune date à venir avec ce rythme.", "No day to come with this rhythm."),
                []
            )
            : new Answer(new Text("Prochaines dates :", "Next dates:"), days);
    }

    /// <summary>For the field while it is typed in.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, PageScope page)
    {
        var words = page.Word("texte");
        if (words.Length == 0)
        {
            return Results.Text("");
        }

        var shelf = http.RequestServices.GetRequiredService<ReadingShelf>();
        page.Read = await shelf.OfAsync(page.Owner!, http.RequestAborted);
        if (page.Read.Reading is not { } reading)
        {
            return Results.NotFound();
        }

        var answer = Of(words, reading.Territory, reading.Today);
        var days = string.Join(" ; ", answer.Days.Select(day => Line(day, page)));
        return Results.Text($"{page.Say(answer.Sentence)} {days}".TrimEnd());
    }

    /// <summary>« jeudi 3 décembre 2026, 14 h »</summary>
    public static string Line(MeetingOccurrence day, PageScope page) =>
        day.Start.TimeOfDay == TimeSpan.Zero
            ? page.Day(day.Date)
            : $"{page.Day(day.Date)}, {page.Hour(day.Start)}";

    private static IReadOnlyList<MeetingOccurrence> Meetings(
        RecurrenceReading reading,
        Territory territory,
        DateOnly today
    )
    {
        var series = new MeetingSeries
        {
            Id = "essai",
            Title = "essai",
            Rule = reading.Rule!,
            From = today,
            Time = reading.Time ?? TimeOnly.MinValue,
            Duration = reading.Duration ?? TimeSpan.FromHours(1),
            Holidays = reading.Holidays ?? DayOff.Keep,
            Vacations = reading.Vacations ?? DayOff.Keep,
        };
        var group = new WorkingGroup
        {
            Id = "essai",
            Name = "essai",
            Kind = GroupKind.WorkingGroup,
            Meetings = [series],
        };
        var calendar = GroupCalendars.Planned(territory with { Groups = [group] });
        return Reaches
            .Select(
                IReadOnlyList<MeetingOccurrence> (days) =>
                    [
                        .. calendar
                            .Between(group.Id, today, today.AddDays(days))
                            .Where(meeting => !meeting.IsCancelled)
                            .Take(Shown),
                    ]
            )
            .MaxBy(found => found.Count)!;
    }
}
