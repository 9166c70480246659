using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// The instances of a recurrence rule on the wall clocks of its event (RFC 5545, 3.3.10): period after period, the days
/// that the rule allows at the times that it names, and of these the places of BYSETPOS.
/// </summary>
internal sealed class RuleDates
{
    /// <summary>A rule that somebody wrote without sense must not keep a run busy.</summary>
    private const int MostInstances = 20_000;

    /// <summary>Periods without an instance, one after the other, before a rule is given up.</summary>
    private const int MostPeriods = 200_000;

    private readonly RuleParts _rule;
    private readonly LocalDateTime _start;
    private readonly RuleDays _days;
    private readonly LocalTime[] _times;

    /// <param name="rule">The rule.</param>
    /// <param name="start">DTSTART.</param>
    public RuleDates(RuleParts rule, LocalDateTime start)
    {
        (_rule, _start, _days) = (rule, start, new RuleDays(rule, start.Date));
        _times = rule.Frequency >= RuleFrequency.Hourly ? [] : [.. Times(start.TimeOfDay)];
    }

    /// <summary>
    /// The instances from one moment to another, both included, in their order. DTSTART itself counts as the first even
    /// where its rule does not give it (RFC 5545, 3.8.2.4).
    /// </summary>
    /// <param name="from">Nothing before it.</param>
    /// <param name="to">Nothing after it; never after UNTIL.</param>
    public IEnumerable<LocalDateTime> Between(LocalDateTime from, LocalDateTime to)
    {
        var left = Math.Min(_rule.Count ?? MostInstances, MostInstances);
        if (from <= _start && _start <= to && left > 0)
        {
            yield return _start;
        }

        left--;
        // Whoever counts has to count from the beginning.
        foreach (var date in After(_rule.Count is null && from > _start ? from : _start, to))
        {
            if (left-- <= 0)
            {
                yield break;
            }

            if (date >= from)
            {
                yield return date;
            }
        }
    }

    /// <summary>What the rule gives behind DTSTART.</summary>
    private IEnumerable<LocalDateTime> After(LocalDateTime from, LocalDateTime to)
    {
        var barren = 0;
        for (var step = FirstStep(from); barren < MostPeriods; step++)
        {
            if (Period(step) is not { } begin || begin > to)
            {
                yield break;
            }

            barren++;
            foreach (var date in Chosen(begin))
            {
                if (date > to)
                {
                    yield break;
                }

                if (date > _start)
                {
                    barren = 0;
                    yield return date;
                }
            }
        }
    }

    /// <summary>The period of this many intervals behind the first; null beyond the calendar's end.</summary>
    private LocalDateTime? Period(long step)
    {
        var by = step * _rule.Interval;
        var day = _start.Date;
        var years = _rule.Frequency switch
        {
            RuleFrequency.Yearly => by,
            RuleFrequency.Monthly => by / 12,
            RuleFrequency.Weekly => by / 52,
            RuleFrequency.Daily => by / 365,
            _ => 0,
        };
        if (day.Year + years > 9000)
        {
            return null;
        }

        return _rule.Frequency switch
        {
            RuleFrequency.Yearly => new LocalDate(day.Year + (int)by, 1, 1).AtMidnight(),
            RuleFrequency.Monthly => new LocalDate(day.Year, day.Month, 1).PlusMonths((int)by).AtMidnight(),
            RuleFrequency.Weekly => RuleDays.Week(day, _rule.WeekStart).PlusWeeks((int)by).AtMidnight(),
            RuleFrequency.Daily => day.PlusDays((int)by).AtMidnight(),
            RuleFrequency.Hourly => (day + new LocalTime(_start.Hour, 0)).PlusHours(by),
            RuleFrequency.Minutely => (day + new LocalTime(_start.Hour, _start.Minute)).PlusMinutes(by),
            _ => _start.PlusSeconds(by),
        };
    }

    /// <summary>A period before the one that a moment is in, so that years of quiet are not walked through.</summary>
    private long FirstStep(LocalDateTime from)
    {
        var days = NodaTime.Period.DaysBetween(_start.Date, from.Date);
        var units = _rule.Frequency switch
        {
            RuleFrequency.Yearly => from.Year - _start.Year,
            RuleFrequency.Monthly => (from.Year - _start.Year) * 12 + from.Month - _start.Month,
            RuleFrequency.Weekly => days / 7,
            RuleFrequency.Daily => days,
            RuleFrequency.Hourly => days * 24L,
            RuleFrequency.Minutely => days * 24L * 60,
            _ => days * 24L * 60 * 60,
        };
        return Math.Max(0, units / _rule.Interval - 1);
    }

    private IEnumerable<LocalDateTime> Chosen(LocalDateTime begin)
    {
        var all = All(begin);
        if (_rule.Places.Count == 0)
        {
            return all;
        }

        var set = all.ToList();
        return _rule
            .Places.Select(place => place > 0 ? place - 1 : set.Count + place)
            .Where(index => index >= 0 && index < set.Count)
            .Distinct()
            .Order()
            .Select(index => set[index]);
    }

    private IEnumerable<LocalDateTime> All(LocalDateTime begin) =>
        _rule.Frequency switch
        {
            RuleFrequency.Yearly => Days(begin, CalendarSystem.Iso.GetDaysInYear(begin.Year)),
            RuleFrequency.Monthly => Days(begin, CalendarSystem.Iso.GetDaysInMonth(begin.Year, begin.Month)),
            RuleFrequency.Weekly => Days(begin, 7),
            RuleFrequency.Daily => Days(begin, 1),
            _ => WithinDay(begin),
        };

    private IEnumerable<LocalDateTime> Days(LocalDateTime begin, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var day = begin.Date.PlusDays(i);
            if (!_days.Allow(day))
            {
                continue;
            }

            foreach (var time in _times)
            {
                yield return day + time;
            }
        }
    }

    private IEnumerable<LocalDateTime> WithinDay(LocalDateTime begin)
    {
        var isLeftOut =
            !_days.Allow(begin.Date)
            || (_rule.Hours.Count > 0 && !_rule.Hours.Contains(begin.Hour))
            || (
                _rule.Frequency > RuleFrequency.Hourly
                && _rule.Minutes.Count > 0
                && !_rule.Minutes.Contains(begin.Minute)
            )
            || (
                _rule.Frequency > RuleFrequency.Minutely
                && _rule.Seconds.Count > 0
                && !_rule.Seconds.Contains(begin.Second)
            );
        if (isLeftOut)
        {
            return [];
        }

        var minutes =
            _rule.Frequency > RuleFrequency.Hourly ? [begin.Minute]
            : _rule.Minutes.Count > 0 ? _rule.Minutes
            : [_start.Minute];
        var seconds = _rule.Frequency > RuleFrequency.Minutely ? [begin.Second] : Seconds(_start.Second);
        return minutes.SelectMany(minute =>
            seconds.Select(second => begin.Date + new LocalTime(begin.Hour, minute, second))
        );
    }

    private IEnumerable<LocalTime> Times(LocalTime start)
    {
        IReadOnlyList<int> hours = _rule.Hours.Count > 0 ? _rule.Hours : [start.Hour];
        IReadOnlyList<int> minutes = _rule.Minutes.Count > 0 ? _rule.Minutes : [start.Minute];
        return hours.SelectMany(hour =>
            minutes.SelectMany(minute =>
                Seconds(start.Second).Select(second => new LocalTime(hour, minute, second))
            )
        );
    }

    /// <summary>A leap second is the one before it: no clock here shows it.</summary>
    private IReadOnlyList<int> Seconds(int start) =>
        _rule.Seconds.Count > 0
            ? [.. _rule.Seconds.Select(second => Math.Min(second, 59)).Distinct()]
            : [start];
}
