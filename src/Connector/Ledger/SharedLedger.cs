using Connector.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Connector.Ledger;

/// <summary>Makes the tables of the ledger in a PostgreSQL database that nodes share.</summary>
internal static class SharedLedger
{
    private const string Part = "ledger";

    /// <param name="connection">To the database.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="LedgerException">The ledger is from a newer Connector.</exception>
    public static async Task PrepareAsync(string connection, string shown, CancellationToken ct)
    {
        await using var db = new LedgerContext(LedgerContext.Shared(connection));
        await SharedSchema.PrepareAsync(
            db,
            Part,
            LedgerStore.SchemaVersion,
            async () =>
            {
                await ((IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>()).CreateTablesAsync(ct);
                // SQLite's function of the same name: with it, one statement serves both databases.
                await db.Database.ExecuteSqlRawAsync(
                    """
                    CREATE FUNCTION connector.json_each(document text) RETURNS TABLE (value jsonb)
                    LANGUAGE sql IMMUTABLE STRICT
                    AS 'SELECT item FROM jsonb_array_elements(document::jsonb) AS item'
                    """,
                    ct
                );
            },
            version =>
            {
                if (version > LedgerStore.SchemaVersion)
                {
                    throw new LedgerException(shown, version, LedgerStore.SchemaVersion);
                }
            },
            ct,
            () => db.Database.ExecuteSqlRawAsync(Deliveries, ct)
        );
    }

    /// <summary>What schema 8 added.</summary>
    private const string Deliveries = """
        CREATE TABLE IF NOT EXISTS connector."Deliveries" (
            "Territory" text NOT NULL,
            "Key" text NOT NULL,
            "Announcement" text NOT NULL,
            "Kind" text NOT NULL,
            "Channel" text NOT NULL,
            "Recipient" text NOT NULL,
            "State" text NOT NULL,
            "At" character varying(48) NOT NULL,
            "NotBefore" character varying(48) NOT NULL,
            "Attempts" integer NOT NULL,
            "EndedAt" character varying(48) NULL,
            "Reason" text NULL,
            CONSTRAINT "PK_Deliveries" PRIMARY KEY ("Territory", "Key")
        );
        CREATE INDEX IF NOT EXISTS "IX_Deliveries_Territory_State"
            ON connector."Deliveries" ("Territory", "State");
        """;
}
