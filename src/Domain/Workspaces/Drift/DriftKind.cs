namespace Connector.Domain.Workspaces.Drift;

/// <summary>What people did to a workspace.</summary>
public enum DriftKind
{
    Deleted,

    /// <summary>Stands in another folder, or outside of its area.</summary>
    Moved,
    Renamed,

    /// <summary>Somebody wrote in a document of the blueprint, or in a meeting.</summary>
    Edited,

    /// <summary>Files and folders that no blueprint asks for.</summary>
    Added,
    Rights,
    Members,
    Quota,
    Sharing,
    Calendar,
}
