using System.Diagnostics;
using System.Globalization;
using Connector.DevServer.Faults;
using Connector.Reports;

namespace Connector.Tests.Provisioning.Schedules;

/// <summary>
/// Random schedules against a server, on random networks: people write, rename, move and delete, change groups, rights,
/// names, calendars and shares, while requests fail, runs in between. After each: every word that a person wrote is there,
/// nothing is doubled, a clean run converges and the next one finds nothing to do. The seed is printed;
/// <c>CONNECTOR_SEED</c> replays one schedule, <c>CONNECTOR_SCHEDULES</c> asks for more of them.
/// </summary>
public sealed class ScheduleTrials
{
    private const int Schedules = 500;
    private const int Networks = 24;

    /// <summary>One in so many begins on an empty server.</summary>
    private const int FromNothing = 8;

    /// <summary>Schedules that once ended badly, each for a fault of its own.</summary>
    private static readonly int[] OnceWrong = [600217740];

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
    public async Task Whatever_people_and_the_network_do_nothing_is_lost_or_doubled()
    {
        var given = Number("CONNECTOR_SEED");
        var count = given is null ? Number("CONNECTOR_SCHEDULES") ?? Schedules : 1;
        var first = given ?? (int)(DateTime.UtcNow.Ticks % 1_000_000) * 1000;
        TestContext.Out.WriteLine($"seeds {first} to {first + count - 1}");
        var started = Stopwatch.GetTimestamp();
        // The same networks whatever the seed, so that one schedule can be replayed alone.
        using var bases = new ScheduleBases(Networks, seed: 27);
        await Parallel.ForEachAsync(
            given is null ? OnceWrong.Concat(Enumerable.Range(first, count)) : [first],
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (seed, _) => await Run(bases, seed)
        );
        TestContext.Out.WriteLine(
            $"{count} schedules in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s"
        );
    }

    private static async Task Run(ScheduleBases bases, int seed)
    {
        var random = new Random(seed);
        var isNew = random.Next(FromNothing) == 0;
        var (network, folder) = isNew
            ? (RandomNetwork.Of(random), ScheduleSite.NewFolder())
            : await bases.TakeAsync(random);
        try
        {
            await using var site = await ScheduleSite.OpenAsync(folder, network);
            using var hands = site.Administrator();
            if (isNew)
            {
                ScheduleBases.Furnish(site, network);
            }

            var people = new PeopleAtWork(site.Client, hands, random);
            var office = new OfficeWork(site.Client, hands, random, people);
            for (var rounds = random.Next(1, 4); rounds > 0; rounds--)
            {
                if (!isNew)
                {
                    await people.EditAsync();
                    await office.DoAsync();
                }

                isNew = false;
                await Round(site, random, $"seed {seed}, {rounds} rounds from the end");
                await people.NothingIsLostAsync($"seed {seed}");
                await office.NothingIsLostAsync($"seed {seed}");
                await NothingIsDoubled(site, network, $"seed {seed}");
            }
        }
        catch (Exception error) when (error is not AssertionException)
        {
            throw new InvalidOperationException($"seed {seed}", error);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Round(ScheduleSite site, Random random, string where)
    {
        Break(site, random);
        await site.ApplyAsync();
        site.Server.Faults.Clear();
        var last = await site.ApplyAsync();
        Assert.That(last.Problems, Is.Empty, where);
        var plan = await site.PlanAsync();
        var told = $"{where}\n{Workplace.Sentences(last)}\n{Workplace.Sentences(plan)}";
        Assert.That(plan.Plan?.Pending.Select(step => step.Key), Is.Empty, told);
        Assert.That(plan.Outcome, Is.EqualTo(RunOutcome.Done), told);
    }

    private static void Break(ScheduleSite site, Random random)
    {
        for (var faults = random.Next(4); faults > 0; faults--)
        {
            site.Server.Faults.Add(
                new FaultRule
                {
                    Kind = Kinds[random.Next(Kinds.Length)],
                    Status = Statuses[random.Next(Statuses.Length)],
                    Nth = random.Next(1, random.Next(2) == 0 ? 8 : 60),
                    Times = random.Next(1, 4),
                    Headers = new Dictionary<string, string> { ["Retry-After"] = "0" },
                }
            );
        }
    }

    /// <summary>Nobody but Connector makes team folders or calendars here.</summary>
    private static async Task NothingIsDoubled(ScheduleSite site, RandomNetwork network, string where)
    {
        var groups = network.Territory.Groups.Count;
        var folders = (await site.Client.TeamFolders.List(default))
            .Select(folder => folder.MountPoint)
            .ToList();
        Assert.That(folders, Is.Unique, where);
        Assert.That(folders, Has.Count.LessThanOrEqualTo(groups + 2), where);
        var calendars = (await site.Client.Calendars.ListCalendars(default))
            .Where(calendar => calendar.Uri.StartsWith("connector-", StringComparison.Ordinal))
            .ToList();
        Assert.That(calendars, Has.Count.LessThanOrEqualTo(groups + 1), where);
    }

    private static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
