using System.IO.Compression;
using System.Text;
using Connector.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>Which table of the ledger names somebody, and what can be done about it.</summary>
internal enum PersonRowKind
{
    /// <summary>Can be forgotten at once.</summary>
    Forgettable,

    /// <summary>A place in a group, which the next run takes away with its help.</summary>
    Needed,

    /// <summary>What a run remembers of the server, and the next one remembers anew.</summary>
    Memory,

    /// <summary>Bytes of a document as Connector wrote it, kept for the next merge.</summary>
    Base,

    /// <summary>The register of signatures: an archive whose lines prove each other.</summary>
    Signature,
}

/// <summary>A row that names somebody.</summary>
internal sealed record PersonRow(string Table, string Key, PersonRowKind Kind);

/// <summary>Looks through every table of the ledger for somebody, and forgets what may be forgotten.</summary>
/// <param name="ledger">Where to look.</param>
/// <param name="territory">Its slug.</param>
/// <param name="isAbout">Whether words name the person.</param>
/// <param name="isIn">Whether a document's bytes do.</param>
internal sealed class PersonRows(
    LedgerStore ledger,
    string territory,
    Func<string, bool> isAbout,
    Func<byte[], bool> isIn
)
{
    public Task<IReadOnlyList<PersonRow>> FindAsync(CancellationToken ct) =>
        ledger.ReadAsync<IReadOnlyList<PersonRow>>(async db =>
        {
            var found = new List<PersonRow>();
            await foreach (
                var row in Of(db.Resources, row => row.Territory == territory).WithCancellation(ct)
            )
            {
                if (Says(row.Key, row.Path, row.RemoteId, row.ContentHash))
                {
                    found.Add(new PersonRow("Resources", row.Key, KindOf(row)));
                }
            }

            await foreach (var row in Of(db.Steps, row => row.Territory == territory).WithCancellation(ct))
            {
                if (Says(row.Key, row.Message))
                {
                    found.Add(
                        new PersonRow(
                            "Steps",
                            row.Key,
                            row.State == StepProgress.Begun ? PersonRowKind.Needed : PersonRowKind.Forgettable
                        )
                    );
                }
            }

            await foreach (var row in Of(db.Outbox, row => row.Territory == territory).WithCancellation(ct))
            {
                if (Says(row.Subject, row.File, row.Detail))
                {
                    found.Add(new PersonRow("Outbox", row.Subject, PersonRowKind.Forgettable));
                }
            }

            await foreach (
                var row in Of(db.Deliveries, row => row.Territory == territory).WithCancellation(ct)
            )
            {
                if (Says(row.Key, row.Recipient))
                {
                    found.Add(new PersonRow("Deliveries", row.Key, PersonRowKind.Forgettable));
                }
            }

            found.AddRange(await Kept(db, ct));
            return found;
        });

    /// <summary>Forgets every row that may be, and gives its place in the file back to nobody.</summary>
    public async Task ForgetAsync(IReadOnlyList<PersonRow> rows, CancellationToken ct)
    {
        var keys = rows.Where(row => row.Kind == PersonRowKind.Forgettable)
            .ToLookup(row => row.Table, row => row.Key, StringComparer.Ordinal);
        await ledger.WriteAsync(
            async db =>
            {
                if (db.Database.IsSqlite())
                {
                    await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", ct);
                }

                foreach (var some in keys["Resources"].Distinct().Chunk(200))
                {
                    await db
                        .Resources.Where(row => row.Territory == territory && some.Contains(row.Key))
                        .ExecuteDeleteAsync(ct);
                }

                foreach (var some in keys["Steps"].Distinct().Chunk(200))
                {
                    await db
                        .Steps.Where(row =>
                            row.Territory == territory
                            && some.Contains(row.Key)
                            && row.State != StepProgress.Begun
                        )
                        .ExecuteDeleteAsync(ct);
                }

                foreach (var some in keys["Outbox"].Distinct().Chunk(200))
                {
                    await db
                        .Outbox.Where(row => row.Territory == territory && some.Contains(row.Subject))
                        .ExecuteDeleteAsync(ct);
                }

                foreach (var some in keys["Deliveries"].Distinct().Chunk(200))
                {
                    await db
                        .Deliveries.Where(row => row.Territory == territory && some.Contains(row.Key))
                        .ExecuteDeleteAsync(ct);
                }

                return await db.DropUnusedBases(ct);
            },
            ct
        );
        // Freed pages and the write-ahead log keep what was deleted until they are written over.
        await ledger.WriteAsync(
            async db =>
            {
                var done = await db.Database.ExecuteSqlRawAsync("VACUUM", ct);
                return db.Database.IsSqlite()
                    ? await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct)
                    : done;
            },
            ct
        );
    }

    private async Task<IReadOnlyList<PersonRow>> Kept(LedgerContext db, CancellationToken ct)
    {
        var found = new List<PersonRow>();
        await foreach (
            var row in Of(db.CalendarObjects, row => row.Territory == territory).WithCancellation(ct)
        )
        {
            if (Says(row.Text, row.LastGood))
            {
                found.Add(
                    new PersonRow("CalendarObjects", $"{row.Calendar}/{row.Name}", PersonRowKind.Memory)
                );
            }
        }

        await foreach (var row in Of(db.Boards, row => row.Territory == territory).WithCancellation(ct))
        {
            if (Says(Encoding.UTF8.GetString(Unpacked(row.Json))))
            {
                found.Add(new PersonRow("Boards", "actions", PersonRowKind.Memory));
            }
        }

        var keys = await db
            .Resources.AsNoTracking()
            .Where(row => row.Territory == territory && row.BaseHash != null)
            .Select(row => new { row.BaseHash, row.Key })
            .ToListAsync(ct);
        foreach (var some in keys.GroupBy(row => row.BaseHash!, row => row.Key, StringComparer.Ordinal))
        {
            var bytes = await db
                .Bases.Where(row => row.Hash == some.Key)
                .Select(row => row.Bytes)
                .SingleOrDefaultAsync(ct);
            if (bytes is not null && isIn(Unpacked(bytes)))
            {
                found.Add(new PersonRow("Bases", some.First(), PersonRowKind.Base));
            }
        }

        await foreach (var row in Of(db.Signatures, row => row.Territory == territory).WithCancellation(ct))
        {
            if (Says(row.Json))
            {
                found.Add(new PersonRow("Signatures", row.Document, PersonRowKind.Signature));
            }
        }

        return found;
    }

    private static PersonRowKind KindOf(ResourceRow row) =>
        WorkspaceKeys.MembershipOf(row.Key) is not null && row.ContentHash != WorkspaceKeys.Gone
            ? PersonRowKind.Needed
        : WorkspaceKeys.MembershipOf(row.Key) is not null
        || row.Key.StartsWith("account:", StringComparison.Ordinal)
        || row.Key.Contains("/card:person:", StringComparison.Ordinal)
            ? PersonRowKind.Forgettable
        : PersonRowKind.Memory;

    private bool Says(params string?[] words) =>
        words.Any(text => text is not null && isAbout(JsonEscapes.Undone(text)));

    private static IAsyncEnumerable<T> Of<T>(
        DbSet<T> rows,
        System.Linq.Expressions.Expression<Func<T, bool>> which
    )
        where T : class => rows.AsNoTracking().Where(which).AsAsyncEnumerable();

    private static byte[] Unpacked(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream();
        brotli.CopyTo(target);
        return target.ToArray();
    }
}
