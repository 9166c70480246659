using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// All that a run works from: the territory with its blueprints, what should exist, what is known, what is, and the
/// day on which the run looks at it.
/// </summary>
internal sealed record ProvisionScope
{
    /// <summary>The territory's slug: its name in the ledger.</summary>
    public required string Territory { get; init; }

    public required Territory Source { get; init; }

    public required WorkspaceSpec Spec { get; init; }

    public required KnownWorkspace Known { get; init; }

    public required WorkspaceSnapshot Snapshot { get; init; }

    /// <summary>The next meeting of each group that has one.</summary>
    public required IReadOnlyDictionary<string, Meeting> NextMeetings { get; init; }

    /// <summary>Today in the territory's time zone.</summary>
    public required DateOnly Today { get; init; }
}
