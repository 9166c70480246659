using System.Globalization;
using System.Text.RegularExpressions;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Calendars;

/// <summary>
/// How people name one meeting: <c>gt-jeunes/2026-12-03</c>, by the day on which it is or was to be; with the time, or a number of
/// the list that they are shown, where there are several; <c>gt-jeunes/prochaine</c>.
/// </summary>
internal static partial class MeetingAddress
{
    private const int DaysAround = 400;

    public static (MeetingOccurrence? Meeting, Problem? Problem) Find(
        string words,
        Territory territory,
        GroupCalendars calendars,
        DateOnly today
    )
    {
        var slash = words.LastIndexOf('/');
        var isDate = slash > 0 && SlashedDate().IsMatch(words);
        var who = slash > 0 && !isDate ? words[..slash] : null;
        var (groups, problem) = GroupChoice.Of(territory, who);
        if (problem is not null)
        {
            return (null, problem);
        }

        var rest = who is null ? words : words[(slash + 1)..];
        if (Folded.Key(rest) is "prochaine" or "next")
        {
            var next = groups
                .Select(group => calendars.Of(group.Id).Next(today))
                .OfType<MeetingOccurrence>()
                .ToList();
            return One(words, next);
        }

        var match = Shape().Match(rest);
        if (!match.Success || Day(match.Groups["day"].Value) is not { } day)
        {
            return (null, CalendarProblems.NoMeetingAddress(words));
        }

        var around = groups.SelectMany(group =>
            calendars.Between(group.Id, day.AddDays(-DaysAround), day.AddDays(DaysAround))
        );
        return One(words, On(day, [.. around], match));
    }

    /// <summary>2026-12-10 or 10/12/2026.</summary>
    public static DateOnly? Day(string words) =>
        DateOnly.TryParseExact(
            words,
            ["yyyy-MM-dd", "d/M/yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>14:30, 14h30, « 14 h 30 », 14h.</summary>
    public static TimeOnly? Time(string words)
    {
        var match = Clock().Match(words.Trim());
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success
            ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture)
            : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>Those that are on the day; else those that were to be.</summary>
    private static IReadOnlyList<MeetingOccurrence> On(
        DateOnly day,
        IReadOnlyList<MeetingOccurrence> all,
        Match match
    )
    {
        var now = all.Where(meeting => meeting.Date == day).ToList();
        var found = now.Count > 0 ? now : [.. all.Where(meeting => meeting.OriginalDate == day)];
        if (match.Groups["time"].Success && Time(match.Groups["time"].Value) is { } time)
        {
            found = [.. found.Where(meeting => TimeOnly.FromDateTime(meeting.Start) == time)];
        }

        found =
        [
            .. found
                .OrderBy(meeting => meeting.Start)
                .ThenBy(meeting => meeting.OriginalStart)
                .ThenBy(meeting => meeting.Uid, StringComparer.Ordinal),
        ];
        return
            match.Groups["number"].Success
            && int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= found.Count
            ? [found[number - 1]]
            : found;
    }

    private static (MeetingOccurrence? Meeting, Problem? Problem) One(
        string words,
        IReadOnlyList<MeetingOccurrence> found
    ) =>
        found switch
        {
            [] => (null, CalendarProblems.NoMeeting(words)),
            [var one] => (one, null),
            _ => (null, CalendarProblems.SeveralMeetings(words, found)),
        };

    [GeneratedRegex(
        @"^(?<day>\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})(?:[T ](?<time>[\d:hH ]+))?(?:#(?<number>\d{1,3}))?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\d{1,2}/\d{1,2}/\d{4}\b")]
    private static partial Regex SlashedDate();

    [GeneratedRegex(@"^(?<hour>\d{1,2})\s?(?:[hH:]\s?(?<minute>\d{2})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
