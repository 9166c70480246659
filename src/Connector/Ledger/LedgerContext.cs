using System.Data.Common;
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

    public DbSet<StepRow> Steps => Set<StepRow>();

    public DbSet<SignatureRow> Signatures => Set<SignatureRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    /// <summary>How the file at <paramref name="path"/> is opened.</summary>
    public static DbContextOptions<LedgerContext> At(string path)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = true,
            DefaultTimeout = LedgerHealth.PatienceSeconds,
        };
        return new DbContextOptionsBuilder<LedgerContext>()
            .UseSqlite(connection.ToString())
            .AddInterceptors(new DurablePragmas())
            .Options;
    }

    public async Task EndStep(
        long stepId,
        StepProgress state,
        string? message,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var row = await Steps.SingleAsync(step => step.Id == stepId, ct);
        row.State = state;
        row.EndedAt = now;
        row.Message = message;
    }

    /// <summary>Adds a resource, or replaces all that is known of it.</summary>
    public async Task Upsert(
        string territory,
        KnownResource resource,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var row = await Resources.FindAsync([territory, resource.Key], ct);
        if (row is null)
        {
            row = new ResourceRow
            {
                Territory = territory,
                Key = resource.Key,
                RemoteId = resource.RemoteId,
            };
            Resources.Add(row);
        }

        row.RemoteId = resource.RemoteId;
        row.Path = resource.Path;
        row.ETag = resource.ETag;
        row.ContentHash = resource.ContentHash;
        // What made it made it once: later writings do not unsay it.
        row.Blueprint ??= resource.Blueprint;
        row.SeenAt = now;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Text and numbers that every SQLite tool shows as they are, and that sort by time.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToStringConverter>();
        configurationBuilder.Properties<StepProgress>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StepRow>().HasIndex(row => new { row.Territory, row.State });
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
