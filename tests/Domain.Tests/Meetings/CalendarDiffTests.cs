using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

public class CalendarDiffTests
{
    private static readonly DateOnly December = new(2026, 12, 3);

    private static readonly EventObject Base = Series(
        (EventField.Title, "Comité"),
        (EventField.Place, "Mairie"),
        (EventField.Day, "2026-09-03"),
        (EventField.Time, "14:00:00"),
        (EventField.Duration, "02:00:00"),
        (EventField.Rule, "BYDAY=1TH;FREQ=MONTHLY"),
        (EventField.Exceptions, "2027-01-07")
    );

    [Test]
    public void What_only_the_territory_changed_is_taken_over_and_what_only_a_person_changed_stays()
    {
        var merge = Merge(With(Base, EventField.Place, "Gare"), With(Base, EventField.Title, "Notre comité"));

        Assert.That(merge.Patches, Is.EqualTo(new[] { new FieldPatch(null, EventField.Place, "Gare") }));
        Assert.That(merge.Merged.Master[EventField.Title], Is.EqualTo("Notre comité"));
        Assert.That(merge.Merged.Master[EventField.Place], Is.EqualTo("Gare"));
        Assert.That(merge.Conflicts, Is.Empty);
    }

    [Test]
    public void Where_both_changed_a_field_the_person_wins_and_both_values_are_told()
    {
        var merge = Merge(With(Base, EventField.Place, "Gare"), With(Base, EventField.Place, "École"));

        Assert.That(merge.IsEmpty);
        Assert.That(
            merge.Conflicts,
            Is.EqualTo(new[] { new FieldConflict(null, EventField.Place, "Gare", "École") })
        );
    }

    [Test]
    public void Both_changing_it_alike_is_no_conflict()
    {
        var merge = Merge(With(Base, EventField.Place, "Gare"), With(Base, EventField.Place, "Gare"));
        Assert.That(merge.IsEmpty && merge.Conflicts.Count == 0);
    }

    [Test]
    public void An_occurrence_that_somebody_moved_stays_when_the_series_gets_another_time()
    {
        var moved = Base.Master.Of(December).With(EventField.Day, "2026-12-10");
        var merge = Merge(With(Base, EventField.Time, "10:00:00"), Changed(Base, (December, moved)));

        Assert.That(merge.Merged.Master[EventField.Time], Is.EqualTo("10:00:00"));
        Assert.That(merge.Merged.Overrides[December], Is.EqualTo(moved));
        Assert.That(
            merge.Conflicts.Single(),
            Is.EqualTo(new FieldConflict(December, EventField.Day, "2026-12-03 10:00", "2026-12-10 14:00"))
        );
    }

    [Test]
    public void An_occurrence_that_somebody_renamed_takes_its_new_time_and_day_from_the_series()
    {
        var renamed = Base.Master.Of(December).With(EventField.Title, "Bilan");
        var friday = With(
            With(With(Base, EventField.Rule, "BYDAY=1FR;FREQ=MONTHLY"), EventField.Day, "2026-09-04"),
            EventField.Time,
            "10:00:00"
        );
        var merge = Merge(friday, Changed(Base, (December, renamed)));

        var there = merge.Merged.Overrides.Single();
        Assert.That(there.Key, Is.EqualTo(new DateOnly(2026, 12, 4)));
        Assert.That(there.Value[EventField.Title], Is.EqualTo("Bilan"));
        Assert.That(there.Value.When, Is.EqualTo("2026-12-04 10:00"));
        Assert.That(merge.Conflicts, Is.Empty);
    }

    [Test]
    public void Days_that_the_territory_and_people_leave_out_are_all_left_out()
    {
        var merge = Merge(
            With(Base, EventField.Exceptions, "2027-05-06"),
            With(Base, EventField.Exceptions, "2026-12-03\n2027-01-07")
        );
        Assert.That(
            merge.Merged.Master.Set(EventField.Exceptions),
            Is.EqualTo(new[] { "2026-12-03", "2027-05-06" })
        );
    }

    [Test]
    public void A_day_left_out_stays_so_where_people_keep_to_the_rhythm_that_the_territory_gave_up()
    {
        var tuesday = With(
            With(Base, EventField.Rule, "BYDAY=1TU;FREQ=MONTHLY"),
            EventField.Exceptions,
            "2027-02-02"
        );
        var ending = With(Base, EventField.Rule, "BYDAY=1TH;FREQ=MONTHLY;UNTIL=20271117T000000Z");

        var merge = Merge(tuesday, ending);
        Assert.That(merge.Merged.Master[EventField.Exceptions], Is.EqualTo("2027-01-07\n2027-02-02"));
        Assert.That(merge.Conflicts.Select(conflict => conflict.Field), Is.EqualTo(new[] { EventField.Day }));

        var taken = Merge(With(Base, EventField.Exceptions, ""), ending);
        Assert.That(
            taken.Merged.Master[EventField.Exceptions],
            Is.Empty,
            "taken up again in the same rhythm"
        );
    }

    [Test]
    public void A_conflict_is_undone_field_by_field_and_nothing_else_changes()
    {
        var ours = With(Base, EventField.Place, "Gare");
        var theirs = With(With(Base, EventField.Place, "École"), EventField.Title, "Notre comité");
        var taken = CalendarDiff.Take(ours, theirs, null, field => field == EventField.Place, NextThere);

        Assert.That(taken.Merged.Master[EventField.Place], Is.EqualTo("Gare"));
        Assert.That(taken.Merged.Master[EventField.Title], Is.EqualTo("Notre comité"));
    }

    [Test]
    public void A_moved_occurrence_is_put_back_to_its_series_by_its_day()
    {
        var moved = Base.Master.Of(December).With(EventField.Day, "2026-12-10");
        var theirs = Changed(Base, (December, moved));
        var taken = CalendarDiff.Take(Base, theirs, December, field => field == EventField.Day, NextThere);
        Assert.That(taken.Merged.Overrides[December].When, Is.EqualTo("2026-12-03 14:00"));
    }

    [Test]
    public void Each_change_of_a_calendar_is_told_once_with_what_was_and_what_is()
    {
        var moved = Base.Master.Of(December).With(EventField.Day, "2026-12-10");
        var now = Changed(With(Base, EventField.Place, "Gare"), (December, moved));
        now = With(now, EventField.Exceptions, "2027-01-07\n2027-02-04");
        var added = new EventObject
        {
            Uid = "autre",
            Master = Base.Master,
            Siblings = [Base.Uid],
        };
        var changes = CalendarChanges.Between(
            new Dictionary<string, EventObject> { [Base.Uid] = Base },
            new Dictionary<string, EventObject> { [Base.Uid] = now, ["autre"] = added },
            new DateOnly(2026, 11, 16)
        );
        Assert.That(
            changes.Select(change => $"{change.Kind} {change.Original} {change.From} → {change.To}"),
            Is.EquivalentTo(
                new[]
                {
                    "Split  uid → 2026-09-03 14:00 BYDAY=1TH;FREQ=MONTHLY",
                    "Relocated  Mairie → Gare",
                    "Moved 2026-12-03 14:00 2026-12-03 14:00 → 2026-12-10 14:00",
                    "Relocated 2026-12-03 14:00 Mairie → Mairie",
                    "Cancelled 2027-02-04 14:00  → CANCELLED",
                }.Where(line => !line.EndsWith("Mairie → Mairie", StringComparison.Ordinal))
            )
        );
        Assert.That(
            CalendarChanges.Between(
                new Dictionary<string, EventObject> { [Base.Uid] = now },
                new Dictionary<string, EventObject> { [Base.Uid] = now },
                new DateOnly(2026, 11, 16)
            ),
            Is.Empty
        );
    }

    private static CalendarMerge Merge(EventObject ours, EventObject theirs) =>
        CalendarDiff.Merge(Base, ours, theirs, NextThere);

    /// <summary>As the tests' rhythms have it: a day further for Fridays.</summary>
    private static DateOnly? NextThere(EventPart master, DateOnly day) =>
        day.AddDays(master[EventField.Rule].Contains("FR", StringComparison.Ordinal) ? 1 : 0);

    private static EventObject Series(params (EventField Field, string Value)[] values) =>
        new()
        {
            Uid = "uid",
            Master = new EventPart(values.Select(pair => KeyValuePair.Create(pair.Field, pair.Value))),
        };

    private static EventObject With(EventObject item, EventField field, string value) =>
        item with
        {
            Master = item.Master.With(field, value),
        };

    private static EventObject Changed(EventObject item, params (DateOnly Day, EventPart Part)[] overrides) =>
        item with
        {
            Overrides = overrides.ToDictionary(pair => pair.Day, pair => pair.Part),
        };
}
