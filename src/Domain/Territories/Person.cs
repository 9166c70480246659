namespace Connector.Domain.Territories;

/// <summary>
/// Somebody who takes part in the network. Only what the coordination needs is kept: name, professional e-mail,
/// organisation.
/// </summary>
public sealed record Person
{
    /// <summary>Nextcloud user id, such as <c>ines.le-goff</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name as it is shown, such as <c>Inès Le Goff</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Professional e-mail; may be unknown.</summary>
    public string? Email { get; init; }

    /// <summary>Identifier of the person's organisation; null for somebody who represents no one.</summary>
    public string? Organisation { get; init; }
}
