using Connector.Ledger;
using Connector.Service;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Connector.Jobs;

/// <summary>The tables of jobs, the same on SQLite and PostgreSQL.</summary>
internal sealed class JobContext(DbContextOptions<JobContext> options) : DbContext(options)
{
    /// <summary>Raised when the tables change.</summary>
    public const int SchemaVersion = 2;

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ServerRow> Servers => Set<ServerRow>();

    public DbSet<TakenCallRow> TakenCalls => Set<TakenCallRow>();

    public DbSet<OwnerRow> Owners => Set<OwnerRow>();

    public static DbContextOptions<JobContext> At(ServiceDatabase database) =>
        database.Postgres is { } connection
            ? new DbContextOptionsBuilder<JobContext>().UseNpgsql(connection).Options
            : new DbContextOptionsBuilder<JobContext>()
                .UseSqlite(
                    new SqliteConnectionStringBuilder
                    {
                        DataSource = database.JobsFile,
                        DefaultTimeout = LedgerHealth.PatienceSeconds,
                    }.ToString()
                )
                .AddInterceptors(new DurablePragmas())
                .Options;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Moment>();
        configurationBuilder.Properties<JobState>().HaveConversion<string>();
        configurationBuilder.Properties<JobKind>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var job = modelBuilder.Entity<JobRow>();
        job.Ignore(row => row.Duration).Ignore(row => row.Left);
        // A node that begins a job and somebody who cancels it at that moment: the later of the two looks again.
        job.Property(row => row.State).IsConcurrencyToken();
        // What makes a second request join the first, whichever node or program asks.
        job.HasIndex(row => new { row.Territory, row.Kind })
            .IsUnique()
            .HasFilter("\"State\" <> 'Ended'")
            .HasDatabaseName("IX_Jobs_Open");
        job.HasIndex(row => new { row.State, row.NotBefore });
        job.HasIndex(row => new { row.Territory, row.Id });
        job.HasIndex(row => row.EndedAt);
        modelBuilder.Entity<TakenCallRow>().HasIndex(row => row.At);
    }

    /// <summary>Milliseconds since 1970: short, and in the same order on every database.</summary>
    private sealed class Moment()
        : ValueConverter<DateTimeOffset, long>(
            moment => moment.ToUnixTimeMilliseconds(),
            number => DateTimeOffset.FromUnixTimeMilliseconds(number)
        );
}
