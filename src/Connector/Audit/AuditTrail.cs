using System.Runtime.CompilerServices;
using Connector.Domain.Auditing;
using Connector.Domain.Chains;
using Connector.Service;
using Microsoft.EntityFrameworkCore;

namespace Connector.Audit;

/// <summary>
/// Who did what: one chain of lines for all nodes and programs that share the service's database. Adding a line throws where
/// it cannot be kept: what is handed out (a session, a token, a link) is noted before it is handed out.
/// </summary>
internal sealed class AuditTrail(ServiceDatabase database, TimeProvider time) : IDisposable
{
    /// <summary>A number of our own for <c>pg_advisory_xact_lock</c>: "Audi" in ASCII.</summary>
    private const long Lock = 0x41756469;

    private const int Page = 500;

    private readonly DbContextOptions<AuditContext> _options = AuditContext.At(database);

    /// <summary>One after the other in this process, so that nobody has to be lucky with SQLite's lock.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Makes the table where there is none.</summary>
    /// <exception cref="Ledger.LedgerException">The table is from a newer Connector.</exception>
    public static Task PrepareAsync(ServiceDatabase database, CancellationToken ct) =>
        AuditContext.PrepareAsync(database, ct);

    /// <summary>Adds a line at the end.</summary>
    /// <exception cref="System.Data.Common.DbException">It could not be kept; also within a <see cref="DbUpdateException"/>.</exception>
    /// <exception cref="ArgumentException">The action is no word of <see cref="AuditActions"/>' form.</exception>
    public async Task<AuditRecord> AppendAsync(AuditEntry entry, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var db = new AuditContext(_options);
            // On SQLite this takes the right to write at once (BEGIN IMMEDIATE), on PostgreSQL the lock below does.
            await using var all = await db.Database.BeginTransactionAsync(ct);
            if (database.IsShared)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
            }

            var last = await db
                .Lines.AsNoTracking()
                .OrderByDescending(row => row.Number)
                .FirstOrDefaultAsync(ct);
            var record = AuditRecord.Next(last?.ToRecord(), entry, time.GetUtcNow());
            db.Lines.Add(AuditRow.Of(record));
            await db.SaveChangesAsync(ct);
            await all.CommitAsync(ct);
            return record;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lines that fit, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, CancellationToken ct)
    {
        await using var db = new AuditContext(_options);
        var rows = await Fitting(db.Lines.AsNoTracking(), query)
            .OrderByDescending(row => row.Number)
            .Take(Math.Clamp(query.Most, 1, AuditQuery.MostOfAll))
            .ToListAsync(ct);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Every line, the oldest first, a few hundred at a time.</summary>
    public async IAsyncEnumerable<AuditRecord> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = new AuditContext(_options);
        var after = int.MinValue;
        while (true)
        {
            var rows = await db
                .Lines.AsNoTracking()
                .Where(row => row.Number > after)
                .OrderBy(row => row.Number)
                .Take(Page)
                .ToListAsync(ct);
            foreach (var row in rows)
            {
                yield return row.ToRecord();
            }

            if (rows.Count < Page)
            {
                yield break;
            }

            after = rows[^1].Number;
        }
    }

    /// <summary>Computes the whole chain again, and holds it against a copy that was exported earlier.</summary>
    /// <param name="copy">Lines of the copy, the oldest first; empty for none.</param>
    /// <param name="ct">Stops.</param>
    public async Task<AuditCheck> VerifyAsync(IReadOnlyList<AuditRecord> copy, CancellationToken ct)
    {
        if (HashChain.Check(copy) is { } broken)
        {
            return new AuditCheck(0, HashChain.Beginning, broken, IsOfCopy: true);
        }

        AuditRecord? last = null;
        var count = 0;
        await foreach (var line in AllAsync(ct))
        {
            if (HashChain.Check(last, line) is { } fault)
            {
                return new AuditCheck(count, last?.Hash ?? HashChain.Beginning, fault);
            }

            if (count < copy.Count && copy[count].Hash != line.Hash)
            {
                return new AuditCheck(
                    count,
                    last?.Hash ?? HashChain.Beginning,
                    new ChainFault(line.Number, ChainFaultKind.Altered)
                );
            }

            (last, count) = (line, count + 1);
        }

        var missing = copy.Count > count ? new ChainFault(count + 1, ChainFaultKind.Missing) : null;
        return new AuditCheck(count, last?.Hash ?? HashChain.Beginning, missing);
    }

    public void Dispose() => _turn.Dispose();

    private static IQueryable<AuditRow> Fitting(IQueryable<AuditRow> rows, AuditQuery query)
    {
        rows = query.Territory is { } territory ? rows.Where(row => row.Territory == territory) : rows;
        rows = query.Action is { } action ? rows.Where(row => row.Action == action) : rows;
        rows = query.Name is { } name ? rows.Where(row => row.Name == name) : rows;
        rows = query.Before is { } before ? rows.Where(row => row.Number < before) : rows;
        rows = query.Since?.ToUnixTimeMilliseconds() is { } since ? rows.Where(row => row.At >= since) : rows;
        return query.Until?.ToUnixTimeMilliseconds() is { } until ? rows.Where(row => row.At < until) : rows;
    }
}
