namespace Connector.DevServer.Accounts;

/// <summary>An account of the server. <see cref="Quota"/> in bytes, −3 for none; <see cref="Email"/> null when unset.</summary>
internal sealed record Account
{
    public const long NoQuota = -3;

    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public bool Enabled { get; init; } = true;

    public string Language { get; init; } = "";

    public long Quota { get; init; } = NoQuota;

    /// <summary>Unix seconds; 0 for never.</summary>
    public long LastLogin { get; init; }
}
