using Connector.DocumentFlow;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// All that a run works from: the territory, what should exist with the hashes of its documents, what is known and
/// what is.
/// </summary>
internal sealed record ProvisionScope
{
    private Dictionary<string, AreaSpec>? _areas;

    /// <summary>The territory's slug: its name in the ledger.</summary>
    public required string Territory { get; init; }

    public required ChosenStrategy Strategy { get; init; }

    public required Territory Source { get; init; }

    public required WorkspaceSpec Spec { get; init; }

    public required KnownWorkspace Known { get; init; }

    public required WorkspaceSnapshot Snapshot { get; init; }

    /// <summary>What the server refuses in names.</summary>
    public required NameMemory Names { get; init; }

    /// <summary>The same, for a run that writes the ledger; null when it has it, so that nobody asked in this run.</summary>
    public KnownResource? NamesToRemember { get; init; }

    /// <summary>The hashes of the documents, for a run that writes the ledger; null when it has them.</summary>
    public KnownResource? ToRemember { get; init; }

    public required DocumentComposer Documents { get; init; }

    /// <summary>Public addresses of calendars that the server has already, by the calendar's key.</summary>
    public required IReadOnlyDictionary<string, Uri> Addresses { get; init; }

    public AreaSpec AreaOf(string areaKey) =>
        (_areas ??= Spec.Areas.ToDictionary(area => area.Key, StringComparer.Ordinal))[areaKey];
}
