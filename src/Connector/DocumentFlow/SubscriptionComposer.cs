using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>Gathers what the subscription poster shows: each published calendar with its address.</summary>
internal static class SubscriptionComposer
{
    public static SubscriptionContent Compose(
        ComposedTerritory context,
        DocumentSpec document,
        IReadOnlyDictionary<string, Uri> addresses
    ) =>
        new()
        {
            Stamp = context.Stamp(document.Key, null),
            Network = context.Territory.Name,
            Territory = context.Territory.Name,
            Contact = string.Join(", ", context.Territory.Coordinators.Select(context.Signature)),
            Calendars =
            [
                .. context
                    .Spec.Areas.Where(area =>
                        area.Calendar is not null
                        && (document.CalendarKey is null || document.CalendarKey == area.Calendar.Key)
                        && addresses.ContainsKey(area.Calendar.Key)
                    )
                    .Select(area => Calendar(context, area, addresses[area.Calendar!.Key])),
            ],
        };

    /// <summary>The QR code of a calendar as a picture; null where it has no public address.</summary>
    public static MadeDocument? Picture(
        ComposedTerritory context,
        DocumentSpec document,
        IReadOnlyDictionary<string, Uri> addresses
    ) =>
        Compose(context, document, addresses).Calendars is not [var calendar, ..] ? null
        : QrPicture.IsSvg(document.Name)
            ? new MadeDocument(
                QrPicture.Svg(calendar.WebcalAddress, $"QR code : s'abonner à l'agenda « {calendar.Name} »"),
                MadeDocument.Svg
            )
        : new MadeDocument(QrPicture.Png(calendar.WebcalAddress), MadeDocument.Png);

    /// <summary>
    /// <c>webcal</c> stands for http and https alike: programs try https first, or follow the server there. A port stays.
    /// </summary>
    private static SubscriptionCalendar Calendar(ComposedTerritory context, AreaSpec area, Uri address)
    {
        var webcal = new UriBuilder(address)
        {
            Scheme = "webcal",
            Port = address.IsDefaultPort ? -1 : address.Port,
        };
        return new SubscriptionCalendar
        {
            Key = area.WorkingGroupId ?? area.Key,
            Name = area.Calendar!.DisplayName,
            Description = area.WorkingGroupId is null
                ? "Les rencontres de tous les groupes du réseau"
                : string.Join(", ", context.Group(area)?.Meetings.Select(ComposedTerritory.RhythmOf) ?? []),
            HttpsAddress = address.AbsoluteUri,
            WebcalAddress = webcal.Uri.AbsoluteUri,
        };
    }
}
