using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain.ContentLines;

namespace Connector.CalendarSync;

/// <summary>
/// Changes descriptions in objects that others wrote: one line is replaced or added, and every other byte stays. Never
/// written anew from what was read, which would re-sort properties and damage some (RFC 5545, 3.1 and 3.3.11).
/// </summary>
internal static class EventPatch
{
    /// <param name="text">The object as it is.</param>
    /// <param name="links">
    /// A line of text for each component: by the value of its RECURRENCE-ID, or the empty text for the master. It stands in
    /// for the line that begins the same.
    /// </param>
    /// <returns>The object with these lines in its descriptions; the same text where they are there already.</returns>
    public static string WithLinks(string text, IReadOnlyDictionary<string, EventLinkLine> links)
    {
        if (CalendarComponent.Read(text) is not { } calendar)
        {
            return text;
        }

        var patched = new StringBuilder(text);
        // From the end on, so that the places before stay true.
        foreach (var component in calendar.Of("VEVENT").Reverse())
        {
            var id = component.Find("RECURRENCE-ID")?.Value ?? "";
            if (links.TryGetValue(id, out var link))
            {
                Patch(patched, text, component, link);
            }
        }

        return patched.ToString();
    }

    private static void Patch(
        StringBuilder patched,
        string text,
        CalendarComponent component,
        EventLinkLine link
    )
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (component.Find("DESCRIPTION") is not { } line)
        {
            var before = component.Components is [var inner, ..] ? inner.Begin.Start : component.End!.Start;
            patched.Insert(
                before,
                ContentLine.Folded($"DESCRIPTION:{ContentLine.Escape(link.Line)}", newLine)
            );
            return;
        }

        var now = line.Text;
        var wanted = With(now, link);
        if (wanted == now)
        {
            return;
        }

        // Where nothing of it was there, what people wrote stays as they escaped it.
        var value = wanted.StartsWith(now, StringComparison.Ordinal)
            ? line.Value + ContentLine.Escape(wanted[now.Length..])
            : ContentLine.Escape(wanted);
        patched.Remove(line.Start, line.End - line.Start);
        patched.Insert(line.Start, ContentLine.Folded(line.Head + value, newLine));
    }

    private static string With(string description, EventLinkLine link)
    {
        if (description.Split('\n').Contains(link.Line))
        {
            return description;
        }

        var older = new Regex($"^{Regex.Escape(link.Beginning)}\\d+$", RegexOptions.Multiline);
        return older.IsMatch(description) ? older.Replace(description, link.Line, 1)
            : description.Trim().Length == 0 ? link.Line
            : $"{description.TrimEnd()}\n\n{link.Line}";
    }
}

/// <summary>A line of a description that leads to something in the workspace.</summary>
/// <param name="Beginning">All but the number: <c>Compte-rendu : https://nuage.example/index.php/f/</c></param>
/// <param name="Number">File id.</param>
internal sealed record EventLinkLine(string Beginning, long Number)
{
    public string Line => FormattableString.Invariant($"{Beginning}{Number}");
}
