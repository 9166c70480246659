using System.Text.Json;
using Connector.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>What moved in a calendar since it was last remembered: all else stays as it is remembered.</summary>
internal sealed record CalendarRecord(
    string CalendarKey,
    IReadOnlyDictionary<string, CalendarText> Changed,
    IReadOnlyCollection<string> Removed
);

/// <summary>
/// The objects of calendars in the ledger, a row each: a change of one among ten thousand writes one row, and nothing is
/// taken apart that was not asked for.
/// </summary>
internal static class CalendarShelf
{
    /// <summary>
    /// Characters of texts in one statement: what is written stays below what the runtime keeps with its large objects (85,000
    /// bytes), of which nothing is collected until there is no room.
    /// </summary>
    private const int MostAtOnce = 30_000;

    public static async Task<
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, CalendarText>>
    > LoadAsync(LedgerContext db, string territory, CancellationToken ct)
    {
        var calendars = new Dictionary<string, IReadOnlyDictionary<string, CalendarText>>(
            StringComparer.Ordinal
        );
        var rows = db
            .CalendarObjects.AsNoTracking()
            .Where(row => row.Territory == territory)
            .OrderBy(row => row.Calendar)
            .AsAsyncEnumerable();
        var (key, texts) = ("", new Dictionary<string, CalendarText>(StringComparer.Ordinal));
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (row.Calendar != key)
            {
                (key, texts) = (row.Calendar, new Dictionary<string, CalendarText>(StringComparer.Ordinal));
                calendars[key] = texts;
            }

            texts[row.Name] = new CalendarText(row.ETag, row.Text) { LastGood = row.LastGood };
        }

        return calendars;
    }

    /// <summary>
    /// Remembers how far calendars were read, what moved in them and what that is news of, in one transaction.
    /// </summary>
    public static Task RememberAsync(
        LedgerStore ledger,
        string territory,
        IReadOnlyList<KnownResource> resources,
        IReadOnlyList<CalendarRecord> records,
        IReadOnlyList<OutboxNote> news,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        ledger.WriteAsync(
            async db =>
            {
                await using var all = await db.Database.BeginTransactionAsync(ct);
                foreach (var record in records)
                {
                    await Write(db, territory, record, ct);
                }

                await db.Upsert(territory, resources, now, ct);
                await Outbox.AddAsync(db, territory, news, now, ct);
                await all.CommitAsync(ct);
                return records.Count;
            },
            ct
        );

    /// <summary>Up to version 5 all objects of a calendar were one JSON object of name to text, within one resource.</summary>
    public static Task UnpackAsync(LedgerContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(
            """
            INSERT OR IGNORE INTO "CalendarObjects" ("Territory", "Calendar", "Name", "ETag", "Text", "LastGood")
            SELECT item."Territory", substr(item."Key", 1, length(item."Key") - length('#objects')),
                entry.key, entry.value ->> 'ETag', entry.value ->> 'Text', entry.value ->> 'LastGood'
            FROM "Resources" AS item, json_each(item."ContentHash") AS entry
            WHERE item."Key" LIKE 'calendar:%#objects' AND item."ContentHash" IS NOT NULL;
            UPDATE "Resources" SET "ContentHash" = NULL WHERE "Key" LIKE 'calendar:%#objects';
            """,
            ct
        );

    private static IEnumerable<List<KeyValuePair<string, CalendarText>>> Pieces(
        IEnumerable<KeyValuePair<string, CalendarText>> changed
    )
    {
        var (piece, length) = (new List<KeyValuePair<string, CalendarText>>(), 0);
        foreach (var pair in changed)
        {
            var more = pair.Value.Text.Length + (pair.Value.LastGood?.Length ?? 0);
            if (piece.Count > 0 && length + more > MostAtOnce)
            {
                yield return piece;
                (piece, length) = ([], 0);
            }

            piece.Add(pair);
            length += more;
        }

        if (piece.Count > 0)
        {
            yield return piece;
        }
    }

    private static async Task Write(
        LedgerContext db,
        string territory,
        CalendarRecord record,
        CancellationToken ct
    )
    {
        foreach (var some in Pieces(record.Changed))
        {
            var rows = JsonSerializer.Serialize(
                some.Select(pair => new[] { pair.Key, pair.Value.ETag, pair.Value.Text, pair.Value.LastGood })
            );
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "CalendarObjects" ("Territory", "Calendar", "Name", "ETag", "Text", "LastGood")
                SELECT {territory}, {record.CalendarKey}, value ->> 0, value ->> 1, value ->> 2, value ->> 3
                FROM json_each({rows}) WHERE TRUE
                ON CONFLICT ("Territory", "Calendar", "Name") DO UPDATE SET
                    "ETag" = excluded."ETag", "Text" = excluded."Text", "LastGood" = excluded."LastGood"
                """,
                ct
            );
        }

        if (record.Removed.Count > 0)
        {
            var names = JsonSerializer.Serialize(record.Removed.Select(name => new[] { name }));
            await db.Database.ExecuteSqlAsync(
                $"""
                DELETE FROM "CalendarObjects" WHERE "Territory" = {territory} AND "Calendar" = {record.CalendarKey}
                    AND "Name" IN (SELECT value ->> 0 FROM json_each({names}))
                """,
                ct
            );
        }
    }
}
