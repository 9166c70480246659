using Connector.CalendarSync;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>A territory with the look-ups that documents need.</summary>
internal sealed class ComposedTerritory(WorkspaceSpec spec, Territory territory, DateOnly today)
{
    private readonly Dictionary<string, Person> _people = territory.People.ToDictionary(person => person.Id);
    private readonly Dictionary<string, Organisation> _organisations = territory.Organisations.ToDictionary(
        organisation => organisation.Id
    );

    private readonly Dictionary<string, WorkingGroup> _groups = territory.Groups.ToDictionary(group =>
        group.Id
    );

    /// <summary>The registers of signatures, by the document's key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SignedRecord>> Registers { get; init; } =
        new Dictionary<string, IReadOnlyList<SignedRecord>>();

    /// <summary>When groups meet: as their calendars have it, or as the territory plans it where those were not read.</summary>
    public GroupCalendars Calendars { get; init; } = GroupCalendars.Planned(territory);

    /// <summary>All actions as they hold.</summary>
    public ActionBoard Board { get; init; } = ActionBoard.Empty;

    public WorkspaceSpec Spec => spec;

    public Territory Territory => territory;

    public DateOnly Today => today;

    /// <summary>Name of the network's coordinating organisation.</summary>
    public string Coordination => OrganisationName(territory.CoordinatingOrganisation) ?? territory.Name;

    /// <summary>« Prénom Nom (organisation) » of each coordinator, one a line.</summary>
    public string Coordinators => string.Join('\n', territory.Coordinators.Select(Signature));

    public Person? Person(string? id) => id is null ? null : _people.GetValueOrDefault(id);

    public Organisation? Organisation(string? id) => id is null ? null : _organisations.GetValueOrDefault(id);

    public string? OrganisationName(string? id) => Organisation(id)?.Name;

    public WorkingGroup? Group(AreaSpec area) =>
        area.WorkingGroupId is { } id ? _groups.GetValueOrDefault(id) : null;

    /// <summary>The referent that the file names, else the first person of the organisation; null when it has none.</summary>
    public string? ReferentOf(Organisation organisation) =>
        Person(organisation.Referent)?.Name
        ?? territory.People.FirstOrDefault(person => person.Organisation == organisation.Id)?.Name;

    /// <summary>« premier jeudi du mois, 14 h », or the series' title when its rule has no short name.</summary>
    public static string RhythmOf(MeetingSeries series)
    {
        var time =
            series.Time.Minute == 0
                ? $"{series.Time.Hour}\u00a0h"
                : $"{series.Time.Hour}\u00a0h\u00a0{series.Time.Minute:00}";
        return Rhythm.Of(series.Rule) is { } words ? $"{words}, {time}" : series.Title;
    }

    /// <summary>Who leads a group, by name.</summary>
    public IEnumerable<string> Leads(WorkingGroup group) =>
        group
            .Participations.Where(participation => participation.Role == GroupRole.Lead)
            .Select(participation => Person(participation.PersonId)?.Name ?? participation.PersonId);

    /// <summary>« Prénom Nom (organisation) ».</summary>
    public string Signature(string personId)
    {
        var person = Person(personId);
        var organisation = OrganisationName(person?.Organisation);
        return organisation is null ? person?.Name ?? personId : $"{person!.Name} ({organisation})";
    }

    /// <summary>
    /// What the groups' calendars say of a year from the first day of this month, so that the table changes once a month
    /// and not every day: moved meetings where they are now, cancelled ones where they were to be.
    /// </summary>
    public IReadOnlyList<MeetingOccurrence> YearOfMeetings(IEnumerable<WorkingGroup> groups)
    {
        var from = new DateOnly(today.Year, today.Month, 1);
        return
        [
            .. groups
                .SelectMany(group => Calendars.Between(group.Id, from, from.AddYears(1)))
                .OrderBy(meeting => meeting.Start)
                .ThenBy(meeting => meeting.GroupId, StringComparer.Ordinal)
                .ThenBy(meeting => meeting.Uid, StringComparer.Ordinal)
                .ThenBy(meeting => meeting.OriginalStart),
        ];
    }

    /// <summary>The stamp of a document; its date is the data's, so that the same data give the same bytes.</summary>
    public DocumentStamp Stamp(string key, DateOnly? date) =>
        new()
        {
            Id = key,
            Modified = new DateTimeOffset((date ?? Epoch()).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Author = Coordination,
        };

    private DateOnly Epoch() =>
        territory.Roadmap.Date
        ?? territory
            .Groups.SelectMany(group => group.Meetings)
            .Select(series => series.From)
            .DefaultIfEmpty(new DateOnly(2026, 1, 1))
            .Min();
}
