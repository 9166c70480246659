using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Connector.DevServer.Dav;
using Ical.Net.CalendarComponents;

namespace Connector.DevServer.Calendars;

/// <summary>Reads what a client wants to store, and refuses what the real server refuses.</summary>
internal static class ItemText
{
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <exception cref="DavException">415 not iCalendar; 403 too large or a component the calendar does not take.</exception>
    public static CalendarItem Read(Calendar calendar, string name, byte[] data, DateTimeOffset now)
    {
        if (data.Length > MaxBytes)
            throw DavException.Forbidden("The uploaded file exceeds the maximum size of 10485760 bytes.");
        var parsed = Parse(Encoding.UTF8.GetString(data));
        var components = parsed
            .RecurringItems.Cast<UniqueComponent>()
            .Concat(parsed.Todos)
            .Distinct()
            .ToList();
        if (components.Count == 0)
            throw DavException.UnsupportedMediaType("Validation error in iCalendar: there is no component");
        var main = components[0];
        if (string.IsNullOrEmpty(main.Uid))
            throw DavException.UnsupportedMediaType("Validation error in iCalendar: UID is missing");
        if (components.Any(other => other.Uid != main.Uid))
            throw DavException.UnsupportedMediaType(
                "Validation error in iCalendar: A calendar object on a CalDAV server may only have components with the same UID."
            );
        if (!calendar.Components.Split(',').Contains(main.Name))
            throw new DavException(
                403,
                @"Sabre\CalDAV\Exception\InvalidComponentType",
                $"iCalendar objects must at least have a component of type {calendar.Components}"
            );
        return new CalendarItem
        {
            Name = name,
            Uid = main.Uid,
            Component = main.Name,
            ETag = ETag(data),
            Data = data,
            Modified = now,
        };
    }

    public static Ical.Net.Calendar Parse(string text)
    {
        if (!text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            throw DavException.UnsupportedMediaType(
                "This resource only supports valid iCalendar 2.0 data. Parse error: This parser only supports VCARD and VCALENDAR files"
            );
        try
        {
            return Ical.Net.Calendar.Load(text)
                ?? throw DavException.UnsupportedMediaType(
                    "This resource only supports valid iCalendar 2.0 data."
                );
        }
        catch (Exception error)
            when (error
                    is System.Runtime.Serialization.SerializationException
                        or FormatException
                        or ArgumentException
            )
        {
            throw DavException.UnsupportedMediaType(
                $"This resource only supports valid iCalendar 2.0 data. Parse error: {error.Message}"
            );
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "The real server's ETag; it protects nothing.")]
    private static string ETag(byte[] data) => $"\"{Convert.ToHexStringLower(MD5.HashData(data))}\"";
}
