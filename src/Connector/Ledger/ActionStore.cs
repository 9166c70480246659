using System.IO.Compression;
using System.Text.Json;
using Connector.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>Keeps the actions of one territory: the base that minutes and sheets are compared with.</summary>
internal sealed class ActionStore(LedgerStore ledger, string territory)
{
    /// <exception cref="LedgerException">The ledger cannot be read, or holds something else.</exception>
    public async Task<ActionBoard> LoadAsync(CancellationToken ct)
    {
        var bytes = await ledger.ReadAsync(db =>
            db.Boards.Where(row => row.Territory == territory)
                .Select(row => row.Json)
                .SingleOrDefaultAsync(ct)
        );
        if (bytes is null)
        {
            return ActionBoard.Empty;
        }

        try
        {
            using var plain = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return await JsonSerializer.DeserializeAsync<ActionBoard>(plain, cancellationToken: ct)
                ?? ActionBoard.Empty;
        }
        catch (JsonException error)
        {
            throw new LedgerException(ledger.Path, error);
        }
    }

    /// <summary>As it is in the ledger now, changed and saved; nothing is written where nothing changes.</summary>
    public async Task ChangeAsync(Func<ActionBoard, ActionBoard> change, CancellationToken ct)
    {
        var board = await LoadAsync(ct);
        var changed = change(board);
        if (!ReferenceEquals(board, changed))
        {
            await SaveAsync(changed, ct);
        }
    }

    public Task SaveAsync(ActionBoard board, CancellationToken ct)
    {
        using var packed = new MemoryStream();
        using (var plain = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(plain, board);
        }

        var bytes = packed.ToArray();
        return ledger.WriteAsync(
            db =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Boards" ("Territory", "Json") VALUES ({territory}, {bytes})
                    ON CONFLICT ("Territory") DO UPDATE SET "Json" = excluded."Json"
                    """,
                    ct
                ),
            ct
        );
    }
}
