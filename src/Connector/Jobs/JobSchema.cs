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
            await db.Database.EnsureCreatedAsync(ct);
            var version = (
                await db.Database.SqlQueryRaw<int>("PRAGMA user_version").ToListAsync(ct)
            ).Single();
            Check(database, version);
            await db.Database.ExecuteSqlRawAsync($"PRAGMA user_version = {JobContext.SchemaVersion}", ct);
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
            ct
        );
    }

    private static void Check(ServiceDatabase database, int version)
    {
        if (version > JobContext.SchemaVersion)
        {
            throw new LedgerException(database.ToString(), version, JobContext.SchemaVersion);
        }
    }
}
