using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>
/// Tables in a PostgreSQL database that several nodes may start on at the same moment: one of them makes the tables, the
/// others wait for it.
/// </summary>
internal static class SharedSchema
{
    /// <summary>A number of our own for <c>pg_advisory_xact_lock</c>: "Conn" in ASCII.</summary>
    private const long Lock = 0x436F6E6E;

    /// <param name="db">Where; the connection's search path names the namespace.</param>
    /// <param name="part">Whose tables: parts have versions of their own.</param>
    /// <param name="version">The version that <paramref name="create"/> makes.</param>
    /// <param name="create">Makes the tables where there are none.</param>
    /// <param name="check">Told the version that is there; throws when it is too new.</param>
    /// <param name="ct">Stops.</param>
    /// <param name="upgrade">Brings older tables forward; null where no version changed them.</param>
    public static async Task PrepareAsync(
        DbContext db,
        string part,
        int version,
        Func<Task> create,
        Action<int> check,
        CancellationToken ct,
        Func<Task>? upgrade = null
    )
    {
        await using var all = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE SCHEMA IF NOT EXISTS connector;
            CREATE TABLE IF NOT EXISTS connector."Versions" ("Part" text PRIMARY KEY, "Version" integer NOT NULL);
            """,
            ct
        );
        var found = await db
            .Database.SqlQuery<int>(
                $"""SELECT "Version" AS "Value" FROM connector."Versions" WHERE "Part" = {part}"""
            )
            .ToListAsync(ct);
        if (found.Count == 0)
        {
            await create();
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO connector."Versions" VALUES ({part}, {version})""",
                ct
            );
        }
        else
        {
            check(found[0]);
            await Upgrade(db, part, found[0], version, upgrade, ct);
        }

        await all.CommitAsync(ct);
    }

    private static async Task Upgrade(
        DbContext db,
        string part,
        int from,
        int version,
        Func<Task>? upgrade,
        CancellationToken ct
    )
    {
        if (upgrade is null || from >= version)
        {
            return;
        }

        await upgrade();
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE connector."Versions" SET "Version" = {version} WHERE "Part" = {part}""",
            ct
        );
    }
}
