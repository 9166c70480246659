namespace Connector.Domain.Meetings;

/// <summary>
/// What happened to the meetings of a calendar between two looks. A change of a whole series is one change, and not one of
/// each of its occurrences; what is over is nobody's news.
/// </summary>
public static class CalendarChanges
{
    /// <param name="before">What the calendar had, by UID.</param>
    /// <param name="after">What it has.</param>
    /// <param name="today">Local to the territory.</param>
    public static IReadOnlyList<MeetingChange> Between(
        IReadOnlyDictionary<string, EventObject> before,
        IReadOnlyDictionary<string, EventObject> after,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<MeetingChange>();
        foreach (var uid in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            changes.AddRange(
                (before.GetValueOrDefault(uid), after.GetValueOrDefault(uid)) switch
                {
                    ({ } then, { } now) => Changed(then, now, today),
                    ({ } then, null) => Gone(then, today),
                    (null, { } now) => New(now, before, after, today),
                    _ => [],
                }
            );
        }

        return changes;
    }

    private static IEnumerable<MeetingChange> Changed(EventObject before, EventObject after, DateOnly today)
    {
        var isOver = IsOver(before.Master, today) && IsOver(after.Master, today);
        var changes = isOver ? [] : Of(after.Uid, "", before.Master, after.Master, _ => true).ToList();
        foreach (var day in Days(before, after))
        {
            var (then, now) = (before.Occurrence(day), after.Occurrence(day));
            if (then.Day < today && now.Day < today)
            {
                continue;
            }

            var original = after.Master.Of(day).When;
            var (plainThen, plainNow) = (before.Master.Of(day), after.Master.Of(day));
            changes.AddRange(
                Of(
                    after.Uid,
                    original,
                    then,
                    now,
                    field => then[field] != plainThen[field] || now[field] != plainNow[field]
                )
            );
        }

        return changes;
    }

    /// <summary>The days of which somebody said something by itself.</summary>
    private static IEnumerable<DateOnly> Days(EventObject before, EventObject after) =>
        before
            .Overrides.Keys.Union(after.Overrides.Keys)
            .Union(Exceptions(before.Master).Union(Exceptions(after.Master)))
            .Order();

    private static IEnumerable<DateOnly> Exceptions(EventPart master) =>
        master
            .Set(EventField.Exceptions)
            .Select(day => DateOnly.TryParse(day, out var date) ? date : (DateOnly?)null)
            .OfType<DateOnly>();

    private static IEnumerable<MeetingChange> Of(
        string uid,
        string original,
        EventPart before,
        EventPart after,
        Func<EventField, bool> isOwn
    )
    {
        bool Differs(EventField field) => before[field] != after[field] && isOwn(field);
        MeetingChange Change(MeetingChangeKind kind, string from, string to) =>
            new(kind, uid, original, from, to);

        if (Differs(EventField.Day) || Differs(EventField.Rule))
        {
            yield return Change(MeetingChangeKind.Moved, Moment(before), Moment(after));
        }
        else if (Differs(EventField.Time) || Differs(EventField.Duration))
        {
            yield return Change(MeetingChangeKind.Retimed, Span(before), Span(after));
        }

        if (Differs(EventField.Title))
        {
            yield return Change(
                MeetingChangeKind.Retitled,
                before[EventField.Title],
                after[EventField.Title]
            );
        }

        if (Differs(EventField.Place))
        {
            yield return Change(
                MeetingChangeKind.Relocated,
                before[EventField.Place],
                after[EventField.Place]
            );
        }

        if (before.IsCancelled != after.IsCancelled && isOwn(EventField.Status))
        {
            var kind = after.IsCancelled ? MeetingChangeKind.Cancelled : MeetingChangeKind.Restored;
            yield return Change(kind, before[EventField.Status], after[EventField.Status]);
        }
    }

    private static IEnumerable<MeetingChange> Gone(EventObject before, DateOnly today) =>
        IsOver(before.Master, today) || before.Master.IsCancelled
            ? []
            : [new MeetingChange(MeetingChangeKind.Cancelled, before.Uid, "", Moment(before.Master), "")];

    private static IEnumerable<MeetingChange> New(
        EventObject now,
        IReadOnlyDictionary<string, EventObject> before,
        IReadOnlyDictionary<string, EventObject> after,
        DateOnly today
    )
    {
        if (IsOver(now.Master, today) || now.Master.IsCancelled)
        {
            return [];
        }

        var other =
            now.Siblings.FirstOrDefault(before.ContainsKey)
            ?? after
                .Values.FirstOrDefault(item =>
                    before.ContainsKey(item.Uid) && item.Siblings.Contains(now.Uid)
                )
                ?.Uid;
        return
        [
            new MeetingChange(
                other is null ? MeetingChangeKind.Added : MeetingChangeKind.Split,
                now.Uid,
                "",
                other ?? "",
                Moment(now.Master)
            ),
        ];
    }

    private static string Moment(EventPart part) => $"{part.When} {part[EventField.Rule]}".Trim();

    private static string Span(EventPart part) =>
        $"{part[EventField.Time]} {part[EventField.Duration]}".Trim();

    /// <summary>A series is over when nobody says so; a rule without an end never is.</summary>
    private static bool IsOver(EventPart master, DateOnly today) => !master.Recurs && master.Day < today;
}
