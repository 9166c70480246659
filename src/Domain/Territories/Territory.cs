using System.Text.Json.Serialization;
using Connector.Domain.Announcing;
using Connector.Domain.Cartography;
using Connector.Domain.Directories;
using Connector.Domain.Documents;
using Connector.Domain.Inspirations;
using Connector.Domain.Meetings;
using Connector.Domain.Needs;
using Connector.Domain.Publicity;

namespace Connector.Domain.Territories;

/// <summary>The ground that a network covers, in the national vocabulary.</summary>
public enum TerritoryScope
{
    /// <summary>« régional »</summary>
    Regional,

    /// <summary>« départemental »</summary>
    Departmental,

    /// <summary>« groupement de communes »: EPCI, agglomération, pays.</summary>
    MunicipalGrouping,
}

/// <summary>
/// A whole network of digital inclusion as its territory file describes it, after validation: every identifier
/// that it mentions exists, identifiers are unique, and lists are in the order of the file.
/// </summary>
public sealed record Territory
{
    public required string Name { get; init; }

    public required TerritoryScope Scope { get; init; }

    /// <summary>Language of the documents made for the members.</summary>
    public Language Language { get; init; } = Language.French;

    /// <summary>IANA name of the zone in which meeting times are meant, such as <c>Europe/Paris</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>Why the network exists (« raison d'être »).</summary>
    public required string Purpose { get; init; }

    /// <summary>Identifier of the organisation that coordinates, among <see cref="Organisations"/>.</summary>
    public required string CoordinatingOrganisation { get; init; }

    /// <summary>Identifiers of the coordinators, among <see cref="People"/>. Never empty.</summary>
    public required IReadOnlyList<string> Coordinators { get; init; }

    /// <summary>Address of the Nextcloud; null when it comes from the sign-in (<c>connector login</c>).</summary>
    public Uri? Server { get; init; }

    /// <summary>« créer-les-comptes »: whether missing Nextcloud accounts are created. Default no.</summary>
    public bool CreateAccounts { get; init; }

    /// <summary>
    /// « comptes-rendus »: how many days before a meeting its minutes are made. From 1 to 366, default 14.
    /// </summary>
    public int MinutesDays { get; init; } = 14;

    /// <summary>« jours-fériés », « vacances-scolaires »: the days to which series of meetings may give way.</summary>
    public DaysOff DaysOff { get; init; } = DaysOff.Default;

    /// <summary>
    /// The day until which days off are written into events one by one: a run sets it to the end of the year after next, so
    /// that phones always show them, and writes on as years go by. Null until then: three years from a series' beginning.
    /// </summary>
    [JsonIgnore]
    public DateOnly? Horizon { get; init; }

    /// <summary>What becomes of changes made by hand in Nextcloud; a field that is not named is warned about.</summary>
    public IReadOnlyDictionary<ManagedField, Enforcement> Enforcement { get; init; } =
        new Dictionary<ManagedField, Enforcement>();

    /// <summary>« jetons »: values, for this territory, of tokens that its blueprints declare; by name, without braces.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Where groups, people, their places in groups and meetings are written, by the keys of
    /// <see cref="Workspaces.WorkspaceKeys"/>. Says nothing about the territory itself.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } =
        new Dictionary<string, SourcePlace>();

    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>« Rencontres »: visits made and planned, in the order of the sheet.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>« carnet-d'adresses »: whether the network has an address book in Nextcloud. Default no.</summary>
    [JsonIgnore]
    public bool HasAddressBook { get; init; }

    /// <summary>« page-publique »: whether the service shows the network to whoever asks. Default no.</summary>
    [JsonIgnore]
    public bool HasPublicPage { get; init; }

    /// <summary>« documents-publics »: what that page gives to read, in the order of the file.</summary>
    [JsonIgnore]
    public IReadOnlyList<PublicDocument> PublicDocuments { get; init; } = [];

    /// <summary>« conservation »: months for which somebody is kept after the last contact. Default 24.</summary>
    [JsonIgnore]
    public int RetentionMonths { get; init; } = 24;

    /// <summary>Committees and working groups, in the order of the file.</summary>
    public IReadOnlyList<WorkingGroup> Groups { get; init; } = [];

    /// <summary>« couverture »: whom the network must not forget.</summary>
    [JsonIgnore]
    public CoverageRules Coverage { get; init; } = CoverageRules.National;

    /// <summary>CSV file of municipalities and their EPCI, beside the territory file; null when none is named.</summary>
    [JsonIgnore]
    public string? CommunesFile { get; init; }

    /// <summary>« inspirations »: where else to look for what others did.</summary>
    [JsonIgnore]
    public IReadOnlyList<InspirationSource> InspirationSources { get; init; } = InspirationSource.BuiltIn;

    /// <summary>« diagnostic »: what the needs are measured with; null when the file names nothing.</summary>
    [JsonIgnore]
    public NeedsGround? Needs { get; init; }

    /// <summary>« carte »: what is below the places of the map.</summary>
    [JsonIgnore]
    public MapTiles Map { get; init; } = MapTiles.Ign;

    /// <summary>« canaux » and « annonces »: who is told what, in which way. Nobody anything by default.</summary>
    [JsonIgnore]
    public AnnouncingRules Announcing { get; init; } = AnnouncingRules.Silent;

    /// <summary>
    /// Name of the directory that lives in the coordinators' folder on Nextcloud (« annuaire: nextcloud »); null where every
    /// directory lies beside the territory file.
    /// </summary>
    [JsonIgnore]
    public string? CloudDirectory { get; init; }

    /// <summary>
    /// Whether that directory was not read: those whom it names are missing here, and nothing may be concluded from that.
    /// </summary>
    [JsonIgnore]
    public bool LacksDirectory { get; init; }

    /// <summary>The network's own roadmap.</summary>
    public Roadmap Roadmap { get; init; } = new();

    /// <summary>The same as a run on a day sees it.</summary>
    public Territory On(DateOnly today) => this with { Horizon = new DateOnly(today.Year + 2, 12, 31) };
}
