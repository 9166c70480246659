namespace Connector.Domain.Meetings;

/// <summary>What was understood of a rule: the RRULE value and what else the words said, or what is wrong; never both.</summary>
public sealed record RecurrenceReading
{
    /// <summary>RFC 5545 RRULE value without its name; empty for a single meeting; null when there is a problem.</summary>
    public string? Rule { get; private init; }

    public Problem? Problem { get; private init; }

    /// <summary>« à 14 h »; null when the words say no time.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>« pendant deux heures », « de 14 h à 16 h »; null when the words say no duration.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>« sauf les jours fériés », « ou le jour ouvré suivant »; null when the words do not say.</summary>
    public DayOff? Holidays { get; init; }

    /// <summary>« hors vacances scolaires »; null when the words do not say.</summary>
    public DayOff? Vacations { get; init; }

    /// <summary>The rule that words gave; null for an RRULE value and for a single meeting.</summary>
    internal RecurrenceRule? Parts { get; init; }

    /// <summary>
    /// The first days of the rule on or after a day, evaluated here and not by a calendar library. None for an RRULE value
    /// that was written as such.
    /// </summary>
    public IEnumerable<DateOnly> Days(DateOnly from) =>
        Parts is not null ? RuleDays.Of(Parts, from)
        : Rule?.Length == 0 ? [from]
        : [];

    public static RecurrenceReading Understood(string rule) => new() { Rule = rule };

    public static RecurrenceReading Refused(Text message, Text remedy) =>
        new()
        {
            Problem = new Problem
            {
                Code = "bad-rule",
                Message = message,
                Remedy = remedy,
            },
        };
}
