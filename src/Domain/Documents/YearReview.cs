namespace Connector.Domain.Documents;

/// <summary>
/// What a network did in a year, to thank those who did it: from minutes, actions and who was invited to what. Organisations and
/// people are in the order of the alphabet, groups in that of the territory's file; nothing is ever sorted by a number, and who
/// was not there is not named.
/// </summary>
public sealed record YearReview
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Groups that met, in the order of the file.</summary>
    public required IReadOnlyList<GroupYear> Groups { get; init; }

    /// <summary>The convivial times that took place, in the order of time.</summary>
    public required IReadOnlyList<ConvivialTime> Convivial { get; init; }

    /// <summary>Organisations that were there at least once.</summary>
    public required IReadOnlyList<OrganisationYear> Organisations { get; init; }

    /// <summary>People who came into the network in this year.</summary>
    public required IReadOnlyList<Newcomer> Newcomers { get; init; }

    public int Meetings => Groups.Sum(group => group.Meetings);

    public int Decisions => Groups.Sum(group => group.Decisions);

    public int ActionsDone => Groups.Sum(group => group.ActionsDone);

    /// <summary>Whether anything was written down that can be told of.</summary>
    public bool IsEmpty => Groups.Count == 0;

    /// <param name="year">The calendar year.</param>
    /// <param name="minutes">All minutes of each group, of any year, in any order; groups in the order of the file.</param>
    /// <param name="actions">All actions as they hold.</param>
    public static YearReview Of(
        int year,
        IReadOnlyList<GroupMinutesBook> minutes,
        IEnumerable<TrackedAction> actions
    )
    {
        ArgumentNullException.ThrowIfNull(minutes);
        var done = actions
            .Where(action => IsDone(action) && action.DecidedOn?.Year == year)
            .CountBy(action => action.GroupId, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var held = minutes
            .Select(group => (group, Held: Held(group.Minutes, year)))
            .Where(pair => pair.Held.Count > 0)
            .ToList();
        return new YearReview
        {
            Year = year,
            Groups =
            [
                .. held.Select(pair => new GroupYear(
                    pair.group.Id,
                    pair.group.Name,
                    pair.Held.Count,
                    pair.Held.Sum(one => one.Decisions.Count),
                    done.GetValueOrDefault(pair.group.Id)
                )),
            ],
            Convivial =
            [
                .. held.SelectMany(pair =>
                        pair.Held.Where(one => one.IsConvivial)
                            .Select(one => new ConvivialTime(one.Date!.Value, one.Title, pair.group.Name))
                    )
                    .OrderBy(time => time.Date)
                    .ThenBy(time => Folded.Words(time.Title), StringComparer.Ordinal),
            ],
            Organisations = PresenceIn([.. held.SelectMany(pair => pair.Held)]),
            Newcomers = Newcomer.Of(year, minutes),
        };
    }

    private static List<WrittenMinutes> Held(IEnumerable<WrittenMinutes> minutes, int year) =>
        [.. minutes.Where(one => one.IsWritten && one.Date?.Year == year).OrderBy(one => one.Date)];

    /// <summary>What was given up is not counted, and nobody is told of it here.</summary>
    private static bool IsDone(TrackedAction action) =>
        Folded.Key(action.Words.Status) is "fait" or "termine" or "done";

    private static IReadOnlyList<OrganisationYear> PresenceIn(IReadOnlyList<WrittenMinutes> held) =>
        [
            .. held.SelectMany(one =>
                    one.Guests.Where(guest =>
                            guest.Presence == Presence.Present && guest.Organisation.Length > 0
                        )
                        .Select(guest => guest.Organisation)
                        .Distinct(StringComparer.Ordinal)
                )
                .CountBy(organisation => organisation, StringComparer.Ordinal)
                .Select(pair => new OrganisationYear(pair.Key, pair.Value))
                .OrderBy(one => Folded.Words(one.Organisation), StringComparer.Ordinal),
        ];
}

/// <summary>All minutes of a group.</summary>
/// <param name="Id">Of the group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">Of any year, in any order.</param>
public sealed record GroupMinutesBook(string Id, string Name, IReadOnlyList<WrittenMinutes> Minutes);

/// <param name="Id">Of the group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Meetings">That took place.</param>
/// <param name="Decisions">That were written down.</param>
/// <param name="ActionsDone">Of those that were decided in the year.</param>
public sealed record GroupYear(string Id, string Name, int Meetings, int Decisions, int ActionsDone);

/// <param name="Date">The day.</param>
/// <param name="Title">Of the meeting.</param>
/// <param name="Group">Whose, by name.</param>
public sealed record ConvivialTime(DateOnly Date, string Title, string Group);

/// <param name="Organisation">As minutes name it.</param>
/// <param name="Meetings">At which at least one of its people was.</param>
public sealed record OrganisationYear(string Organisation, int Meetings);
