using Connector.CalendarSync;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Needs;
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
            Diagnosis = group is null ? DiagnosisOf(territory) : null,
            Objectives = group is null
                ?
                [
                    .. roadmap.Objectives.Zip(
                        RowKeys.Of(roadmap.Objectives.Select(item => item.Title)),
                        Objective
                    ),
                ]
                : [],
            Committees = [.. groups.Select(item => Committee(context, item))],
            Roles = Roles(context, group),
            Workstreams = [.. workstreams.Select(item => Workstream(context, item))],
            Meetings = Meetings(context.YearOfMeetings(Convened(territory, group))),
            Milestones = Milestones(roadmap, workstreams, group),
            Commitments = [.. organisations.Select(item => Promises(roadmap, item))],
            Signatures = Signatures(context, document, organisations),
        };
    }

    /// <summary>A paragraph for each finding; null where the territory names no scores.</summary>
    private static string? DiagnosisOf(Territory territory) =>
        territory.Needs is { } needs && Diagnosis.Of(territory, needs) is { } report
            ? string.Join('\n', DiagnosisWords.Summary(report).Select(sentence => sentence.French))
            : null;

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

    /// <summary>
    /// The members of the network – whom the coordinator only means to bring in has promised nothing –, or those whose people
    /// take part in the group.
    /// </summary>
    internal static IReadOnlyList<Organisation> OrganisationsOf(
        ComposedTerritory context,
        WorkingGroup? group
    )
    {
        if (group is null)
        {
            return [.. context.Territory.Organisations.Where(organisation => organisation.IsMember)];
        }

        var present = group
            .Participations.Select(participation => context.Person(participation.PersonId)?.Organisation)
            .ToHashSet(StringComparer.Ordinal);
        return [.. context.Territory.Organisations.Where(organisation => present.Contains(organisation.Id))];
    }

    private static RoadmapMember Member(ComposedTerritory context, Organisation organisation) =>
        new(
            organisation.Id,
            organisation.Name,
            organisation.Pivot,
            organisation.Role,
            context.ReferentOf(organisation)
        );

    private static RoadmapObjective Objective(Objective objective, string key) =>
        new(key, objective.Title, objective.Indicator);

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

    private static IReadOnlyList<RoadmapMeeting> Meetings(IReadOnlyList<MeetingOccurrence> meetings) =>
        [.. meetings.Zip(RowKeys.Distinct(meetings.Select(KeyOf)), Meeting)];

    /// <summary>By the day on which its series places it, so that a meeting that moves keeps its row.</summary>
    private static string KeyOf(MeetingOccurrence meeting) =>
        $"{meeting.GroupId}-{meeting.SeriesId ?? Slug.Of(meeting.Uid)}-{meeting.OriginalStart:yyyyMMdd}";

    private static RoadmapMeeting Meeting(MeetingOccurrence meeting, string key) =>
        new(key, meeting.Title, meeting.Start, meeting.End, meeting.Place)
        {
            IsCancelled = meeting.IsCancelled,
            InsteadOf = meeting.State == MeetingState.Moved ? meeting.OriginalStart : null,
        };

    private static IReadOnlyList<RoadmapMilestone> Milestones(
        Roadmap roadmap,
        IReadOnlyList<Workstream> workstreams,
        WorkingGroup? group
    ) =>
        [
            .. roadmap
                .Milestones.Zip(RowKeys.Of(roadmap.Milestones.Select(item => item.Title)))
                .OrderBy(pair => pair.First.Date)
                .Select(pair =>
                    (
                        milestone: pair.First,
                        key: pair.Second,
                        of: workstreams.FirstOrDefault(item => item.Id == pair.First.WorkstreamId)
                    )
                )
                .Where(item => group is null || item.of is not null)
                .Select(item => new RoadmapMilestone(
                    item.key,
                    item.milestone.Date,
                    item.milestone.Title,
                    item.of?.Title
                )),
        ];

    /// <summary>Each member has its place, with a line to write in where the file names no promise.</summary>
    private static RoadmapCommitment Promises(Roadmap roadmap, Organisation organisation)
    {
        var promises = roadmap
            .Commitments.Where(item => item.OrganisationId == organisation.Id)
            .SelectMany(item => item.Promises)
            .ToList();
        return new RoadmapCommitment(
            organisation.Id,
            organisation.Name,
            promises.Count > 0 ? promises : [""]
        );
    }
}
