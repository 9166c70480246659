using Connector.CalendarSync;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>Gathers what a yearly review looks back on: the roadmap of the network, or what concerns one group.</summary>
internal static class YearlyReviewComposer
{
    /// <param name="context">The territory.</param>
    /// <param name="area">Whose review.</param>
    /// <param name="document">Which document.</param>
    /// <param name="of">The year; null for the one that the document's name tells.</param>
    public static YearlyReviewContent Compose(
        ComposedTerritory context,
        AreaSpec area,
        DocumentSpec document,
        int? of = null
    )
    {
        var group = context.Group(area);
        var groups = group is null ? context.Territory.Groups : [group];
        var roadmap = RoadmapComposer.Compose(context, area, document);
        var year = of ?? YearOf(context, area, document);
        return new YearlyReviewContent
        {
            Stamp = roadmap.Stamp,
            Network = roadmap.Owner,
            Territory = roadmap.Territory,
            Year = year,
            Version = roadmap.Version,
            Coordination = roadmap.Coordination,
            Organisations = roadmap.Members.Count,
            People = group?.Participations.Count ?? context.Territory.People.Count,
            Groups = groups.Count,
            Meetings = groups.Sum(each =>
                Occurrences
                    .Between(context.Territory, each, new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1))
                    .Count
            ),
            Objectives =
            [
                .. roadmap.Objectives.Select(item => new ReviewObjective(
                    item.Key,
                    item.Title,
                    item.Indicator
                )),
            ],
            Workstreams =
            [
                .. roadmap.Workstreams.Select(item => new ReviewWorkstream(item.Key, item.Title, item.Lead)),
            ],
            Milestones =
            [
                .. roadmap
                    .Milestones.Where(item => item.Date?.Year == year)
                    .Select(item => new ReviewMilestone(item.Key, item.Date, item.Title)),
            ],
        };
    }

    /// <summary>What minutes tell of the year, row by row.</summary>
    public static ReviewLife LifeOf(YearReview review) =>
        new()
        {
            Meetings = review.Meetings,
            Decisions = review.Decisions,
            ActionsDone = review.ActionsDone,
            Groups =
            [
                .. review.Groups.Select(group => new ReviewGroup(
                    group.Id,
                    group.Name,
                    group.Meetings,
                    group.Decisions,
                    group.ActionsDone
                )),
            ],
            Convivial =
            [
                .. review.Convivial.Zip(
                    RowKeys.Of(review.Convivial.Select(time => $"{time.Date:yyyy-MM-dd} {time.Title}")),
                    (time, key) => new ReviewConvivial(key, time.Date, time.Title, time.Group)
                ),
            ],
            Presence =
            [
                .. review.Organisations.Zip(
                    RowKeys.Of(review.Organisations.Select(one => one.Organisation)),
                    (one, key) => new ReviewPresence(key, one.Organisation, one.Meetings)
                ),
            ],
            Newcomers =
            [
                .. review.Newcomers.Select(one => new ReviewNewcomer(
                    one.Id,
                    one.Name,
                    one.Organisation.Length > 0 ? one.Organisation : null
                )),
            ],
        };

    /// <summary>« Bilan {année} » is of the year that its name tells; any other of the running one.</summary>
    private static int YearOf(ComposedTerritory context, AreaSpec area, DocumentSpec document) =>
        document.Meeting is { } meeting && area.IsPassing(document.Key)
            ? meeting.Date.Year
            : context.Today.Year;
}
