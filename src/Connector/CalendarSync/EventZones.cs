using Connector.Domain.ContentLines;
using NodaTime;
using NodaTime.TimeZones;

namespace Connector.CalendarSync;

/// <summary>
/// The time zones that an object's TZIDs mean. A TZID is free text: Outlook writes « (UTC+01:00) Bruxelles, Paris » or
/// « Romance Standard Time », and only the VTIMEZONE beside it says what that is.
/// </summary>
internal sealed class EventZones(CalendarComponent calendar, DateTimeZone territory)
{
    private readonly Dictionary<string, DateTimeZone> _found = new(StringComparer.Ordinal);

    public DateTimeZone Territory => territory;

    /// <summary>The zone of a date-time line: UTC with a Z, the territory's for floating times.</summary>
    public DateTimeZone Of(ContentLine line) =>
        line.Value.TrimEnd().EndsWith('Z') ? DateTimeZone.Utc
        : line.Parameter("TZID") is { } id ? Named(id)
        : territory;

    private DateTimeZone Named(string id)
    {
        if (!_found.TryGetValue(id, out var zone))
        {
            zone = Known(id) ?? Described(id) ?? territory;
            _found[id] = zone;
        }

        return zone;
    }

    private static DateTimeZone? Known(string id)
    {
        var name = id.TrimStart('/');
        var source = TzdbDateTimeZoneSource.Default;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? DateTimeZoneProviders.Tzdb.GetZoneOrNull(LastTwo(name))
            ?? (
                source.WindowsMapping.PrimaryMapping.TryGetValue(name, out var mapped)
                    ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(mapped)
                    : null
            );
    }

    /// <summary><c>/freeassociation.sourceforge.net/Europe/Paris</c> and the like.</summary>
    private static string LastTwo(string id) =>
        string.Join('/', id.Split('/')[^Math.Min(2, id.Split('/').Length)..]);

    /// <summary>By what the object itself says of it: a place, else the zone that has the same two offsets.</summary>
    private DateTimeZone? Described(string id)
    {
        var described = calendar.Of("VTIMEZONE").FirstOrDefault(item => item.Find("TZID")?.Value == id);
        if (described?.Find("X-LIC-LOCATION")?.Value is { } place && Known(place) is { } there)
        {
            return there;
        }

        var winter = OffsetOf(described, "STANDARD");
        if (winter is null)
        {
            return null;
        }

        var summer = OffsetOf(described, "DAYLIGHT") ?? winter;
        return DateTimeZoneProviders
            .Tzdb.Ids.Select(name => DateTimeZoneProviders.Tzdb[name])
            .Prepend(territory)
            .FirstOrDefault(zone => Has(zone, winter.Value, summer.Value));
    }

    private static bool Has(DateTimeZone zone, Offset winter, Offset summer)
    {
        var january = zone.GetUtcOffset(Instant.FromUtc(2026, 1, 15, 12, 0));
        var july = zone.GetUtcOffset(Instant.FromUtc(2026, 7, 15, 12, 0));
        return january == winter && july == summer;
    }

    /// <summary><c>TZOFFSETTO:+0100</c></summary>
    private static Offset? OffsetOf(CalendarComponent? zone, string part)
    {
        var value = zone?.Of(part).LastOrDefault()?.Find("TZOFFSETTO")?.Value.Trim();
        return
            value is { Length: >= 5 }
            && value[0] is ('+' or '-')
            && int.TryParse(value.AsSpan(1, 2), out var hours)
            && int.TryParse(value.AsSpan(3, 2), out var minutes)
            ? Offset.FromSeconds((value[0] == '-' ? -1 : 1) * ((hours * 3600) + (minutes * 60)))
            : null;
    }
}
