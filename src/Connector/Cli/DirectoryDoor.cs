using Connector.Directories;
using Connector.Domain;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary>The territory's own directory, for the verbs that change it: beside the territory file, or on Nextcloud.</summary>
internal static class DirectoryDoor
{
    /// <param name="door">Where the sign-in is looked for; none is needed for a directory on this machine.</param>
    /// <param name="request">Which territory.</param>
    /// <param name="run">What to do with it.</param>
    /// <param name="refused">What to answer when it cannot be read.</param>
    /// <param name="ct">Stops.</param>
    /// <param name="needsServer">Whether a sign-in is needed even for a directory on this machine.</param>
    public static async Task<T> OpenAsync<T>(
        Doorway door,
        TerritoryRequest request,
        Func<OpenDirectory, Task<T>> run,
        Func<IReadOnlyList<Problem>, T> refused,
        CancellationToken ct,
        bool needsServer = false
    )
    {
        var loaded = TerritoryFile.Load(request.TerritoryPath);
        if (loaded.Territory?.CloudDirectory is not null)
        {
            return await TerritoryDoor.ReadAsync(
                door,
                request,
                loaded,
                open =>
                    open.Directory!.Unreadable is { } unreadable
                        ? Task.FromResult(refused([unreadable]))
                        : run(Of(open)),
                (_, problems) => refused(problems),
                ct
            );
        }

        var problems = new ProblemList(request.TerritoryPath);
        if (
            OwnDirectoryPlace.Local(request.TerritoryPath, loaded, problems) is not { } path
            || LocalDirectory.Open(path, problems) is not { } file
        )
        {
            return refused(problems.Any ? problems.Errors : loaded.Problems);
        }

        var directory = new OpenDirectory(
            file,
            loaded,
            [.. loaded.Problems.Concat(loaded.Warnings).Where(problem => problem.Place?.File == file.ShownAs)]
        );
        if (!needsServer)
        {
            return await run(directory);
        }

        return loaded.Territory is null
            ? refused(loaded.Problems)
            : await TerritoryDoor.ReadAsync(
                door,
                request,
                loaded,
                open => run(directory with { Client = open.Client, Ledger = open.Ledger }),
                (_, stopped) => refused(stopped),
                ct
            );
    }

    /// <summary>The one on Nextcloud.</summary>
    public static OpenDirectory Of(OpenTerritory open) =>
        new(
            new CloudDirectoryFile(open.Client, open.Directory!),
            open.Directory!.Loaded,
            open.Directory.Doubts
        )
        {
            Client = open.Client,
            Ledger = open.Ledger,
        };
}

/// <summary>A territory's own directory, open.</summary>
/// <param name="File">Its bytes, and the way back.</param>
/// <param name="Loaded">The territory with it; without a territory when something in it stands in the way.</param>
/// <param name="Doubts">Everything that is to be told of the directory as it is.</param>
internal sealed record OpenDirectory(IOwnDirectory File, LoadResult Loaded, IReadOnlyList<Problem> Doubts)
{
    /// <summary>Keeps the column « À vérifier » true.</summary>
    public Task<CheckView> Check(CancellationToken ct) =>
        new CheckRun(File, Doubts).RunAsync(writes: true, ct);

    /// <summary>Null for a directory on this machine.</summary>
    public NextcloudClient? Client { get; init; }

    /// <summary>Null for a directory on this machine.</summary>
    public LedgerStore? Ledger { get; init; }
}
