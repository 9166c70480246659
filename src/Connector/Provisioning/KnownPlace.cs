using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>Where a thing that the ledger knows is now; a team folder is known by its own number.</summary>
internal static class KnownPlace
{
    /// <returns>Null for what was never made, or is gone.</returns>
    public static string? Of(string key, WorkspaceSpec spec, KnownWorkspace known, WorkspaceSnapshot snapshot)
    {
        if (known.Find(key) is not { } resource)
        {
            return null;
        }

        var isTeamFolder = WorkspaceKeys.IsArea(key) && spec.Strategy == Strategy.TeamFolders;
        return isTeamFolder
            ? snapshot.TeamFolders.FirstOrDefault(folder => $"{folder.Id}" == resource.RemoteId)?.MountPoint
            : snapshot.Nodes.FirstOrDefault(node => $"{node.FileId}" == resource.RemoteId)?.Path;
    }
}
