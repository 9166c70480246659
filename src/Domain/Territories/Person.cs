using System.Text.Json.Serialization;

namespace Connector.Domain.Territories;

/// <summary>
/// Somebody who takes part in the network. Only what the coordination needs is kept: name, professional e-mail and
/// telephone, organisation.
/// </summary>
public sealed record Person
{
    /// <summary>Nextcloud user id, such as <c>ines.le-goff</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name as it is shown, such as <c>Inès Le Goff</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Professional e-mail; may be unknown.</summary>
    public string? Email { get; init; }

    /// <summary>« prénom », where it was written by itself: <see cref="Name"/> begins with it.</summary>
    [JsonIgnore]
    public string? FirstName { get; init; }

    /// <summary>Professional telephone; may be unknown.</summary>
    [JsonIgnore]
    public string? Telephone { get; init; }

    /// <summary>What the person was told and agreed to. No document shows it.</summary>
    [JsonIgnore]
    public Consent Consent { get; init; } = Consent.None;

    /// <summary>Identifier of the person's organisation; null for somebody who represents no one.</summary>
    public string? Organisation { get; init; }

    /// <summary>« élu »: an elected representative.</summary>
    public bool IsElected { get; init; }

    /// <summary>« confirmé le »: when somebody last made sure of what is said here; null when nobody says.</summary>
    public DateOnly? ConfirmedOn { get; init; }
}
