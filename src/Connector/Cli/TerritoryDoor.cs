using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Http;
using Connector.Nextcloud.Login;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary>
/// What <c>plan</c> and <c>apply</c> have in common: read the territory file, find the sign-in, open the ledger, run.
/// </summary>
internal static class TerritoryDoor
{
    /// <returns>The run's report; one without a plan when something stopped it before it began.</returns>
    public static Task<RunReport> RunAsync(
        Doorway door,
        TerritoryRequest request,
        Func<ProvisionRun, LoadResult, Task<RunReport>> run,
        CancellationToken ct,
        Func<NextcloudClient, LedgerStore, LoadResult, RunReport, Task<RunReport>>? after = null,
        Func<OpenTerritory, Task<CheckView>>? check = null
    ) =>
        OpenWithDirectoryAsync(
            door,
            request,
            async open =>
            {
                var (client, ledger, loaded) = (open.Client, open.Ledger, open.Loaded);
                var report = await run(
                    new ProvisionRun(client, ledger, door.Time, request.Options, open.Directory?.Tree),
                    loaded
                );
                report = after is null ? report : await after(client, ledger, loaded, report);
                report = report with { Warnings = [.. loaded.Warnings, .. report.Warnings] };
                return await Check(check, open, report);
            },
            (warnings, problems) => Refused(request, warnings, problems),
            ct,
            (open, report) => Check(check, open, report)
        );

    /// <summary>
    /// In any case: above all when nothing was sent because of what the directory says. What could not be written is told, and
    /// waits for the next run.
    /// </summary>
    private static async Task<RunReport> Check(
        Func<OpenTerritory, Task<CheckView>>? check,
        OpenTerritory open,
        RunReport report
    )
    {
        if (check is null || open.Directory is null)
        {
            return report;
        }

        var view = await check(open);
        return view switch
        {
            { Problems: [var problem, ..] } => report with { Warnings = [.. report.Warnings, problem] },
            { IsWritten: true, Summary: { } said } => report with { Said = [.. report.Said, said] },
            _ => report,
        };
    }

    /// <param name="door">Where the sign-in is looked for.</param>
    /// <param name="request">Which territory, server and ledger.</param>
    /// <param name="run">What to do once all of them are open.</param>
    /// <param name="refused">What to answer, with warnings and problems, when one of them is not.</param>
    /// <param name="ct">Stops.</param>
    public static Task<T> OpenAsync<T>(
        Doorway door,
        TerritoryRequest request,
        Func<NextcloudClient, LedgerStore, LoadResult, Task<T>> run,
        Func<IReadOnlyList<Problem>, IReadOnlyList<Problem>, T> refused,
        CancellationToken ct
    ) =>
        OpenWithDirectoryAsync(
            door,
            request,
            open => run(open.Client, open.Ledger, open.Loaded),
            refused,
            ct
        );

    /// <summary>
    /// The territory with its directory, for verbs that ask no server but for that: one whose directories all lie beside it is
    /// read without any sign-in.
    /// </summary>
    public static async Task<LoadResult> LoadAsync(
        Doorway door,
        TerritoryRequest request,
        CancellationToken ct
    )
    {
        var loaded = TerritoryFile.Load(request.TerritoryPath);
        return loaded.Territory?.CloudDirectory is null
            ? loaded
            : await OpenWithDirectoryAsync(
                door,
                request,
                open => Task.FromResult(open.Loaded),
                (warnings, problems) => new LoadResult { Problems = problems, Warnings = warnings },
                ct
            );
    }

    /// <summary>As <see cref="OpenAsync"/>, telling of the directory on Nextcloud too.</summary>
    public static async Task<T> OpenWithDirectoryAsync<T>(
        Doorway door,
        TerritoryRequest request,
        Func<OpenTerritory, Task<T>> run,
        Func<IReadOnlyList<Problem>, IReadOnlyList<Problem>, T> refused,
        CancellationToken ct,
        Func<OpenTerritory, T, Task<T>>? unusable = null
    )
    {
        var loaded = TerritoryFile.Load(request.TerritoryPath);
        return loaded.Territory is null || loaded.Problems.Count > 0
            ? refused(loaded.Warnings, loaded.Problems)
            : await ReadAsync(
                door,
                request,
                loaded,
                async open =>
                {
                    var whole = open.Loaded;
                    var problems = whole.Territory is null
                        ? whole.Problems
                        : WorkspaceSpecBuilder.Check(whole.Territory);
                    if (problems.Count == 0)
                    {
                        return await run(open);
                    }

                    var answer = refused(whole.Warnings, problems);
                    return unusable is null ? answer : await unusable(open, answer);
                },
                refused,
                ct
            );
    }

    /// <summary>Opens ledger and server, and reads the directory that lives there, whatever is wrong with it.</summary>
    /// <param name="door">Where the sign-in is looked for.</param>
    /// <param name="request">Which territory, server and ledger.</param>
    /// <param name="loaded">The territory file without that directory.</param>
    /// <param name="run">What to do then.</param>
    /// <param name="refused">What to answer, with warnings and problems, when it does not come to that.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<T> ReadAsync<T>(
        Doorway door,
        TerritoryRequest request,
        LoadResult loaded,
        Func<OpenTerritory, Task<T>> run,
        Func<IReadOnlyList<Problem>, IReadOnlyList<Problem>, T> refused,
        CancellationToken ct
    )
    {
        var lookup = new CredentialStore(door.Environment).Find(request.Server ?? loaded.Territory!.Server);
        if (lookup.Account is null)
        {
            return refused(loaded.Warnings, [lookup.Problem!]);
        }

        try
        {
            using var only = RunLock.TryTake(request.LedgerPath);
            if (only is null)
            {
                return refused(loaded.Warnings, [RunLock.Held]);
            }

            await using var ledger = await LedgerStore.OpenAsync(request.LedgerPath, door.Time, ct);
            await using var client = new NextcloudClientFactory(door.Time).Create(lookup.Account);
            var (reading, away) = await Directory(client, ledger, request, loaded, ct);
            return away is not null
                ? refused(loaded.Warnings, [away])
                : await run(new OpenTerritory(client, ledger, reading?.Loaded ?? loaded, reading));
        }
        catch (LedgerException error)
        {
            return refused(loaded.Warnings, [error.Problem]);
        }
    }

    private static async Task<(DirectoryReading? Reading, Problem? Problem)> Directory(
        NextcloudClient client,
        LedgerStore ledger,
        TerritoryRequest request,
        LoadResult loaded,
        CancellationToken ct
    )
    {
        if (loaded.Territory!.CloudDirectory is null)
        {
            return (null, null);
        }

        try
        {
            var reader = new DirectoryReader(client, ledger);
            return (await reader.ReadAsync(request.TerritoryPath, loaded, ct), null);
        }
        catch (NextcloudException error)
        {
            return (null, error.Problem);
        }
    }

    private static RunReport Refused(
        TerritoryRequest request,
        IReadOnlyList<Problem> warnings,
        IReadOnlyList<Problem> problems
    ) =>
        new()
        {
            Territory = request.TerritoryPath,
            Outcome = problems.Any(problem => problem.Code == NextcloudFaults.MaintenanceCode)
                ? RunOutcome.Postponed
                : RunOutcome.Failed,
            Warnings = warnings,
            Problems = problems,
        };
}

/// <summary>Which territory, on which server, with which ledger.</summary>
internal sealed record TerritoryRequest(string TerritoryPath, Uri? Server, string LedgerPath)
{
    /// <summary>What else was asked for on the command line.</summary>
    public PlanOptions Options { get; init; } = PlanOptions.Default;
}

/// <summary>All that a verb about a territory works with.</summary>
/// <param name="Client">The server.</param>
/// <param name="Ledger">What is known.</param>
/// <param name="Loaded">The territory, whole.</param>
/// <param name="Directory">How its directory on Nextcloud was read; null when it has none there.</param>
internal sealed record OpenTerritory(
    NextcloudClient Client,
    LedgerStore Ledger,
    LoadResult Loaded,
    DirectoryReading? Directory
);
