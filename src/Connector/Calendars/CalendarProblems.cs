using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Calendars;

/// <summary>What stands in the way of a verb about calendars, in sentences.</summary>
internal static class CalendarProblems
{
    public static Problem UnknownGroup(string who, IEnumerable<WorkingGroup> groups)
    {
        var ids = string.Join(", ", groups.Select(group => group.Id));
        return new()
        {
            Code = "unknown-group",
            Message = new Text(
                $"« {who} » n'est pas un groupe de ce territoire.",
                $"'{who}' is not a group of this territory."
            ),
            Remedy = new Text($"Écrivez l'un de : {ids}.", $"Write one of: {ids}."),
        };
    }

    public static Problem Unreadable(string group, string name, Text why) =>
        new()
        {
            Code = "unreadable-event",
            Message = new Text(
                $"Un événement de l'agenda « {group} » ne peut pas être lu ({name}) : {why.French}.",
                $"An event of the calendar '{group}' cannot be read ({name}): {why.English}."
            ),
            Remedy = new Text(
                "Ouvrez-le dans Nextcloud et enregistrez-le de nouveau, ou supprimez-le ; d'ici là Connector en garde le dernier état lisible.",
                "Open it in Nextcloud and save it again, or delete it; until then Connector goes on with its last readable state."
            ),
        };

    public static Problem NoMeetingAddress(string words) =>
        new()
        {
            Code = "bad-meeting",
            Message = new Text(
                $"« {words} » ne nomme pas une rencontre.",
                $"'{words}' does not name a meeting."
            ),
            Remedy = new Text(
                "Écrivez le groupe et le jour : gt-jeunes/2026-12-03 ; ou gt-jeunes/prochaine.",
                "Write the group and the day: gt-jeunes/2026-12-03; or gt-jeunes/prochaine."
            ),
        };

    public static Problem NoMeeting(string words) =>
        new()
        {
            Code = "no-meeting",
            Message = new Text(
                $"Aucune rencontre ne répond à « {words} » dans les agendas.",
                $"No meeting in the calendars answers to '{words}'."
            ),
            Remedy = new Text(
                "« connector calendar next » montre les rencontres à venir, avec leurs jours.",
                "'connector calendar next' shows the meetings to come, with their days."
            ),
        };

    /// <summary>Each with the words that name it alone.</summary>
    public static Problem SeveralMeetings(string words, IReadOnlyList<MeetingOccurrence> found)
    {
        var day = words[(words.LastIndexOf('/') + 1)..].Split('T', ' ', '#')[0];
        var isOfOne = found.Select(meeting => meeting.GroupId).Distinct().Count() == 1;
        var named = found.Select(
            (meeting, index) =>
                (
                    meeting,
                    address: isOfOne
                        ? string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"{meeting.GroupId}/{day}#{index + 1}"
                        )
                        : $"{meeting.GroupId}/{day}"
                )
        );
        var french = string.Join(
            " ; ",
            named.Select(item =>
                $"{item.address} ({item.meeting.Title}, {MeetingWords.When(item.meeting.Start, item.meeting.End).French})"
            )
        );
        var english = string.Join(
            "; ",
            named.Select(item =>
                $"{item.address} ({item.meeting.Title}, {MeetingWords.When(item.meeting.Start, item.meeting.End).English})"
            )
        );
        return new()
        {
            Code = "several-meetings",
            Message = new Text(
                $"« {words} » peut nommer {found.Count} rencontres.",
                $"'{words}' may name {found.Count} meetings."
            ),
            Remedy = new Text($"Écrivez l'une de : {french}.", $"Write one of: {english}."),
        };
    }

    public static Problem NotThereYet(MeetingOccurrence meeting) =>
        new()
        {
            Code = "not-there-yet",
            Message = new Text(
                $"« {meeting.Title} » n'est pas encore dans l'agenda du groupe.",
                $"'{meeting.Title}' is not in the group's calendar yet."
            ),
            Remedy = new Text("Lancez d'abord « connector apply ».", "Run 'connector apply' first."),
        };

    public static Problem IsCancelled(MeetingOccurrence meeting) =>
        new()
        {
            Code = "is-cancelled",
            Message = new Text(
                $"« {meeting.Title} » du {MeetingWords.Day(meeting.Date).French} est annulée : elle ne peut pas être déplacée.",
                $"'{meeting.Title}' of {MeetingWords.Day(meeting.Date).English} is cancelled: it cannot be moved."
            ),
            Remedy = new Text(
                "Rétablissez-la d'abord : « connector calendar restore ».",
                "Restore it first: 'connector calendar restore'."
            ),
        };

    /// <summary>Somebody else decided something in between.</summary>
    public static Problem MovedMeanwhile(MeetingOccurrence meeting)
    {
        var now = MeetingWords.When(meeting.Start, meeting.End);
        return new()
        {
            Code = "meeting-moved-meanwhile",
            Message = new Text(
                $"« {meeting.Title} » a été déplacée entre-temps : {now.French}. Rien n'a été changé.",
                $"'{meeting.Title}' was moved in the meantime: {now.English}. Nothing was changed."
            ),
            Remedy = new Text("Regardez, puis décidez de nouveau.", "Look at it, then decide again."),
        };
    }

    public static Problem Vanished(string title) =>
        new()
        {
            Code = "event-not-there",
            Message = new Text(
                $"« {title} » n'est plus dans l'agenda, ou ne s'y lit plus.",
                $"'{title}' is in the calendar no more, or cannot be read there."
            ),
            Remedy = new Text(
                "Regardez l'agenda dans Nextcloud, et sa corbeille.",
                "Look at the calendar in Nextcloud, and its trash bin."
            ),
        };

    public static Problem OnDayOff(string name, DateOnly day) =>
        new()
        {
            Code = "day-off",
            Message = new Text(
                $"Le {MeetingWords.Day(day).French} est un jour sans école ou férié ({name}).",
                $"{MeetingWords.Day(day).English} is a day off ({name})."
            ),
            Remedy = new Text(
                "C'est fait quand même ; choisissez un autre jour si ce n'est pas voulu.",
                "It is done all the same; choose another day if that is not meant."
            ),
        };
}
