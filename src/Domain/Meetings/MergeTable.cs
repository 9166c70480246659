namespace Connector.Domain.Meetings;

/// <summary>What a merge has found so far.</summary>
internal sealed class MergeTable
{
    private readonly List<FieldPatch> _patches = [];
    private readonly List<FieldConflict> _conflicts = [];
    private readonly List<DateOnly> _added = [];
    private readonly List<DateOnly> _withdrawn = [];

    /// <param name="original">Of the occurrence; null for the master.</param>
    /// <param name="sides">One component on the three sides.</param>
    /// <param name="bundles">Fields that are only changed together.</param>
    /// <returns>Their component with our changes.</returns>
    public EventPart Merge(
        DateOnly? original,
        (EventPart Base, EventPart Ours, EventPart Theirs) sides,
        IEnumerable<EventField[]> bundles
    )
    {
        var merged = sides.Theirs;
        foreach (var bundle in bundles)
        {
            if (Same(sides.Ours, sides.Base, bundle) || Same(sides.Ours, sides.Theirs, bundle))
            {
                continue;
            }

            if (!Same(sides.Theirs, sides.Base, bundle))
            {
                _conflicts.Add(
                    new FieldConflict(
                        original,
                        bundle[0],
                        Words(sides.Ours, bundle),
                        Words(sides.Theirs, bundle)
                    )
                );
                continue;
            }

            foreach (var field in bundle.Where(field => sides.Ours[field] != merged[field]))
            {
                merged = Set(original, field, sides.Ours[field], merged);
            }
        }

        return merged;
    }

    /// <summary>What we put into a set or took out of it is put into theirs or taken out of it: that never disagrees.</summary>
    public EventPart MergeSet(EventField field, (EventPart Base, EventPart Ours, EventPart Theirs) sides)
    {
        var (before, ours, theirs) = (sides.Base.Set(field), sides.Ours.Set(field), sides.Theirs.Set(field));
        var merged = EventPart.Join(theirs.Except(before.Except(ours)).Concat(ours.Except(before)));
        return merged == EventPart.Join(theirs) ? sides.Theirs : Set(null, field, merged, sides.Theirs);
    }

    public EventPart Set(DateOnly? original, EventField field, string value, EventPart part)
    {
        _patches.RemoveAll(patch => patch.Original == original && patch.Field == field);
        _patches.Add(new FieldPatch(original, field, value));
        return part.With(field, value);
    }

    /// <summary>Whether an occurrence that they have changed by itself stays so: what is still ours goes when we take it back.</summary>
    public bool Keeps(EventObject before, EventObject ours, DateOnly day, EventPart theirs)
    {
        if (ours.Overrides.ContainsKey(day) || !theirs.Equals(before.Overrides.GetValueOrDefault(day)))
        {
            return true;
        }

        _withdrawn.Add(day);
        return false;
    }

    /// <summary>
    /// Occurrences that only we changed by themselves. Where a person put one back to the series, or took it out, it stays so.
    /// </summary>
    public IEnumerable<(DateOnly Day, EventPart Part)> New(
        EventObject before,
        EventObject ours,
        EventObject theirs,
        IReadOnlyDictionary<DateOnly, EventPart> taken,
        EventPart master
    )
    {
        foreach (var (day, part) in ours.Overrides)
        {
            if (theirs.Overrides.ContainsKey(day) || taken.ContainsKey(day) || master.LeavesOut(day))
            {
                continue;
            }

            if (!before.Overrides.TryGetValue(day, out var older))
            {
                _added.Add(day);
                yield return (day, part);
            }
            else if (!older.Equals(part))
            {
                _conflicts.Add(new FieldConflict(day, EventField.Day, part.When, theirs.Master.Of(day).When));
            }
        }
    }

    public CalendarMerge Result(EventObject merged, IReadOnlyDictionary<DateOnly, DateOnly> moved) =>
        new()
        {
            Merged = merged,
            Patches = [.. _patches.OrderBy(patch => patch.Original is not null)],
            Moved = moved,
            Added = _added,
            Withdrawn = _withdrawn,
            Conflicts = _conflicts,
        };

    private static bool Same(EventPart one, EventPart other, EventField[] bundle) =>
        bundle.All(field => one[field] == other[field]);

    private static string Words(EventPart part, EventField[] bundle) =>
        bundle is [EventField.Day, EventField.Time, ..] ? part.When
        : bundle is [EventField.Day, EventField.Rule]
            ? $"{part[EventField.Day]} {part[EventField.Rule]}".Trim()
        : part[bundle[0]];
}
