namespace Connector.Domain.Needs;

/// <summary>Opening hours as people say them: « lundi au vendredi 9 h–12 h et 14 h–17 h ; samedi 9 h–12 h 30 ».</summary>
public static class OpeningWords
{
    private static readonly string[] Names =
    [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ];

    /// <summary>The words as they are where they mean more than is read here.</summary>
    public static string Of(string words) =>
        OpeningHours.Read(words) is { } week
            ? week.IsNeverOpen
                ? "fermé"
                : string.Join(
                    " ; ",
                    Runs(week).Select(run => $"{Days(run.First, run.Last)} {Times(run.Spans)}")
                )
            : words;

    /// <summary>Neighbouring days with the same hours, from Monday on; days without hours are left out.</summary>
    private static IEnumerable<(int First, int Last, IReadOnlyList<OpeningSpan> Spans)> Runs(OpeningWeek week)
    {
        for (var day = 0; day < Names.Length; day++)
        {
            var (first, spans) = (day, On(week, day));
            while (day + 1 < Names.Length && On(week, day + 1).SequenceEqual(spans))
            {
                day++;
            }

            if (spans.Count > 0)
            {
                yield return (first, day, spans);
            }
        }
    }

    /// <summary>The week begins on Monday here, and on Sunday in .NET.</summary>
    private static IReadOnlyList<OpeningSpan> On(OpeningWeek week, int day) =>
        week.On((DayOfWeek)((day + 1) % Names.Length));

    private static string Days(int first, int last) =>
        (last - first) switch
        {
            0 => Names[first],
            1 => $"{Names[first]} et {Names[last]}",
            6 => "tous les jours",
            _ => $"{Names[first]} au {Names[last]}",
        };

    private static string Times(IEnumerable<OpeningSpan> spans) =>
        string.Join(" et ", spans.OrderBy(span => span.From).Select(Time));

    private static string Time(OpeningSpan span) =>
        span is { From: 0, To: OpeningWeek.Day } ? "24 h sur 24" : $"{Clock(span.From)}–{Clock(span.To)}";

    private static string Clock(int minutes)
    {
        var (hour, minute) = (minutes / 60, minutes % 60);
        // 24:00 ends a day; what is later is on the next one.
        hour = hour > 24 ? hour - 24 : hour;
        return minute == 0 ? $"{hour}\u00a0h" : $"{hour}\u00a0h\u00a0{minute:00}";
    }
}
