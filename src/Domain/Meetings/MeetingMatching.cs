namespace Connector.Domain.Meetings;

/// <summary>
/// Which occurrence of the calendar each remembered meeting is today. First by (UID, original start); then, for what
/// people change as a whole, by what is left: the single event of that UID, the occurrence of that day, the one in the
/// other half of a series that was split. An occurrence is one meeting's at most.
/// </summary>
internal static class MeetingMatching
{
    /// <summary>How far « this and all future » may move a meeting.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(15);

    public static IReadOnlyDictionary<string, MeetingOccurrence> Match(
        IReadOnlyList<MeetingRecord> records,
        IReadOnlyList<MeetingOccurrence> occurrences
    )
    {
        var found = new Dictionary<string, MeetingOccurrence>(StringComparer.Ordinal);
        var free = occurrences.ToList();
        Take((record, item) => IsSame(record, item) && item.OriginalStart == record.Last.OriginalStart);
        Take((record, item) => MeetingRecord.KeyOf(item) == record.Key);
        Take((record, item) => IsSame(record, item) && !item.IsRecurring && !record.Last.IsRecurring);
        Take((record, item) => IsSame(record, item) && item.OriginalDate == record.Last.OriginalDate);
        Take((record, item) => IsHalf(record, item) && item.OriginalDate == record.Last.OriginalDate);
        Take(
            (record, item) =>
                IsHalf(record, item)
                && !item.IsCancelled
                && (item.OriginalStart - record.Last.OriginalStart).Duration() <= Farthest
        );
        return found;

        void Take(Func<MeetingRecord, MeetingOccurrence, bool> fits)
        {
            foreach (
                var record in records
                    .Where(record => !found.ContainsKey(record.Key))
                    .OrderBy(record => record.Last.OriginalStart)
                    .ThenBy(record => record.Key, StringComparer.Ordinal)
            )
            {
                var item = free.Where(item => fits(record, item))
                    .MinBy(item => (item.OriginalStart - record.Last.OriginalStart).Duration());
                if (item is not null)
                {
                    found[record.Key] = item;
                    free.Remove(item);
                }
            }
        }
    }

    private static bool IsSame(MeetingRecord record, MeetingOccurrence item) => item.Uid == record.Last.Uid;

    private static bool IsHalf(MeetingRecord record, MeetingOccurrence item) =>
        item.Uid != record.Last.Uid
        && item.IsRecurring
        && (
            item.Siblings.Contains(record.Last.Uid)
            || record.Last.Siblings.Contains(item.Uid)
            || (item.SeriesId is not null && item.SeriesId == record.Last.SeriesId)
        );
}
