using Connector.Domain.Territories;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>The letter that invites an organisation: what the directory, the visits and the coverage say is filled in.</summary>
internal static class InvitationComposer
{
    /// <summary>One to copy: to whom and when is left to whoever does.</summary>
    public static InvitationContent Blank(ComposedTerritory context, string key) =>
        new()
        {
            Stamp = context.Stamp(key, null),
            Network = context.Territory.Name,
            Territory = context.Territory.Name,
            Purpose = context.Territory.Purpose,
            Groups =
            [
                .. context.Territory.Groups.Select(group => new LetterGroup(
                    group.Id,
                    group.Name,
                    group.Purpose,
                    string.Join(" ; ", group.Meetings.Select(ComposedTerritory.RhythmOf))
                )),
            ],
            Coordination = context.OrganisationName(context.Territory.CoordinatingOrganisation),
            Coordinators = context.Coordinators,
        };

    /// <param name="context">The territory.</param>
    /// <param name="key">Of the letter.</param>
    /// <param name="organisation">Who is invited.</param>
    /// <param name="brings">Families and audiences that the network misses and this one meets, in words.</param>
    /// <param name="answerBy">The day until which an answer is hoped for.</param>
    public static InvitationContent For(
        ComposedTerritory context,
        string key,
        Organisation organisation,
        IReadOnlyList<string> brings,
        DateOnly answerBy
    ) =>
        Blank(context, key) with
        {
            Date = context.Today,
            Organisation = organisation.Name,
            Person = context.ReferentOf(organisation),
            Address = VisitComposer.AddressOf(organisation),
            Visited = context
                .Territory.Visits.Where(visit =>
                    visit.Organisation == organisation.Id && visit.IsMade(context.Today)
                )
                .Max(visit => visit.Date),
            Brings = brings.Count > 0 ? string.Join(", ", brings) : null,
            Members = Members(context.Territory),
            Groups = Groups(context, key),
            Next = Next(context),
            AnswerBy = answerBy,
        };

    /// <summary>Those whom one joins to work; committees are for members, and the letter is to stay on one page.</summary>
    private static IReadOnlyList<LetterGroup> Groups(ComposedTerritory context, string key)
    {
        var working = context
            .Territory.Groups.Where(group => group.Kind == GroupKind.WorkingGroup)
            .Select(group => group.Id)
            .ToHashSet(StringComparer.Ordinal);
        var all = Blank(context, key).Groups;
        return working.Count == 0 ? all : [.. all.Where(group => working.Contains(group.Key))];
    }

    /// <summary>Actors, not places: ten offices of one town hall are one.</summary>
    private static int Members(Territory territory) =>
        territory
            .Organisations.Where(organisation => organisation.IsMember)
            .DistinctBy(organisation => organisation.Pivot ?? organisation.Id, StringComparer.Ordinal)
            .Count();

    /// <summary>Whoever is invited needs some days to find one free.</summary>
    private const int DaysAhead = 7;

    /// <summary>The first meeting of any group from then on.</summary>
    private static MinutesNextMeeting? Next(ComposedTerritory context) =>
        context
            .Territory.Groups.Select(group =>
                context.Calendars.Of(group.Id).Next(context.Today.AddDays(DaysAhead))
            )
            .OfType<Domain.Meetings.MeetingOccurrence>()
            .OrderBy(meeting => meeting.Start)
            .Select(meeting => new MinutesNextMeeting(
                meeting.Start,
                meeting.End,
                meeting.Title,
                meeting.Place
            ))
            .FirstOrDefault();
}
