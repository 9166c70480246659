using System.Text;
using Connector.Domain.ContentLines;
using Connector.Domain.Territories;

namespace Connector.Persons;

/// <summary>Takes somebody out of a calendar object that Connector wrote: guests and contacts go, words get « […] » in their place.</summary>
internal static class EventErasure
{
    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "ATTENDEE",
        "ORGANIZER",
        "CONTACT",
    };

    /// <returns>The object without them, every other line as it was; the same text where nothing names them.</returns>
    public static string Without(string ics, PersonalData match)
    {
        var newLine = ics.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var done = new StringBuilder(ics.Length);
        var at = 0;
        foreach (var line in ContentLine.Read(ics).Where(line => match.IsIn(line.Head + line.Text)))
        {
            done.Append(ics, at, line.Start - at);
            at = line.End;
            if (!People.Contains(line.Name) && !match.IsIn(line.Head))
            {
                done.Append(
                    ContentLine.Folded(line.Head + ContentLine.Escape(match.Mask(line.Text)), newLine)
                );
            }
        }

        return done.Append(ics, at, ics.Length - at).ToString();
    }
}
