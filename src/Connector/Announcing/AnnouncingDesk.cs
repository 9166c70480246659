using System.Globalization;
using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Announcing;

/// <summary>Between what there is to tell and the ledger: what is new, what is due, what became of it.</summary>
internal sealed class AnnouncingDesk(
    NextcloudClient client,
    LedgerStore ledger,
    TimeProvider time,
    Territory territory
)
{
    private readonly DeliveryStore _store = new(ledger, Slug.Of(territory.Name), time);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);

    /// <returns>Null while there is no workspace.</returns>
    public async Task<AnnouncingLook?> LookAsync(CancellationToken ct)
    {
        var read = await _store.StartingAsync(AbsentMark(null), ct);
        var facts = await new FactsReader(client, ledger, time).ReadAsync(
            territory,
            number => !read.Known.Contains(AbsentMark(number)) || read.IsWaiting($"{AbsentMark(number)}:"),
            ct
        );
        return facts is null
            ? null
            : new AnnouncingLook(
                facts,
                AnnouncementPlanner
                    .Plan(facts)
                    .ToDictionary(announcement => announcement.Key, StringComparer.Ordinal)
            );
    }

    /// <summary>The announcements that nobody noted yet.</summary>
    public async Task<IReadOnlyList<Announcement>> NewAsync(AnnouncingLook look, CancellationToken ct)
    {
        var known = await _store.KnownAsync([.. look.Announcements.Keys], ct);
        return [.. look.Announcements.Values.Where(announcement => !known.Contains(announcement.Key))];
    }

    /// <summary>All that waits, with what there is to say of it.</summary>
    public async Task<IReadOnlyList<(DeliveryRow Row, Delivery? Delivery)>> WaitingAsync(
        AnnouncingLook look,
        CancellationToken ct
    ) => (await _store.WaitingAsync(ct)).ConvertAll(row => (row, look.Find(row)));

    public DeliveryStore Store => _store;

    public Task<bool> HasBegunAsync(CancellationToken ct) => _store.HasBegunAsync(ct);

    /// <summary>
    /// Notes what is new: with the ways that it goes, or, the first time, as something that was there before anybody
    /// announced.
    /// </summary>
    /// <returns>Whether it was the first time.</returns>
    public async Task<bool> NoteAsync(AnnouncingLook look, CancellationToken ct)
    {
        var isFirst = !await _store.HasBegunAsync(ct);
        var found = new List<NewDelivery>();
        foreach (var announcement in await NewAsync(look, ct))
        {
            var kind = announcement.Kind.ToString();
            found.Add(
                new NewDelivery
                {
                    Key = announcement.Key,
                    Announcement = announcement.Key,
                    Kind = kind,
                    State = DeliveryState.Seen,
                }
            );
            found.AddRange(isFirst ? [] : Ways(look, announcement, kind));
        }

        found.AddRange(await Marks(look, ct));
        if (isFirst || found.Count > 0)
        {
            await _store.NoteAsync(found, ct);
        }

        return isFirst;
    }

    /// <summary>Words for the absent are read once: the file is asked for again only while somebody waits for them.</summary>
    private async Task<IEnumerable<NewDelivery>> Marks(AnnouncingLook look, CancellationToken ct)
    {
        var marks = look
            .Facts.Minutes.Where(minutes => minutes.IsForTheAbsent)
            .Select(minutes => AbsentMark(minutes.Number))
            .ToList();
        var known = await _store.KnownAsync(marks, ct);
        return marks
            .Where(mark => !known.Contains(mark))
            .Select(mark => new NewDelivery
            {
                Key = mark,
                Announcement = mark,
                Kind = nameof(AnnouncementKind.AbsentDigest),
                State = DeliveryState.Seen,
            });
    }

    private static string AbsentMark(long? number) =>
        string.Create(CultureInfo.InvariantCulture, $"absent:{number}");

    private IEnumerable<NewDelivery> Ways(AnnouncingLook look, Announcement announcement, string kind)
    {
        var from = Utc(DeliveryTimes.From(announcement, look.Facts.Now, look.Facts.Rules));
        return Routing
            .Of(announcement, look.Facts.Territory, look.Facts.Rules)
            .Select(delivery => new NewDelivery
            {
                Key = delivery.Key,
                Announcement = announcement.Key,
                Kind = kind,
                Channel = delivery.Channel.Id,
                Recipient = delivery.PersonId ?? "",
                State = DeliveryState.Waiting,
                NotBefore = from,
            });
    }

    /// <summary>What may leave now; what is no news any more is dropped.</summary>
    /// <param name="look">What there is to tell.</param>
    /// <param name="now">Also what waits for the hour of the digest, but not what quiet hours hold or what failed before.</param>
    /// <param name="ct">Stops.</param>
    public async Task<DueParcels> DueAsync(AnnouncingLook look, bool now, CancellationToken ct)
    {
        var waiting = (await _store.WaitingAsync(ct)).ConvertAll(row => (Row: row, Delivery: look.Find(row)));
        var gone = waiting.Where(pair => pair.Delivery is null).Select(pair => pair.Row.Key).ToList();
        if (gone.Count > 0)
        {
            await _store.EndAsync(gone, DeliveryState.Dropped, NoNews.French, ct);
        }

        var moment = time.GetUtcNow();
        var due = waiting
            .Where(pair =>
                pair.Delivery is not null && ((now && pair.Row.Attempts == 0) || pair.Row.NotBefore <= moment)
            )
            .Select(pair => pair.Delivery!)
            .ToList();
        var free = due.Where(delivery =>
                !DeliveryTimes.IsHeld(delivery.Announcement, look.Facts.Now, look.Facts.Rules)
            )
            .ToList();
        return new DueParcels(
            Parcel.Of(free),
            waiting.Count - gone.Count - free.Count,
            free.Count < due.Count
        );
    }

    /// <returns>Whether an earlier attempt may have got through.</returns>
    public async Task<bool> BeginAsync(Parcel parcel, CancellationToken ct)
    {
        var most = 0;
        await _store.BeginAsync(
            Keys(parcel.Deliveries),
            attempts =>
            {
                most = Math.Max(most, attempts);
                return time.GetUtcNow() + (DeliveryTimes.Next(attempts, null) ?? DeliveryTimes.LongestWait);
            },
            ct
        );
        return most > 1;
    }

    public Task EndAsync(Parcel parcel, SendOutcome outcome, CancellationToken ct) =>
        outcome.Result switch
        {
            SendResult.Sent => _store.EndAsync(Keys(parcel.Deliveries), DeliveryState.Sent, null, ct),
            SendResult.Refused => _store.EndAsync(
                Keys(parcel.Deliveries),
                DeliveryState.Dead,
                outcome.Reason?.French,
                ct
            ),
            _ => _store.PostponeAsync(
                Keys(parcel.Deliveries),
                outcome.Reason?.French ?? "",
                attempts => Again(attempts, outcome.RetryAfter),
                ct
            ),
        };

    /// <summary>A channel that cannot be opened costs everything that was to go through it an attempt.</summary>
    public async Task PostponeAsync(IReadOnlyList<Delivery> deliveries, Text reason, CancellationToken ct)
    {
        await _store.BeginAsync(Keys(deliveries), _ => time.GetUtcNow(), ct);
        await _store.PostponeAsync(Keys(deliveries), reason.French, attempts => Again(attempts, null), ct);
    }

    /// <summary>What was not tried because the channel failed waits as long as what was, and costs it nothing.</summary>
    public Task DeferAsync(IReadOnlyList<Delivery> deliveries, SendOutcome outcome, CancellationToken ct) =>
        _store.PostponeAsync(
            Keys(deliveries),
            outcome.Reason?.French ?? "",
            _ => Again(1, outcome.RetryAfter),
            ct
        );

    private DateTimeOffset? Again(int attempts, TimeSpan? asked) =>
        time.GetUtcNow() + DeliveryTimes.Next(attempts, asked);

    private DateTimeOffset Utc(DateTime local)
    {
        var moment = _zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(moment, _zone.GetUtcOffset(moment)).ToUniversalTime();
    }

    private static List<string> Keys(IEnumerable<Delivery> deliveries) =>
        [.. deliveries.Select(delivery => delivery.Key)];

    private static readonly Text NoNews = new(
        "Ce n'était plus d'actualité, ou la personne ou le canal n'y est plus.",
        "It was no news any more, or the person or the channel is gone."
    );
}
