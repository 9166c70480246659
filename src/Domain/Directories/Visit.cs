using System.Text.Json.Serialization;
using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>
/// A row of « Rencontres »: a visit that was made or is planned, and what follows from it. What a coordinator notes there in
/// private is not part of it, and is never read.
/// </summary>
public sealed record Visit
{
    /// <summary>Identifier among the territory's organisations.</summary>
    public required string Organisation { get; init; }

    /// <summary>Where the row stands.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The day; one to come is planned, null when none is said.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>« par »: who went there.</summary>
    public string? Visitors { get; init; }

    /// <summary>« avec »: whom they met.</summary>
    public string? Met { get; init; }

    /// <summary>« état »: how far the coordinator is with the organisation since then; null when the row does not say.</summary>
    public ContactState? State { get; init; }

    /// <summary>« suite »: the next step.</summary>
    public string? Next { get; init; }

    /// <summary>« pour le »: when the next step is due.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>« fait »: whether the next step was taken.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether the row tells of a letter: it says « invité », and neither who went nor whom they met.</summary>
    [JsonIgnore]
    public bool IsInvitation => State == ContactState.Invited && Visitors is null && Met is null;

    /// <summary>Whether somebody went there by a day.</summary>
    public bool IsMade(DateOnly today) => Date <= today && !IsInvitation;
}
