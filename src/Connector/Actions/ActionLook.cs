using System.Collections.Concurrent;
using System.Globalization;
using Connector.DocumentFlow;
using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Provisioning;

namespace Connector.Actions;

/// <summary>
/// Hears what people wrote into minutes and sheets of actions since the last look: only files whose ETag moved are read, and
/// none that still is what Connector wrote.
/// </summary>
internal sealed class ActionLook(NextcloudClient client, TemplateMemory templates)
{
    /// <summary>Files read side by side.</summary>
    private const int Lanes = 4;

    /// <param name="context">The territory, with the actions as they were.</param>
    /// <param name="known">The ledger's memory.</param>
    /// <param name="snapshot">The server as it is.</param>
    /// <param name="ct">Stops.</param>
    public async Task<ActionBoard> HearAsync(
        ComposedTerritory context,
        KnownWorkspace known,
        WorkspaceSnapshot snapshot,
        CancellationToken ct
    )
    {
        var files = new ActionFiles(context, known, snapshot);
        var readings = new ConcurrentBag<ActionReading>();
        await Parallel.ForEachAsync(
            files.Changed(),
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = ct },
            async (file, stop) =>
            {
                // What cannot be fetched now is read by the next run: its ETag is still another one.
                if (await client.Files.GetFile(file.Node.Path, stop) is { } there)
                {
                    var filled = file.Minutes is { } minutes
                        ? await templates.OfAsync(file.Key, MinutesArchive.DocumentOf(minutes), stop)
                        : null;
                    readings.Add(
                        files.Read(file with { Template = filled }, there.Bytes, there.ETag ?? file.Node.ETag)
                    );
                }
            }
        );
        return ActionMerge.Hear(context.Board, [.. readings]);
    }

    public static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
