using System.Data.Common;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>
/// Connector's memory: what it made or adopted, and each step as it begins and ends. Writing throws when it cannot
/// write: work that the ledger does not know of must not go on.
/// </summary>
internal sealed class LedgerStore : IAsyncDisposable
{
    /// <summary>Raised when the tables change; a file with a higher number was written by a newer Connector.</summary>
    internal const int SchemaVersion = 8;

    private readonly DbContextOptions<LedgerContext> _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1, 1);

    private LedgerStore(string path, DbContextOptions<LedgerContext> options, TimeProvider time) =>
        (Path, _options, _time) = (path, options, time);

    /// <summary>The file, or the name of the database: what a message calls it.</summary>
    public string Path { get; }

    /// <summary>Opens the ledger file, making it and its folder when they are missing.</summary>
    /// <exception cref="LedgerException">The file is damaged, not a ledger, from a newer version or not writable.</exception>
    public static async Task<LedgerStore> OpenAsync(string path, TimeProvider time, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            var store = new LedgerStore(path, LedgerContext.At(path), time);
            await store.PrepareAsync(ct);
            return store;
        }
        catch (Exception error)
            when (IsOfTheDatabase(error) || error is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException(path, error);
        }
    }

    /// <summary>The ledger that nodes share, whose tables <see cref="SharedLedger"/> has made.</summary>
    /// <param name="connection">To a PostgreSQL database.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="time">The clock.</param>
    public static LedgerStore Shared(string connection, string shown, TimeProvider time) =>
        new(shown, LedgerContext.Shared(connection), time);

    /// <summary>What is known of <paramref name="territory"/> (its slug).</summary>
    public Task<KnownWorkspace> LoadAsync(string territory, CancellationToken ct) =>
        ReadAsync(db => db.Load(territory, ct));

    public Task<long> BeginRunAsync(string territory, string verb, CancellationToken ct) =>
        WriteAsync(
            async db =>
            {
                var run = new RunRow
                {
                    Territory = territory,
                    Verb = verb,
                    StartedAt = _time.GetUtcNow(),
                };
                db.Runs.Add(run);
                await db.SaveChangesAsync(ct);
                return run.Id;
            },
            ct
        );

    /// <summary>Ends a run. Steps that earlier runs left begun were settled by the reading that this run started from.</summary>
    public Task EndRunAsync(long runId, string outcome, int requests, bool settled, CancellationToken ct) =>
        WriteAsync(
            async db =>
            {
                var run = await db.Runs.SingleAsync(row => row.Id == runId, ct);
                run.EndedAt = _time.GetUtcNow();
                run.Outcome = outcome;
                run.Requests = requests;
                if (settled)
                {
                    await db
                        .Steps.Where(row =>
                            row.Territory == run.Territory
                            && row.State == StepProgress.Begun
                            && row.RunId < runId
                        )
                        .ExecuteUpdateAsync(
                            set => set.SetProperty(row => row.State, StepProgress.Settled),
                            ct
                        );
                }

                await db.SaveChangesAsync(ct);
                return await db.DropUnusedBases(ct);
            },
            ct
        );

    /// <summary>Writes down that these steps begin, in one transaction: their numbers, in the same order.</summary>
    public Task<IReadOnlyList<long>> BeginStepsAsync(
        long runId,
        string territory,
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    ) =>
        WriteAsync(
            db =>
                db.Begin(
                    runId,
                    territory,
                    steps.Select(step => (step.Key, step.Action!.GetType().Name)),
                    _time.GetUtcNow(),
                    ct
                ),
            ct
        );

    /// <summary>Records that steps are done, and what each made, in one transaction.</summary>
    public Task CompleteStepsAsync(
        string territory,
        IReadOnlyList<(long StepId, IReadOnlyList<KnownResource> Made, IReadOnlyList<KeptBase> Bases)> done,
        CancellationToken ct
    ) =>
        WriteAsync(
            async db =>
            {
                await using var all = await db.Database.BeginTransactionAsync(ct);
                var now = _time.GetUtcNow();
                await db.Keep(done.SelectMany(step => step.Bases), ct);
                await db.End(done.Select(step => step.StepId), StepProgress.Completed, null, now, ct);
                await db.Upsert(territory, done.SelectMany(step => step.Made), now, ct);
                await all.CommitAsync(ct);
                return done.Count;
            },
            ct
        );

    public Task FailStepAsync(long stepId, Text message, CancellationToken ct) =>
        WriteAsync(
            async db =>
            {
                await db.End([stepId], StepProgress.Failed, message.French, _time.GetUtcNow(), ct);
                return 1;
            },
            ct
        );

    /// <summary>Remembers things that needed no step on the server: adoptions, change tags.</summary>
    public Task RememberAsync(
        string territory,
        IReadOnlyList<KnownResource> resources,
        CancellationToken ct
    ) => RememberAsync(territory, resources, [], ct);

    /// <summary>As above, with documents that those things lean on.</summary>
    public Task RememberAsync(
        string territory,
        IReadOnlyList<KnownResource> resources,
        IReadOnlyList<KeptBase> bases,
        CancellationToken ct
    ) =>
        WriteAsync(
            async db =>
            {
                await using var all = await db.Database.BeginTransactionAsync(ct);
                await db.Keep(bases, ct);
                await db.Upsert(territory, resources, _time.GetUtcNow(), ct);
                await all.CommitAsync(ct);
                return resources.Count;
            },
            ct
        );

    /// <summary>Goes on knowing things under the keys that a newer blueprint gives them, in one transaction.</summary>
    public Task MoveAsync(string territory, IReadOnlyList<KeyMove> moves, CancellationToken ct) =>
        WriteAsync(
            async db =>
            {
                var rows = await db.Resources.Where(row => row.Territory == territory).ToListAsync(ct);
                foreach (var row in rows)
                {
                    var key = moves.Aggregate(row.Key, (now, move) => move.Apply(now) ?? now);
                    if (key != row.Key)
                    {
                        db.Resources.Remove(row);
                        db.Resources.Add(row.Under(key));
                    }
                }

                return await db.SaveChangesAsync(ct);
            },
            ct
        );

    /// <summary>Forgets one thing, such as a closing that was undone. Nothing when it is not known.</summary>
    public Task ForgetAsync(string territory, string key, CancellationToken ct) =>
        WriteAsync(
            db =>
                db.Resources.Where(row => row.Territory == territory && row.Key == key)
                    .ExecuteDeleteAsync(ct),
            ct
        );

    /// <summary>The last run of each verb over <paramref name="territory"/>, newest first.</summary>
    public Task<List<RunRow>> RunsAsync(string territory, int most, CancellationToken ct) =>
        ReadAsync(db =>
            db.Runs.AsNoTracking()
                .Where(row => row.Territory == territory)
                .OrderByDescending(row => row.Id)
                .Take(most)
                .ToListAsync(ct)
        );

    public ValueTask DisposeAsync()
    {
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        await using var db = new LedgerContext(_options);
        await db.Database.EnsureCreatedAsync(ct);
        await LedgerHealth.CheckAsync(db, Path, ct);
        var version = await SqliteSchema.VersionAsync(db, ct);
        if (version > SchemaVersion)
        {
            throw new LedgerException(Path, version, SchemaVersion);
        }

        if (version < SchemaVersion)
        {
            if (version > 0)
            {
                // Under the older number: whoever goes back to the older program finds what it understands.
                await LedgerBackup.SaveAsync(Path, $"{Path}.schema-{version}", ct);
            }

            await LedgerSchema.UpgradeAsync(db, ct);
            await db.Database.ExecuteSqlRawAsync($"PRAGMA user_version = {SchemaVersion}", ct);
        }
    }

    internal async Task<T> ReadAsync<T>(Func<LedgerContext, Task<T>> read)
    {
        try
        {
            await using var db = new LedgerContext(_options);
            return await read(db);
        }
        catch (Exception error) when (IsOfTheDatabase(error))
        {
            throw new LedgerException(Path, error);
        }
    }

    internal async Task<T> WriteAsync<T>(Func<LedgerContext, Task<T>> write, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            await using var db = new LedgerContext(_options);
            return await write(db);
        }
        catch (Exception error) when (IsOfTheDatabase(error))
        {
            throw new LedgerException(Path, error);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>EF Core wraps what it takes for passing in an exception of its own.</summary>
    private static bool IsOfTheDatabase(Exception error) =>
        error
            is DbException
                or DbUpdateException
                or InvalidOperationException { InnerException: DbException };
}
