using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>Keeps a ledger from growing for ever: what is known stays, how it came about is dropped in the end.</summary>
internal static class LedgerPruning
{
    /// <summary>
    /// Drops finished steps and runs that are older than is to be kept. What was begun and never ended is kept, and so is the
    /// last run, which drift is told from.
    /// </summary>
    /// <returns>How many steps were dropped.</returns>
    public static Task<int> DropOldAsync(
        this LedgerStore ledger,
        string territory,
        DateTimeOffset before,
        CancellationToken ct
    ) =>
        ledger.WriteAsync(
            async db =>
            {
                var last = await db
                    .Runs.Where(row => row.Territory == territory)
                    .MaxAsync(row => (long?)row.Id, ct);
                var old = db.Runs.Where(row =>
                    row.Territory == territory
                    && row.EndedAt != null
                    && row.StartedAt < before
                    && row.Id != last
                );
                var newest = await old.MaxAsync(row => (long?)row.Id, ct) ?? 0;
                await db
                    .Deliveries.Where(row =>
                        row.Territory == territory
                        && row.State != DeliveryState.Waiting
                        && row.Channel != ""
                        && row.At < before
                    )
                    .ExecuteDeleteAsync(ct);
                var steps = await db
                    .Steps.Where(row =>
                        row.Territory == territory
                        && row.State != StepProgress.Begun
                        && row.RunId <= newest
                        && row.RunId != last
                    )
                    .ExecuteDeleteAsync(ct);
                await old.Where(row =>
                        !db.Steps.Any(step => step.RunId == row.Id && step.State == StepProgress.Begun)
                    )
                    .ExecuteDeleteAsync(ct);
                return steps;
            },
            ct
        );
}
