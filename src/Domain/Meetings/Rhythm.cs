using System.Globalization;

namespace Connector.Domain.Meetings;

/// <summary>Says a recurrence rule in French words, for documents: « premier jeudi du mois », « un mardi sur deux ».</summary>
public static class Rhythm
{
    private static readonly Dictionary<string, string> Days = new(StringComparer.Ordinal)
    {
        ["MO"] = "lundi",
        ["TU"] = "mardi",
        ["WE"] = "mercredi",
        ["TH"] = "jeudi",
        ["FR"] = "vendredi",
        ["SA"] = "samedi",
        ["SU"] = "dimanche",
    };

    private static readonly Dictionary<string, string> Ranks = new(StringComparer.Ordinal)
    {
        ["1"] = "premier",
        ["2"] = "deuxième",
        ["3"] = "troisième",
        ["4"] = "quatrième",
        ["5"] = "cinquième",
        ["-1"] = "dernier",
    };

    private static readonly string[] Months =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    /// <summary>
    /// The words for an RRULE value (RFC 5545, 3.3.10); « une seule fois » for an empty one; null for a rule that has
    /// no short name.
    /// </summary>
    public static string? Of(string rule)
    {
        if (rule.Length == 0)
        {
            return "une seule fois";
        }

        var parts = rule.Split(';')
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var interval = int.TryParse(
            parts.GetValueOrDefault("INTERVAL", "1"),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 1;
        var months =
            parts
                .GetValueOrDefault("BYMONTH")
                ?.Split(',')
                .Select(month => int.Parse(month, CultureInfo.InvariantCulture))
                .ToList()
            ?? [];
        if (parts.TryGetValue("BYSETPOS", out var position))
        {
            return interval == 1 ? OnWorkday(parts, position, months) : null;
        }

        var words = (
            parts.GetValueOrDefault("FREQ"),
            parts.GetValueOrDefault("BYDAY"),
            parts.GetValueOrDefault("BYMONTHDAY")
        ) switch
        {
            ("WEEKLY", { } day, null) => Weekly(day, interval, months),
            ("MONTHLY" or "YEARLY", { } day, null) when interval == 1 => OnRank(day, months),
            ("MONTHLY", null, { } day) when interval == 1 =>
                $"le {Day(day)}{OfMonths(months, " de chaque mois")}",
            ("YEARLY", null, { } day) when interval == 1 && months.Count == 1 =>
                $"le {Day(day)} {Months[months[0] - 1]}",
            _ => null,
        };
        return words;
    }

    /// <summary>« le 15 de chaque mois, ou le jour ouvré suivant », « dernier jour ouvré du mois ».</summary>
    private static string? OnWorkday(Dictionary<string, string> parts, string position, List<int> months)
    {
        var isMonthly = parts.GetValueOrDefault("FREQ") == "MONTHLY";
        if (
            parts.GetValueOrDefault("BYDAY") != string.Join(',', RecurrenceRule.WorkingDays)
            || (!isMonthly && months.Count != 1)
        )
        {
            return null;
        }

        var days = parts.GetValueOrDefault("BYMONTHDAY")?.Split(',') ?? [];
        if (days.Length == 0)
        {
            return isMonthly && Ranks.TryGetValue(position, out var rank)
                ? $"{rank} jour ouvré{OfMonths(months, " du mois")}"
                : null;
        }

        var (day, beside) = position == "1" ? (days[0], "suivant") : (days[^1], "précédent");
        var said = day == "-1" ? "dernier jour" : Day(day);
        return days.Length != 3 || position is not ("1" or "-1") ? null
            : isMonthly
                ? $"le {said}{OfMonths(months, day == "-1" ? " du mois" : " de chaque mois")}, ou le jour ouvré {beside}"
            : $"le {said} {Months[months[0] - 1]}, ou le jour ouvré {beside}";
    }

    private static string? Weekly(string day, int interval, List<int> months)
    {
        if (!Days.TryGetValue(day, out var name) || interval > 2)
        {
            return null;
        }

        return (interval == 1 ? $"tous les {name}s" : $"un {name} sur deux") + OfMonths(months, "");
    }

    private static string? OnRank(string day, List<int> months)
    {
        var known =
            day.Length > 2 && Days.ContainsKey(day[^2..]) && Ranks.ContainsKey(day[..^2].TrimStart('+'));
        return known
            ? $"{Ranks[day[..^2].TrimStart('+')]} {Days[day[^2..]]}{OfMonths(months, " du mois")}"
            : null;
    }

    private static string Day(string day) => day == "1" ? "1er" : day;

    private static string OfMonths(List<int> months, string always)
    {
        if (months.Count == 0)
        {
            return always;
        }

        var missing = Enumerable.Range(1, Months.Length).Except(months).ToList();
        return missing.Count <= 4
            ? $"{always}, sauf en {List(missing)}"
            : $" de {List(months)}"
                .Replace(" de août", " d'août", StringComparison.Ordinal)
                .Replace(" de avril", " d'avril", StringComparison.Ordinal)
                .Replace(" de octobre", " d'octobre", StringComparison.Ordinal);
    }

    private static string List(List<int> months)
    {
        var names = months.ConvertAll(month => Months[month - 1]);
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} et {names[^1]}";
    }
}
