using Connector.CalendarSync;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>Gathers what a roadmap shows: the network's whole, or what concerns one group.</summary>
internal static class RoadmapComposer
{
    public static RoadmapContent Compose(ComposedTerritory context, AreaSpec area, DocumentSpec document)
    {
        var territory = context.Territory;
        var group = context.Group(area);
        var groups = group is null ? territory.Groups : [group];
        var organisations = OrganisationsOf(context, group);
        var roadmap = territory.Roadmap;
        var workstreams = roadmap
            .Workstreams.Where(item => group is null || item.GroupId == group.Id)
            .ToList();
        return new RoadmapContent
        {
            Stamp = context.Stamp(document.Key, roadmap.Date),
            Owner = group?.Name ?? territory.Name,
            Territory = territory.Name,
            Scope = Labels.Of(territory.Scope),
            Version = roadmap.Version,
            Date = roadmap.Date,
            Coordination = context.Coordinators,
            Purpose = group is null ? territory.Purpose : group.Purpose,
            Audience = group is { Audiences.Count: > 0 } ? string.Join(", ", group.Audiences) : null,
            Members = [.. organisations.Select(organisation => Member(context, organisation))],
            Objectives = group is null ? [.. roadmap.Objectives.Select(Objective)] : [],
            Committees = [.. groups.Select(item => Committee(context, item))],
            Roles = Roles(context, group),
            Workstreams = [.. workstreams.Select(item => Workstream(context, item))],
            Meetings = [.. context.YearOfMeetings(Convened(territory, group)).Select(Meeting)],
            Milestones = Milestones(roadmap, workstreams, group),
            Commitments =
            [
                .. roadmap
                    .Commitments.Where(item => InScope(organisations, item))
                    .Select(item => Promise(context, item)),
            ],
            Signatures = Signatures(context, document, organisations),
        };
    }

    /// <summary>A line for each member, with what it signed last.</summary>
    private static IReadOnlyList<RoadmapSignature> Signatures(
        ComposedTerritory context,
        DocumentSpec document,
        IReadOnlyList<Organisation> organisations
    )
    {
        var signed = SignatureBoard.Latest(context.Registers.GetValueOrDefault(document.Key) ?? []);
        return
        [
            .. organisations.Select(item =>
                signed.GetValueOrDefault(item.Id) is { } act
                    ? new RoadmapSignature(
                        item.Id,
                        item.Name,
                        act.Signatory,
                        act.Capacity,
                        act.SignedOn,
                        act.Version,
                        DocumentMeaning.Abridged(act.Fingerprint)
                    )
                    : new RoadmapSignature(item.Id, item.Name)
            ),
        ];
    }

    /// <summary>The network's roadmap shows its committees' dates; the working groups have theirs in their own.</summary>
    private static IEnumerable<WorkingGroup> Convened(Territory territory, WorkingGroup? group) =>
        group is null ? territory.Groups.Where(item => item.Kind == GroupKind.Committee) : [group];

    /// <summary>The organisations of the network, or those whose people take part in the group.</summary>
    internal static IReadOnlyList<Organisation> OrganisationsOf(
        ComposedTerritory context,
        WorkingGroup? group
    )
    {
        if (group is null)
        {
            return context.Territory.Organisations;
        }

        var present = group
            .Participations.Select(participation => context.Person(participation.PersonId)?.Organisation)
            .ToHashSet(StringComparer.Ordinal);
        return [.. context.Territory.Organisations.Where(organisation => present.Contains(organisation.Id))];
    }

    private static bool InScope(IReadOnlyList<Organisation> organisations, Commitment commitment) =>
        organisations.Any(organisation => organisation.Id == commitment.OrganisationId);

    private static RoadmapMember Member(ComposedTerritory context, Organisation organisation) =>
        new(
            organisation.Id,
            organisation.Name,
            organisation.Pivot,
            organisation.Role,
            context.ReferentOf(organisation)
        );

    private static RoadmapObjective Objective(Objective objective, int index) =>
        new($"o{index + 1}", objective.Title, objective.Indicator);

    private static RoadmapCommittee Committee(ComposedTerritory context, WorkingGroup group) =>
        new(
            group.Id,
            group.Name,
            Labels.Of(group.Kind),
            group.Purpose,
            string.Join(", ", context.Leads(group)),
            string.Join(" ; ", group.Meetings.Select(ComposedTerritory.RhythmOf))
        );

    private static IReadOnlyList<RoadmapRole> Roles(ComposedTerritory context, WorkingGroup? group) =>
        group is null
            ?
            [
                .. context.Territory.Coordinators.Select(id => Role(context, id, "coordonne le réseau")),
                .. Leading(context),
            ]
            :
            [
                .. group.Participations.Select(participation =>
                    Role(context, participation.PersonId, Labels.Of(participation.Role))
                ),
            ];

    private static IEnumerable<RoadmapRole> Leading(ComposedTerritory context) =>
        context.Territory.Groups.SelectMany(group =>
            group
                .Participations.Where(participation => participation.Role == GroupRole.Lead)
                .Select(participation =>
                    Role(context, participation.PersonId, $"anime « {group.Name} »", group.Id)
                )
        );

    private static RoadmapRole Role(
        ComposedTerritory context,
        string personId,
        string task,
        string? suffix = null
    )
    {
        var person = context.Person(personId);
        var key = suffix is null ? personId : $"{personId}-{suffix}";
        return new RoadmapRole(
            key,
            person?.Name ?? personId,
            context.OrganisationName(person?.Organisation),
            task
        );
    }

    private static RoadmapWorkstream Workstream(ComposedTerritory context, Workstream item) =>
        new()
        {
            Key = item.Id,
            Title = item.Title,
            Need = item.Need,
            Lead = context.OrganisationName(item.Lead),
            Partners = [.. item.Partners.Select(id => context.OrganisationName(id) ?? id)],
            Audiences = item.Audiences,
            Budget = item.Budget,
            Indicator = item.Indicator,
            Start = item.Start,
            End = item.End,
        };

    private static RoadmapMeeting Meeting(Meeting meeting) =>
        new(
            $"{meeting.GroupId}-{meeting.Series.Id}-{meeting.Start:yyyyMMdd}",
            meeting.Series.Title,
            meeting.Start,
            meeting.End,
            meeting.Series.Place
        );

    private static IReadOnlyList<RoadmapMilestone> Milestones(
        Roadmap roadmap,
        IReadOnlyList<Workstream> workstreams,
        WorkingGroup? group
    ) =>
        [
            .. roadmap
                .Milestones.OrderBy(milestone => milestone.Date)
                .Select(
                    (milestone, index) =>
                        (
                            milestone,
                            index,
                            of: workstreams.FirstOrDefault(item => item.Id == milestone.WorkstreamId)
                        )
                )
                .Where(item => group is null || item.of is not null)
                .Select(item => new RoadmapMilestone(
                    $"j{item.index + 1}",
                    item.milestone.Date,
                    item.milestone.Title,
                    item.of?.Title
                )),
        ];

    private static RoadmapCommitment Promise(ComposedTerritory context, Commitment commitment) =>
        new(
            commitment.OrganisationId,
            context.OrganisationName(commitment.OrganisationId) ?? commitment.OrganisationId,
            commitment.Promises
        );
}
