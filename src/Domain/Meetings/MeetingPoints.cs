namespace Connector.Domain.Meetings;

/// <summary>
/// What members want to speak of, as they wrote it into the group's shared document, one item a line. Pure: nothing is ever
/// taken out of the document, so what earlier minutes had is known by its folded words.
/// </summary>
public static class MeetingPoints
{
    /// <summary>More than anybody gets through; a text that was pasted there by mistake is not an agenda.</summary>
    private const int Most = 30;

    private const int LongestItem = 300;

    /// <param name="text">The document as it is now.</param>
    /// <param name="given">The document as Connector made it: its own lines are no items.</param>
    /// <returns>The items, each once, without list marks, in their order.</returns>
    public static IReadOnlyList<string> Read(string text, string given)
    {
        var ours = Lines(given).Select(Folded.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Lines(text)
                .Where(line => !line.StartsWith('#'))
                .Select(Item)
                .Where(item => Folded.Key(item).Length > 0 && !ours.Contains(Folded.Key(item)))
                .Where(item => item.Length <= LongestItem)
                .DistinctBy(Folded.Key)
                .Take(Most),
        ];
    }

    /// <summary>
    /// Gives the items to the next meeting that takes place, but for those that minutes of a meeting before it had.
    /// </summary>
    public static GroupMeetings Give(
        GroupMeetings meetings,
        IReadOnlyList<MeetingRecord> records,
        IReadOnlyList<string> items
    )
    {
        var next = meetings.Slots.FirstOrDefault(slot => !slot.Now.IsCancelled);
        if (next is null)
        {
            return meetings;
        }

        var cancelled = meetings
            .Slots.Where(slot => slot.Now.IsCancelled)
            .Select(slot => slot.Record.Key)
            .ToHashSet(StringComparer.Ordinal);
        var taken = records
            .Where(record =>
                record.Key != next.Record.Key
                && !cancelled.Contains(record.Key)
                && record.Last is { IsCancelled: false } last
                && last.Start < next.Now.Start
            )
            .SelectMany(record => record.Points)
            .Select(Folded.Key)
            .ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<string> points = [.. items.Where(item => !taken.Contains(Folded.Key(item)))];
        var slots = meetings
            .Slots.Select(slot =>
                slot with
                {
                    Record = slot.Record with { Points = slot == next ? points : [] },
                }
            )
            .ToList();
        return meetings.With(slots, records);
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    /// <summary>« - [ ] Le bus », « * Le bus », « 3. Le bus » are « Le bus ».</summary>
    private static string Item(string line)
    {
        var words = line.TrimStart('-', '*', '+', '•', '>', ' ', '\u00A0');
        var digits = words.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 3 && words.Length > digits && words[digits] is ('.' or ')'))
        {
            words = words[(digits + 1)..];
        }

        words = words.Trim();
        foreach (var box in new[] { "[ ]", "[x]", "[X]" })
        {
            words = words.StartsWith(box, StringComparison.Ordinal) ? words[box.Length..] : words;
        }

        return words.Replace("\\", "", StringComparison.Ordinal).Trim();
    }
}
