using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Service;
using Connector.TerritoryFiles;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>What a deed works with: the server, what is known, the territory with its directory.</summary>
/// <param name="Client">The server, as Connector's own account.</param>
/// <param name="Ledger">With the right to be the only run over it.</param>
/// <param name="Loaded">Without a problem.</param>
/// <param name="Directory">How the directory on Nextcloud was read; null when the territory has none there.</param>
internal sealed record OpenWork(
    NextcloudClient Client,
    LedgerStore Ledger,
    LoadResult Loaded,
    DirectoryReading? Directory
)
{
    /// <summary>Where records of the territory of this file are written.</summary>
    public OwnDirectories DirectoriesOf(string file) => new(Client, Directory, Loaded, file);
}

/// <summary>
/// How a deed changes a workspace: as a job does, with the right to be the only run over the territory, and by the same runs
/// as the command line. A job that is under way is waited for a few seconds, for most are short; then somebody is asked to
/// press again. Afterwards the pages show what is there now.
/// </summary>
internal sealed class ConsoleWork(
    ServiceState state,
    ServiceNode node,
    ReadingShelf shelf,
    IHostApplicationLifetime life,
    TimeProvider time
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(250);

    /// <summary>A person waits for the page meanwhile, if no longer than their browser.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly NextcloudClientOptions Options = ServicePatience.Options with
    {
        TotalTimeout = TimeSpan.FromSeconds(60),
        MaxRetryAfter = TimeSpan.FromSeconds(5),
    };

    /// <summary>Does it, and tells the report on the next page.</summary>
    /// <param name="deed">Who asks, and about which territory.</param>
    /// <param name="path">The page that the browser goes to.</param>
    /// <param name="run">The work: one of the runs behind the command line.</param>
    /// <param name="said">What a report says was done, in a sentence.</param>
    public async Task<DeedResult> TellAsync<T>(
        Deed deed,
        string path,
        Func<OpenWork, CancellationToken, Task<T>> run,
        Func<T, Text?> said
    )
        where T : class, ITold
    {
        var (report, problems) = await RunAsync(deed.Page.Owner!, run);
        if (report is null || report.Problems.Count > 0)
        {
            return deed.Trouble(path, report?.Problems ?? problems);
        }

        var done = said(report) ?? new Text("C'est fait.", "Done.");
        return deed.Done(
            path,
            string.Join(' ', report.Warnings.Select(warning => warning.Message.French).Prepend(done.French)),
            string.Join(' ', report.Warnings.Select(warning => warning.Message.English).Prepend(done.English))
        );
    }

    /// <param name="territory">As configured.</param>
    /// <param name="run">The work; it ends whether or not the browser waits, and stops when the service does.</param>
    /// <param name="changes">Whether it may change something, so that the pages have to be read anew.</param>
    /// <returns>What the run gives back; else what stood in its way.</returns>
    public async Task<(T? Result, IReadOnlyList<Problem> Problems)> RunAsync<T>(
        ServiceTerritory territory,
        Func<OpenWork, CancellationToken, Task<T>> run,
        bool changes = true
    )
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
        stop.CancelAfter(Longest);
        try
        {
            var (result, problems) = await HoldAsync(territory, run, stop.Token);
            if (result is not null && changes)
            {
                await shelf.AnewAsync(territory, stop.Token);
            }

            return (result, problems);
        }
        catch (NextcloudException error)
        {
            return (null, [error.Problem]);
        }
        catch (LedgerException error)
        {
            return (null, [error.Problem]);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (null, [TooLong]);
        }
    }

    private async Task<(T? Result, IReadOnlyList<Problem> Problems)> HoldAsync<T>(
        ServiceTerritory territory,
        Func<OpenWork, CancellationToken, Task<T>> run,
        CancellationToken ct
    )
        where T : class
    {
        var opened = OpenedTerritory.Of(territory, node.Environment);
        if (opened.Account is not { } account)
        {
            return (null, opened.Problems);
        }

        await using var held = await TakeAsync(territory, opened.Loaded, ct);
        if (held is null)
        {
            return (null, [Busy]);
        }

        await using var client = new NextcloudClientFactory(time, Options).Create(account);
        client.Requests.Sent += node.Meter.Sent;
        var reading = opened.Loaded.Territory!.CloudDirectory is null
            ? null
            : await new DirectoryReader(client, held.Store).ReadAsync(territory.File, opened.Loaded, ct);
        var whole = reading?.Loaded ?? opened.Loaded;
        var problems = whole.Territory is null ? whole.Problems : WorkspaceSpecBuilder.Check(whole.Territory);
        return problems.Count > 0
            ? (null, problems)
            : (await run(new OpenWork(client, held.Store, whole, reading), ct), []);
    }

    /// <returns>Null when another run goes on and on.</returns>
    private async Task<HeldLedger?> TakeAsync(
        ServiceTerritory territory,
        LoadResult loaded,
        CancellationToken ct
    )
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var held = await HeldLedger.TryOpenAsync(
                state.Configuration.Database,
                territory,
                loaded.Territory!.Name,
                time,
                ct
            );
            if (held is not null || time.GetElapsedTime(began) > Patience)
            {
                return held;
            }

            await Task.Delay(Again, time, ct);
        }
    }

    public static Problem Busy { get; } =
        new()
        {
            Code = "run-in-progress",
            Message = new Text(
                "Connector est en train de travailler pour ce territoire ; rien n'a été changé.",
                "Connector is working for this territory now; nothing was changed."
            ),
            Remedy = new Text("Réessayez dans un instant.", "Try again in a moment."),
        };

    private static Problem TooLong { get; } =
        new()
        {
            Code = "deed-too-long",
            Message = new Text(
                "Le Nextcloud a mis trop longtemps à répondre ; ce qui était commencé l'est peut-être encore à moitié.",
                "The Nextcloud took too long to answer; what was begun may be half done."
            ),
            Remedy = new Text(
                "Regardez ce qui est en place, puis recommencez : rien ne sera fait deux fois.",
                "Look at what is there, then do it again: nothing is done twice."
            ),
        };
}
