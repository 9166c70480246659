using System.Text.Json;
using Connector.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>The registers of signatures of one territory's documents, as the ledger keeps them.</summary>
internal sealed class SignatureRegister(LedgerStore ledger, string territory, TimeProvider time)
{
    /// <summary>A document's lines in order, whatever became of them: see <see cref="SignatureChain.Check"/>.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read, or holds something that is no line.</exception>
    public async Task<IReadOnlyList<SignedRecord>> LoadAsync(string document, CancellationToken ct) =>
        (await LoadAsync(ct)).GetValueOrDefault(document) ?? [];

    /// <summary>All registers, by the document's key.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read, or holds something that is no line.</exception>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<SignedRecord>>> LoadAsync(CancellationToken ct) =>
        ledger.ReadAsync(db => LoadAsync(db, ct));

    /// <summary>Adds a line at the end of a document's register.</summary>
    public Task<SignedRecord> AppendAsync(string document, SignedAct act, CancellationToken ct) =>
        ledger.WriteAsync(
            async db =>
            {
                var chain = (await LoadAsync(db, ct)).GetValueOrDefault(document) ?? [];
                var record = SignatureChain.Next(chain, document, act, time.GetUtcNow());
                db.Signatures.Add(
                    new SignatureRow
                    {
                        Territory = territory,
                        Document = document,
                        Number = record.Number,
                        Json = SignatureJson.Write(record),
                    }
                );
                await db.SaveChangesAsync(ct);
                return record;
            },
            ct
        );

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<SignedRecord>>> LoadAsync(
        LedgerContext db,
        CancellationToken ct
    )
    {
        var rows = await db
            .Signatures.AsNoTracking()
            .Where(row => row.Territory == territory)
            .OrderBy(row => row.Number)
            .ToListAsync(ct);
        try
        {
            return rows.GroupBy(row => row.Document, StringComparer.Ordinal)
                .ToDictionary(
                    chain => chain.Key,
                    IReadOnlyList<SignedRecord> (chain) =>
                        [.. chain.Select(row => SignatureJson.ReadLine(row.Json))],
                    StringComparer.Ordinal
                );
        }
        catch (JsonException error)
        {
            throw new LedgerException(ledger.Path, error);
        }
    }
}
