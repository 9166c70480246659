using Connector.Domain.Directories;

namespace Connector.Domain.Territories;

/// <summary>An actor of digital inclusion: a town hall, a library, an association, a club …</summary>
public sealed record Organisation
{
    /// <summary>Stable identifier within the territory, such as <c>ccas-sarlat</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>SIRET (14 digits) or RNA (W and 9 digits), « pivot » in the national standard; may be unknown.</summary>
    public string? Pivot { get; init; }

    /// <summary>« typologie » of the national standard (CCAS, BIB, ML …) or a local code; may be unknown.</summary>
    public string? Type { get; init; }

    public string? Commune { get; init; }

    /// <summary>Five digits.</summary>
    public string? PostalCode { get; init; }

    public string? Address { get; init; }

    public string? WebSite { get; init; }

    public string? Telephone { get; init; }

    /// <summary>Identifier of the referent contact, among the territory's people.</summary>
    public string? Referent { get; init; }

    /// <summary>What the organisation is in the network, in free words (« copilote », « financeur » …).</summary>
    public string? Role { get; init; }

    /// <summary>« historique »: one of those without whom the group would not be recognised.</summary>
    public bool IsHistoric { get; init; }

    /// <summary>« état »: how far the coordinator is with them; null when nobody says, and then they are members.</summary>
    public ContactState? Contact { get; init; }

    /// <summary>Whether it is one of the network, and not only somebody whom the coordinator means to bring in.</summary>
    public bool IsMember => Contact is null or ContactState.Member;

    /// <summary>
    /// All that a directory says of it in the columns of the national standard; empty when it is written in the territory
    /// file.
    /// </summary>
    public PlaceRecord Place { get; init; } = PlaceRecord.Empty;

    /// <summary><see cref="Type"/> as codes of <see cref="OrganisationTypes"/>, where they are known.</summary>
    public IReadOnlyList<string> Types => OrganisationTypes.Read(Type);
}

/// <summary>How far the coordinator is with an organisation.</summary>
public enum ContactState
{
    /// <summary>« à rencontrer »</summary>
    ToMeet,

    /// <summary>« rencontré »</summary>
    Met,

    /// <summary>« invité »</summary>
    Invited,

    /// <summary>« membre »</summary>
    Member,
}
