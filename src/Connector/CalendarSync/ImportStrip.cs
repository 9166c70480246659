using System.Text;
using Connector.Domain.ContentLines;

namespace Connector.CalendarSync;

/// <summary>
/// Leaves out of an event what names persons: with an ORGANIZER nobody else may edit it in Nextcloud's calendar, ATTENDEEs would be
/// mailed and shown in the public feed (docs/decisions/0007-meetings-name-no-organiser.md).
/// </summary>
internal static class ImportStrip
{
    private static readonly HashSet<string> Persons = new(
        ["ORGANIZER", "ATTENDEE", "REQUEST-STATUS", "METHOD", "CONTACT"],
        StringComparer.Ordinal
    );

    /// <param name="text">A component.</param>
    /// <param name="stripped">How many lines are gone.</param>
    public static string Of(string text, out int stripped)
    {
        var kept = new StringBuilder(text.Length);
        var (alarm, isMail) = (new StringBuilder(), false);
        (stripped, var inAlarm) = (0, false);
        foreach (var line in ContentLine.Read(text))
        {
            var raw = text[line.Start..line.End];
            if (line.Name == "BEGIN" && line.Value.Trim() is "VALARM" or "valarm")
            {
                (inAlarm, isMail) = (true, false);
                alarm.Clear();
            }

            isMail |= inAlarm && line.Name == "ACTION" && line.Value.Trim() is "EMAIL" or "email";
            if (IsOfPerson(line))
            {
                stripped++;
            }
            else
            {
                (inAlarm ? alarm : kept).Append(raw);
            }

            if (inAlarm && line.Name == "END")
            {
                stripped += isMail ? 1 : 0;
                kept.Append(isMail ? "" : alarm.ToString());
                inAlarm = false;
            }
        }

        return kept.ToString();
    }

    /// <summary>Outlook and others write addresses into lines of their own as well.</summary>
    private static bool IsOfPerson(ContentLine line) =>
        Persons.Contains(line.Name)
        || (
            line.Name.StartsWith("X-", StringComparison.Ordinal)
            && (line.Head + line.Value).Contains("mailto:", StringComparison.OrdinalIgnoreCase)
        );
}
