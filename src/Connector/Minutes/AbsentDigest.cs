using System.Globalization;
using System.Text;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Templates;

namespace Connector.Minutes;

/// <summary>
/// Three minutes of reading for those who were not there: what was decided, what each of them has to do, when the group
/// meets next. In French, the language of the network; Connector sends nothing by itself.
/// </summary>
internal static class AbsentDigest
{
    /// <returns>Markdown; null when everybody was there, or when nobody noted who was.</returns>
    public static string? Write(WrittenMinutes minutes, string group, MinutesNextMeeting? next)
    {
        var absent = minutes
            .Guests.Where(guest => guest.Presence is Presence.Absent or Presence.Excused)
            .ToList();
        if (absent.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"# Pour les absents – {Plain(minutes.Title)}, {Day(minutes.Date)}\n\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{Plain(group)} · pour : {string.Join(", ", absent.Select(guest => Plain(guest.Name)))}\n\n"
            )
            .Append("## Décisions\n\n");
        foreach (var decision in minutes.Decisions)
        {
            text.Append("- ").Append(Plain(decision.Text)).Append(Owner(decision.Owner)).Append('\n');
        }

        text.Append(minutes.Decisions.Count == 0 ? "Aucune décision notée.\n" : "");
        foreach (var guest in absent)
        {
            Actions(text, guest, minutes.Actions);
        }

        return text.Append("\n## Prochaine rencontre\n\n").Append(Next(next)).Append('\n').ToString();
    }

    private static void Actions(StringBuilder text, WrittenGuest guest, IReadOnlyList<WrittenAction> actions)
    {
        var own = actions.Where(action => action.IsOpen && IsFor(action, guest)).ToList();
        if (own.Count == 0)
        {
            return;
        }

        text.Append("\n## À faire – ").Append(Plain(guest.Name)).Append("\n\n");
        foreach (var action in own)
        {
            var due = action.Due is { } day ? $", pour le {day:dd/MM/yyyy}" : "";
            text.Append("- ").Append(Plain(action.What)).Append(due).Append('\n');
        }
    }

    /// <summary>« Qui » is written by hand: the name, or the organisation, somewhere in it.</summary>
    private static bool IsFor(WrittenAction action, WrittenGuest guest)
    {
        var who = Domain.Folded.Words(action.Who);
        return new[] { guest.Name, guest.Organisation }
            .Select(name => Domain.Folded.Words(name))
            .Any(name => name.Length > 0 && $" {who} ".Contains($" {name} ", StringComparison.Ordinal));
    }

    private static string Next(MinutesNextMeeting? next) =>
        next is null
            ? "Pas encore fixée."
            : $"{Day(DateOnly.FromDateTime(next.Start))}, de {next.Start:HH:mm} à {next.End:HH:mm}{(next.Place is { Length: > 0 } place ? $", {Plain(place)}" : "")}.";

    private static string Owner(string owner) => owner.Length == 0 ? "" : $" ({Plain(owner)})";

    private static string Day(DateOnly? day) =>
        day is { } known ? FrenchDates.Write(known, "dddd d MMMM yyyy") : "date à préciser";

    private static string Plain(string words) => Publishing.PlainMarkdown.Line(words);
}
