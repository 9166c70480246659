using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>What became of one announcement on its way through one channel to one receiver.</summary>
/// <remarks>No words are kept: they are computed anew from what they come from, each time something is sent.</remarks>
[PrimaryKey(nameof(Territory), nameof(Key))]
internal sealed class DeliveryRow
{
    public required string Territory { get; init; }

    /// <summary><see cref="Domain.Announcing.Delivery.Key"/>; that of the announcement alone for its own row.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the announcement.</summary>
    public required string Announcement { get; init; }

    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier of the channel; empty for the row that says that the announcement is known.</summary>
    public required string Channel { get; init; }

    /// <summary>Identifier of the person; empty for what many read.</summary>
    public required string Recipient { get; init; }

    public required DeliveryState State { get; set; }

    /// <summary>When it was found.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it is to be told, or tried again.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why the last attempt failed, in French; no address, no secret.</summary>
    public string? Reason { get; set; }
}

internal enum DeliveryState
{
    /// <summary>Known, and not to be told: it was there before anybody announced, or the row is the announcement's own.</summary>
    Seen,

    Waiting,

    Sent,

    /// <summary>Tried as often as is tried, or refused for good.</summary>
    Dead,

    /// <summary>No news any more before it could be told.</summary>
    Dropped,
}
