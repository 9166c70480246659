using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Spectre.Console;

namespace Connector.Cli.Demo;

/// <summary>Shows the tree of what exists on the server now, read from it.</summary>
internal sealed class WorkspaceTree(Doorway door)
{
    public async Task ShowAsync(NextcloudClient client, CancellationToken ct)
    {
        var listing = await client.Files.Propfind("", DavDepth.Infinity, ct);
        var tree = new Tree($"[bold]{new Domain.Text("Fichiers", "Files").In(door.Language)}[/]").Guide(
            TreeGuide.Line
        );
        var nodes = new Dictionary<string, IHasTreeNodes>(StringComparer.Ordinal) { [""] = tree };
        foreach (
            var resource in listing
                .Resources.Where(item => item.Path.Length > 0)
                .OrderBy(item => item.Path, StringComparer.Ordinal)
        )
        {
            var parent = resource.Path.Contains('/', StringComparison.Ordinal)
                ? resource.Path[..resource.Path.LastIndexOf('/')]
                : "";
            var label = resource.IsFolder
                ? $"[teal]{resource.Name.EscapeMarkup()}/[/]"
                : resource.Name.EscapeMarkup();
            nodes[resource.Path] = nodes[parent].AddNode(label);
        }

        door.Out.WriteLine();
        door.Out.Write(tree);
    }
}
