using Connector.Ledger;
using Connector.Service;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Connector.Audit;

/// <summary>The audit trail's table: a file of its own on SQLite, which copies are made of apart.</summary>
internal sealed class AuditContext(DbContextOptions<AuditContext> options) : DbContext(options)
{
    private const int SchemaVersion = 1;

    public DbSet<AuditRow> Lines => Set<AuditRow>();

    public static DbContextOptions<AuditContext> At(ServiceDatabase database) =>
        database.Postgres is { } connection
            ? new DbContextOptionsBuilder<AuditContext>().UseNpgsql(connection).Options
            : new DbContextOptionsBuilder<AuditContext>()
                .UseSqlite(
                    new SqliteConnectionStringBuilder
                    {
                        DataSource = FileOf(database),
                        DefaultTimeout = LedgerHealth.PatienceSeconds,
                    }.ToString()
                )
                .AddInterceptors(new DurablePragmas())
                .Options;

    public static string FileOf(ServiceDatabase database) => Path.Combine(database.Folder, "audit.db");

    /// <summary>Makes the table where there is none.</summary>
    /// <exception cref="LedgerException">The table is from a newer Connector.</exception>
    public static async Task PrepareAsync(ServiceDatabase database, CancellationToken ct)
    {
        await using var db = new AuditContext(At(database));
        if (!database.IsShared)
        {
            Directory.CreateDirectory(database.Folder);
            await db.Database.EnsureCreatedAsync(ct);
            Check(database, await SqliteSchema.VersionAsync(db, ct));
            await db.Database.ExecuteSqlRawAsync(SqliteGuards, ct);
            return;
        }

        await SharedSchema.PrepareAsync(
            db,
            "audit",
            SchemaVersion,
            async () =>
            {
                await ((IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).CreateTablesAsync(ct);
                await db.Database.ExecuteSqlRawAsync(PostgresGuards, ct);
            },
            version => Check(database, version),
            ct
        );
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditRow>().ToTable("AuditLines");
        modelBuilder.Entity<AuditRow>().HasIndex(row => new { row.Territory, row.Number });
        modelBuilder.Entity<AuditRow>().HasIndex(row => row.At);
    }

    private static void Check(ServiceDatabase database, int version)
    {
        if (version > SchemaVersion)
        {
            throw new LedgerException(database.ToString(), version, SchemaVersion);
        }
    }

    /// <summary>Against slips and against programs that have the file open: whoever owns the file can still take them away.</summary>
    private static readonly string SqliteGuards = $"""
        PRAGMA user_version = {SchemaVersion};
        CREATE TRIGGER IF NOT EXISTS "AuditLines_kept" BEFORE DELETE ON "AuditLines"
        BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
        CREATE TRIGGER IF NOT EXISTS "AuditLines_fixed" BEFORE UPDATE ON "AuditLines"
        BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
        """;

    private const string PostgresGuards = """
        CREATE FUNCTION connector.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN RAISE EXCEPTION ''the audit trail is only ever added to''; END';
        CREATE TRIGGER "AuditLines_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON connector."AuditLines"
        FOR EACH STATEMENT EXECUTE FUNCTION connector.refuse_audit_change();
        """;
}
