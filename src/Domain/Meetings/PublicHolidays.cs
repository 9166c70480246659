namespace Connector.Domain.Meetings;

/// <summary>
/// The public holidays of France: the eleven of Code du travail, L3133-1; those of Alsace and Moselle (L3134-13); and
/// overseas the day on which slavery was abolished there (L3422-2; days: décret 83-1003, as of décret 2012-553).
/// </summary>
public static class PublicHolidays
{
    /// <summary>The holiday's name; null for a day that is none.</summary>
    public static string? On(DateOnly day, HolidayRegion region) =>
        Fixed(day) ?? Movable(day) ?? OfRegion(day, region);

    /// <summary>All of a year with their names, in order.</summary>
    public static IEnumerable<(DateOnly Day, string Name)> Of(int year, HolidayRegion region)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (On(day, region) is { } name)
            {
                yield return (day, name);
            }
        }
    }

    /// <summary>Easter Sunday (Gregorian; Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var corrected = century - ((century + 8) / 25) + 1;
        var epact = ((19 * golden) + century - (century / 4) - (corrected / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static string? Fixed(DateOnly day) =>
        (day.Month, day.Day) switch
        {
            (1, 1) => "1er janvier",
            (5, 1) => "1er mai",
            (5, 8) => "8 mai",
            (7, 14) => "14 juillet",
            (8, 15) => "Assomption",
            (11, 1) => "Toussaint",
            (11, 11) => "11 novembre",
            (12, 25) => "Noël",
            _ => null,
        };

    private static string? Movable(DateOnly day) =>
        (day.DayNumber - Easter(day.Year).DayNumber) switch
        {
            1 => "lundi de Pâques",
            39 => "Ascension",
            50 => "lundi de Pentecôte",
            _ => null,
        };

    private static string? OfRegion(DateOnly day, HolidayRegion region) =>
        (region, day.Month, day.Day) switch
        {
            (HolidayRegion.AlsaceMoselle, 12, 26) => "26 décembre",
            (HolidayRegion.AlsaceMoselle, _, _) when Easter(day.Year).AddDays(-2) == day => "Vendredi saint",


            (HolidayRegion.Mayotte, 4, 27)
            or
            (HolidayRegion.Martinique, 5, 22)
            or
            (HolidayRegion.Guadeloupe, 5, 27)
            or
            (HolidayRegion.SaintMartin, 5, 28)
            or
            (HolidayRegion.Guyane, 6, 10)
            or
            (HolidayRegion.SaintBarthelemy, 10, 9)
            or (HolidayRegion.Reunion, 12, 20) => "abolition de l'esclavage",
            _ => null,
        };
}
