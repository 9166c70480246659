using System.Globalization;

namespace Connector.Domain.Meetings;

/// <summary>
/// Why nothing is concluded from what a calendar shows: it had meetings and has none, or more than a quarter of those to come
/// went at once. Both happen to people – a wrong click, a program that synchronises an empty calendar – more often than
/// they are meant.
/// </summary>
/// <param name="Lost">Meetings to come that are cancelled or gone since the calendar was last believed.</param>
/// <param name="All">Meetings to come that there were.</param>
/// <param name="IsEmptied">Whether it has no object left.</param>
public sealed record CalendarHold(int Lost, int All, bool IsEmptied)
{
    /// <summary>Null where what the calendar shows can be believed.</summary>
    /// <param name="before">Meetings to come as they were last believed.</param>
    /// <param name="after">As the calendar shows them.</param>
    public static CalendarHold? Judge(
        IReadOnlyList<MeetingOccurrence> before,
        IReadOnlyList<MeetingOccurrence> after
    )
    {
        var (all, left) = (Count(before), Count(after));
        var lost = all - left;
        return lost > Math.Max(1, all / 4) ? new CalendarHold(lost, all, IsEmptied: false) : null;
    }

    /// <summary>A clause after the calendar's name.</summary>
    public Text Reason() =>
        IsEmptied
            ? new Text(
                "est soudain vide : Connector n'en conclut rien et s'en tient aux rencontres qu'il y avait lues ; si c'est voulu, relancez avec --confirm",
                "is suddenly empty: Connector concludes nothing and keeps to the meetings that it had read there; if it is meant, run again with --confirm"
            )
            : new Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Lost} rencontres à venir sur {All} y ont disparu ou y sont annulées d'un coup, plus d'un quart : Connector n'en conclut rien et s'en tient à ce qu'il y avait lu ; si c'est voulu, relancez avec --confirm"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Lost} of {All} meetings to come went or were cancelled at once, more than a quarter: Connector concludes nothing and keeps to what it had read; if it is meant, run again with --confirm"
                )
            );

    /// <summary>What people moved is one meeting less and one more.</summary>
    private static int Count(IReadOnlyList<MeetingOccurrence> meetings) =>
        meetings.Count(meeting => !meeting.IsCancelled);
}
