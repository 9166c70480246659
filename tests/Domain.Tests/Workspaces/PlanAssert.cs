using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>Plans and picks the one step that a test is about.</summary>
internal static class PlanAssert
{
    public static PlanStep StepOf(
        WorkspaceSpec spec,
        string key,
        WorkspaceSnapshot snapshot,
        KnownWorkspace? known = null
    ) =>
        WorkspacePlanner
            .Plan(spec, snapshot, known ?? KnownWorkspace.Nothing)
            .Steps.Single(step => step.Key == key);

    public static IEnumerable<string> Keys(
        WorkspaceSpec spec,
        WorkspaceSnapshot snapshot,
        KnownWorkspace? known = null
    ) =>
        WorkspacePlanner.Plan(spec, snapshot, known ?? KnownWorkspace.Nothing).Steps.Select(step => step.Key);

    public static void Is(PlanStep step, Change change, WorkspaceAction? action = null)
    {
        Assert.That(step.Change, NUnit.Framework.Is.EqualTo(change), step.Reason.English);
        Assert.That(step.Action, NUnit.Framework.Is.EqualTo(action));
        Assert.That(step.Reason.French, NUnit.Framework.Is.Not.Empty);
    }

    /// <summary>The team folder of <see cref="Some.Area"/> as Connector makes it, with what is inside.</summary>
    public static WorkspaceSnapshot Server(params NodeState[] inside) =>
        WorkspaceSnapshot.Empty with
        {
            TeamFolders = [Team()],
            Nodes = inside.Any(node => node.Path == "Groupe gt")
                ? inside
                : [Some.Folder("Groupe gt", 1), .. inside],
        };

    public static TeamFolderState Team(params (string Group, int Bits)[] groups) =>
        new(
            7,
            "Groupe gt",
            (groups.Length == 0 ? [("connector-service", 31), ("gt", 15)] : groups).ToDictionary(
                group => group.Item1,
                group => group.Item2
            ),
            Acl: false
        );

    public static KnownResource Known(
        string key,
        string remoteId,
        string? hash = null,
        string? etag = null,
        string? path = null
    ) =>
        new()
        {
            Key = key,
            RemoteId = remoteId,
            ContentHash = hash,
            ETag = etag,
            Path = path,
        };
}
