using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>Brings the tables of an older ledger up to date; nothing that it knows is lost.</summary>
internal static class LedgerSchema
{
    /// <summary>
    /// A column that is there already is left alone: a new file has them all, and a process that died may have added
    /// some.
    /// </summary>
    public static async Task UpgradeAsync(LedgerContext db, CancellationToken ct)
    {
        var columns = await db
            .Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM pragma_table_info('Resources')")
            .ToListAsync(ct);
        if (!columns.Contains(nameof(ResourceRow.Blueprint)))
        {
            await db.Database.ExecuteSqlRawAsync(
                "ALTER TABLE \"Resources\" ADD COLUMN \"Blueprint\" TEXT NULL",
                ct
            );
        }

        if (!columns.Contains(nameof(ResourceRow.BaseHash)))
        {
            await db.Database.ExecuteSqlRawAsync(
                "ALTER TABLE \"Resources\" ADD COLUMN \"BaseHash\" TEXT NULL",
                ct
            );
        }

        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "Signatures" (
                "Territory" TEXT NOT NULL,
                "Document" TEXT NOT NULL,
                "Number" INTEGER NOT NULL,
                "Json" TEXT NOT NULL,
                CONSTRAINT "PK_Signatures" PRIMARY KEY ("Territory", "Document", "Number")
            );
            CREATE TABLE IF NOT EXISTS "Bases" (
                "Hash" TEXT NOT NULL CONSTRAINT "PK_Bases" PRIMARY KEY,
                "Bytes" BLOB NOT NULL
            );
            CREATE TABLE IF NOT EXISTS "Boards" (
                "Territory" TEXT NOT NULL CONSTRAINT "PK_Boards" PRIMARY KEY,
                "Json" BLOB NOT NULL
            );
            CREATE TABLE IF NOT EXISTS "Outbox" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
                "Territory" TEXT NOT NULL,
                "Kind" TEXT NOT NULL,
                "Subject" TEXT NOT NULL,
                "File" TEXT NOT NULL,
                "At" TEXT NOT NULL
            );
            CREATE INDEX IF NOT EXISTS "IX_Outbox_Territory" ON "Outbox" ("Territory");
            CREATE TABLE IF NOT EXISTS "CalendarObjects" (
                "Territory" TEXT NOT NULL,
                "Calendar" TEXT NOT NULL,
                "Name" TEXT NOT NULL,
                "ETag" TEXT NOT NULL,
                "Text" TEXT NOT NULL,
                "LastGood" TEXT NULL,
                CONSTRAINT "PK_CalendarObjects" PRIMARY KEY ("Territory", "Calendar", "Name")
            );
            CREATE TABLE IF NOT EXISTS "Deliveries" (
                "Territory" TEXT NOT NULL,
                "Key" TEXT NOT NULL,
                "Announcement" TEXT NOT NULL,
                "Kind" TEXT NOT NULL,
                "Channel" TEXT NOT NULL,
                "Recipient" TEXT NOT NULL,
                "State" TEXT NOT NULL,
                "At" TEXT NOT NULL,
                "NotBefore" TEXT NOT NULL,
                "Attempts" INTEGER NOT NULL,
                "EndedAt" TEXT NULL,
                "Reason" TEXT NULL,
                CONSTRAINT "PK_Deliveries" PRIMARY KEY ("Territory", "Key")
            );
            CREATE INDEX IF NOT EXISTS "IX_Deliveries_Territory_State" ON "Deliveries" ("Territory", "State");
            CREATE INDEX IF NOT EXISTS "IX_Resources_BaseHash" ON "Resources" ("BaseHash");
            """,
            ct
        );
        await CalendarShelf.UnpackAsync(db, ct);
        var outbox = await db
            .Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM pragma_table_info('Outbox')")
            .ToListAsync(ct);
        if (!outbox.Contains(nameof(OutboxRow.Detail)))
        {
            await db.Database.ExecuteSqlRawAsync(
                "ALTER TABLE \"Outbox\" ADD COLUMN \"Detail\" TEXT NULL",
                ct
            );
        }
    }
}
