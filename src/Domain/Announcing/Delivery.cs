using System.Security.Cryptography;
using System.Text;

namespace Connector.Domain.Announcing;

/// <summary>One announcement on its way through one channel.</summary>
/// <param name="Announcement">What.</param>
/// <param name="Channel">Through which.</param>
/// <param name="PersonId">To whom; null for all who read a shared channel.</param>
public sealed record Delivery(Announcement Announcement, Channel Channel, string? PersonId)
{
    /// <summary>Known for ever: what was sent under it is not sent again.</summary>
    public string Key => $"{Announcement.Key}|{Channel.Id}|{PersonId}";

    /// <summary>The hash under which receivers know a message, whoever sends it again: 64 hexadecimal digits.</summary>
    public static string Fingerprint(IEnumerable<string> keys) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', keys.Order(StringComparer.Ordinal))))
        );
}

/// <summary>All that leaves through one channel for one receiver in one go.</summary>
public sealed record Parcel(Channel Channel, string? PersonId, IReadOnlyList<Delivery> Deliveries)
{
    public string Fingerprint => Delivery.Fingerprint(Deliveries.Select(delivery => delivery.Key));

    /// <summary>The same for two parcels that say the same, whoever gets them.</summary>
    public string Contents => string.Join('\n', Deliveries.Select(delivery => delivery.Announcement.Key));

    /// <summary>One announcement as it is; several under one subject.</summary>
    public Message Message(string network, Language language)
    {
        var parts = Deliveries.Select(delivery => delivery.Announcement.Text).ToList();
        return parts.Count == 1
            ? new Message(parts[0].Title, parts)
            : new Message(
                new Text($"{network}\u00A0: {parts.Count} nouvelles", $"{network}: {parts.Count} news").In(
                    language
                ),
                parts
            );
    }

    /// <summary>One message for each channel and receiver, its announcements by kind.</summary>
    public static IReadOnlyList<Parcel> Of(IEnumerable<Delivery> deliveries) =>
        [
            .. deliveries
                .GroupBy(delivery => (delivery.Channel.Id, delivery.PersonId))
                .Select(group => new Parcel(
                    group.First().Channel,
                    group.Key.PersonId,
                    [.. group.OrderBy(delivery => delivery.Announcement.Kind)]
                )),
        ];
}
