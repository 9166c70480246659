namespace Connector.Domain.Meetings;

/// <summary>School holidays, as the ministry's calendar names them.</summary>
/// <param name="Name">« Vacances de la Toussaint »</param>
/// <param name="From">First day without school.</param>
/// <param name="To">Last day without school, included.</param>
public sealed record SchoolHoliday(string Name, DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => day >= From && day <= To;
}

/// <summary>The days off of a territory.</summary>
public sealed record DaysOff
{
    /// <summary>Of metropolitan France, and no school holidays.</summary>
    public static readonly DaysOff Default = new();

    public HolidayRegion Region { get; init; } = HolidayRegion.Metropole;

    /// <summary>In order; empty when the territory file names no calendar of them.</summary>
    public IReadOnlyList<SchoolHoliday> Vacations { get; init; } = [];

    /// <summary>The last day that the school calendar tells of; null without one.</summary>
    public DateOnly? VacationsUntil => Vacations.Count == 0 ? null : Vacations.Max(vacation => vacation.To);

    public string? HolidayOn(DateOnly day) => PublicHolidays.On(day, Region);

    public SchoolHoliday? VacationOn(DateOnly day) =>
        Vacations.FirstOrDefault(vacation => vacation.Contains(day));

    /// <summary>Why a day is off: « 1er mai », « Vacances d'hiver »; null for an ordinary day.</summary>
    public string? NameOf(DateOnly day) => HolidayOn(day) ?? VacationOn(day)?.Name;
}
