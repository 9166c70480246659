using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Publishing;

namespace Connector.Inspirations;

/// <summary>One of the files that Connector keeps in a folder of inspirations: where it is, and writing it without a loss.</summary>
/// <param name="client">The server.</param>
/// <param name="scope">What a look found.</param>
/// <param name="key">In the ledger.</param>
/// <param name="path">Where it belongs.</param>
internal sealed class FileMemory(NextcloudClient client, ProvisionScope scope, string key, string path)
{
    /// <summary>What the ledger knows of it; null for what was never made.</summary>
    public KnownResource? Known { get; } = scope.Known.Find(key);

    public string Key => key;

    public string Path => path;

    /// <summary>By its number wherever it was moved, else by its name; null where there is none.</summary>
    public NodeState? Find()
    {
        var files = scope.Snapshot.Nodes.Where(node => !node.IsFolder);
        return Known?.Number is { } number
            ? files.FirstOrDefault(node => node.FileId == number)
            : files.FirstOrDefault(node => node.Path == path);
    }

    /// <returns>What to remember, or why it was not written.</returns>
    public async Task<(KnownResource? Known, Problem? Problem)> PutAsync(
        byte[] bytes,
        string mediaType,
        NodeState? there,
        CancellationToken ct
    )
    {
        var at = there?.Path ?? path;
        var condition = there?.ETag is { } etag ? PutCondition.IfMatch(etag) : PutCondition.IfNoneMatchAny;
        var put = await client.Files.PutFile(at, bytes, condition, mediaType, ct);
        if (!put.Changed)
        {
            return (
                null,
                put.Result is DavResult.PreconditionFailed or DavResult.Locked
                    ? InspirationProblems.Busy(at)
                    : PublishingProblems.NotWritten(at, put.Message)
            );
        }

        var number =
            there?.FileId
            ?? put.FileId
            ?? (await client.Files.Find(at, ct))?.FileId
            ?? throw new InvalidOperationException($"{at} was written and is not there");
        return (
            new KnownResource
            {
                Key = key,
                RemoteId = number.ToString(CultureInfo.InvariantCulture),
                Path = at,
                ETag = put.ETag,
                ContentHash = ContentHash.Sha1(bytes),
            },
            null
        );
    }
}
