using System.ComponentModel.DataAnnotations;
using Connector.Ledger;
using Connector.Service;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Connector.Web.Sessions;

/// <summary>Somebody who is signed in. Whoever reads this table learns neither keys nor tokens nor names.</summary>
internal sealed class SessionRow
{
    /// <summary>SHA-256 of the key that the cookie holds.</summary>
    [Key]
    public required string Id { get; init; }

    /// <summary>SHA-256 of server and user: what signing out everywhere looks for.</summary>
    public required string Account { get; init; }

    /// <summary>Seconds since 1970, as all moments here.</summary>
    public long SeenAt { get; set; }

    public long EndsAt { get; init; }

    public long IdleSeconds { get; init; }

    /// <summary>When Nextcloud last told the groups.</summary>
    public long CheckedAt { get; set; }

    /// <summary>Somebody asks Nextcloud on behalf of this session, until then at most: a refresh token is good once.</summary>
    public long BusyUntil { get; set; }

    /// <summary>Who it is, and the tokens; encrypted.</summary>
    public required byte[] Ticket { get; set; }
}

/// <summary>A link that lets an administrator in once.</summary>
internal sealed class EmergencyLinkRow
{
    /// <summary>SHA-256 of its code.</summary>
    [Key]
    public required string Id { get; init; }

    public long EndsAt { get; init; }
}

/// <summary>Sessions, apart from jobs: a file of its own on SQLite, which backups may leave out.</summary>
internal sealed class SessionContext(DbContextOptions<SessionContext> options)
    : DbContext(options),
        IDataProtectionKeyContext
{
    private const int SchemaVersion = 1;

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<EmergencyLinkRow> EmergencyLinks => Set<EmergencyLinkRow>();

    /// <summary>Used on PostgreSQL alone; beside a file, keys are files.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public static DbContextOptions<SessionContext> At(ServiceDatabase database) =>
        database.Postgres is { } connection
            ? new DbContextOptionsBuilder<SessionContext>().UseNpgsql(connection).Options
            : new DbContextOptionsBuilder<SessionContext>()
                .UseSqlite(
                    new SqliteConnectionStringBuilder
                    {
                        DataSource = FileOf(database),
                        DefaultTimeout = LedgerHealth.PatienceSeconds,
                    }.ToString()
                )
                .AddInterceptors(new DurablePragmas())
                .Options;

    /// <exception cref="LedgerException">The tables are from a newer Connector.</exception>
    public static async Task PrepareAsync(ServiceDatabase database, CancellationToken ct)
    {
        await using var db = new SessionContext(At(database));
        if (!database.IsShared)
        {
            MakePrivate(database);
            await db.Database.EnsureCreatedAsync(ct);
            return;
        }

        await SharedSchema.PrepareAsync(
            db,
            "sessions",
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

    private static string FileOf(ServiceDatabase database) => Path.Combine(database.Folder, "sessions.db");

    /// <summary>Made before SQLite makes it: what it lays beside the file has the file's rights.</summary>
    private static void MakePrivate(ServiceDatabase database)
    {
        Directory.CreateDirectory(database.Folder);
        var options = PrivateFile.Options(FileMode.OpenOrCreate);
        options.Share = FileShare.ReadWrite;
        using var file = new FileStream(FileOf(database), options);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SessionRow>().HasIndex(row => row.Account);
        modelBuilder.Entity<SessionRow>().HasIndex(row => row.EndsAt);
    }
}
