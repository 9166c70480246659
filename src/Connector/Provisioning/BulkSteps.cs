using System.Collections.Concurrent;
using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>
/// Writes the first documents of many new areas in few requests. The bulk endpoint knows no condition and would
/// overwrite: only for areas that nobody but Connector can see yet.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="compose">The bytes of a step's document.</param>
internal sealed class BulkSteps(NextcloudClient client, Func<PlanStep, MadeDocument> compose)
{
    /// <summary>Files and bytes of one request at most: short enough for a server that cuts requests after 30 seconds.</summary>
    private const int MostFiles = 200;
    private const int FewestFiles = 10;
    private const int MostBytes = 8 * 1024 * 1024;

    /// <returns>The documents that the server says it wrote; the others are sent alone.</returns>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> Put(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        var made = new ConcurrentDictionary<string, StepOutcome>(StringComparer.Ordinal);
        await Lanes.ForEach(Parcels(steps), (parcel, stop) => Send(parcel, made, stop), ct);
        return made;
    }

    private async Task Send(
        IReadOnlyList<Item> parcel,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        try
        {
            var files = parcel.Select(item => new BulkFile(item.Path, item.Document.Bytes)).ToList();
            var outcomes = await client.Files.BulkUpload(files, ct);
            foreach (var (item, outcome) in parcel.Zip(outcomes, (item, told) => (item, told.Outcome)))
            {
                if (outcome is { Changed: true, FileId: { } id, ETag: { } etag })
                {
                    made[item.Step.Key] = Made(item, id, etag);
                }
            }
        }
        catch (NextcloudException error) when (error.MayHaveActed)
        {
            // Each file is then sent alone, which finds out whether it is there.
        }
    }

    private static StepOutcome Made(Item item, long id, string etag) =>
        StepOutcome.Wrote(
            ((PutDocument)item.Step.Action!).Document,
            new KnownResource
            {
                Key = item.Step.Key,
                RemoteId = id.ToString(CultureInfo.InvariantCulture),
                Path = item.Path,
                ETag = etag,
                ContentHash = ContentHash.Sha1(item.Document.Bytes.Span),
            },
            item.Document.Bytes
        );

    private IEnumerable<IReadOnlyList<Item>> Parcels(IReadOnlyList<PlanStep> steps)
    {
        var most = Math.Clamp((steps.Count + Lanes.Most - 1) / Lanes.Most, FewestFiles, MostFiles);
        var parcel = new List<Item>();
        var bytes = 0;
        foreach (var step in steps)
        {
            var document = compose(step);
            if (parcel.Count == most || (parcel.Count > 0 && bytes + document.Bytes.Length > MostBytes))
            {
                yield return parcel;
                parcel = [];
                bytes = 0;
            }

            parcel.Add(new Item(step, ((PutDocument)step.Action!).Path, document));
            bytes += document.Bytes.Length;
        }

        if (parcel.Count > 0)
        {
            yield return parcel;
        }
    }

    private sealed record Item(PlanStep Step, string Path, MadeDocument Document);
}
