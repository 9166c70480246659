using System.Globalization;

namespace Connector.Templates.Spreadsheets;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    Empty,
    Text,
    Number,

    /// <summary>A day, with or without a time, or a time alone (then on 30 December 1899, day 0).</summary>
    Date,
    Boolean,

    /// <summary><c>#REF!</c>, <c>#N/A</c> …: the spreadsheet could not compute it.</summary>
    Error,
}

/// <summary>One cell: its value, and the words for it.</summary>
public sealed record SheetCell
{
    private const string IsoDay = "yyyy-MM-dd";

    private SheetCell(CellKind kind, string words) => (Kind, Words) = (kind, words);

    public static SheetCell Empty { get; } = new(CellKind.Empty, "");

    public CellKind Kind { get; }

    /// <summary>
    /// Text as it stands; <c>2026-12-03</c>, <c>2026-12-03 14:00</c> or <c>14:00</c>; digits with a point and without
    /// exponent; <c>oui</c> or <c>non</c>; the name of an error.
    /// </summary>
    public string Words { get; }

    /// <summary>Whether a formula gives the value.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Null unless <see cref="Kind"/> is Number.</summary>
    public double? Number { get; private init; }

    /// <summary>Null unless <see cref="Kind"/> is Date.</summary>
    public DateTime? Moment { get; private init; }

    public static implicit operator SheetCell(string? words) => Of(words);

    public static SheetCell Of(string? words) =>
        string.IsNullOrEmpty(words) ? Empty : new SheetCell(CellKind.Text, words);

    public static SheetCell Of(DateOnly? day) =>
        day is { } date ? Of(date.ToDateTime(TimeOnly.MinValue)) : Empty;

    public static SheetCell Of(DateTime moment) =>
        new(CellKind.Date, Told(moment)) { Moment = DateTime.SpecifyKind(moment, DateTimeKind.Unspecified) };

    public static SheetCell Of(double number) => Of(number, Digits(number));

    public static SheetCell Of(bool answer) => new(CellKind.Boolean, answer ? "oui" : "non");

    public static SheetCell Error(string name) => new(CellKind.Error, name);

    /// <summary>A number that keeps the digits that the file has for it: a SIRET has 14, all of which count.</summary>
    internal static SheetCell Of(double number, string digits) =>
        new(CellKind.Number, digits) { Number = number };

    /// <summary>Fifteen significant digits, as spreadsheets show; without exponent where that is possible.</summary>
    internal static string Digits(double number)
    {
        var words = number.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : words;
    }

    private static string Told(DateTime moment)
    {
        var time = moment.Second == 0 ? "HH:mm" : "HH:mm:ss";
        var format =
            moment.Date == SerialDates.DayZero ? time
            : moment.TimeOfDay == TimeSpan.Zero ? IsoDay
            : $"{IsoDay} {time}";
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }
}
