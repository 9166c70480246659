using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>Reads the visits of a territory for what they ask of its coordinator.</summary>
public sealed class VisitBook
{
    /// <summary>After how many months without a word a record is stale, where nothing else is asked.</summary>
    public const int DefaultMonths = 12;

    private readonly Territory _territory;
    private readonly DateOnly _today;
    private readonly DateOnly _limit;
    private readonly ILookup<string, Visit> _visits;
    private readonly List<Organisation> _others;

    private VisitBook(Territory territory, DateOnly today, int months)
    {
        (_territory, _today, _limit) = (territory, today, today.AddMonths(-months));
        _visits = territory.Visits.ToLookup(visit => visit.Organisation, StringComparer.Ordinal);
        _others =
        [
            .. territory.Organisations.Where(organisation =>
                organisation.Id != territory.CoordinatingOrganisation
            ),
        ];
    }

    /// <param name="territory">Its organisations, people and visits.</param>
    /// <param name="today">The territory's day.</param>
    /// <param name="months">After how many months without a word a record is stale.</param>
    public static VisitReport Of(Territory territory, DateOnly today, int months = DefaultMonths)
    {
        ArgumentNullException.ThrowIfNull(territory);
        var book = new VisitBook(territory, today, months);
        return new VisitReport
        {
            ToMeet = [.. book.ToMeet()],
            FollowUps = [.. book.FollowUps()],
            Unvisited = [.. book._others.Where(organisation => !book._visits.Contains(organisation.Id))],
            Stale = [.. book.Stale()],
            StalePeople = [.. book.StalePeople()],
            Doubts = [.. book.Doubts()],
            Made = territory.Visits.Count(visit => visit.IsMade(today)),
        };
    }

    /// <summary>Of an organisation's visits the latest that says a state; rows without a day come before all others.</summary>
    public static Visit? Latest(IEnumerable<Visit> visits) =>
        visits
            .Where(visit => visit.State is not null)
            .OrderBy(visit => visit.Date ?? DateOnly.MinValue)
            .LastOrDefault();

    private IEnumerable<MeetingToMake> ToMeet() =>
        _others
            .Select(organisation => new MeetingToMake(organisation, Planned(organisation)))
            .Where(meeting => meeting.On is not null || meeting.Organisation.Contact == ContactState.ToMeet)
            .OrderBy(meeting => meeting.On ?? DateOnly.MaxValue);

    private DateOnly? Planned(Organisation organisation) =>
        _visits[organisation.Id]
            .Where(visit => visit.Date >= _today && !visit.IsInvitation)
            .Min(visit => visit.Date);

    private IEnumerable<FollowUp> FollowUps() =>
        _territory
            .Organisations.SelectMany(organisation =>
                _visits[organisation.Id]
                    .Where(visit => visit is { Next: not null, IsDone: false })
                    .Select(visit => new FollowUp(
                        organisation,
                        visit,
                        visit.NextOn is { } due ? _today.DayNumber - due.DayNumber : null
                    ))
            )
            .OrderByDescending(follow => follow.DaysLate ?? int.MinValue);

    private IEnumerable<StaleRecord> Stale() =>
        _others
            .Select(organisation => new StaleRecord(organisation, LastWord(organisation)))
            .Where(record => record.Last is null || record.Last < _limit)
            .OrderBy(record => record.Last ?? DateOnly.MinValue);

    private DateOnly? LastWord(Organisation organisation)
    {
        var met = _visits[organisation.Id].Where(visit => visit.Date <= _today).Max(visit => visit.Date);
        var updated = DateOnly.TryParseExact(
            organisation.Place[StandardColumn.UpdatedOn],
            "yyyy-MM-dd",
            out var day
        )
            ? day
            : (DateOnly?)null;
        return updated is null || met > updated ? met : updated;
    }

    private IEnumerable<StalePerson> StalePeople() =>
        _territory
            .People.Where(person => person.ConfirmedOn < _limit)
            .Select(person => new StalePerson(person, person.ConfirmedOn!.Value))
            .OrderBy(person => person.Last);

    private IEnumerable<StateDoubt> Doubts() =>
        _others
            .Select(organisation => (organisation, visit: Latest(_visits[organisation.Id])))
            .Where(pair =>
                pair.visit is not null && pair.organisation.Contact is { } said && said != pair.visit.State
            )
            .Select(pair => new StateDoubt(pair.organisation, pair.visit!));
}
