using System.Globalization;

namespace Connector.Tests.CalendarSync;

/// <summary>A recurrence rule that makes sense by RFC 5545, 3.3.10, at random, and a start for it.</summary>
internal sealed record RandomRule(string Start, string Rule)
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static RandomRule Of(Random random)
    {
        var day = new DateOnly(2026, 1, 1).AddDays(random.Next(365));
        var start = string.Create(
            CultureInfo.InvariantCulture,
            $"{day:yyyyMMdd}T{random.Next(24):00}{random.Next(4) * 15:00}00"
        );
        var frequency = Pick(random, "DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "MONTHLY", "YEARLY");
        List<string> parts = [$"FREQ={frequency}"];
        if (random.Next(2) == 0)
        {
            parts.Add($"INTERVAL={random.Next(1, frequency == "YEARLY" ? 4 : 7)}");
        }

        switch (random.Next(3))
        {
            case 0:
                parts.Add($"COUNT={random.Next(1, 40)}");
                break;
            case 1:
                parts.Add($"UNTIL={day.AddDays(random.Next(1, 1800)):yyyyMMdd}T{random.Next(24):00}0000");
                break;
        }

        parts.AddRange(Parts(random, frequency));
        if (random.Next(4) == 0)
        {
            parts.Add($"WKST={Pick(random, Days)}");
        }

        return new RandomRule(start, string.Join(';', parts));
    }

    private static IEnumerable<string> Parts(Random random, string frequency)
    {
        var parts = new List<string>();
        if (random.Next(4) == 0)
        {
            parts.Add($"BYMONTH={Some(random, 1, 12, 4)}");
        }

        switch (frequency)
        {
            case "DAILY" or "WEEKLY":
                if (random.Next(3) > 0)
                {
                    parts.Add($"BYDAY={WeekDays(random)}");
                }

                break;
            case "MONTHLY":
                parts.AddRange(OfMonth(random));
                break;
            default:
                parts.AddRange(OfYear(random, parts.Count > 0));
                break;
        }

        var isChoice = parts.Exists(part => part.StartsWith("BYDAY", StringComparison.Ordinal));
        if (isChoice && frequency is "MONTHLY" or "YEARLY" && random.Next(4) == 0)
        {
            parts.Add($"BYSETPOS={Signed(random, 1, 4, 2)}");
        }

        return parts;
    }

    private static IEnumerable<string> OfMonth(Random random) =>
        random.Next(5) switch
        {
            0 => [$"BYMONTHDAY={Signed(random, 1, 31, 4)}"],
            1 => [$"BYDAY={Places(random, 5)}"],
            2 => [$"BYDAY={WeekDays(random)}"],
            3 => [$"BYDAY={WeekDays(random)}", $"BYMONTHDAY={Signed(random, 1, 28, 8)}"],
            _ => [],
        };

    private static IEnumerable<string> OfYear(Random random, bool hasMonth) =>
        random.Next(6) switch
        {
            0 => [$"BYMONTHDAY={Signed(random, 1, 31, 3)}"],
            1 => [$"BYDAY={Places(random, hasMonth ? 5 : 53)}"],
            2 => [$"BYDAY={WeekDays(random)}"],
            3 when !hasMonth => [$"BYYEARDAY={Signed(random, 1, 366, 3)}"],
            4 when !hasMonth => [$"BYWEEKNO={Signed(random, 1, 53, 3)}", $"BYDAY={WeekDays(random)}"],
            _ => [],
        };

    private static string WeekDays(Random random) =>
        string.Join(',', Days.OrderBy(_ => random.Next()).Take(random.Next(1, 4)));

    private static string Places(Random random, int most) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, random.Next(1, 3))
                .Select(_ => $"{Sign(random)}{random.Next(1, most + 1)}{Pick(random, Days)}")
                .Distinct()
        );

    private static string Some(Random random, int from, int to, int most) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, random.Next(1, most + 1))
                .Select(_ => random.Next(from, to + 1))
                .Distinct()
                .Order()
        );

    private static string Signed(Random random, int from, int to, int most) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, random.Next(1, most + 1))
                .Select(_ => $"{Sign(random)}{random.Next(from, to + 1)}")
                .Distinct()
        );

    private static string Sign(Random random) => random.Next(3) == 0 ? "-" : "";

    private static string Pick(Random random, params string[] choices) =>
        choices[random.Next(choices.Length)];
}
