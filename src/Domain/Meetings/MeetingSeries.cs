namespace Connector.Domain.Meetings;

/// <summary>Meetings to work, and convivial times to get to know each other: the method wants both.</summary>
public enum MeetingKind
{
    /// <summary>« travail »</summary>
    Work,

    /// <summary>« convivial »</summary>
    Convivial,
}

/// <summary>A habit of meeting: « premier jeudi du mois, 14 h, deux heures ». Times are local to the territory.</summary>
public sealed record MeetingSeries
{
    /// <summary>Stable identifier within its group; with the group's it makes the event's UID.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public MeetingKind Kind { get; init; } = MeetingKind.Work;

    /// <summary>RFC 5545 RRULE value without its name: <c>FREQ=MONTHLY;BYDAY=1TH</c>. Empty for a single meeting.</summary>
    public required string Rule { get; init; }

    /// <summary>First day on which the rule may fall; the first meeting is the first match from here on.</summary>
    public required DateOnly From { get; init; }

    public required TimeOnly Time { get; init; }

    public required TimeSpan Duration { get; init; }

    public string Place { get; init; } = "";

    /// <summary>How to get in: « sonner à l'accueil, 2e étage, ascenseur ».</summary>
    public string Access { get; init; } = "";

    /// <summary>Where the place is, WGS 84; null when nobody said.</summary>
    public GeoPoint? Coordinates { get; init; }

    /// <summary>Address of the video conference; null for none.</summary>
    public Uri? Video { get; init; }

    /// <summary>Where the agenda is written; null for none.</summary>
    public Uri? AgendaLink { get; init; }

    /// <summary>How long before the start phones remind, the longest first.</summary>
    public IReadOnlyList<TimeSpan> Reminders { get; init; } = [];

    /// <summary>« fériés »: what becomes of a meeting on a public holiday.</summary>
    public DayOff Holidays { get; init; } = DayOff.Keep;

    /// <summary>« vacances »: what becomes of a meeting in school holidays.</summary>
    public DayOff Vacations { get; init; } = DayOff.Keep;

    /// <summary>Whether days off change anything.</summary>
    public bool GivesWay => Holidays != DayOff.Keep || Vacations != DayOff.Keep;

    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>Days of the series on which there is no meeting.</summary>
    public IReadOnlyList<DateOnly> Exceptions { get; init; } = [];
}

/// <summary>Degrees, WGS 84.</summary>
public sealed record GeoPoint(double Latitude, double Longitude);
