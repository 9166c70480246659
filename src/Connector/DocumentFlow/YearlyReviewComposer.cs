using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>Gathers what a yearly review looks back on: the roadmap of the network, or what concerns one group.</summary>
internal static class YearlyReviewComposer
{
    public static YearlyReviewContent Compose(ComposedTerritory context, AreaSpec area, DocumentSpec document)
    {
        var group = context.Group(area);
        var groups = group is null ? context.Territory.Groups : [group];
        var roadmap = RoadmapComposer.Compose(context, area, document);
        var year = YearOf(context, area, document);
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

    /// <summary>« Bilan {année} » is of the year that its name tells; any other of the running one.</summary>
    private static int YearOf(ComposedTerritory context, AreaSpec area, DocumentSpec document) =>
        document.Meeting is { } meeting && area.IsPassing(document.Key)
            ? meeting.Date.Year
            : context.Today.Year;
}
