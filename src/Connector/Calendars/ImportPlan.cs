using System.Text.RegularExpressions;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.ContentLines;
using Connector.Domain.Workspaces;

namespace Connector.Calendars;

/// <summary>What becomes of an event of a file.</summary>
internal enum ImportState
{
    New,

    /// <summary>The calendar has it, as the file says or as somebody changed it since.</summary>
    Already,

    /// <summary>The file says something else than when it was imported, and nobody touched it in the calendar.</summary>
    Changed,

    Refused,
}

/// <summary>One event of a file against the calendar.</summary>
/// <param name="Event">As read.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Why">Where that needs a reason; else null.</param>
/// <param name="There">Name and text of the object that has its UID already.</param>
internal sealed record ImportLine(
    ImportedEvent Event,
    ImportState State,
    Text? Why,
    (string Name, CalendarText Text)? There
)
{
    /// <summary>Its name in the calendar when it is new: the same for the same UID.</summary>
    public string ObjectName => There?.Name ?? $"import-{ImportReader.Hash(Event.Uid)}.ics";
}

/// <summary>Compares a file with a calendar. Pure.</summary>
internal static partial class ImportPlan
{
    /// <param name="events">Of the file.</param>
    /// <param name="texts">The calendar's objects by name.</param>
    /// <param name="written">What was written for a UID by an earlier import; null when there was none.</param>
    public static IReadOnlyList<ImportLine> Of(
        IReadOnlyList<ImportedEvent> events,
        IReadOnlyDictionary<string, CalendarText> texts,
        Func<string, string?> written
    )
    {
        var byUid = new Dictionary<string, (string Name, CalendarText Text)>(StringComparer.Ordinal);
        foreach (var (name, text) in texts)
        {
            foreach (var uid in Uids(text.Text))
            {
                byUid.TryAdd(uid, (name, text));
            }
        }

        return [.. events.Select(item => Line(item, byUid, written))];
    }

    private static ImportLine Line(
        ImportedEvent item,
        Dictionary<string, (string Name, CalendarText Text)> byUid,
        Func<string, string?> written
    )
    {
        if (item.Refusal is { } refusal)
        {
            return new ImportLine(item, ImportState.Refused, refusal, null);
        }

        if (!byUid.TryGetValue(item.Uid, out var there))
        {
            return new ImportLine(item, ImportState.New, null, null);
        }

        if (Meaning(there.Text.Text) == Meaning(item.Text))
        {
            return new ImportLine(item, ImportState.Already, null, there);
        }

        if (written(item.Uid) is not { } before)
        {
            return new ImportLine(item, ImportState.Already, Otherwise, there);
        }

        return Meaning(before) == Meaning(item.Text)
                ? new ImportLine(item, ImportState.Already, ChangedThere, there)
            : Meaning(before) == Meaning(there.Text.Text)
                ? new ImportLine(item, ImportState.Changed, null, there)
            : new ImportLine(item, ImportState.Refused, ChangedBoth, there);
    }

    /// <summary>The text without what Connector adds to descriptions, and however its lines are folded and ended.</summary>
    private static string Meaning(string text) =>
        string.Join(
            '\n',
            ContentLine
                .Read(text)
                .Select(line =>
                    line.Name == "DESCRIPTION"
                        ? $"DESCRIPTION:{LinkLine().Replace(line.Text, "").Trim()}"
                        : line.Head + line.Value
                )
                .Where(line =>
                    line != "DESCRIPTION:" && !line.StartsWith("PRODID", StringComparison.OrdinalIgnoreCase)
                )
        );

    private static IEnumerable<string> Uids(string text) =>
        ContentLine
            .Read(text)
            .Where(line => line.Name == "UID")
            .Select(line => line.Value.Trim())
            .Distinct(StringComparer.Ordinal);

    private static readonly Text Otherwise = new(
        "il y est déjà, et dit autre chose que le fichier : gardé tel quel",
        "it is there already, and says something else than the file: kept as it is"
    );

    private static readonly Text ChangedThere = new(
        "quelqu'un l'a modifié dans l'agenda depuis : gardé tel quel",
        "somebody changed it in the calendar since: kept as it is"
    );

    private static readonly Text ChangedBoth = new(
        "le fichier et quelqu'un dans l'agenda l'ont modifié tous les deux : celui de l'agenda est gardé",
        "the file and somebody in the calendar both changed it: the calendar's is kept"
    );

    [GeneratedRegex(
        @"^(?:Comptes rendus|Compte-rendu|Minutes)\s?: \S+/index\.php/f/\d+$",
        RegexOptions.Multiline
    )]
    private static partial Regex LinkLine();
}
