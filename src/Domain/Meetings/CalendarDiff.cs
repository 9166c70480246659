namespace Connector.Domain.Meetings;

/// <summary>
/// The three-way merge of one event, field by field and occurrence by occurrence. A field that only the territory changed
/// gets its value; one that only a person changed stays; one that both changed stays as the person has it, and is told.
/// Pure, and what it gives merges into itself without a change.
/// </summary>
public static class CalendarDiff
{
    private static readonly EventField[] Sets =
    [
        EventField.Exceptions,
        EventField.Additions,
        EventField.Categories,
    ];

    /// <summary>The first day of a series goes with its rule: one without the other is a meeting too many.</summary>
    private static readonly EventField[][] OfSeries =
    [
        [EventField.Day, EventField.Rule],
        [EventField.Time],
    ];

    /// <summary>Who moved one meeting agreed on a day and a time.</summary>
    private static readonly EventField[][] OfOne =
    [
        [EventField.Day, EventField.Time, EventField.Rule],
    ];

    private static readonly EventField[][] Single =
    [
        .. Enum.GetValues<EventField>()
            .Except([.. Sets, EventField.Day, EventField.Time, EventField.Rule])
            .Select(field => new[] { field }),
    ];

    /// <param name="base">What the territory gave when it was last written here, or merged.</param>
    /// <param name="ours">What the territory gives now.</param>
    /// <param name="theirs">What the calendar has.</param>
    /// <param name="nearest">
    /// The day on which a series, by its master, has the occurrence that another rhythm had on a day; null where it has none
    /// near.
    /// </param>
    public static CalendarMerge Merge(
        EventObject @base,
        EventObject ours,
        EventObject theirs,
        Func<EventPart, DateOnly, DateOnly?> nearest
    )
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(nearest);
        var table = new MergeTable();
        var master = table.Merge(
            null,
            (@base.Master, ours.Master, theirs.Master),
            [.. theirs.Master.Recurs || ours.Master.Recurs ? OfSeries : OfOne, .. Single]
        );
        foreach (var field in Sets)
        {
            var from =
                field == EventField.Exceptions ? Since(@base.Master, ours.Master, master) : @base.Master;
            master = table.MergeSet(field, (from, ours.Master, master));
        }

        var days = new DayMoves(theirs, @base.Master, ours.Master, master, nearest);
        if (days.Exceptions() is var exceptions && exceptions != master[EventField.Exceptions])
        {
            master = table.Set(null, EventField.Exceptions, exceptions, master);
        }

        var overrides = new SortedDictionary<DateOnly, EventPart>();
        foreach (var (day, part) in theirs.Overrides)
        {
            if (table.Keeps(@base, ours, day, part))
            {
                overrides[days.Of(day)] = table.Merge(
                    day,
                    (
                        // What nobody changed by itself follows its series, whoever changed that.
                        @base.Overrides.GetValueOrDefault(day) ?? theirs.Master.Of(day),
                        ours.Overrides.GetValueOrDefault(days.Of(day)) ?? master.Of(days.Of(day)),
                        part
                    ),
                    [.. OfOne, .. Single]
                );
            }
        }

        foreach (var (day, part) in table.New(@base, ours, theirs, overrides, master))
        {
            overrides[day] = part;
        }

        return table.Result(theirs with { Master = master, Overrides = overrides }, days.Moved);
    }

    /// <summary>
    /// The base, as far as days left out go. Those that our new rhythm does not give are no exceptions of ours any more; where
    /// people keep to another rhythm that we did not get through with, such a day stays left out: nobody took it up again.
    /// </summary>
    private static EventPart Since(EventPart @base, EventPart ours, EventPart merged) =>
        HasRhythmOf(ours, @base) || HasRhythmOf(ours, merged)
            ? @base
            : @base.With(
                EventField.Exceptions,
                EventPart.Join(@base.Set(EventField.Exceptions).Intersect(ours.Set(EventField.Exceptions)))
            );

    private static bool HasRhythmOf(EventPart one, EventPart other) =>
        OfSeries[0].All(field => one[field] == other[field]);

    /// <summary>Theirs with some fields as the territory has them, whoever changed them: how a conflict is undone.</summary>
    /// <param name="ours">What the territory gives now.</param>
    /// <param name="theirs">What the calendar has.</param>
    /// <param name="original">Day of an occurrence in its series; null for the series, or a single event.</param>
    /// <param name="isWanted">Which fields; what goes with one of them comes along.</param>
    /// <param name="nearest">As in <see cref="Merge"/>.</param>
    public static CalendarMerge Take(
        EventObject ours,
        EventObject theirs,
        DateOnly? original,
        Func<EventField, bool> isWanted,
        Func<EventPart, DateOnly, DateOnly?> nearest
    )
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(isWanted);
        if (original is not { } day)
        {
            var bundles = theirs.Master.Recurs || ours.Master.Recurs ? OfSeries : OfOne;
            var master = Taken(ours.Master, theirs.Master, bundles, isWanted);
            return Merge(theirs, theirs with { Master = master }, theirs, nearest);
        }

        var taken = theirs;
        if (theirs.Overrides.TryGetValue(day, out var part))
        {
            var plain = ours.Overrides.GetValueOrDefault(day) ?? ours.Master.Of(day);
            taken = theirs with
            {
                Overrides = new SortedDictionary<DateOnly, EventPart>(theirs.Overrides.ToDictionary())
                {
                    [day] = Taken(plain, part, OfOne, isWanted),
                },
            };
        }

        if (isWanted(EventField.Status) && theirs.Master.LeavesOut(day) && !ours.Master.LeavesOut(day))
        {
            var left = theirs.Master.Set(EventField.Exceptions).Where(one => one != EventPart.Write(day));
            taken = taken with { Master = taken.Master.With(EventField.Exceptions, EventPart.Join(left)) };
        }

        return Merge(theirs, taken, theirs, nearest);
    }

    private static EventPart Taken(
        EventPart ours,
        EventPart theirs,
        EventField[][] bundles,
        Func<EventField, bool> isWanted
    ) =>
        Enum.GetValues<EventField>()
            .Where(field =>
                isWanted(field) || bundles.Any(bundle => bundle.Contains(field) && bundle.Any(isWanted))
            )
            .Aggregate(theirs, (part, field) => part.With(field, ours[field]));
}
