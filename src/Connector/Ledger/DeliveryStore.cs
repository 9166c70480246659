using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>The outbox' other half: what is to be told to whom, and what became of it.</summary>
internal sealed class DeliveryStore(LedgerStore ledger, string territory, TimeProvider time)
{
    /// <summary>Key of the row that says that this territory has announced before.</summary>
    private const string Begun = "begun";

    private const int Chunk = 200;

    /// <summary>Whether anything was ever noted: on the first look all that is there is old.</summary>
    public Task<bool> HasBegunAsync(CancellationToken ct) =>
        ledger.ReadAsync(db =>
            db.Deliveries.AnyAsync(row => row.Territory == territory && row.Key == Begun, ct)
        );

    /// <summary>Those of the announcements that are known.</summary>
    public Task<HashSet<string>> KnownAsync(IReadOnlyList<string> announcements, CancellationToken ct) =>
        ledger.ReadAsync(async db =>
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var some in announcements.Chunk(Chunk))
            {
                known.UnionWith(
                    await db
                        .Deliveries.Where(row =>
                            row.Territory == territory && some.Contains(row.Key) && row.Channel == ""
                        )
                        .Select(row => row.Key)
                        .ToListAsync(ct)
                );
            }

            return known;
        });

    /// <summary>What is known of announcements whose keys begin alike.</summary>
    public Task<KnownDeliveries> StartingAsync(string prefix, CancellationToken ct) =>
        ledger.ReadAsync(async db =>
        {
            var rows = await db
                .Deliveries.AsNoTracking()
                .Where(row => row.Territory == territory && row.Announcement.StartsWith(prefix))
                .Select(row => new
                {
                    row.Key,
                    row.Announcement,
                    row.Channel,
                    row.State,
                })
                .ToListAsync(ct);
            return new KnownDeliveries(
                rows.Where(row => row.Channel.Length == 0)
                    .Select(row => row.Key)
                    .ToHashSet(StringComparer.Ordinal),
                [.. rows.Where(row => row.State == DeliveryState.Waiting).Select(row => row.Announcement)]
            );
        });

    /// <summary>Notes announcements with their ways in one transaction, and that this territory has begun.</summary>
    /// <returns>How many ways.</returns>
    public Task<int> NoteAsync(IReadOnlyList<NewDelivery> found, CancellationToken ct) =>
        ledger.WriteAsync(
            async db =>
            {
                await using var all = await db.Database.BeginTransactionAsync(ct);
                var now = time.GetUtcNow();
                if (!await db.Deliveries.AnyAsync(row => row.Territory == territory && row.Key == Begun, ct))
                {
                    db.Deliveries.Add(Row(Begun, Begun, "", "", "", DeliveryState.Seen, now, now));
                }

                foreach (var item in found)
                {
                    db.Deliveries.Add(
                        Row(
                            item.Key,
                            item.Announcement,
                            item.Kind,
                            item.Channel,
                            item.Recipient,
                            item.State,
                            now,
                            item.NotBefore
                        )
                    );
                }

                await db.SaveChangesAsync(ct);
                await all.CommitAsync(ct);
                return found.Count(item => item.State == DeliveryState.Waiting);
            },
            ct
        );

    /// <summary>What waits, in the order in which it came about.</summary>
    public Task<List<DeliveryRow>> WaitingAsync(CancellationToken ct) =>
        InAsync(DeliveryState.Waiting, 100_000, ct);

    /// <summary>The latest of a state, the newest first where they have ended.</summary>
    public Task<List<DeliveryRow>> InAsync(DeliveryState state, int most, CancellationToken ct) =>
        ledger.ReadAsync(db =>
        {
            var rows = db
                .Deliveries.AsNoTracking()
                .Where(row => row.Territory == territory && row.State == state && row.Channel != "");
            return (
                state == DeliveryState.Waiting
                    ? rows.OrderBy(row => row.At).ThenBy(row => row.Key)
                    : rows.OrderByDescending(row => row.EndedAt).ThenBy(row => row.Key)
            )
                .Take(most)
                .ToListAsync(ct);
        });

    public Task<int> CountAsync(DeliveryState state, CancellationToken ct) =>
        ledger.ReadAsync(db =>
            db.Deliveries.CountAsync(
                row => row.Territory == territory && row.State == state && row.Channel != "",
                ct
            )
        );

    /// <summary>
    /// Writes down that these are being sent, before they are: should nobody come back to tell how it went, they are tried
    /// again later, as after any other failure.
    /// </summary>
    public Task BeginAsync(
        IReadOnlyList<string> keys,
        Func<int, DateTimeOffset> again,
        CancellationToken ct
    ) =>
        ChangeAsync(
            keys,
            row =>
            {
                row.Attempts++;
                row.NotBefore = again(row.Attempts);
            },
            ct
        );

    public Task EndAsync(
        IReadOnlyList<string> keys,
        DeliveryState state,
        string? reason,
        CancellationToken ct
    ) =>
        ChangeAsync(
            keys,
            row =>
            {
                row.State = state;
                row.Reason = reason;
                row.EndedAt = time.GetUtcNow();
            },
            ct
        );

    /// <summary>Tried again from a moment on.</summary>
    public Task PostponeAsync(
        IReadOnlyList<string> keys,
        string reason,
        Func<int, DateTimeOffset?> again,
        CancellationToken ct
    ) =>
        ChangeAsync(
            keys,
            row =>
            {
                row.Reason = reason;
                if (again(row.Attempts) is { } moment)
                {
                    row.NotBefore = moment;
                    return;
                }

                row.State = DeliveryState.Dead;
                row.EndedAt = time.GetUtcNow();
            },
            ct
        );

    /// <summary>Tries again at once all that nobody tries any more, and all that waits after a failure.</summary>
    /// <returns>How many.</returns>
    public Task<int> ReviveAsync(CancellationToken ct) =>
        ledger.WriteAsync(
            async db =>
            {
                var now = time.GetUtcNow();
                var rows = await db
                    .Deliveries.Where(row =>
                        row.Territory == territory
                        && row.Channel != ""
                        && (
                            row.State == DeliveryState.Dead
                            || (row.State == DeliveryState.Waiting && row.Attempts > 0)
                        )
                    )
                    .ToListAsync(ct);
                foreach (var row in rows)
                {
                    (row.State, row.Attempts, row.NotBefore, row.EndedAt) = (
                        DeliveryState.Waiting,
                        0,
                        now,
                        null
                    );
                }

                await db.SaveChangesAsync(ct);
                return rows.Count;
            },
            ct
        );

    private Task<int> ChangeAsync(
        IReadOnlyList<string> keys,
        Action<DeliveryRow> change,
        CancellationToken ct
    ) =>
        ledger.WriteAsync(
            async db =>
            {
                foreach (var some in keys.Chunk(Chunk))
                {
                    var rows = await db
                        .Deliveries.Where(row => row.Territory == territory && some.Contains(row.Key))
                        .ToListAsync(ct);
                    rows.ForEach(change);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct
        );

    private DeliveryRow Row(
        string key,
        string announcement,
        string kind,
        string channel,
        string recipient,
        DeliveryState state,
        DateTimeOffset at,
        DateTimeOffset notBefore
    ) =>
        new()
        {
            Territory = territory,
            Key = key,
            Announcement = announcement,
            Kind = kind,
            Channel = channel,
            Recipient = recipient,
            State = state,
            At = at,
            NotBefore = notBefore,
        };
}

/// <param name="Known">Keys of announcements.</param>
/// <param name="Waiting">Keys of those that wait on some way.</param>
internal sealed record KnownDeliveries(IReadOnlySet<string> Known, IReadOnlyList<string> Waiting)
{
    public bool IsWaiting(string prefix) =>
        Waiting.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>A way of an announcement, to be noted; the announcement's own row has no channel.</summary>
internal sealed record NewDelivery
{
    public required string Key { get; init; }

    public required string Announcement { get; init; }

    public required string Kind { get; init; }

    public string Channel { get; init; } = "";

    public string Recipient { get; init; } = "";

    public DeliveryState State { get; init; }

    public DateTimeOffset NotBefore { get; init; }
}
