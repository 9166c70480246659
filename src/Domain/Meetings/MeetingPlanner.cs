namespace Connector.Domain.Meetings;

/// <summary>
/// For which meetings of a group something is made, and what it is called. Pure: same calendar, same memory, same day, same
/// answer.
/// </summary>
public static class MeetingPlanner
{
    /// <param name="today">Local to the territory.</param>
    /// <param name="days">How many days before a meeting its minutes are made.</param>
    /// <param name="occurrences">What the calendar has, from some time before today on.</param>
    /// <param name="records">What is remembered of the group's meetings.</param>
    /// <param name="plannedTitle">The title that the territory gives a series; null for another one.</param>
    /// <param name="isMade">
    /// Whether the ledger knows something that is named after a day, from before it remembered meetings.
    /// </param>
    public static GroupMeetings Plan(
        DateOnly today,
        int days,
        IReadOnlyList<MeetingOccurrence> occurrences,
        IReadOnlyList<MeetingRecord> records,
        Func<string, string?> plannedTitle,
        Func<DateOnly, bool> isMade
    )
    {
        var matched = MeetingMatching.Match(records, occurrences);
        var slots = new List<MeetingSlot>();
        foreach (var record in records.Where(record => matched.ContainsKey(record.Key)))
        {
            var now = Settled(matched[record.Key], record);
            if (now.Date >= today)
            {
                slots.Add(new MeetingSlot(record, now));
            }
        }

        var taken = matched.Values.ToHashSet();
        var known = records.Select(record => record.Born.Date).ToHashSet();
        var last = today.AddDays(days);
        foreach (var item in occurrences.Where(item => item.Date >= today && !taken.Contains(item)))
        {
            var wasMade = !known.Contains(item.OriginalDate) && isMade(item.OriginalDate);
            if (wasMade || (item.Date <= last && !item.IsCancelled))
            {
                slots.Add(new MeetingSlot(Born(item, records, slots, plannedTitle), item));
            }
        }

        var named = Named(slots, records.Select(record => record.Key).ToHashSet(StringComparer.Ordinal));
        return new GroupMeetings
        {
            Slots = named,
            Next = occurrences
                .Where(item => item.Date >= today && !item.IsCancelled)
                .OrderBy(item => item.Start)
                .ThenBy(item => item.Uid, StringComparer.Ordinal)
                .FirstOrDefault(),
            ToRemember = [.. Moved(named, records), .. Lost(records, matched, today)],
            Gone = [.. Lost(records, matched, today)],
        };
    }

    /// <summary>A meeting that is taken out of the calendar keeps the time and title that people last agreed on.</summary>
    private static MeetingOccurrence Settled(MeetingOccurrence now, MeetingRecord record) =>
        now is { IsCancelled: true, OverrideId: null, IsRecurring: true }
            ? now with
            {
                Start = record.Last.Start,
                End = record.Last.End,
                Title = record.Last.Title,
                Place = record.Last.Place,
            }
            : now;

    private static MeetingRecord Born(
        MeetingOccurrence item,
        IReadOnlyList<MeetingRecord> records,
        List<MeetingSlot> slots,
        Func<string, string?> plannedTitle
    )
    {
        var title = (item.SeriesId is { } series ? plannedTitle(series) : null) ?? item.Title;
        var taken = records.Select(record => record.Born).Concat(slots.Select(slot => slot.Born)).ToHashSet();
        var born = Numbered(new MeetingName(item.OriginalDate, title), taken.Contains);
        return new MeetingRecord
        {
            Key = FreeKey(item, records, slots),
            Born = born,
            Names = [born],
            Last = item,
        };
    }

    private static string FreeKey(
        MeetingOccurrence item,
        IReadOnlyList<MeetingRecord> records,
        List<MeetingSlot> slots
    )
    {
        var taken = records
            .Select(record => record.Key)
            .Concat(slots.Select(slot => slot.Record.Key))
            .ToHashSet(StringComparer.Ordinal);
        var key = MeetingRecord.KeyOf(item);
        while (!taken.Add(key))
        {
            key += "+";
        }

        return key;
    }

    /// <summary>
    /// Today's names. Who has one that fits keeps it, with its number, and so does a cancelled meeting; one that is new, or has
    /// moved, takes what is left.
    /// </summary>
    private static IReadOnlyList<MeetingSlot> Named(List<MeetingSlot> slots, HashSet<string> known)
    {
        var taken = new HashSet<MeetingName>();
        var named = new List<MeetingSlot>();
        foreach (
            var slot in slots
                .OrderByDescending(slot => known.Contains(slot.Record.Key) && Fits(slot))
                .ThenBy(slot => slot.Now.Start)
                .ThenBy(slot => slot.Record.Key, StringComparer.Ordinal)
        )
        {
            var name =
                Fits(slot) && !taken.Contains(slot.Name)
                    ? slot.Name
                    : Numbered(slot.Now.IsCancelled ? slot.Name : Plain(slot), taken.Contains);
            taken.Add(name);
            named.Add(
                slot with
                {
                    Record = slot.Record with
                    {
                        Names = name == slot.Name ? slot.Record.Names : [.. slot.Record.Names, name],
                        Last = slot.Now,
                        IsGone = false,
                    },
                }
            );
        }

        return
        [
            .. named.OrderBy(slot => slot.Now.Start).ThenBy(slot => slot.Record.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether the name that a meeting has is the one that it should have, numbered or not.</summary>
    private static bool Fits(MeetingSlot slot)
    {
        var (plain, name) = (Plain(slot), slot.Name);
        return slot.Now.IsCancelled
            || name == plain
            || (
                name.Date == plain.Date
                && name.Title.StartsWith($"{plain.Title} (", StringComparison.Ordinal)
                && name.Title.EndsWith(')')
                && name.Title[(plain.Title.Length + 2)..^1].All(char.IsAsciiDigit)
            );
    }

    private static MeetingName Plain(MeetingSlot slot) => new(slot.Now.Date, slot.Now.Title);

    private static MeetingName Numbered(MeetingName name, Func<MeetingName, bool> isTaken)
    {
        var numbered = name;
        for (var number = 2; isTaken(numbered); number++)
        {
            numbered = name with { Title = $"{name.Title} ({number})" };
        }

        return numbered;
    }

    internal static IEnumerable<MeetingRecord> Moved(
        IReadOnlyList<MeetingSlot> slots,
        IReadOnlyList<MeetingRecord> records
    )
    {
        var before = records.ToDictionary(record => record.Key, StringComparer.Ordinal);
        return slots
            .Select(slot => slot.Record)
            .Where(record => before.GetValueOrDefault(record.Key) is not { } old || !IsSame(old, record));
    }

    private static bool IsSame(MeetingRecord one, MeetingRecord other) =>
        one.IsGone == other.IsGone
        && one.Names.SequenceEqual(other.Names)
        && one.Points.SequenceEqual(other.Points)
        && Shown(one.Last) == Shown(other.Last);

    /// <summary>What is worth remembering: a description is read where it is.</summary>
    private static MeetingOccurrence Shown(MeetingOccurrence meeting) =>
        meeting with
        {
            Siblings = [],
            ETag = null,
            Description = "",
        };

    /// <summary>Those to come that the calendar has no more; each is told once.</summary>
    private static IEnumerable<MeetingRecord> Lost(
        IReadOnlyList<MeetingRecord> records,
        IReadOnlyDictionary<string, MeetingOccurrence> matched,
        DateOnly today
    ) =>
        records
            .Where(record => !matched.ContainsKey(record.Key) && !record.IsGone && record.Last.Date >= today)
            .Select(record => record with { IsGone = true });
}
