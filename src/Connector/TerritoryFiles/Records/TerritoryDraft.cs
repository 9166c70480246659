using Connector.Domain;
using Connector.Domain.Cartography;
using Connector.Domain.Inspirations;
using Connector.Domain.Meetings;
using Connector.Domain.Publicity;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Blueprints;
using Connector.TerritoryFiles.Shapes;
using NodaTime;

namespace Connector.TerritoryFiles.Records;

/// <summary>The territory as its own file writes it, before directories are read and mentions are judged.</summary>
internal sealed record TerritoryDraft
{
    public required SourcePlace Place { get; init; }

    public required string Name { get; init; }

    public required TerritoryScope Scope { get; init; }

    public required Language Language { get; init; }

    public required string TimeZone { get; init; }

    public required string Purpose { get; init; }

    public required Located<string>? CoordinatingOrganisation { get; init; }

    public required IReadOnlyList<Located<string>>? Coordinators { get; init; }

    public required SourcePlace CoordinatorsPlace { get; init; }

    public required Uri? Server { get; init; }

    public required bool CreateAccounts { get; init; }

    public required int MinutesDays { get; init; }

    public required HolidayRegion HolidayRegion { get; init; }

    public required IReadOnlyList<Located<string>> SchoolCalendars { get; init; }

    public required Located<string>? SchoolZone { get; init; }

    public required IReadOnlyDictionary<ManagedField, Enforcement> Enforcement { get; init; }

    public required IReadOnlyList<Located<string>> Directories { get; init; }

    public required IReadOnlyList<Located<string>> Blueprints { get; init; }

    public required IReadOnlyList<TokenDraft> Tokens { get; init; }

    public required IReadOnlyList<OrganisationDraft> Organisations { get; init; }

    public required IReadOnlyList<PersonDraft> People { get; init; }

    /// <summary>From directories alone.</summary>
    public IReadOnlyList<VisitDraft> Visits { get; init; } = [];

    public required bool AddressBook { get; init; }

    public required bool PublicPage { get; init; }

    public IReadOnlyList<PublicDocument> PublicDocuments { get; init; } = [];

    public required int RetentionMonths { get; init; }

    public required IReadOnlyList<GroupDraft> Committees { get; init; }

    public required IReadOnlyList<GroupDraft> WorkingGroups { get; init; }

    public required CoverageDraft Coverage { get; init; }

    public required IReadOnlyList<InspirationSource> InspirationSources { get; init; }

    public required MapTiles Map { get; init; }

    public required IReadOnlyList<ChannelDraft> Channels { get; init; }

    public required AnnouncementsDraft Announcements { get; init; }

    /// <summary>Null when the file has no « diagnostic ».</summary>
    public DiagnosisDraft? Diagnosis { get; init; }

    public required RoadmapDraft Roadmap { get; init; }
}
