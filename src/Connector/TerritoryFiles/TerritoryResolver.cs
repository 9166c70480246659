using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Blueprints;
using Connector.TerritoryFiles.Records;

namespace Connector.TerritoryFiles;

/// <summary>
/// Turns what was written into a territory: identifiers are unique, every mention leads somewhere, and people are in
/// their groups wherever that was written.
/// </summary>
internal sealed class TerritoryResolver(
    TerritoryDraft draft,
    IReadOnlyDictionary<string, Blueprint> blueprints,
    DaysOff daysOff,
    ProblemList problems
)
{
    private readonly References _references = new(draft, blueprints, problems);

    public Territory Resolve()
    {
        CheckCoordination();
        foreach (var organisation in draft.Organisations)
        {
            _references.Person(organisation.Referent);
        }

        var participations = new Memberships(draft, _references);
        foreach (var person in draft.People)
        {
            _references.Organisation(person.Organisation);
            participations.Add(person);
        }

        var visits = new VisitPlaces(draft.Organisations, problems).Resolve(draft.Visits);
        var visitsOf = visits.ToLookup(visit => visit.Organisation, StringComparer.Ordinal);
        return new Territory
        {
            Name = draft.Name,
            Scope = draft.Scope,
            Language = draft.Language,
            TimeZone = draft.TimeZone,
            Purpose = draft.Purpose,
            CoordinatingOrganisation = draft.CoordinatingOrganisation?.Value ?? "",
            Coordinators = [.. (draft.Coordinators ?? []).Select(person => person.Value).Distinct()],
            Server = draft.Server,
            CreateAccounts = draft.CreateAccounts,
            MinutesDays = draft.MinutesDays,
            HasAddressBook = draft.AddressBook,
            HasPublicPage = draft.PublicPage,
            PublicDocuments = draft.PublicDocuments,
            RetentionMonths = draft.RetentionMonths,
            DaysOff = daysOff,
            Enforcement = draft.Enforcement,
            Tokens = _references.Tokens(draft.Tokens, blueprint: null),
            Places = TerritoryPlaces.Of(draft),
            Organisations =
            [
                .. draft.Organisations.Select(organisation =>
                    VisitPlaces.WithState(organisation.Organisation, visitsOf)
                ),
            ],
            Visits = visits,
            People = [.. draft.People.Select(person => person.Person)],
            Groups =
            [
                .. draft.Committees.Select(group => Group(group, GroupKind.Committee, participations)),
                .. draft.WorkingGroups.Select(group => Group(group, GroupKind.WorkingGroup, participations)),
            ],
            Coverage = Coverage(draft.Coverage),
            CommunesFile = draft.Coverage.Communes,
            InspirationSources = draft.InspirationSources,
            Map = draft.Map,
            Announcing = new AnnouncingResolver(draft, _references, problems).Resolve(),
            Roadmap = Roadmap(draft.Roadmap),
        };
    }

    private void CheckCoordination()
    {
        _references.Organisation(draft.CoordinatingOrganisation);
        foreach (var coordinator in draft.Coordinators ?? [])
        {
            _references.Person(coordinator);
        }

        if (draft.Coordinators is { Count: 0 })
        {
            problems.Add(
                "no-coordinator",
                draft.CoordinatorsPlace,
                new Text("La liste des coordinateurs est vide.", "The list of coordinators is empty."),
                new Text(
                    "Nommez au moins une personne : coordinateurs: [ines.le-goff]",
                    "Name at least one person: coordinateurs: [ines.le-goff]"
                )
            );
        }
    }

    private WorkingGroup Group(GroupDraft group, GroupKind kind, Memberships memberships)
    {
        var blueprint = group.Blueprint?.Value ?? BlueprintFile.StandardName;
        var isKnown = _references.Blueprint(group.Blueprint);
        _references.Unique(group.Meetings.Select(meeting => meeting.Id), Nouns.Meeting);
        foreach (var meeting in group.Meetings)
        {
            CheckExceptions(meeting);
        }

        return new WorkingGroup
        {
            Id = group.Id.Value,
            Name = group.Name,
            Kind = kind,
            Purpose = group.Purpose,
            Audiences = group.Audiences,
            Blueprint = blueprint,
            Tokens = isKnown ? _references.Tokens(group.Tokens, blueprint) : new Dictionary<string, string>(),
            Participations = memberships.Of(group),
            Meetings = [.. group.Meetings.Select(meeting => meeting.Series).OfType<MeetingSeries>()],
        };
    }

    private void CheckExceptions(MeetingDraft meeting)
    {
        if (meeting.Series is not { } series)
        {
            return;
        }

        if (meeting.NeedsSchoolCalendar is { } place && draft.SchoolCalendars.Count == 0)
        {
            problems.Add(
                "no-school-calendar",
                place,
                new Text(
                    "Cette rencontre tient compte des vacances scolaires, et le fichier n'en nomme aucun calendrier.",
                    "This meeting gives way to school holidays, and the file names no calendar of them."
                ),
                new Text(
                    "Ajoutez en haut du fichier « vacances-scolaires: vacances.csv » et « zone-scolaire: A » ; le calendrier officiel se télécharge sur data.education.gouv.fr.",
                    "Add 'vacances-scolaires: vacances.csv' and 'zone-scolaire: A' at the top of the file; the official calendar is on data.education.gouv.fr."
                )
            );
        }

        foreach (var day in meeting.Exceptions.Where(day => day.Value < series.From))
        {
            problems.Warn(
                "useless-exception",
                day.Place,
                new Text(
                    $"L'exception du {day.Value:yyyy-MM-dd} précède le début de la rencontre ({series.From:yyyy-MM-dd}).",
                    $"The exception of {day.Value:yyyy-MM-dd} is before the meeting begins ({series.From:yyyy-MM-dd})."
                ),
                new Text("Vérifiez l'année, ou retirez-la.", "Check the year, or remove it.")
            );
        }
    }

    private CoverageRules Coverage(CoverageDraft coverage)
    {
        var rules = CoverageRules.National.With(coverage.Needs, []);
        var known = rules.Needs.Select(need => need.Id).ToList();
        foreach (var waiver in coverage.Waivers)
        {
            _references.Check(waiver.Need, known, Nouns.Need);
            _references.Group(waiver.Group);
        }

        return rules.With(
            [],
            coverage
                .Waivers.Where(waiver => waiver.Need is not null)
                .Select(waiver => new CoverageWaiver(waiver.Need!.Value, waiver.Reason, waiver.Group?.Value))
        );
    }

    private Roadmap Roadmap(RoadmapDraft roadmap)
    {
        _references.Unique(roadmap.Workstreams.Select(workstream => workstream.Id), Nouns.Workstream);
        foreach (var workstream in roadmap.Workstreams)
        {
            _references.Group(workstream.Group);
            _references.Organisation(workstream.Lead);
            foreach (var partner in workstream.Partners)
            {
                _references.Organisation(partner);
            }
        }

        var workstreams = roadmap.Workstreams.Select(workstream => workstream.Id.Value).ToList();
        foreach (var milestone in roadmap.Milestones)
        {
            _references.Check(milestone.Workstream, workstreams, Nouns.Workstream);
        }

        foreach (var commitment in roadmap.Commitments)
        {
            _references.Organisation(commitment.Organisation);
        }

        return new Roadmap
        {
            Version = roadmap.Version,
            Date = roadmap.Date,
            Objectives = roadmap.Objectives,
            Workstreams = [.. roadmap.Workstreams.Select(workstream => workstream.Workstream)],
            Milestones = [.. roadmap.Milestones.Select(milestone => milestone.Milestone).OfType<Milestone>()],
            Commitments =
            [
                .. roadmap
                    .Commitments.Where(commitment => commitment.Organisation is not null)
                    .Select(commitment => new Commitment(
                        commitment.Organisation!.Value,
                        commitment.Promises
                    )),
            ],
        };
    }
}
