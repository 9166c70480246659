using System.ComponentModel.DataAnnotations;
using Connector.Ledger;
using Connector.Service;
using Connector.Web.Api.Tokens;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Connector.Web.Api;

/// <summary>A call that carried an <c>Idempotency-Key</c>, and how it was answered.</summary>
internal sealed class KeptCallRow
{
    /// <summary>SHA-256 of the token's name and the key.</summary>
    [Key]
    public required string Id { get; init; }

    /// <summary>SHA-256 of method, address and body.</summary>
    public required string Request { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long At { get; init; }

    /// <summary>0 while it is being answered.</summary>
    public int Status { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public byte[]? Body { get; set; }
}

/// <summary>What the API keeps: tokens, and calls that must not be carried out twice. A file of its own on SQLite.</summary>
internal sealed class ApiContext(DbContextOptions<ApiContext> options) : DbContext(options)
{
    private const int SchemaVersion = 1;

    public DbSet<ApiTokenRow> Tokens => Set<ApiTokenRow>();

    public DbSet<KeptCallRow> KeptCalls => Set<KeptCallRow>();

    public static DbContextOptions<ApiContext> At(ServiceDatabase database) =>
        database.Postgres is { } connection
            ? new DbContextOptionsBuilder<ApiContext>().UseNpgsql(connection).Options
            : new DbContextOptionsBuilder<ApiContext>()
                .UseSqlite(
                    new SqliteConnectionStringBuilder
                    {
                        DataSource = Path.Combine(database.Folder, "api.db"),
                        DefaultTimeout = LedgerHealth.PatienceSeconds,
                    }.ToString()
                )
                .AddInterceptors(new DurablePragmas())
                .Options;

    /// <summary>Makes the tables where there are none.</summary>
    /// <exception cref="LedgerException">The tables are from a newer Connector.</exception>
    public static async Task PrepareAsync(ServiceDatabase database, CancellationToken ct)
    {
        await using var db = new ApiContext(At(database));
        if (!database.IsShared)
        {
            Directory.CreateDirectory(database.Folder);
            await db.Database.EnsureCreatedAsync(ct);
            return;
        }

        await SharedSchema.PrepareAsync(
            db,
            "api",
            SchemaVersion,
            () => ((IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).CreateTablesAsync(ct),
            version =>
            {
                if (version > SchemaVersion)
                {
                    throw new LedgerException(database.ToString(), version, SchemaVersion);
                }
            },
            ct
        );
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ApiTokenRow>().ToTable("ApiTokens").HasIndex(row => row.Name).IsUnique();
        modelBuilder.Entity<KeptCallRow>().ToTable("KeptCalls").HasIndex(row => row.At);
    }
}
