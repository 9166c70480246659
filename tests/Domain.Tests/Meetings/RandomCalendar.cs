using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

/// <summary>A calendar that people change every day, and that knows which meeting is which whatever they did to it.</summary>
internal sealed class RandomCalendar
{
    public static readonly DateOnly First = new(2026, 11, 1);

    private readonly Random _random;
    private readonly List<Entry> _entries = [];
    private int _series = 1;

    public RandomCalendar(Random random)
    {
        _random = random;
        for (var week = 0; week < 20; week++)
        {
            var start = First.AddDays(week * 7 + 3).ToDateTime(new TimeOnly(14, 0));
            _entries.Add(new Entry(_entries.Count, "series-1", start, start, "Habitude", true, []));
        }
    }

    public IReadOnlyList<MeetingOccurrence> Occurrences() =>
        [.. _entries.Where(entry => !entry.IsDeleted).Select(Of).OrderBy(item => item.Start)];

    public int IdOf(MeetingOccurrence meeting) =>
        _entries.Single(entry => entry.Uid == meeting.Uid && entry.Original == meeting.OriginalStart).Id;

    public void Change(DateOnly today)
    {
        var coming = _entries
            .Where(entry => !entry.IsDeleted && DateOnly.FromDateTime(entry.Start) >= today)
            .ToList();
        if (coming.Count == 0)
        {
            return;
        }

        var some = coming[_random.Next(Math.Min(5, coming.Count))];
        switch (_random.Next(8))
        {
            case 0:
                Move(some);
                break;
            case 1:
                some.IsCancelled = true;
                break;
            case 2:
                some.IsCancelled = false;
                break;
            case 3:
                some.Title = _random.Next(2) == 0 ? "Habitude" : "Exceptionnelle";
                break;
            case 4 when some.Recurs:
                Split(some);
                break;
            case 5:
                var start = today.AddDays(_random.Next(1, 25)).ToDateTime(new TimeOnly(10, 0));
                _entries.Add(
                    new Entry(_entries.Count, $"single-{_entries.Count}", start, start, "Habitude", false, [])
                );
                break;
            case 6 when !some.Recurs:
                some.IsDeleted = true;
                break;
        }
    }

    private void Move(Entry entry)
    {
        entry.Start = entry.Start.AddDays(_random.Next(0, 6)).AddHours(_random.Next(-2, 3));
        if (!entry.Recurs)
        {
            entry.Original = entry.Start;
        }
    }

    /// <summary>« This and all future »: a new UID, an hour later, and the exceptions of the later ones are gone.</summary>
    private void Split(Entry from)
    {
        var uid = $"series-{++_series}";
        var hours = _random.Next(-1, 2);
        foreach (
            var entry in _entries
                .Where(entry => entry.Uid == from.Uid && entry.Original >= from.Original)
                .ToList()
        )
        {
            entry.Siblings = [from.Uid];
            entry.Uid = uid;
            entry.Original = entry.Original.AddHours(hours);
            entry.Start = entry.Original;
            entry.IsCancelled = false;
        }
    }

    private static MeetingOccurrence Of(Entry entry) =>
        new()
        {
            GroupId = "gt",
            Uid = entry.Uid,
            SeriesId = entry.Recurs ? "habitude" : null,
            OriginalStart = entry.Original,
            Start = entry.Start,
            End = entry.Start.AddHours(2),
            Title = entry.Title,
            IsRecurring = entry.Recurs,
            OverrideId = entry.Start != entry.Original || entry.IsCancelled ? "override" : null,
            Siblings = entry.Siblings,
            ObjectName = $"{entry.Uid}.ics",
            State =
                entry.IsCancelled ? MeetingState.Cancelled
                : entry.Start != entry.Original ? MeetingState.Moved
                : MeetingState.Planned,
        };

    private sealed class Entry(
        int id,
        string uid,
        DateTime original,
        DateTime start,
        string title,
        bool recurs,
        IReadOnlyList<string> siblings
    )
    {
        public int Id { get; } = id;

        public string Uid { get; set; } = uid;

        public DateTime Original { get; set; } = original;

        public DateTime Start { get; set; } = start;

        public string Title { get; set; } = title;

        public bool Recurs { get; } = recurs;

        public IReadOnlyList<string> Siblings { get; set; } = siblings;

        public bool IsCancelled { get; set; }

        public bool IsDeleted { get; set; }
    }
}
