using System.Text;

namespace Connector.DevServer.Calendars;

/// <summary>The top-level components of an iCalendar text, each with its own lines as they were stored.</summary>
internal static class FeedParts
{
    private static readonly string[] KeptWhenConfidential =
    [
        "BEGIN",
        "END",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "CREATED",
        "LAST-MODIFIED",
        "CLASS",
    ];

    public static IEnumerable<(bool IsZone, string Text)> Of(string text, bool isPublic)
    {
        List<string>? part = null;
        var name = "";
        foreach (var line in Unfold(text))
        {
            if (
                part is null
                && line.StartsWith("BEGIN:V", StringComparison.OrdinalIgnoreCase)
                && !IsCalendar(line)
            )
                (part, name) = ([], line[6..].Trim());
            part?.Add(line);
            if (part is null || !line.Trim().Equals($"END:{name}", StringComparison.OrdinalIgnoreCase))
                continue;
            if (Shown(part, isPublic) is { } shown)
                yield return (name.Equals("VTIMEZONE", StringComparison.OrdinalIgnoreCase), Fold(shown));
            part = null;
        }
    }

    private static List<string>? Shown(List<string> part, bool isPublic)
    {
        var level = part.Find(line => line.StartsWith("CLASS:", StringComparison.OrdinalIgnoreCase))
            ?[6..].Trim();
        if (!isPublic || level is null || level.Equals("PUBLIC", StringComparison.OrdinalIgnoreCase))
            return part;
        if (!level.Equals("CONFIDENTIAL", StringComparison.OrdinalIgnoreCase))
            return null;
        var kept = part.Where(line =>
                KeptWhenConfidential.Contains(line.Split(':', ';')[0].ToUpperInvariant())
            )
            .ToList();
        kept.Insert(kept.Count - 1, "SUMMARY:Busy");
        return kept;
    }

    private static bool IsCalendar(string line) =>
        line.Trim().Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);

    private static List<string> Unfold(string text)
    {
        var lines = new List<string>();
        foreach (var raw in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (raw.Length > 0 && raw[0] is ' ' or '\t' && lines.Count > 0)
                lines[^1] += raw[1..];
            else if (raw.Length > 0)
                lines.Add(raw);
        }

        return lines;
    }

    /// <summary>RFC 5545, 3.1: at most 75 octets a line, never inside a character.</summary>
    private static string Fold(List<string> lines)
    {
        var folded = new StringBuilder();
        foreach (var line in lines)
        {
            var room = 75;
            foreach (var rune in line.EnumerateRunes())
            {
                if (rune.Utf8SequenceLength > room)
                {
                    folded.Append("\r\n ");
                    room = 74;
                }

                folded.Append(rune.ToString());
                room -= rune.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return folded.ToString();
    }
}
