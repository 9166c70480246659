using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

/// <summary>
/// A series over years: the territory and two people change its fields and occurrences in any order, runs in between. The
/// seed is printed; <c>CONNECTOR_SEED</c> replays one.
/// </summary>
public class CalendarDiffProperties
{
    private const int Lives = 4_000;
    private static readonly string[] Words = ["", "Un", "Deux", "Trois"];
    private static readonly DateOnly First = new(2026, 9, 3);

    private static readonly EventField[] Plain =
    [
        EventField.Title,
        EventField.Place,
        EventField.Description,
        EventField.Status,
        EventField.Url,
        EventField.Alarms,
    ];

    [Test]
    public void What_a_person_said_is_never_lost_and_all_else_follows_the_territory()
    {
        var given = Environment.GetEnvironmentVariable("CONNECTOR_SEED");
        var first = int.TryParse(given, out var asked) ? asked : Random.Shared.Next();
        TestContext.Out.WriteLine($"CONNECTOR_SEED={first}");
        for (var life = 0; life < (given is null ? Lives : 1); life++)
        {
            Live(unchecked(first + life));
        }
    }

    private static void Live(int seed)
    {
        var random = new Random(seed);
        var ours = new EventObject { Uid = "uid", Master = Some(random) };
        var (before, theirs) = (ours, ours);
        var touched = new HashSet<EventField>();
        for (var round = random.Next(2, 7); round > 0; round--)
        {
            for (var moves = random.Next(4); moves > 0; moves--)
            {
                theirs = Person(random, theirs, touched);
            }

            for (var moves = random.Next(3); moves > 0; moves--)
            {
                ours = Territory(random, ours);
            }

            var merge = CalendarDiff.Merge(before, ours, theirs, Nearest);
            Holds(seed, before, ours, theirs, merge, touched);
            (before, theirs) = (ours, merge.Merged);
            var again = CalendarDiff.Merge(before, ours, theirs, Nearest);
            Assert.That(again.IsEmpty && again.Conflicts.Count == 0, $"seed {seed}: a second run");
        }
    }

    private static void Holds(
        int seed,
        EventObject before,
        EventObject ours,
        EventObject theirs,
        CalendarMerge merge,
        HashSet<EventField> touched
    )
    {
        var merged = merge.Merged;
        foreach (var field in Plain.Append(EventField.Time).Append(EventField.Duration))
        {
            var (then, now) = (before.Master[field], theirs.Master[field]);
            Assert.That(
                merged.Master[field],
                Is.EqualTo(now != then ? now : ours.Master[field]),
                $"seed {seed}: {field} of the series"
            );
            Assert.That(
                touched.Contains(field) || merged.Master[field] == ours.Master[field],
                $"seed {seed}: nobody touched {field}"
            );
        }

        Assert.That(merged.Overrides, Has.Count.EqualTo(theirs.Overrides.Count), $"seed {seed}: occurrences");
        foreach (var (day, part) in theirs.Overrides)
        {
            var there = merged.Overrides[merge.Moved.GetValueOrDefault(day, day)];
            foreach (var field in Plain.Where(field => part[field] != theirs.Master[field]))
            {
                Assert.That(there[field], Is.EqualTo(part[field]), $"seed {seed}: {field} of {day}");
            }

            var isMoved = part.When != theirs.Master.Of(day).When;
            Assert.That(!isMoved || there.When == part.When, $"seed {seed}: {day} was moved");
        }

        Assert.That(
            merged.Master.Set(EventField.Exceptions).Count,
            Is.GreaterThanOrEqualTo(
                theirs
                    .Master.Set(EventField.Exceptions)
                    .Except(before.Master.Set(EventField.Exceptions))
                    .Count()
            ),
            $"seed {seed}: what people took out"
        );
        // A day that the territory takes back into the series, and that the new rhythm makes of one that a person took out,
        // is both: only the ledger knows which.
        var takenBack = before
            .Master.Set(EventField.Exceptions)
            .Except(ours.Master.Set(EventField.Exceptions));
        if (!merged.Master.Set(EventField.Exceptions).Intersect(takenBack).Any())
        {
            var crash = CalendarDiff.Merge(before, ours, merged, Nearest);
            Assert.That(
                crash.Patches.Concat(crash.Added.Select(day => new FieldPatch(day, EventField.Day, "added"))),
                Is.Empty,
                $"seed {seed}: a run that died after writing\n{before.Master}\n{ours.Master}\n{theirs.Master}\n{merged.Master}"
            );
        }
    }

    private static EventObject Person(Random random, EventObject item, HashSet<EventField> touched)
    {
        var day = Day(random, item.Master);
        switch (random.Next(4))
        {
            case 0:
                var field = Plain[random.Next(Plain.Length)];
                touched.Add(field);
                return item with { Master = item.Master.With(field, Word(random)) };
            case 1 when random.Next(3) == 0:
                touched.Add(EventField.Time);
                return item with { Master = item.Master.With(EventField.Time, Time(random)) };
            case 2 when !item.Overrides.ContainsKey(day):
                var left = item.Master.Set(EventField.Exceptions).Append(EventPart.Write(day));
                return item with { Master = item.Master.With(EventField.Exceptions, EventPart.Join(left)) };
            default:
                var part = item.Overrides.GetValueOrDefault(day) ?? item.Master.Of(day);
                part =
                    random.Next(2) == 0
                        ? part.With(EventField.Day, EventPart.Write(day.AddDays(random.Next(1, 4))))
                        : part.With(Plain[random.Next(Plain.Length)], Word(random));
                return item with
                {
                    Overrides = new Dictionary<DateOnly, EventPart>(item.Overrides) { [day] = part },
                };
        }
    }

    private static EventObject Territory(Random random, EventObject item) =>
        random.Next(4) switch
        {
            0 => item with { Master = item.Master.With(EventField.Time, Time(random)) },
            1 => item with
            {
                Master = item.Master.With(
                    EventField.Exceptions,
                    EventPart.Join(
                        Enumerable
                            .Range(0, random.Next(3))
                            .Select(_ => EventPart.Write(Day(random, item.Master)))
                    )
                ),
            },
            2 when random.Next(2) == 0 => item with { Master = Rhythm(random, item.Master) },
            _ => item with { Master = item.Master.With(Plain[random.Next(Plain.Length)], Word(random)) },
        };

    /// <summary>Every seventh day from a first one on: which one is the whole rhythm.</summary>
    private static EventPart Rhythm(Random random, EventPart part)
    {
        var shift = random.Next(7);
        return part.With(EventField.Day, EventPart.Write(First.AddDays(shift)))
            .With(EventField.Rule, $"FREQ=WEEKLY;{shift}");
    }

    private static DateOnly? Nearest(EventPart master, DateOnly day)
    {
        var off = (((day.DayNumber - master.Day!.Value.DayNumber) % 7) + 7) % 7;
        return day.AddDays(off <= 3 ? -off : 7 - off);
    }

    private static DateOnly Day(Random random, EventPart master) =>
        master.Day!.Value.AddDays(7 * random.Next(12));

    private static EventPart Some(Random random) =>
        Rhythm(random, new EventPart([]))
            .With(EventField.Title, Word(random))
            .With(EventField.Time, Time(random))
            .With(EventField.Duration, "02:00:00");

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Time(Random random) => $"{random.Next(8, 20):00}:00:00";
}
