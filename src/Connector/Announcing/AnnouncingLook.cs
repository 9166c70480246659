using Connector.Domain.Announcing;
using Connector.Ledger;

namespace Connector.Announcing;

/// <summary>What there is to tell at a moment.</summary>
/// <param name="Facts">All that is known.</param>
/// <param name="Announcements">By their key.</param>
internal sealed record AnnouncingLook(
    AnnouncingFacts Facts,
    IReadOnlyDictionary<string, Announcement> Announcements
)
{
    /// <summary>The delivery that a row speaks of; null when it is no news any more, or its channel or person is gone.</summary>
    public Delivery? Find(DeliveryRow row)
    {
        var rules = Facts.Rules;
        if (
            !Announcements.TryGetValue(row.Announcement, out var announcement)
            || rules.Find(row.Channel) is not { } channel
        )
        {
            return null;
        }

        if (row.Recipient.Length == 0)
        {
            return channel.IsShared ? new Delivery(announcement, channel, null) : null;
        }

        return
            Facts.Person(row.Recipient) is { } person
            && !channel.IsShared
            && Routing.CanGet(person, channel, rules)
            ? new Delivery(announcement, channel, person.Id)
            : null;
    }
}

/// <summary>What may leave now, and how much waits.</summary>
/// <param name="Parcels">One for each channel and receiver.</param>
/// <param name="Later">Deliveries that wait for their time.</param>
/// <param name="IsHeld">Whether quiet hours hold something.</param>
internal sealed record DueParcels(IReadOnlyList<Parcel> Parcels, int Later, bool IsHeld);
