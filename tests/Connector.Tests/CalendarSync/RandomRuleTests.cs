using System.Diagnostics;
using System.Globalization;
using Connector.CalendarSync;
using NodaTime;

namespace Connector.Tests.CalendarSync;

/// <summary>Ten thousand rules, evaluated here and by python3-dateutil, for the dates of five years.</summary>
internal sealed class RandomRuleTests
{
    private const string Python = "/usr/bin/python3";
    private const int Rules = 10_000;

    /// <summary>
    /// Reads « start rule » by line and writes the starts of five years. dateutil leaves out a DTSTART that its rule does
    /// not give; RFC 5545, 3.8.2.4, counts it, so that it is added here, and the last of a COUNT taken off.
    /// </summary>
    private const string Dateutil = """
        import sys, re
        from datetime import datetime
        from itertools import islice, takewhile
        from dateutil.rrule import rrulestr
        for line in sys.stdin:
            start, rule = line.split()
            first = datetime.strptime(start, '%Y%m%dT%H%M%S')
            end = first.replace(year=first.year + 5, day=min(first.day, 28))
            dates = list(takewhile(lambda d: d <= end, rrulestr(rule, dtstart=first)))
            if first not in dates:
                count = re.search(r'COUNT=(\d+)', rule)
                if count:
                    dates = list(takewhile(lambda d: d <= end, islice(rrulestr(rule, dtstart=first), int(count.group(1)) - 1)))
                dates.insert(0, first)
            print(' '.join(d.strftime('%Y%m%dT%H%M%S') for d in dates))
        """;

    [Test]
    public async Task Random_rules_give_the_dates_that_dateutil_gives()
    {
        var seed = Number("CONNECTOR_SEED") ?? 5545;
        TestContext.Out.WriteLine($"CONNECTOR_SEED={seed}");
        var random = new Random(seed);
        var rules = Enumerable
            .Range(0, Number("CONNECTOR_RULES") ?? Rules)
            .Select(_ => RandomRule.Of(random))
            .ToList();
        var theirs = await Theirs(rules);
        var clock = Stopwatch.StartNew();
        var (differing, explained) = (new List<string>(), 0);
        foreach (var (rule, expected) in rules.Zip(theirs))
        {
            var ours = Ours(rule);
            if (ours == expected)
            {
                continue;
            }

            if (IsOfDateutil(rule, ours, expected))
            {
                explained++;
            }
            else
            {
                differing.Add($"{rule.Start} {rule.Rule}\n  ours   {ours}\n  theirs {expected}");
            }
        }

        TestContext.Out.WriteLine(
            $"{rules.Count} rules here in {clock.Elapsed.TotalSeconds:0.0} s; {explained} differences explained, {differing.Count} not"
        );
        Assert.That(differing, Is.Empty, string.Join('\n', differing.Take(40)));
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given)
            ? given
            : null;

    /// <summary>
    /// dateutil reckons how many weeks the year before had with the length of the year after (rrule.py,
    /// <c>_iterinfo.rebuild</c>), so that it now and then loses, or makes up, the first days of January that are of the
    /// last week of December. RFC 5545, 3.3.10, counts weeks as ISO 8601 does, as is done here.
    /// </summary>
    private static bool IsOfDateutil(RandomRule rule, string ours, string expected)
    {
        var (here, there) = (ours.Split(' '), expected.Split(' '));
        return rule.Rule.Contains("BYWEEKNO", StringComparison.Ordinal)
            && here.Except(there)
                .Concat(there.Except(here))
                .All(date => date[4..6] == "01" && date[6] == '0');
    }

    private static string Ours(RandomRule rule)
    {
        var start = CalendarMoment.Wall(rule.Start)!.Value;
        var item = new CalendarEventText
        {
            Uid = "a",
            Start = start,
            Zone = DateTimeZone.Utc,
            Length = Duration.FromHours(1),
            IsAllDay = false,
            Rule = rule.Rule,
        };
        var end = new LocalDate(start.Year + 5, start.Month, Math.Min(start.Day, 28)) + start.TimeOfDay;
        return string.Join(
            ' ',
            SeriesDates
                .Between(item, start, end)
                .Select(date => date.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture))
        );
    }

    private static async Task<IReadOnlyList<string>> Theirs(IReadOnlyList<RandomRule> rules)
    {
        if (!File.Exists(Python))
        {
            Assert.Ignore($"needs {Python} with dateutil (Debian package python3-dateutil)");
        }

        using var process = Process.Start(
            new ProcessStartInfo(Python, ["-c", Dateutil])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        foreach (var rule in rules)
        {
            await process.StandardInput.WriteLineAsync($"{rule.Start} {rule.Rule}");
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if ((await errors).Contains("No module named", StringComparison.Ordinal))
        {
            Assert.Ignore("needs dateutil (Debian package python3-dateutil)");
        }

        Assert.That(process.ExitCode, Is.Zero, await errors);
        return (await output).TrimEnd('\n').Split('\n');
    }
}
