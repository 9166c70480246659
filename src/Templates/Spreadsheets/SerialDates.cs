namespace Connector.Templates.Spreadsheets;

/// <summary>
/// Dates as spreadsheets count them (ISO/IEC 29500-1, 18.17.4.1): days since 30 December 1899, or since 1 January 1904 in
/// workbooks that come from old Macs.
/// </summary>
internal static class SerialDates
{
    /// <summary>What a time without a day is given as.</summary>
    internal static readonly DateTime DayZero = new(1899, 12, 30);

    /// <summary>The 1900 system counts a 29 February 1900 that never was: day 60.</summary>
    private const double FalseLeapDay = 60;

    /// <summary>31 December 9999.</summary>
    private const double LastDay = 2_958_465;

    internal const double DaysTo1904 = 1_462;

    /// <summary>Null when the number is no date that exists.</summary>
    internal static DateTime? Moment(double serial, bool is1904)
    {
        var days = is1904 ? serial + DaysTo1904 : serial;
        if (!(days >= 0 && days < LastDay + 1) || (is1904 && serial < 0))
        {
            return null;
        }

        // A time alone is day 0 in both systems.
        if (serial < 1)
        {
            return DayZero.AddSeconds(Math.Round(serial * 86_400));
        }

        var whole = Math.Floor(days);
        if (whole == FalseLeapDay)
        {
            return null;
        }

        var day = DayZero.AddDays(whole < FalseLeapDay ? whole + 1 : whole);
        var seconds = Math.Round((days - whole) * 86_400);
        return day == DateTime.MaxValue.Date && seconds >= 86_400 ? null : day.AddSeconds(seconds);
    }

    /// <summary>In the 1900 system; null before 1 March 1900, where programs disagree.</summary>
    internal static double? Serial(DateTime moment)
    {
        var days = (moment - DayZero).TotalDays;
        return days > FalseLeapDay || moment.Date == DayZero ? days : null;
    }
}
