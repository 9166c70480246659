using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.Roadmaps;

/// <summary>The roadmap of the network or of one group, and where it is on the server now.</summary>
internal sealed record RoadmapFile
{
    /// <summary>Its key in the ledger.</summary>
    public required string Key { get; init; }

    /// <summary>The group's identifier; null for the network's.</summary>
    public required string? GroupId { get; init; }

    /// <summary>Whose it is, by name.</summary>
    public required string Owner { get; init; }

    public required AreaSpec Area { get; init; }

    /// <summary>Found by its number, whatever it is called now; null when it was never made, or is gone.</summary>
    public required string? Path { get; init; }

    /// <summary>What the territory would put into it today.</summary>
    public required Func<RoadmapContent> Content { get; init; }

    /// <summary>What it was last filled from.</summary>
    public required Func<CancellationToken, Task<DocumentTemplate>> Template { get; init; }

    /// <summary>The organisations that are expected to sign.</summary>
    public required IReadOnlyList<Signer> Members { get; init; }
}

/// <summary>An organisation of the directory.</summary>
internal sealed record Signer(string Id, string Name);
