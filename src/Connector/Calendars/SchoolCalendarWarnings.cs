using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Calendars;

/// <summary>A school calendar ends with the years that the ministry has published; series that follow it go on.</summary>
internal static class SchoolCalendarWarnings
{
    /// <summary>Days before its end from which the next one is asked for.</summary>
    private const int Ahead = 120;

    public static IEnumerable<Problem> Of(Territory territory, DateOnly today)
    {
        var follows = territory.Groups.Any(group =>
            group.Meetings.Any(series => series.Vacations != DayOff.Keep)
        );
        if (!follows || territory.DaysOff.VacationsUntil is not { } end || end > today.AddDays(Ahead))
        {
            yield break;
        }

        var day = MeetingWords.Day(end);
        yield return new Problem
        {
            Code = "school-calendar-ends",
            Message = new Text(
                $"Le calendrier scolaire s'arrête au {day.French} : après, aucune rencontre ne tient compte des vacances.",
                $"The school calendar ends on {day.English}: after that, no meeting gives way to school holidays."
            ),
            Remedy = new Text(
                "Téléchargez les années suivantes sur data.education.gouv.fr (« Calendrier scolaire ») et ajoutez le fichier à « vacances-scolaires ».",
                "Download the next years from data.education.gouv.fr ('Calendrier scolaire') and add the file to 'vacances-scolaires'."
            ),
        };
    }
}
