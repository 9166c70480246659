using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>Dates, times and durations as people in France write them.</summary>
internal static partial class Moments
{
    public static Shape<DateOnly> Date { get; } =
        new MomentShape<DateOnly>(
            "bad-date",
            new Text("une date", "a date"),
            new Text("Écrivez 2026-10-01 ou 01/10/2026.", "Write 2026-10-01 or 01/10/2026."),
            @"^\d{4}-\d{2}-\d{2}$|^\d{1,2}/\d{1,2}/\d{4}$",
            ReadDate
        );

    public static Shape<TimeOnly> Time { get; } =
        new MomentShape<TimeOnly>(
            "bad-time",
            new Text("une heure", "a time of day"),
            new Text("Écrivez 14:30, 14 h 30 ou 14h.", "Write 14:30, 14 h 30 or 14h."),
            @"^\d{1,2} ?([hH:]) ?(\d{2})?$",
            ReadTime
        );

    public static Shape<TimeSpan> Duration { get; } =
        new MomentShape<TimeSpan>(
            "bad-duration",
            new Text("une durée", "a duration"),
            new Text(
                "Écrivez 2 h, 1h30 ou 90 min ; une rencontre dure de 5 minutes à 24 heures.",
                "Write 2 h, 1h30 or 90 min; a meeting lasts from 5 minutes to 24 hours."
            ),
            @"^\d{1,2} ?[hH] ?(\d{2})?( ?min)?$|^\d{1,4} ?min(utes)?$|^\d{1,2} heures?$",
            ReadDuration
        );

    /// <summary>The day of a cell: a date, with or without a time, or the number that a date is without its format.</summary>
    public static DateOnly? DayOf(string words)
    {
        var day = words.Split(' ')[0];
        return ReadDate(day)
            ?? (
                double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial)
                && serial is >= FirstSerial and < LastSerial
                    ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
                    : null
            );
    }

    /// <summary>1 January 1982 and 2119 in days since 1900: a year alone is no day.</summary>
    private const int FirstSerial = 29952;
    private const int LastSerial = 80000;

    /// <summary>A day as people write it; null for other words.</summary>
    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(
            text,
            ["yyyy-MM-dd", "d/M/yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        ) && date.Year is >= 1970 and <= 2200
            ? date
            : null;

    private static TimeOnly? ReadTime(string text)
    {
        var match = TimeWords().Match(text);
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        return match.Success && hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static TimeSpan? ReadDuration(string text)
    {
        var match = DurationWords().Match(text);
        var duration = TimeSpan.FromMinutes((Number(match, "hours") * 60) + Number(match, "minutes"));
        return match.Success && duration >= TimeSpan.FromMinutes(5) && duration <= TimeSpan.FromHours(24)
            ? duration
            : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:\s?[hH]\s?(?<minute>\d{2})?|:(?<minute>\d{2}))$")]
    private static partial Regex TimeWords();

    [GeneratedRegex(
        @"^(?<hours>\d{1,2})\s?(?:h|H|heures?)(?:\s?(?<minutes>\d{2})(?:\s?min)?)?$|^(?<minutes>\d{1,4})\s?(?:min|minutes|mn)$"
    )]
    private static partial Regex DurationWords();

    private sealed class MomentShape<T>(
        string code,
        Text what,
        Text remedy,
        string pattern,
        Func<string, T?> read
    ) : Shape<T>
        where T : struct
    {
        public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out T value)
        {
            value = default;
            if (node is not ScalarNode { IsEmpty: false } scalar)
            {
                Words.Expected(problems, node, what, remedy);
                return false;
            }

            if (read(scalar.Value.Trim()) is { } found)
            {
                value = found;
                return true;
            }

            Words.Bad(problems, node, code, scalar.Value, what, remedy);
            return false;
        }

        public override JsonObject Describe(SchemaBook book) =>
            new() { ["type"] = "string", ["pattern"] = pattern };
    }
}
