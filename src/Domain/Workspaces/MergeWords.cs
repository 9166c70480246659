using System.Globalization;
using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>What a plan says of a merge: what the territory changes in an event of people's, and what it does not.</summary>
public static class MergeWords
{
    /// <param name="merge">What was found.</param>
    /// <param name="eventKey">Key of the event, which its command names: <c>event:jeunes/mensuelle</c>.</param>
    public static Text Of(MergedEvent merge, string eventKey)
    {
        ArgumentNullException.ThrowIfNull(merge);
        ArgumentNullException.ThrowIfNull(eventKey);
        var (source, changed) = (Source(eventKey), EventFieldWords.List(merge.Fields));
        var parts = new List<Text>();
        if (merge.Text is not null)
        {
            var what =
                merge.Fields.Count == 0
                    ? Text.Same("")
                    : new Text($" ({changed.French})", $" ({changed.English})");
            parts.Add(
                new Text(
                    $"{source.French} a changé{what.French} : repris ici, et ce que quelqu'un a modifié dans l'événement reste",
                    $"{source.English} has changed{what.English}: taken over here, and what somebody changed in the event stays"
                )
            );
        }

        parts.AddRange(merge.Conflicts.Select(conflict => Of(conflict, eventKey)));
        return new Text(
            string.Join(" ; ", parts.Select(part => part.French)),
            string.Join("; ", parts.Select(part => part.English))
        );
    }

    /// <summary>One conflict, with both values and how to have the territory's after all.</summary>
    public static Text Of(FieldConflict conflict, string eventKey)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        ArgumentNullException.ThrowIfNull(eventKey);
        var field = EventFieldWords.Of(conflict.Field);
        var (ours, theirs) = (Short(conflict.Ours), Short(conflict.Theirs));
        var on = conflict.Original is { } day
            ? new Text(
                $" de la rencontre du {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}",
                $" of the meeting of {EventPart.Write(day)}"
            )
            : Text.Same("");
        var (source, how) = (Source(eventKey), How(conflict, eventKey));
        return new Text(
            $"{field.French}{on.French} : quelqu'un a mis « {theirs} » dans l'agenda, {source.French} dit « {ours} » ; l'agenda est gardé, et pour prendre l'autre : {how.French}",
            $"{field.English}{on.English}: somebody put '{theirs}' into the calendar, {source.English} says '{ours}'; the calendar is kept, and to take the other: {how.English}"
        );
    }

    private static Text Source(string eventKey) =>
        WorkspaceKeys.IsMilestone(eventKey)
            ? new Text("la feuille de route", "the roadmap")
            : new Text("le fichier du territoire", "the territory file");

    private static Text How(FieldConflict conflict, string eventKey) =>
        WorkspaceKeys.IsMilestone(eventKey)
            ? new Text("écrivez-le dans l'agenda", "write it into the calendar")
            : Text.Same(Command(conflict, eventKey));

    /// <summary><c>connector calendar take jeunes/mensuelle titre --date 2026-12-03</c></summary>
    private static string Command(FieldConflict conflict, string eventKey)
    {
        var date = conflict.Original is { } day ? $" --date {EventPart.Write(day)}" : "";
        var name = eventKey[(eventKey.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var field = EventFieldWords.Of(conflict.Field).French;
        return $"connector calendar take {name} {(field.Contains(' ', StringComparison.Ordinal) ? $"\"{field}\"" : field)}{date}";
    }

    private static string Short(string value)
    {
        var line = value.ReplaceLineEndings(" ").Replace('\n', ' ');
        return line.Length == 0 ? "(rien)"
            : line.Length > 80 ? line[..77] + "…"
            : line;
    }
}
