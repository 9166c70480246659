using System.Globalization;
using Connector.DevServer.Faults;
using Connector.Nextcloud.Dav;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>
/// Random schedules against a server: people write, rename, move and delete while requests fail, runs in between.
/// After each: every word that a person wrote is there, nothing is doubled, a clean run converges and the next one
/// finds nothing to do. The seed is printed; <c>CONNECTOR_SEED</c> replays one.
/// </summary>
public sealed class ScheduleTrials
{
    private const int Schedules = 25;
    private const int Rounds = 8;

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
    public async Task Whatever_people_and_the_network_do_nothing_is_lost_or_doubled(
        [Range(1, Schedules)] int schedule
    )
    {
        var given = Environment.GetEnvironmentVariable("CONNECTOR_SEED");
        var seed = given is null
            ? (int)(DateTime.UtcNow.Ticks % 1_000_000) + schedule
            : int.Parse(given, CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var place = await Workplace.OpenAsync();
        if (random.Next(3) == 0)
        {
            place.WithoutTeamFolders();
        }

        using var person = place.Administrator();
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            await Edit(place, person, random, written);
            Break(place, random);
            await place.ApplyAsync();
            place.Server.Faults.Clear();
            var last = await place.ApplyAsync();
            Assert.That(last.Problems, Is.Empty, $"seed {seed}, round {round}");
            await place.IsSettledAsync();
            await NothingIsLost(place, written, $"seed {seed}, round {round}");
        }
    }

    private static void Break(Workplace place, Random random)
    {
        for (var faults = random.Next(4); faults > 0; faults--)
        {
            place.Server.Faults.Add(
                new FaultRule
                {
                    Kind = Kinds[random.Next(Kinds.Length)],
                    Status = Statuses[random.Next(Statuses.Length)],
                    Nth = random.Next(1, 60),
                    Times = random.Next(1, 4),
                    Headers = new Dictionary<string, string> { ["Retry-After"] = "0" },
                }
            );
        }
    }

    /// <summary>Up to four edits anywhere in the tree; each text that a person writes is unlike any other.</summary>
    private static async Task Edit(
        Workplace place,
        Hands person,
        Random random,
        Dictionary<string, string> written
    )
    {
        for (var edits = random.Next(5); edits > 0; edits--)
        {
            var all = (await place.Client.Files.Propfind("", DavDepth.Infinity, default)).Resources;
            var inside = all.Where(node => node.Path.Contains('/', StringComparison.Ordinal)).ToList();
            if (inside.Count == 0)
            {
                return;
            }

            var node = inside[random.Next(inside.Count)];
            var folder = DavPath.Parent(node.Path);
            var text = $"texte {random.Next():x8}";
            switch (random.Next(5))
            {
                case 0 when !node.IsFolder:
                    await person.Write(node.Path, text);
                    written.Remove(node.Path);
                    written[node.Path] = text;
                    break;
                case 1:
                    await person.Write($"{folder}/note {text}.txt", text);
                    written[$"{folder}/note {text}.txt"] = text;
                    break;
                case 2 or 3:
                    await person.Move(node.Path, $"{folder}/renommé {text}");
                    Moved(written, node.Path, $"{folder}/renommé {text}");
                    break;
                default:
                    await person.Delete(node.Path);
                    Moved(written, node.Path, null);
                    break;
            }
        }
    }

    private static void Moved(Dictionary<string, string> written, string from, string? to)
    {
        foreach (
            var path in written
                .Keys.Where(path => path == from || path.StartsWith($"{from}/", StringComparison.Ordinal))
                .ToList()
        )
        {
            written.Remove(path, out var text);
            if (to is not null)
            {
                written[to + path[from.Length..]] = text!;
            }
        }
    }

    private static async Task NothingIsLost(Workplace place, Dictionary<string, string> written, string where)
    {
        using var person = place.Administrator();
        foreach (var (path, text) in written)
        {
            Assert.That(await person.Read(path), Is.EqualTo(text), where);
        }

        var folders = (await place.Client.TeamFolders.List(default)).Select(folder => folder.MountPoint);
        Assert.That(folders, Is.Unique, where);
        var calendars = (await place.Client.Calendars.ListCalendars(default)).Select(calendar =>
            calendar.Uri
        );
        Assert.That(calendars, Is.Unique, where);
    }
}
