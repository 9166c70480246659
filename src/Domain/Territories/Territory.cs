using System.Text.Json.Serialization;
using Connector.Domain.Documents;

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

    /// <summary>Committees and working groups, in the order of the file.</summary>
    public IReadOnlyList<WorkingGroup> Groups { get; init; } = [];

    /// <summary>The network's own roadmap.</summary>
    public Roadmap Roadmap { get; init; } = new();
}
