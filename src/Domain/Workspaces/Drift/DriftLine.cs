namespace Connector.Domain.Workspaces.Drift;

/// <summary>One thing that people changed since the last run.</summary>
public sealed record DriftLine
{
    public required DriftKind Kind { get; init; }

    /// <summary>What it happened to, as the ledger calls it; a file id for what is people's own.</summary>
    public required string Key { get; init; }

    /// <summary>Identifier of the working group; null for the network, its steering, its people.</summary>
    public string? Group { get; init; }

    /// <summary>A whole clause: « le dossier « 02 Réunions » a été supprimé ».</summary>
    public required Text What { get; init; }

    /// <summary>The files and folders that it is about, by which the server's own records are asked.</summary>
    public IReadOnlyList<long> FileIds { get; init; } = [];

    /// <summary>When; null where the server does not tell.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>User id of who did it; null where the server does not tell.</summary>
    public string? By { get; init; }
}
