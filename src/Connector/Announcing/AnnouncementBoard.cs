using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Announcing;

/// <summary>What pages show of a territory's announcements. Reads, and writes nothing.</summary>
internal sealed record AnnouncementBoard
{
    private const int Latest = 100;

    public required AnnouncingRules Rules { get; init; }

    /// <summary>Whether anything was ever noted: until then all that is there counts as old.</summary>
    public bool HasBegun { get; init; }

    /// <summary>What waits, the next to leave first.</summary>
    public IReadOnlyList<BoardLine> Waiting { get; init; } = [];

    /// <summary>What was sent, the latest first; the latest hundred.</summary>
    public IReadOnlyList<BoardLine> Sent { get; init; } = [];

    /// <summary>What nobody tries any more, with the reason.</summary>
    public IReadOnlyList<BoardLine> Dead { get; init; } = [];

    /// <summary>What the next digest would say, as it would be sent; a first run would send none of it.</summary>
    public IReadOnlyList<MessagePreview> Previews { get; init; } = [];

    public static async Task<AnnouncementBoard> ReadAsync(
        NextcloudClient client,
        LedgerStore ledger,
        TimeProvider time,
        Territory territory,
        CancellationToken ct
    )
    {
        var desk = new AnnouncingDesk(client, ledger, time, territory);
        var board = new AnnouncementBoard { Rules = territory.Announcing };
        if (await desk.LookAsync(ct) is not { } look)
        {
            return board;
        }

        var waiting = await desk.WaitingAsync(look, ct);
        var isBegun = await desk.HasBegunAsync(ct);
        var fresh = isBegun ? await desk.NewAsync(look, ct) : [];
        var deliveries = waiting
            .Select(pair => pair.Delivery)
            .OfType<Delivery>()
            .Concat(fresh.SelectMany(one => Routing.Of(one, look.Facts.Territory, look.Facts.Rules)));
        return board with
        {
            HasBegun = isBegun,
            Waiting = [.. waiting.Select(pair => Line(look, pair.Row)).OrderBy(line => line.NotBefore)],
            Sent =
            [
                .. (await desk.Store.InAsync(DeliveryState.Sent, Latest, ct)).Select(row => Line(look, row)),
            ],
            Dead =
            [
                .. (await desk.Store.InAsync(DeliveryState.Dead, Latest, ct)).Select(row => Line(look, row)),
            ],
            Previews = [.. Parcel.Of(deliveries).Select(parcel => Preview(look, parcel))],
        };
    }

    private static BoardLine Line(AnnouncingLook look, DeliveryRow row) =>
        new()
        {
            Key = row.Key,
            Kind = Enum.TryParse<AnnouncementKind>(row.Kind, out var kind) ? kind : null,
            Title = look.Announcements.GetValueOrDefault(row.Announcement)?.Text.Title ?? "",
            Channel = row.Channel,
            Recipient =
                row.Recipient.Length == 0 ? null : look.Facts.Person(row.Recipient)?.Name ?? row.Recipient,
            At = row.At,
            NotBefore = row.NotBefore,
            EndedAt = row.EndedAt,
            Attempts = row.Attempts,
            Reason = row.Reason,
        };

    private static MessagePreview Preview(AnnouncingLook look, Parcel parcel)
    {
        var message = parcel.Message(look.Facts.Territory.Name, look.Facts.Language);
        return new MessagePreview(
            parcel.Channel,
            look.Facts.Person(parcel.PersonId)?.Name,
            message.Subject,
            Rendering.Of(parcel.Channel.Kind).Write(message, look.Facts.Language),
            HtmlRendering.Write(message, look.Facts.Language)
        );
    }
}

/// <summary>One announcement on one way.</summary>
internal sealed record BoardLine
{
    public required string Key { get; init; }

    /// <summary>Null for a kind of a newer Connector.</summary>
    public required AnnouncementKind? Kind { get; init; }

    /// <summary>Empty when it is no news any more: words are not kept.</summary>
    public required string Title { get; init; }

    public required string Channel { get; init; }

    /// <summary>Name; null for what many read.</summary>
    public required string? Recipient { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>In French; null where nothing failed.</summary>
    public required string? Reason { get; init; }
}

/// <param name="Channel">Through which.</param>
/// <param name="Recipient">Name; null for what many read.</param>
/// <param name="Subject">One line, not escaped.</param>
/// <param name="Text">As the channel would get it.</param>
/// <param name="Html">The page of a mail; for other channels what it would be.</param>
internal sealed record MessagePreview(
    Channel Channel,
    string? Recipient,
    string Subject,
    string Text,
    string Html
);
