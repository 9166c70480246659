using System.Text.Json;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// The account's whole tree as it was last listed, under the ETag that its root had then. The root's ETag changes with
/// everything below it, mounted folders included, so the same ETag means the same tree, for one small request. Rules
/// are the exception (measured on 27: setting them changes no ETag): where an area has rules the tree is always listed.
/// </summary>
internal static class TreeMemory
{
    private const string Key = "tree";

    public static bool IsEnough(WorkspaceSpec spec) => !spec.Areas.Any(area => area.UsesAcl);

    /// <summary>The ETag under which a tree is remembered; null when none is.</summary>
    public static string? ETag(KnownWorkspace known) => known.Find(Key)?.ETag;

    public static IReadOnlyList<NodeState> Recall(KnownWorkspace known) =>
        JsonSerializer.Deserialize<List<NodeState>>(known.Find(Key)!.ContentHash!) ?? [];

    public static KnownResource OnRecord(WorkspaceSnapshot snapshot) =>
        new()
        {
            Key = Key,
            RemoteId = Key,
            ETag = snapshot.RootETag,
            ContentHash = JsonSerializer.Serialize(snapshot.Nodes),
        };
}
