using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Connector.CalendarSync;
using Connector.DevServer.Faults;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Reports;
using Connector.Testing;
using Connector.Tests.Provisioning;
using NodaTime;

namespace Connector.Tests.CalendarSync.Schedules;

/// <summary>
/// Three actors at one calendar, in any order: Connector, whose territory file changes, and two members with programs of their
/// own, some of whose edits come while a run is writing; requests fail in between. After each clean run: no meeting is lost, none
/// doubled, no member's edit undone, both sides are equal where nobody said otherwise, and the next run finds nothing to do.
/// The seed is printed; <c>CONNECTOR_SEED</c> replays one, <c>CONNECTOR_CALENDAR_STEPS</c> asks for more steps.
/// </summary>
public sealed class CalendarScheduleTrials
{
    private const int Steps = 5_000;
    private const int StepsOfOne = 250;
    private const string Calendar = "connector-essai-comite";
    private const string Object = "connector-essai-comite-habitude.ics";

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Status,
        FaultKind.ResetBefore,
        FaultKind.ResetAfter,
        FaultKind.FailAfter,
        FaultKind.Truncate,
    ];

    private static readonly int[] Statuses = [423, 429, 500, 502, 503, 507];

    [Test]
    public async Task Whatever_three_actors_do_no_meeting_is_lost_doubled_or_undone()
    {
        var given = Number("CONNECTOR_SEED");
        var count = given is null ? (Number("CONNECTOR_CALENDAR_STEPS") ?? Steps) / StepsOfOne : 1;
        var first = given ?? (int)(DateTime.UtcNow.Ticks % 1_000_000) * 100;
        TestContext.Out.WriteLine($"CONNECTOR_SEED={first} to {first + count - 1}");
        var (started, steps) = (Stopwatch.GetTimestamp(), 0);
        var failed = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (seed, _) =>
            {
                try
                {
                    Interlocked.Add(ref steps, await Live(seed));
                }
                catch (Exception error)
                {
                    failed.Enqueue($"seed {seed}: {error}");
                }
            }
        );
        TestContext.Out.WriteLine($"{steps} steps in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        Assert.That(failed, Is.Empty, string.Join("\n\n", failed));
        Assert.That(steps, Is.GreaterThanOrEqualTo(count * StepsOfOne));
    }

    /// <returns>How many steps it took: members' edits, changes of the territory and runs.</returns>
    private static async Task<int> Live(int seed)
    {
        var random = new Random(seed);
        await using var place = await Workplace.OpenAsync();
        place.Blueprints = Plain();
        await place.MakeAccountAsync("essai.noe");
        await place.MakeAccountAsync("essai.ines");
        var territory = Some.Territory() with { MinutesDays = 0 };
        territory = territory with { Groups = [territory.Groups[0]], Roadmap = new() };
        await Converges(place, territory, $"seed {seed}: first");
        using var one = new CalendarMember(
            place.Server.BaseAddress,
            "essai.noe",
            $"{Calendar}_shared_by_admin"
        );
        using var other = new CalendarMember(
            place.Server.BaseAddress,
            "essai.ines",
            $"{Calendar}_shared_by_admin"
        );
        var people = new CalendarPeople(random, [one, other], Object);
        var steps = 1;
        while (steps + people.Done < StepsOfOne)
        {
            for (var moves = random.Next(1, 9); moves > 0; moves--)
            {
                await people.DoAsync();
            }

            if (random.Next(3) > 0)
            {
                territory = Changed(random, territory);
                steps++;
            }

            if (steps + people.Done > StepsOfOne - 10 && random.Next(4) == 0)
            {
                await people.DeleteSeriesAsync();
                steps++;
            }

            var where = $"seed {seed}, step {steps + people.Done}";
            if (random.Next(3) == 0)
            {
                Break(place, random);
                await place.ApplyAsync(territory);
                place.Server.Faults.Clear();
                steps++;
            }
            else if (random.Next(3) == 0)
            {
                // A member saves between the look and the writing.
                await place.ApplyAsync(territory, _ => people.DoAsync().GetAwaiter().GetResult());
                steps++;
            }

            await Converges(place, territory, where);
            steps += 2;
            await people.HoldsAsync(where);
            await AreEqual(one, people, territory, where);
        }

        return steps + people.Done;
    }

    /// <summary>
    /// A clean run gets through, a person answering what it asks, or asked before in a run that broke, and the next finds nothing
    /// to do.
    /// </summary>
    private static async Task Converges(Workplace place, Territory territory, string where)
    {
        var report = await place.ApplyAsync(territory);
        if (report.Plan is { } plan && (plan.HasConflicts || plan.Steps.Any(IsHeld)))
        {
            report = await place.ConfirmAsync(territory);
        }

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), $"{where}: {Workplace.Sentences(report)}");
        var again = await place.ApplyAsync(territory);
        Assert.That(again.Plan!.Pending.Select(step => step.Key), Is.Empty, $"{where}: a second run");
        Assert.That(again.Requests.Keys, Has.None.EqualTo("PUT"), where);
    }

    /// <summary>A calendar that lost too much at once is asked about once, and not believed until somebody answers.</summary>
    private static bool IsHeld(PlanStep step) => step.Key.EndsWith("#emptied", StringComparison.Ordinal);

    /// <summary>What no person said otherwise is what the territory says.</summary>
    private static async Task AreEqual(
        CalendarMember member,
        CalendarPeople people,
        Territory territory,
        string where
    )
    {
        if (await member.ReadAsync(Object) is not { } text)
        {
            return;
        }

        var zone = DateTimeZoneProviders.Tzdb[territory.TimeZone];
        var group = territory.Groups[0];
        var ours = EventObjects
            .Read(MeetingCalendar.Write(territory, group, group.Meetings[0]), zone)!
            .Values.Single()
            .Master;
        var theirs = EventObjects.Read(text, zone)!.Values.Single().Master;
        foreach (var field in Enum.GetValues<EventField>())
        {
            var isTheirs =
                (EventProperties.NameOf(field) is { } name && people.Said(name))
                || field == EventField.Exceptions
                || (people.Said("UNTIL") && field is EventField.Rule or EventField.Day);
            Assert.That(isTheirs || theirs[field] == ours[field], $"{where}: {field}\n{ours}\n{theirs}");
        }

        Assert.That(
            ours.Set(EventField.Exceptions).Except(theirs.Set(EventField.Exceptions)),
            Is.Empty,
            $"{where}: days that the territory leaves out"
        );
    }

    private static Territory Changed(Random random, Territory territory)
    {
        var group = territory.Groups[0];
        var series = group.Meetings[0];
        var number = random.Next(1000);
        series = random.Next(7) switch
        {
            0 => series with { Title = $"Comité {number}" },
            1 => series with { Place = $"Salle {number}" },
            2 => series with { Time = new TimeOnly(random.Next(8, 19), 0) },
            3 => series with { Duration = TimeSpan.FromMinutes(random.Next(2, 9) * 30) },
            4 => series with { Agenda = [$"Point {number}"] },
            5 => series with { Exceptions = [new DateOnly(2027, 12, 7).AddDays(7 * random.Next(10))] },
            _ => series with { Rule = $"FREQ=MONTHLY;BYDAY=1{(random.Next(2) == 0 ? "TH" : "TU")}" },
        };
        return territory with { Groups = [group with { Meetings = [series] }] };
    }

    private static void Break(Workplace place, Random random)
    {
        for (var faults = random.Next(1, 4); faults > 0; faults--)
        {
            place.Server.Faults.Add(
                new FaultRule
                {
                    Kind = Kinds[random.Next(Kinds.Length)],
                    Status = Statuses[random.Next(Statuses.Length)],
                    Path = random.Next(2) == 0 ? "/calendars/" : null,
                    Nth = random.Next(1, 8),
                    Times = random.Next(1, 3),
                    Headers = new Dictionary<string, string> { ["Retry-After"] = "0" },
                }
            );
        }
    }

    /// <summary>Folders without documents: a run is about the calendar.</summary>
    private static IReadOnlyDictionary<string, Blueprint> Plain()
    {
        var standard = Some.Blueprints()["standard"];
        var group = standard.Areas[WorkspaceArea.Group];
        return new Dictionary<string, Blueprint>
        {
            ["standard"] = standard with
            {
                Areas = new Dictionary<WorkspaceArea, AreaBlueprint>(standard.Areas)
                {
                    [WorkspaceArea.Group] = group with { Documents = [], Folders = [] },
                },
            },
        };
    }

    private static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
