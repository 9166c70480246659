using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Spectre.Console;

namespace Connector.Cli.Demo;

/// <summary>Shows the tree of what exists on the server now, read from it.</summary>
internal sealed class WorkspaceTree(Doorway door)
{
    private const int Most = 8;

    public async Task ShowAsync(NextcloudClient client, CancellationToken ct)
    {
        var listing = await client.Files.Propfind("", DavDepth.Infinity, ct);
        var tree = new Tree($"[bold]{new Domain.Text("Fichiers", "Files").In(door.Language)}[/]").Guide(
            TreeGuide.Line
        );
        var nodes = new Dictionary<string, IHasTreeNodes>(StringComparer.Ordinal) { [""] = tree };
        var folders = listing
            .Resources.Where(item => item.Path.Length > 0)
            .OrderBy(item => item.Path, StringComparer.Ordinal)
            .GroupBy(item => Parent(item.Path), StringComparer.Ordinal);
        foreach (var folder in folders.Where(folder => nodes.ContainsKey(folder.Key)))
        {
            Add(nodes, [.. folder]);
        }

        door.Out.WriteLine();
        door.Out.Write(tree);
    }

    /// <summary>A year's meetings are many, and all alike: the first and the last of a long folder tell enough.</summary>
    private void Add(Dictionary<string, IHasTreeNodes> nodes, IReadOnlyList<DavResource> children)
    {
        var parent = nodes[Parent(children[0].Path)];
        var isLong = children.Count > Most && children[0].Path.Contains('/', StringComparison.Ordinal);
        foreach (var resource in isLong ? children.Take(1) : children)
        {
            nodes[resource.Path] = parent.AddNode(Label(resource));
        }

        if (isLong)
        {
            var count = new Domain.Text($"… {children.Count - 2} autres", $"… {children.Count - 2} others");
            parent.AddNode($"[grey]{count.In(door.Language)}[/]");
            nodes[children[^1].Path] = parent.AddNode(Label(children[^1]));
        }
    }

    private static string Label(DavResource resource) =>
        resource.IsFolder ? $"[teal]{resource.Name.EscapeMarkup()}/[/]" : resource.Name.EscapeMarkup();

    private static string Parent(string path) =>
        path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
}
