using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain.ContentLines;
using Connector.Domain.Territories;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// What the network's calendar shows of an object of a group's: the whole of it, overrides and all, under a UID of its own
/// and with the group's name before the title; nothing of who is invited. Pure: same object, same copy.
/// </summary>
internal sealed partial class NetworkCopy(DateTimeZone territory, PersonalData people)
{
    private const string NewLine = "\r\n";

    /// <summary>Before any calendar that is shown: a VTIMEZONE that says the same for everybody.</summary>
    private static readonly DateTime ZonesFrom = new(2015, 1, 1);

    /// <param name="group">Whose calendar.</param>
    /// <param name="text">The object.</param>
    /// <returns>The copy; no text in it for what is not everybody's business. Null where the object cannot be read.</returns>
    public CopiedObject? Write(WorkingGroup group, string text)
    {
        if (
            EventReader.Read(text, territory).Damage is not null
            || CalendarComponent.Read(text) is not { } calendar
        )
        {
            return null;
        }

        var events = calendar.Of("VEVENT").ToList();
        var master = events.Find(item => item.Find("RECURRENCE-ID") is null);
        if (events.Count == 0 || !IsPublic(master ?? events[0]))
        {
            return new CopiedObject(null, group.Name);
        }

        var lines = new CopiedLines(new EventZones(calendar, territory), people);
        var hidden = events.Where(item => !IsPublic(item)).ToList();
        var written = new StringBuilder();
        foreach (var item in events.Where(IsPublic))
        {
            Write(written, group, item, lines, item == master ? hidden : []);
        }

        var title = people.Mask((master ?? events[0]).Find("SUMMARY")?.Text.Trim() ?? "");
        return new CopiedObject(Whole(lines.Zones, written), title.Length > 0 ? title : group.Name);
    }

    /// <summary>Stable for ever, and another one than in the group's calendar: a phone may show both.</summary>
    public static string Uid(string groupId, string uid) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{groupId}\n{uid}")))[..32]}.reseau@connector";

    /// <summary>Neither PRIVATE nor CONFIDENTIAL, nor what nobody knows: that is to be taken for PRIVATE (RFC 5545, 3.8.1.3).</summary>
    public static bool IsPublic(CalendarComponent item) =>
        item.Find("CLASS")?.Value.Trim() is not { Length: > 0 } said
        || string.Equals(said, "PUBLIC", StringComparison.OrdinalIgnoreCase);

    /// <summary>An object of such components.</summary>
    internal static string Whole(IEnumerable<DateTimeZone> zones, StringBuilder events)
    {
        var whole = new StringBuilder(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Connector//Agenda du réseau//FR\r\n"
        );
        foreach (var zone in zones.OrderBy(zone => zone.Id, StringComparer.Ordinal))
        {
            whole.Append(ZoneTexts.Of(zone, ZonesFrom));
        }

        return whole.Append(events).Append("END:VCALENDAR\r\n").ToString();
    }

    private void Write(
        StringBuilder written,
        WorkingGroup group,
        CalendarComponent item,
        CopiedLines lines,
        IReadOnlyList<CalendarComponent> hidden
    )
    {
        Add(written, "BEGIN:VEVENT");
        Add(written, $"UID:{Uid(group.Id, item.Find("UID")!.Value.Trim())}");
        foreach (var line in item.Lines.Where(line => line.Name is not ("SUMMARY" or "CATEGORIES")))
        {
            var copied =
                line.Name == "RRULE" ? lines.Rule(line, item.Find("DTSTART")!)
                : line.Name == "RELATED-TO" ? Sibling(group, line)
                : lines.Of(line);
            if (copied is not null)
            {
                Add(written, copied);
            }
        }

        if (item.Find("DTSTAMP") is null)
        {
            Add(written, "DTSTAMP:20150101T000000Z");
        }

        // An occurrence that is nobody's business is left out, and not shown as the series planned it.
        foreach (var line in hidden.Select(other => other.Find("RECURRENCE-ID")).OfType<ContentLine>())
        {
            if (lines.Of(line with { Name = "EXDATE" }) is { } left)
            {
                Add(written, left.Replace(";RANGE=THISANDFUTURE", "", StringComparison.Ordinal));
            }
        }

        Add(written, $"SUMMARY:{ContentLine.Escape(Title(group, item))}");
        Add(written, $"CATEGORIES:{Categories(group, item)}");
        Add(written, "END:VEVENT");
    }

    private string Title(WorkingGroup group, CalendarComponent item)
    {
        var name = EventWords.OneLine(group.Name);
        var title = people.Mask(item.Find("SUMMARY")?.Text.Trim() ?? "");
        return title.Length == 0 || title.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            ? title.Length == 0
                ? name
                : title
            : $"{name}\u00a0: {title}";
    }

    private string Categories(WorkingGroup group, CalendarComponent item) =>
        string.Join(
            ',',
            item.All("CATEGORIES")
                .SelectMany(line => UnescapedComma().Split(line.Value))
                .Select(value => value.Trim())
                .Where(value => value.Length > 0 && !people.IsIn(value))
                .Prepend(ContentLine.Escape(EventWords.OneLine(group.Name)))
                .Distinct(StringComparer.Ordinal)
        );

    private static string? Sibling(WorkingGroup group, ContentLine line) =>
        string.Equals(line.Parameter("RELTYPE"), "SIBLING", StringComparison.OrdinalIgnoreCase)
            ? $"RELATED-TO;RELTYPE=SIBLING:{Uid(group.Id, line.Value.Trim())}"
            : null;

    private static void Add(StringBuilder written, string line) =>
        written.Append(ContentLine.Folded(line, NewLine));

    [GeneratedRegex(@"(?<!\\),")]
    private static partial Regex UnescapedComma();
}

/// <param name="Text">The copy; null for what stays within its group.</param>
/// <param name="Title">Of the meeting, for people.</param>
internal sealed record CopiedObject(string? Text, string Title);
