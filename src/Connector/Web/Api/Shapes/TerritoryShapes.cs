using System.ComponentModel;
using Connector.Domain.Territories;

namespace Connector.Web.Api.Shapes;

[Description("A territory that the service keeps in order.")]
internal sealed record ApiTerritory(
    [property: Description("How addresses name it.")] string Id,
    [property: Description("Null while its file has mistakes.")] string? Name,
    TerritoryScope? Scope,
    [property: Description("The address of its Nextcloud.")] string? Server,
    [property: Description("How many committees and working groups.")] int? Groups
);

[Description("A committee or a working group.")]
internal sealed record ApiGroup(
    string Id,
    string Name,
    GroupKind Kind,
    string Purpose,
    IReadOnlyList<string> Audiences,
    [property: Description("How many people take part, observers included.")] int People,
    [property: Description("Who takes part; null without the scope « directory ».")]
        IReadOnlyList<ApiParticipation>? Members
);

[Description("Somebody's place in a group.")]
internal sealed record ApiParticipation(
    [property: Description("The account's name.")] string Account,
    GroupRole Role
);

[Description("Whom the network has and whom it lacks.")]
internal sealed record ApiCoverage(
    string Territory,
    [property: Description("Null for the whole network.")] string? Group,
    [property: Description("Organisations looked at.")] int Organisations,
    IReadOnlyList<ApiCoverageLine> Families,
    IReadOnlyList<ApiCoverageLine> Audiences
);

[Description("A family of actors or an audience, and how it is covered.")]
internal sealed record ApiCoverageLine(
    string Name,
    Domain.Directories.CoverageLevel Level,
    [property: Description("How many actors.")] int Actors,
    [property: Description("How many organisations could be invited.")] int Candidates
);
