namespace Connector.Domain.Documents;

/// <summary>Somebody who came into the network, as its minutes tell it.</summary>
/// <param name="Id">Of the person.</param>
/// <param name="Name">As minutes name them.</param>
/// <param name="Organisation">Likewise; may be empty.</param>
public sealed record Newcomer(string Id, string Name, string Organisation)
{
    /// <summary>
    /// People whose first meeting is in the year, each of whose groups had met before without them: those with whom a group began
    /// are not new in it.
    /// </summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="groups">All minutes of each group, of any year.</param>
    public static IReadOnlyList<Newcomer> Of(int year, IReadOnlyList<GroupMinutesBook> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var invited = groups
            .SelectMany(group => Invited(group.Minutes))
            .GroupBy(one => one.Guest.Key!, StringComparer.Ordinal);
        return
        [
            .. invited
                .Where(places =>
                    places.All(place => place.IsLater) && places.Min(place => place.Day).Year == year
                )
                .Select(places => places.MaxBy(place => place.Day)!.Guest)
                .Select(guest => new Newcomer(guest.Key!, guest.Name, guest.Organisation))
                .OrderBy(one => Folded.Words(one.Name), StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Each person once, with the first meeting of the group to which they were invited.</summary>
    private static IEnumerable<FirstMeeting> Invited(IEnumerable<WrittenMinutes> minutes)
    {
        var held = minutes
            .Where(one => one.IsWritten && one.Date is not null)
            .OrderBy(one => one.Date)
            .ToList();
        return held.SelectMany(one => one.Guests, (one, guest) => (one.Date, guest))
            .Where(pair => pair.guest.Key is not null)
            .GroupBy(pair => pair.guest.Key!, StringComparer.Ordinal)
            .Select(meetings => meetings.First())
            .Select(first => new FirstMeeting(first.guest, first.Date!.Value, first.Date > held[0].Date));
    }

    private sealed record FirstMeeting(WrittenGuest Guest, DateOnly Day, bool IsLater);
}
