using System.Data.Common;
using System.Text.Json;
using Connector.Domain.Workspaces;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Connector.Ledger;

/// <summary>The ledger's tables.</summary>
internal sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
{
    public DbSet<ResourceRow> Resources => Set<ResourceRow>();

    public DbSet<BaseRow> Bases => Set<BaseRow>();

    public DbSet<StepRow> Steps => Set<StepRow>();

    public DbSet<SignatureRow> Signatures => Set<SignatureRow>();

    public DbSet<BoardRow> Boards => Set<BoardRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<CalendarObjectRow> CalendarObjects => Set<CalendarObjectRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    /// <summary>How the file at <paramref name="path"/> is opened.</summary>
    public static DbContextOptions<LedgerContext> At(string path) =>
        new DbContextOptionsBuilder<LedgerContext>()
            .UseSqlite(Connection(path))
            .AddInterceptors(new DurablePragmas())
            .Options;

    /// <summary>
    /// Closes the connection that is kept for the file at <paramref name="path"/>: with a thousand ledgers, their pages would
    /// fill the memory of a service that is at work on four.
    /// </summary>
    public static void Release(string path)
    {
        using var kept = new SqliteConnection(Connection(path));
        SqliteConnection.ClearPool(kept);
    }

    private static string Connection(string path) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = true,
            DefaultTimeout = LedgerHealth.PatienceSeconds,
        }.ToString();

    /// <summary>How the ledgers of all territories, in one PostgreSQL database, are opened.</summary>
    public static DbContextOptions<LedgerContext> Shared(string connection) =>
        new DbContextOptionsBuilder<LedgerContext>().UseNpgsql(connection).Options;

    /// <summary>Adds steps that begin: their numbers, in the order given. One statement, however many they are.</summary>
    public async Task<IReadOnlyList<long>> Begin(
        long runId,
        string territory,
        IEnumerable<(string Key, string Action)> steps,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = JsonSerializer.Serialize(steps.Select(step => new[] { step.Key, step.Action }));
        var ids = await Database
            .SqlQuery<long>(
                $"""
                INSERT INTO "Steps" ("RunId", "Territory", "Key", "Action", "State", "BegunAt")
                SELECT {runId}, {territory}, value ->> 0, value ->> 1, {nameof(StepProgress.Begun)}, {Text(
                    now
                )}
                FROM json_each({rows})
                RETURNING "Id"
                """
            )
            .ToListAsync(ct);
        // Rows are numbered as they come; no order is promised of what is returned.
        return [.. ids.Order()];
    }

    /// <summary>Ends steps alike, in one statement.</summary>
    public Task End(
        IEnumerable<long> stepIds,
        StepProgress state,
        string? message,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var ids = JsonSerializer.Serialize(stepIds);
        return Database.ExecuteSqlAsync(
            $"""
            UPDATE "Steps" SET "State" = {state.ToString()}, "EndedAt" = {Text(now)}, "Message" = {message}
            WHERE "Id" IN (SELECT CAST(value AS BIGINT) FROM json_each({ids}))
            """,
            ct
        );
    }

    /// <summary>What is known of a territory.</summary>
    public async Task<KnownWorkspace> Load(string territory, CancellationToken ct)
    {
        var resources = await Resources
            .AsNoTracking()
            .Where(row => row.Territory == territory)
            .ToListAsync(ct);
        var unfinished = await Steps
            .AsNoTracking()
            .Where(row => row.Territory == territory && row.State == StepProgress.Begun)
            .Select(row => row.Key)
            .ToListAsync(ct);
        return new KnownWorkspace
        {
            Resources = resources
                .Select(row => row.ToKnown())
                .ToDictionary(known => known.Key, StringComparer.Ordinal),
            Unfinished = unfinished.ToHashSet(StringComparer.Ordinal),
            SeenAt = resources.ToDictionary(row => row.Key, row => row.SeenAt, StringComparer.Ordinal),
            CalendarTexts = await CalendarShelf.LoadAsync(this, territory, ct),
        };
    }

    /// <summary>Adds resources, or replaces all that is known of them, in one statement.</summary>
    public Task Upsert(
        string territory,
        IEnumerable<KnownResource> resources,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = JsonSerializer.Serialize(
            resources.Select(item =>
                new[]
                {
                    item.Key,
                    item.RemoteId,
                    item.Path,
                    item.ETag,
                    item.ContentHash,
                    item.Blueprint,
                    item.BaseHash,
                }
            )
        );
        // What made it made it once: later writings do not unsay it.
        return Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Resources"
                ("Territory", "Key", "RemoteId", "Path", "ETag", "ContentHash", "Blueprint", "BaseHash", "SeenAt")
            SELECT {territory}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, {Text(
                now
            )}
            FROM json_each({rows}) WHERE TRUE
            ON CONFLICT ("Territory", "Key") DO UPDATE SET
                "RemoteId" = excluded."RemoteId",
                "Path" = excluded."Path",
                "ETag" = excluded."ETag",
                "ContentHash" = excluded."ContentHash",
                "BaseHash" = excluded."BaseHash",
                "Blueprint" = COALESCE("Resources"."Blueprint", excluded."Blueprint"),
                "SeenAt" = excluded."SeenAt"
            """,
            ct
        );
    }

    /// <summary>Keeps documents; one that is kept already stays as it is.</summary>
    public async Task Keep(IEnumerable<KeptBase> bases, CancellationToken ct)
    {
        foreach (var kept in bases)
        {
            await Database.ExecuteSqlAsync(
                $"""INSERT INTO "Bases" ("Hash", "Bytes") VALUES ({kept.Hash}, {kept.Compressed()}) ON CONFLICT DO NOTHING""",
                ct
            );
        }
    }

    /// <summary>Drops documents that nothing leans on any more.</summary>
    public Task<int> DropUnusedBases(CancellationToken ct) =>
        Bases.Where(row => !Resources.Any(resource => resource.BaseHash == row.Hash)).ExecuteDeleteAsync(ct);

    /// <summary>As the columns hold it. Kept: each converter compiles its conversion anew.</summary>
    private static string Text(DateTimeOffset moment) => (string)Moments.ConvertToProvider(moment)!;

    private static readonly DateTimeOffsetToStringConverter Moments = new();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Text and numbers that every SQLite tool shows as they are, and that sort by time.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToStringConverter>();
        configurationBuilder.Properties<StepProgress>().HaveConversion<string>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ResourceRow>().HasIndex(row => row.BaseHash);
        modelBuilder.Entity<StepRow>().HasIndex(row => new { row.Territory, row.State });
        modelBuilder.Entity<OutboxRow>().HasIndex(row => row.Territory);
        modelBuilder.Entity<DeliveryRow>().HasIndex(row => new { row.Territory, row.State });
        modelBuilder.Entity<RunRow>().HasIndex(row => row.Territory);
    }
}

/// <summary>
/// WAL, so that reading never waits for writing, and <c>synchronous=FULL</c>, so that what the ledger said is on
/// disk before the server is asked: a power cut must not make Connector forget what it did.
/// Source: sqlite.org, « PRAGMA synchronous ».
/// </summary>
internal sealed class DurablePragmas : DbConnectionInterceptor
{
    private static readonly string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        + $"PRAGMA busy_timeout={LedgerHealth.PatienceSeconds * 1000};";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (OnlyLooks(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (OnlyLooks(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// The database creator looks whether the file is there with a connection that may not write, and a file that another
    /// program copied or repaired is no longer in WAL mode: it gets there with the next connection.
    /// </summary>
    private static bool OnlyLooks(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
}
