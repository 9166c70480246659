using Connector.Domain;
using Connector.Ledger;
using Connector.Service;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Connector.Jobs;

/// <summary>Makes the tables of jobs, and brings older ones up to date, when the service starts.</summary>
internal static class JobSchema
{
    private const string Jobs = "jobs";

    /// <exception cref="LedgerException">The database is from a newer Connector.</exception>
    public static async Task PrepareAsync(ServiceDatabase database, CancellationToken ct)
    {
        await using var db = new JobContext(JobContext.At(database));
        if (!database.IsShared)
        {
            Directory.CreateDirectory(database.Folder);
            var isNew = await db.Database.EnsureCreatedAsync(ct);
            var version = await SqliteSchema.VersionAsync(db, ct);
            Check(database, version);
            if (version < JobContext.SchemaVersion)
            {
                if (!isNew)
                {
                    await UpgradeFileAsync(db, ct);
                }

                await db.Database.ExecuteSqlRawAsync($"PRAGMA user_version = {JobContext.SchemaVersion}", ct);
            }

            return;
        }

        await SharedSchema.PrepareAsync(
            db,
            Jobs,
            JobContext.SchemaVersion,
            async () =>
            {
                var creator = (IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>();
                await creator.CreateTablesAsync(ct);
            },
            version => Check(database, version),
            ct,
            () =>
                db.Database.ExecuteSqlRawAsync(
                    """ALTER TABLE "Jobs" ADD COLUMN IF NOT EXISTS "LeftOut" text""",
                    ct
                )
        );
    }

    /// <summary>Version 2: steps that are left. The column itself is asked for: a start that was cut may have added it and no more.</summary>
    private static async Task UpgradeFileAsync(JobContext db, CancellationToken ct)
    {
        var there = await db
            .Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('Jobs')")
            .ToListAsync(ct);
        if (!there.Contains(nameof(JobRow.LeftOut), StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Jobs" ADD COLUMN "LeftOut" TEXT NULL""", ct);
        }
    }

    private static void Check(ServiceDatabase database, int version)
    {
        if (version > JobContext.SchemaVersion)
        {
            throw new LedgerException(database.ToString(), version, JobContext.SchemaVersion);
        }
    }
}
