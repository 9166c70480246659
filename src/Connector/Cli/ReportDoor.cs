using System.CommandLine;
using Connector.Domain;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary>
/// What the verbs about documents have in common: open the territory, the server and the ledger, run, and tell the report in
/// sentences or in JSON.
/// </summary>
internal static class ReportDoor
{
    public static TerritoryRequest Request(ParseResult result, CommonOptions common, GroupOptions options)
    {
        var path = result.GetRequiredValue(options.Territory);
        return new TerritoryRequest(
            path,
            result.GetValue(common.Server),
            CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
        );
    }

    /// <param name="door">Where to read and write.</param>
    /// <param name="request">Which territory, server and ledger.</param>
    /// <param name="json">Whether to tell it to a program.</param>
    /// <param name="run">The work.</param>
    /// <param name="refused">The report when something stopped it before or in the middle.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync<T>(
        Doorway door,
        TerritoryRequest request,
        bool json,
        Func<NextcloudClient, LedgerStore, LoadResult, Task<T>> run,
        Func<IReadOnlyList<Problem>, T> refused,
        CancellationToken ct
    )
        where T : ITold =>
        RunAsync(door, request, json, open => run(open.Client, open.Ledger, open.Loaded), refused, ct);

    /// <summary>As above, for work on a directory that may lie on Nextcloud.</summary>
    public static async Task<int> RunAsync<T>(
        Doorway door,
        TerritoryRequest request,
        bool json,
        Func<OpenTerritory, Task<T>> run,
        Func<IReadOnlyList<Problem>, T> refused,
        CancellationToken ct
    )
        where T : ITold
    {
        var report = await TerritoryDoor.OpenWithDirectoryAsync(
            door,
            request,
            async open =>
            {
                try
                {
                    return await run(open);
                }
                catch (NextcloudException error)
                {
                    return refused([error.Problem]);
                }
            },
            (_, problems) => refused(problems),
            ct
        );
        return Show(door, report, json);
    }

    /// <summary>Tells a report as it was asked for.</summary>
    /// <returns>The exit code.</returns>
    public static int Show(Doorway door, ITold report, bool json)
    {
        if (json)
        {
            report.WriteJson(door.Out, door.Language);
        }
        else
        {
            report.Write(door.Out, door.Language);
            door.Warn(report.Warnings);
            door.Complain(report.Problems);
        }

        return (int)report.Outcome;
    }
}
