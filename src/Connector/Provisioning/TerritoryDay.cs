namespace Connector.Provisioning;

/// <summary>What day it is in a territory, which may be another than this machine's or the server's.</summary>
internal static class TerritoryDay
{
    /// <param name="time">The clock.</param>
    /// <param name="timeZone">IANA name, as <c>Europe/Paris</c>.</param>
    public static DateOnly Now(TimeProvider time, string timeZone) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime
        );
}
