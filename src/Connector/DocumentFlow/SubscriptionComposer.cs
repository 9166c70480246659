using Connector.Domain.Workspaces;
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
                        area.Calendar is not null && addresses.ContainsKey(area.Calendar.Key)
                    )
                    .Select(area => Calendar(context, area, addresses[area.Calendar!.Key])),
            ],
        };

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
            Description = string.Join(
                ", ",
                context.Group(area)?.Meetings.Select(ComposedTerritory.RhythmOf) ?? []
            ),
            HttpsAddress = address.AbsoluteUri,
            WebcalAddress = webcal.Uri.AbsoluteUri,
        };
    }
}
