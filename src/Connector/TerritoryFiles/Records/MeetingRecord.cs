using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>A series as written; null when a key without which it means nothing was wrong.</summary>
internal sealed record MeetingDraft(
    Located<string> Id,
    MeetingSeries? Series,
    IReadOnlyList<Located<DateOnly>> Exceptions
)
{
    /// <summary>Where the series says that it gives way to school holidays; null when it does not.</summary>
    public SourcePlace? NeedsSchoolCalendar { get; init; }
}

/// <summary>« rencontres »: the keys of one series.</summary>
internal static class MeetingRecord
{
    public static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Plain),
        new Text(
            "identifiant stable : le changer ferait une autre rencontre dans les agendas.",
            "stable identifier: changing it would make another meeting in the calendars."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> Title = new(
        "titre",
        TextShape.Name,
        new Text("titre de la rencontre, tel que dans l'agenda.", "title of the meeting, as in the calendar.")
    )
    {
        IsRequired = true,
        Aliases = ["nom"],
    };

    public static readonly Key<MeetingKind> Kind = new(
        "genre",
        new ChoiceShape<MeetingKind>(
            (MeetingKind.Work, ["travail"]),
            (MeetingKind.Convivial, ["convivial", "conviviale", "convivialité"])
        ),
        new Text("travail (par défaut) ou convivial.", "travail (default) or convivial.")
    )
    {
        Aliases = ["type"],
    };

    public static readonly Key<string> Rule = new(
        "règle",
        new RuleShape(),
        new Text(
            "quand : « premier jeudi du mois », « tous les mardis de 14 h à 16 h », « une seule fois », ou une règle RRULE.",
            "when: 'premier jeudi du mois', 'tous les mardis de 14 h à 16 h', 'une seule fois', or an RRULE."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<DateOnly> From = new(
        "début",
        Moments.Date,
        new Text(
            "première date possible ; la première rencontre est la première qui suit la règle.",
            "first possible day; the first meeting is the first that follows the rule."
        )
    )
    {
        IsRequired = true,
    };

    public static readonly Key<TimeOnly> Time = new(
        "heure",
        Moments.Time,
        new Text("heure locale de début : 14:30 ou 14 h 30.", "local starting time: 14:30 or 14 h 30.")
    );

    public static readonly Key<TimeSpan> Duration = new(
        "durée",
        Moments.Duration,
        new Text("2 h, 1h30 ou 90 min.", "2 h, 1h30 or 90 min.")
    );

    public static readonly Key<string> Location = new(
        "lieu",
        TextShape.Line,
        new Text("où l'on se retrouve.", "where people meet.")
    );

    public static readonly Key<IReadOnlyList<string>> Agenda = new(
        "ordre-du-jour",
        new ListShape<string>(TextShape.Line),
        new Text("points habituels, dans l'ordre.", "usual items, in order.")
    );

    public static readonly Key<IReadOnlyList<Located<DateOnly>>> Exceptions = new(
        "exceptions",
        new ListShape<Located<DateOnly>>(new LocatedShape<DateOnly>(Moments.Date)),
        new Text("dates de la série sans rencontre.", "days of the series without a meeting.")
    );

    public static readonly Key<string> Access = new(
        "accès",
        TextShape.Line,
        new Text("comment entrer : étage, code, stationnement.", "how to get in: floor, code, parking.")
    );

    public static readonly Key<GeoPoint> Coordinates = new(
        "coordonnées",
        new GeoShape(),
        new Text(
            "position du lieu sur une carte : 45.1833, 0.7214.",
            "position of the place on a map: 45.1833, 0.7214."
        )
    );

    public static readonly Key<string> Video = new(
        "visio",
        Identifiers.WebAddress,
        new Text("adresse de la visioconférence.", "address of the video conference.")
    );

    public static readonly Key<string> AgendaLink = new(
        "lien-ordre-du-jour",
        Identifiers.WebAddress,
        new Text("adresse où l'ordre du jour s'écrit.", "address where the agenda is written.")
    );

    public static readonly Key<IReadOnlyList<TimeSpan>> Reminders = new(
        "rappels",
        new ListShape<TimeSpan>(new ReminderShape()),
        new Text(
            "quand les téléphones rappellent la rencontre : la veille, 1 h.",
            "when phones remind of the meeting: la veille, 1 h."
        )
    )
    {
        Aliases = ["rappel"],
    };

    public static readonly RecordShape<MeetingDraft> Shape = new(
        new Text("rencontre", "meeting"),
        () =>
            [
                Id,
                Title,
                Kind,
                Rule,
                From,
                Time,
                Duration,
                Location,
                Access,
                Coordinates,
                Video,
                AgendaLink,
                Agenda,
                Reminders,
                DaysOffRecord.Holidays,
                DaysOffRecord.Vacations,
                Exceptions,
            ],
        MeetingBuild.Build
    );
}
