using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>What is to be announced, in the order in which it came about. Nothing is noted twice, nothing taken back.</summary>
internal sealed class Outbox(LedgerStore ledger, string territory, TimeProvider time)
{
    /// <summary>A text for those who missed a meeting.</summary>
    public const string MinutesDigest = "minutes-digest";

    /// <summary>Minutes that were published; the file is their page.</summary>
    public const string MinutesPublished = "minutes-published";

    /// <param name="kind">What kind of news it is.</param>
    /// <param name="subject">Key of what it is about.</param>
    /// <param name="file">Path of the file that says it.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>Whether it was not noted before.</returns>
    public async Task<bool> NoteAsync(string kind, string subject, string file, CancellationToken ct) =>
        await ledger.WriteAsync(
            async db =>
            {
                var isThere = await db.Outbox.AnyAsync(
                    row =>
                        row.Territory == territory
                        && row.Kind == kind
                        && row.Subject == subject
                        && row.File == file,
                    ct
                );
                if (isThere)
                {
                    return 0;
                }

                db.Outbox.Add(
                    new OutboxRow
                    {
                        Territory = territory,
                        Kind = kind,
                        Subject = subject,
                        File = file,
                        At = time.GetUtcNow(),
                    }
                );
                return await db.SaveChangesAsync(ct);
            },
            ct
        ) > 0;

    /// <summary>
    /// Adds news within the transaction of what they follow from. What was said last of a subject is not said again: the same
    /// change noted twice is one line, one that was taken back and made again is three.
    /// </summary>
    public static async Task AddAsync(
        LedgerContext db,
        string territory,
        IReadOnlyList<OutboxNote> news,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        foreach (var note in news)
        {
            var kinds = note.Kinds;
            var last = await db
                .Outbox.Where(row =>
                    row.Territory == territory && row.Subject == note.Subject && kinds.Contains(row.Kind)
                )
                .OrderByDescending(row => row.Id)
                .FirstOrDefaultAsync(ct);
            if (last?.Kind == note.Kind && OutboxDetail.Read(last.Detail)?.To == note.Detail.To)
            {
                continue;
            }

            db.Outbox.Add(
                new OutboxRow
                {
                    Territory = territory,
                    Kind = note.Kind,
                    Subject = note.Subject,
                    File = note.File,
                    Detail = note.Detail.Write(),
                    At = now,
                }
            );
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>All of it, the oldest first.</summary>
    public Task<List<OutboxRow>> AllAsync(CancellationToken ct) =>
        ledger.ReadAsync(db =>
            db.Outbox.AsNoTracking()
                .Where(row => row.Territory == territory)
                .OrderBy(row => row.Id)
                .ToListAsync(ct)
        );
}
