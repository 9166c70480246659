using System.Text.RegularExpressions;
using Connector.Domain.ContentLines;
using Connector.Domain.Territories;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// Which lines of an event go into the network's calendar, and how. Only what is named here does: whoever is invited,
/// organises, comments, and whatever a program adds under a name of its own stays behind (RFC 5545, 3.8; RFC 7986).
/// </summary>
internal sealed partial class CopiedLines(EventZones zones, PersonalData people)
{
    private static readonly string[] Words = ["SUMMARY", "LOCATION", "DESCRIPTION"];

    private readonly HashSet<DateTimeZone> _used = [];

    /// <summary>The zones that the lines so far tell times of.</summary>
    public IEnumerable<DateTimeZone> Zones => _used;

    /// <summary>The line as it is copied; null for one that is not.</summary>
    public string? Of(ContentLine line) =>
        line.Name switch
        {
            "DTSTART" or "DTEND" or "RECURRENCE-ID" or "EXDATE" or "RDATE" => Moment(line),
            "DTSTAMP" or "LAST-MODIFIED" => When(Stamp(), line),
            "DURATION" => When(Length(), line),
            "SEQUENCE" => When(Number(), line),
            "STATUS" or "TRANSP" => When(Token(), line, line.Value.Trim().ToUpperInvariant()),
            "COLOR" => When(Token(), line),
            "GEO" => When(Place(), line),
            "URL" or "CONFERENCE" => Address(line),
            _ when Words.Contains(line.Name) => $"{line.Name}:{ContentLine.Escape(people.Mask(line.Text))}",
            _ => null,
        };

    /// <summary>
    /// UNTIL of a series at a time of day is in UTC, of one of whole days a day (RFC 5545, 3.3.10): not everybody writes so.
    /// </summary>
    public string? Rule(ContentLine line, ContentLine start)
    {
        var value = line.Value.Trim().ToUpperInvariant();
        return RuleShape().IsMatch(value)
            ? $"RRULE:{string.Join(';', value.Split(';').Select(part => part.StartsWith("UNTIL=", StringComparison.Ordinal) ? Until(part["UNTIL=".Length..], start) : part))}"
            : null;
    }

    private string Until(string value, ContentLine start)
    {
        if (CalendarMoment.Wall(value) is not { } wall)
        {
            return $"UNTIL={value}";
        }

        if (CalendarMoment.IsDay(start))
        {
            return $"UNTIL={wall.Date.ToString("yyyyMMdd", null)}";
        }

        if (value.EndsWith('Z'))
        {
            return $"UNTIL={value}";
        }

        var local = value.Length == 8 ? wall.Date + new LocalTime(23, 59, 59) : wall;
        return $"UNTIL={local.In(zones.Of(start), DateTimeZone.Utc).ToString("yyyyMMdd'T'HHmmss'Z'", null)}";
    }

    /// <summary>
    /// On a zone that every program knows by its name: floating times are the territory's, and TZIDs of a program's own are
    /// what they mean.
    /// </summary>
    private string? Moment(ContentLine line)
    {
        var value = line.Value.Trim();
        if (!MomentShape().IsMatch(value))
        {
            return null;
        }

        var range = line.Parameter("RANGE") == "THISANDFUTURE" ? ";RANGE=THISANDFUTURE" : "";
        var isPeriod = value.Contains('/', StringComparison.Ordinal) ? ";VALUE=PERIOD" : "";
        if (CalendarMoment.IsDay(line))
        {
            return $"{line.Name}{range};VALUE=DATE:{value}";
        }

        if (value.EndsWith('Z'))
        {
            return $"{line.Name}{range}{isPeriod}:{value}";
        }

        var zone = zones.Of(line);
        _used.Add(zone);
        return $"{line.Name}{range}{isPeriod};TZID={zone.Id}:{value}";
    }

    private string? Address(ContentLine line)
    {
        var value = line.Value.Trim();
        return
            Uri.TryCreate(value, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http"
            && !people.IsIn(value)
            ? line.Name == "CONFERENCE"
                ? $"CONFERENCE;VALUE=URI:{value}"
                : $"URL:{value}"
            : null;
    }

    private static string? When(Regex shape, ContentLine line, string? value = null)
    {
        var said = value ?? line.Value.Trim();
        return shape.IsMatch(said) ? $"{line.Name}:{said}" : null;
    }

    [GeneratedRegex(@"^[0-9TZ,/PWDHMS]+$")]
    private static partial Regex MomentShape();

    [GeneratedRegex(@"^\d{8}T\d{6}Z?$")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^[+-]?P[0-9WDTHMS]+$")]
    private static partial Regex Length();

    [GeneratedRegex(@"^\d{1,9}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[A-Za-z-]{1,24}$")]
    private static partial Regex Token();

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{1,12})?;-?\d{1,3}(\.\d{1,12})?$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^FREQ=[A-Z0-9=;,+-]+$|^[A-Z0-9=;,+-]*;FREQ=[A-Z0-9=;,+-]+$")]
    private static partial Regex RuleShape();
}
