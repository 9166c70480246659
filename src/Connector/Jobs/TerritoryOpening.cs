using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Login;
using Connector.Service;
using Connector.TerritoryFiles;
using Microsoft.EntityFrameworkCore;

namespace Connector.Jobs;

/// <summary>A territory's files and sign-in, read anew for each job: what somebody changed in them counts from then on.</summary>
internal sealed record OpenedTerritory(
    LoadResult Loaded,
    NextcloudAccount? Account,
    IReadOnlyList<Problem> Problems
)
{
    public static OpenedTerritory Of(ServiceTerritory territory, Func<string, string?> environment)
    {
        var loaded = TerritoryFile.Load(territory.File);
        if (loaded.Territory is null || loaded.Problems.Count > 0)
        {
            return new OpenedTerritory(loaded, null, loaded.Problems);
        }

        if (WorkspaceSpecBuilder.Check(loaded.Territory) is { Count: > 0 } collisions)
        {
            return new OpenedTerritory(loaded, null, collisions);
        }

        var lookup = new CredentialStore(territory.Environment(environment)).Find(
            territory.Server ?? loaded.Territory.Server
        );
        return new OpenedTerritory(loaded, lookup.Account, lookup.Problem is { } problem ? [problem] : []);
    }
}

/// <summary>The ledger of a territory with the right to be the only run over it, on this machine or among all nodes.</summary>
internal sealed class HeldLedger : IAsyncDisposable
{
    private readonly IDisposable? _file;
    private readonly SharedRunLock? _shared;

    private HeldLedger(LedgerStore store, IDisposable? file, SharedRunLock? shared) =>
        (Store, _file, _shared) = (store, file, shared);

    public LedgerStore Store { get; }

    /// <returns>Null when another run is under way over this territory.</returns>
    /// <exception cref="LedgerException">The ledger cannot be opened.</exception>
    public static async Task<HeldLedger?> TryOpenAsync(
        ServiceDatabase database,
        ServiceTerritory territory,
        string name,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (database.Postgres is not { } connection)
        {
            return await OpenFileAsync(territory.Ledger, time, ct);
        }

        var slug = Slug.Of(name);
        await Own(database, slug, territory, name, ct);
        return await SharedRunLock.TryTakeAsync(connection, database.ToString(), slug, ct) is { } held
            ? new HeldLedger(LedgerStore.Shared(connection, database.ToString(), time), null, held)
            : null;
    }

    private static async Task<HeldLedger?> OpenFileAsync(string path, TimeProvider time, CancellationToken ct)
    {
        var only = RunLock.TryTake(path);
        try
        {
            return only is null
                ? null
                : new HeldLedger(await LedgerStore.OpenAsync(path, time, ct), only, null);
        }
        catch
        {
            only?.Dispose();
            throw;
        }
    }

    /// <summary>Whether the right still holds: a node that was cut off from the database must stop.</summary>
    public Task<bool> IsHeldAsync(CancellationToken ct) => _shared?.IsHeldAsync(ct) ?? Task.FromResult(true);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_file is not null)
        {
            LedgerContext.Release(Store.Path);
            _file.Dispose();
        }

        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }
    }

    /// <summary>In one database ledgers are told apart by the territory's name: two territories must not take it for theirs.</summary>
    private static async Task Own(
        ServiceDatabase database,
        string slug,
        ServiceTerritory territory,
        string name,
        CancellationToken ct
    )
    {
        await using var db = new JobContext(JobContext.At(database));
        var owner = await db.Owners.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, ct);
        if (owner is null)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Owners" ("Slug", "Territory") VALUES ({slug}, {territory.Id}) ON CONFLICT DO NOTHING""",
                ct
            );
            owner = await db.Owners.AsNoTracking().SingleAsync(row => row.Slug == slug, ct);
        }

        if (owner.Territory != territory.Id)
        {
            throw new LedgerException(
                ServiceCheck.SameName(territory with { Id = owner.Territory }, territory, name)
            );
        }
    }
}
