namespace Connector.Domain.Meetings;

/// <summary>One occurrence of a series, as days off leave it.</summary>
/// <param name="Original">The day that the rule gives.</param>
/// <param name="Day">The day on which people meet; null when they do not.</param>
/// <param name="Why">The day off that it gives way to; null where the territory file leaves it out, or nothing does.</param>
public sealed record PlannedDay(DateOnly Original, DateOnly? Day, string? Why)
{
    public bool IsMoved => Day is { } day && day != Original;
}

/// <summary>Gives way to public and school holidays, as each series says. Pure: the same days give the same plan.</summary>
public static class SeriesPlan
{
    /// <summary>How far a meeting is looked a free day for: the summer holidays are nine weeks long.</summary>
    public const int FarthestDays = 77;

    /// <param name="series">Whose rule.</param>
    /// <param name="off">The territory's days off.</param>
    /// <param name="days">The days that the rule gives, in order, with some before and after those that are wanted.</param>
    public static IReadOnlyList<PlannedDay> Of(
        MeetingSeries series,
        DaysOff off,
        IReadOnlyList<DateOnly> days
    )
    {
        var taken = days.ToHashSet();
        var planned = new List<PlannedDay>(days.Count);
        foreach (var day in days)
        {
            planned.Add(Plan(series, off, day, taken));
        }

        return planned;
    }

    private static PlannedDay Plan(MeetingSeries series, DaysOff off, DateOnly day, HashSet<DateOnly> taken)
    {
        if (series.Exceptions.Contains(day))
        {
            return new PlannedDay(day, null, null);
        }

        if (Reason(series, off, day) is not { } reason)
        {
            return new PlannedDay(day, day, null);
        }

        var step = reason.Choice switch
        {
            DayOff.NextWeek => 7,
            DayOff.NextWorkingDay => 1,
            DayOff.PreviousWorkingDay => -1,
            _ => 0,
        };
        for (var to = day.AddDays(step); Far(to, day) is > 0 and <= FarthestDays; to = to.AddDays(step))
        {
            if (
                series.Exceptions.Contains(to)
                || Reason(series, off, to) is not null
                || !IsWorkday(to, off, step)
            )
            {
                continue;
            }

            // People meet on that day anyway: two meetings of one series on one day are one too many.
            return new PlannedDay(day, taken.Add(to) ? to : null, reason.Name);
        }

        return new PlannedDay(day, null, reason.Name);
    }

    private static int Far(DateOnly to, DateOnly day) => Math.Abs(to.DayNumber - day.DayNumber);

    /// <summary>A public holiday decides before school holidays do.</summary>
    private static (DayOff Choice, string Name)? Reason(MeetingSeries series, DaysOff off, DateOnly day) =>
        series.Holidays != DayOff.Keep && off.HolidayOn(day) is { } holiday ? (series.Holidays, holiday)
        : series.Vacations != DayOff.Keep && off.VacationOn(day) is { } vacation
            ? (series.Vacations, vacation.Name)
        : null;

    private static bool IsWorkday(DateOnly day, DaysOff off, int step) =>
        step is not (1 or -1)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && off.HolidayOn(day) is null);
}
