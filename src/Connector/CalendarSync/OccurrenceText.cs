using System.Text;
using Connector.Domain.ContentLines;

namespace Connector.CalendarSync;

/// <summary>Pieces of raw text about one occurrence.</summary>
internal static class OccurrenceText
{
    /// <summary>What belongs to the series as a whole, and not to one occurrence of it.</summary>
    private static readonly HashSet<string> OfSeries = new(
        ["RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"],
        StringComparer.Ordinal
    );

    /// <summary>What differs between a series and an override that says the same.</summary>
    private static readonly HashSet<string> Bookkeeping = new(
        [.. OfSeries, "STATUS", "DTSTART", "DTEND", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE"],
        StringComparer.Ordinal
    );

    public static string Line(string unfolded, string newLine) => ContentLine.Folded(unfolded, newLine);

    /// <summary>Behind the properties of a component, before the components in it.</summary>
    public static int EndOf(CalendarComponent component) =>
        component.Components is [var inner, ..] ? inner.Begin.Start : component.End!.Start;

    public static string Apply(string text, IReadOnlyList<(int Start, int End, string By)> edits)
    {
        var patched = new StringBuilder(text);
        foreach (var (start, end, by) in edits.OrderByDescending(edit => edit.Start))
        {
            patched.Remove(start, end - start).Insert(start, by);
        }

        return patched.ToString();
    }

    /// <summary>An override that says what its source says, at another time or cancelled: its lines are copied as they are.</summary>
    /// <param name="text">The object.</param>
    /// <param name="source">The component that is copied.</param>
    /// <param name="id">The line with the RECURRENCE-ID.</param>
    /// <param name="moments">Lines that become others, by their place.</param>
    /// <param name="isCancelled">Whether it does not take place.</param>
    /// <param name="newLine">As lines of the text end.</param>
    public static string Override(
        string text,
        CalendarComponent source,
        string id,
        IReadOnlyDictionary<int, string> moments,
        bool isCancelled,
        string newLine
    )
    {
        var written = new StringBuilder(text[source.Begin.Start..source.Begin.End]);
        foreach (
            var line in source.Lines.Where(line => !OfSeries.Contains(line.Name) && line.Name != "STATUS")
        )
        {
            written.Append(
                moments.TryGetValue(line.Start, out var moment)
                    ? Line(moment, newLine)
                    : text[line.Start..line.End]
            );
        }

        written.Append(id);
        if (isCancelled)
        {
            written.Append(Line("STATUS:CANCELLED", newLine));
        }
        else if (source.Find("STATUS") is { } status)
        {
            written.Append(text[status.Start..status.End]);
        }

        foreach (var inner in source.Components)
        {
            written.Append(text[inner.Begin.Start..inner.End!.End]);
        }

        return written.Append(text[source.End!.Start..source.End.End]).ToString();
    }

    /// <summary>Whether an override says, but for being cancelled, what its series says.</summary>
    public static bool SaysNothingElse(string text, CalendarComponent own, CalendarComponent master) =>
        own.Find("DTSTART")?.Value == own.Find("RECURRENCE-ID")?.Value
        && Words(own).SequenceEqual(Words(master))
        && Alarms(text, own).SequenceEqual(Alarms(text, master));

    private static IEnumerable<string> Words(CalendarComponent component) =>
        component
            .Lines.Where(line => !Bookkeeping.Contains(line.Name))
            .Select(line => line.Head + line.Value)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Alarms(string text, CalendarComponent component) =>
        component.Components.Select(inner => text[inner.Begin.Start..inner.End!.End]);
}
