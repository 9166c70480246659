using System.Text;
using System.Text.Json;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>
/// Reads what members wrote into « Points à aborder » of each group: one request for each that moved since, none on a quiet
/// day.
/// </summary>
internal sealed class PointsReader(NextcloudClient client, KnownWorkspace known)
{
    /// <summary>A list of items is short; what is longer is something else and is not read.</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>The items of each group as last read, by the group's identifier.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Recall(KnownWorkspace known) =>
        known
            .Resources.Values.Where(resource =>
                resource.ContentHash is not null && resource.Key.StartsWith(Prefix, StringComparison.Ordinal)
            )
            .ToDictionary(resource => resource.Key[Prefix.Length..], Items, StringComparer.Ordinal);

    /// <returns>What is to be remembered of the documents that moved.</returns>
    public async Task<IReadOnlyList<KnownResource>> ReadAsync(
        WorkspaceSpec spec,
        WorkspaceSnapshot snapshot,
        Language language,
        CancellationToken ct
    )
    {
        var nodes = snapshot.Nodes.ToLookup(node => node.FileId);
        var moved = new List<KnownResource>();
        foreach (
            var area in spec.Areas.Where(area => area.WorkingGroupId is not null && !known.IsClosed(area))
        )
        {
            if (
                area.Documents.FirstOrDefault(item => item.Kind == DocumentKind.Points) is not { } document
                || known.Find(document.Key) is not { Number: { } number } link
                || nodes[number].FirstOrDefault() is not { IsFolder: false } node
                || known.Find(Key(area))?.ETag == node.ETag
                || (link.IsUntouched(node) && known.Find(Key(area)) is null)
                || await client.Files.GetFile(node.Path, ct) is not { } file
                || file.Bytes.Length > MostBytes
            )
            {
                continue;
            }

            var items = MeetingPoints.Read(
                Encoding.UTF8.GetString(file.Bytes),
                PointsComposer.Text(language)
            );
            moved.Add(
                new KnownResource
                {
                    Key = Key(area),
                    RemoteId = $"points {document.Key}",
                    ETag = file.ETag,
                    ContentHash = JsonSerializer.Serialize(items),
                }
            );
        }

        return moved;
    }

    private const string Prefix = "points:";

    private static string Key(AreaSpec area) => $"{Prefix}{area.WorkingGroupId}";

    private static IReadOnlyList<string> Items(KnownResource resource) =>
        JsonSerializer.Deserialize<List<string>>(resource.ContentHash!) ?? [];
}
