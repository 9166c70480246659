using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Domain.Meetings;

/// <summary>The sentences that are understood, each as one pattern over <see cref="FrenchRecurrenceWords"/>.</summary>
internal static class FrenchRecurrenceGrammar
{
    private const string Every = "(?:le |les |chaque |tous les |toutes les )?";
    private const string Days = @"(?<day>@\w\w)(?: \+ (?:le |les )?(?<day>@\w\w))*";
    private const string Position =
        @"(?:le |les )?(?<rank>#-?\d)(?: \+ (?:le )?(?<rank>#-?\d))* (?<day>@\w\w)";
    private const string Months = @"(?:de |d |en )?(?<month>~\d+)(?: \+ (?:de |d |en )?(?<month>~\d+))*";
    private const string EveryMonth = @"(?:chaque mois|tous les(?: (?<n>\d+))? mois|1 mois sur (?<n>\d+))";
    private const string OfMonth =
        @"(?:du mois|de chaque mois|de tous les mois|par mois|chaque mois|tous les(?: (?<n>\d+))? mois|1 mois sur (?<n>\d+))";
    private const string EveryWeek =
        @"(?:chaque semaine|toutes les(?: (?<n>\d+))? semaines|1 semaine sur (?<n>\d+)|tous les (?<days>7|8|14|15) jours)";
    private const string MonthDays = @"(?:le |tous les |les )(?<date>\d+|#1)(?: \+ (?:le )?(?<date>\d+|#1))*";
    private const string EveryYear =
        "(?:tous les ans|chaque annee|chaque an|toutes les annees|1 fois par an)";

    private static readonly (Regex Sentence, Func<Match, RecurrenceRule?> Read)[] Sentences =
    [
        (Of($"{Every}{Position} {OfMonth}"), Monthly),
        (Of($"{EveryMonth} {Every}{Position}"), Monthly),
        (
            Of($"{Every}{Position} (?:du |de chaque |par |chaque )(?<period>trimestre|semestre|annee|an)"),
            Periodic
        ),
        (Of($"{Every}{Position} (?:des mois )?{Months}(?: (?:de )?chaque annee| tous les ans)?"), SomeMonths),
        (
            Of($"(?:le |les |chaque |tous les ){Days}(?: (?:de )?chaque semaine| toutes les semaines)?"),
            Weekly
        ),
        (Of($"{EveryWeek} (?:\\+ )?(?:le |les )?{Days}"), Weekly),
        (Of($"(?:le |les ){Days} {EveryWeek}"), Weekly),
        (Of(@"tous les (?<n>\d+) (?<day>@\w\w)"), Weekly),
        (Of(@"1 (?<day>@\w\w) sur (?<n>\d+)"), Weekly),
        (Of($"{MonthDays} {OfMonth}"), ByMonthDay),
        (Of($"{EveryMonth} {MonthDays}"), ByMonthDay),
        (Of($"(?:le )?(?<last>#-1) jour {OfMonth}"), ByMonthDay),
        (Of($"(?:le )?(?<rank>#-?\\d) jour (?:ouvre|ouvrable) {OfMonth}"), WorkingDay),
        (Of(@$"{EveryYear} (?:le )?(?<date>\d+|#1) (?<month>~\d+)"), Yearly),
        (Of(@$"(?:le |tous les )?(?<date>\d+|#1) (?<month>~\d+) (?:de )?{EveryYear}"), Yearly),
        (Of(@"tous les (?<date>\d+|#1) (?<month>~\d+)"), Yearly),
        (Of("(?:tous les jours|chaque jour)"), _ => new RecurrenceRule("DAILY")),
    ];

    /// <summary>The rule of the first sentence that fits; null when none does.</summary>
    public static RecurrenceRule? Read(string encoded) =>
        Sentences
            .Select(sentence => (sentence.Read, Match: sentence.Sentence.Match(encoded)))
            .Where(candidate => candidate.Match.Success)
            .Select(candidate => candidate.Read(candidate.Match))
            .FirstOrDefault(rule => rule is not null);

    private static Regex Of(string pattern) =>
        new(
            $"^{pattern}$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    private static RecurrenceRule? Monthly(Match match) =>
        WithInterval(new RecurrenceRule("MONTHLY") { Days = Positions(match) }, match);

    private static RecurrenceRule? WorkingDay(Match match) =>
        WithInterval(
            new RecurrenceRule("MONTHLY") { Days = RecurrenceRule.WorkingDays, Position = Ranks(match)[0] },
            match
        );

    private static RecurrenceRule SomeMonths(Match match) =>
        new("YEARLY") { Days = Positions(match), Months = MonthsOf(match) };

    /// <summary>
    /// « dernier vendredi du trimestre » is the last Friday of its last month; « premier » to « quatrième » fall in
    /// its first month, whatever the year. A fifth could be in either of two months: that is not understood.
    /// </summary>
    private static RecurrenceRule? Periodic(Match match)
    {
        var ranks = Ranks(match);
        if (ranks.Contains(5) || ranks.Exists(rank => rank < 0) != ranks.TrueForAll(rank => rank < 0))
        {
            return null;
        }

        var length = match.Groups["period"].Value switch
        {
            "trimestre" => 3,
            "semestre" => 6,
            _ => 12,
        };
        var first = ranks[0] > 0 ? 1 : length;
        return new RecurrenceRule("YEARLY")
        {
            Days = Positions(match),
            Months = [.. Enumerable.Range(0, 12 / length).Select(index => first + (index * length))],
        };
    }

    private static RecurrenceRule? Weekly(Match match)
    {
        var rule = new RecurrenceRule("WEEKLY") { Days = DaysOf(match) };
        return match.Groups["days"].Success
            ? rule with
            {
                Interval = Number(match.Groups["days"].Value) > 8 ? 2 : 1,
            }
            : WithInterval(rule, match);
    }

    /// <summary>Days that some months lack are refused: the meeting would be skipped and nobody would know why.</summary>
    private static RecurrenceRule? ByMonthDay(Match match)
    {
        var dates = match.Groups["last"].Success ? [-1] : Dates(match);
        return dates.TrueForAll(date => date is -1 or (>= 1 and <= 28))
            ? WithInterval(new RecurrenceRule("MONTHLY") { MonthDays = dates }, match)
            : null;
    }

    private static RecurrenceRule? Yearly(Match match)
    {
        var (date, month) = (Dates(match)[0], MonthsOf(match)[0]);
        return month <= 12 && date >= 1 && date <= DateTime.DaysInMonth(2027, month)
            ? new RecurrenceRule("YEARLY") { Months = [month], MonthDays = [date] }
            : null;
    }

    private static RecurrenceRule? WithInterval(RecurrenceRule rule, Match match)
    {
        if (!match.Groups["n"].Success)
        {
            return rule;
        }

        var interval = Number(match.Groups["n"].Value);
        return interval is >= 1 and <= 52 ? rule with { Interval = interval } : null;
    }

    private static List<int> Ranks(Match match) =>
        [.. match.Groups["rank"].Captures.Select(rank => Number(rank.Value[1..]))];

    private static IReadOnlyList<string> Positions(Match match)
    {
        var day = match.Groups["day"].Value[1..];
        return [.. Ranks(match).Select(rank => string.Create(CultureInfo.InvariantCulture, $"{rank}{day}"))];
    }

    private static IReadOnlyList<string> DaysOf(Match match) =>
        [.. match.Groups["day"].Captures.Select(day => day.Value[1..])];

    private static IReadOnlyList<int> MonthsOf(Match match) =>
        [.. match.Groups["month"].Captures.Select(month => FrenchRecurrenceWords.Month(month.Value))];

    private static List<int> Dates(Match match) =>
        [.. match.Groups["date"].Captures.Select(date => Number(date.Value.TrimStart('#')))];

    /// <summary>A number that does not fit is as wrong as zero.</summary>
    private static int Number(string digits) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
