using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>The keys about public and school holidays: those of the territory, and those of a series.</summary>
internal static class DaysOffRecord
{
    public static readonly ChoiceShape<DayOff> Choice = new(
        (DayOff.Keep, ["garder", "gardé"]),
        (DayOff.Skip, ["sauter", "sauté", "annuler"]),
        (DayOff.NextWeek, ["semaine-suivante", "la semaine suivante"]),
        (DayOff.NextWorkingDay, ["jour-ouvré-suivant", "le jour ouvré suivant"]),
        (DayOff.PreviousWorkingDay, ["jour-ouvré-précédent", "le jour ouvré précédent"])
    );

    public static readonly Key<DayOff> Holidays = new(
        "fériés",
        Choice,
        new Text(
            "une rencontre qui tombe un jour férié : garder (par défaut), sauter, semaine-suivante, jour-ouvré-suivant ou jour-ouvré-précédent.",
            "a meeting on a public holiday: garder (keep, the default), sauter (skip), semaine-suivante (next week), jour-ouvré-suivant or jour-ouvré-précédent (next or previous working day)."
        )
    )
    {
        Aliases = ["férié"],
    };

    public static readonly Key<DayOff> Vacations = new(
        "vacances",
        Choice,
        new Text(
            "une rencontre qui tombe dans les vacances scolaires : les mêmes choix ; demande « vacances-scolaires » en haut du fichier.",
            "a meeting in school holidays: the same choices; needs 'vacances-scolaires' at the top of the file."
        )
    );

    public static readonly Key<HolidayRegion> Region = new(
        "jours-fériés",
        new ChoiceShape<HolidayRegion>(
            (HolidayRegion.Metropole, ["métropole"]),
            (HolidayRegion.AlsaceMoselle, ["alsace-moselle"]),
            (HolidayRegion.Guadeloupe, ["guadeloupe"]),
            (HolidayRegion.Martinique, ["martinique"]),
            (HolidayRegion.Guyane, ["guyane"]),
            (HolidayRegion.Reunion, ["la-réunion", "réunion"]),
            (HolidayRegion.Mayotte, ["mayotte"]),
            (HolidayRegion.SaintBarthelemy, ["saint-barthélemy"]),
            (HolidayRegion.SaintMartin, ["saint-martin"])
        ),
        new Text(
            "de quelle région sont les jours fériés ; métropole par défaut.",
            "of which region public holidays are; default métropole."
        )
    );

    public static readonly Key<IReadOnlyList<Located<string>>> SchoolCalendars = new(
        "vacances-scolaires",
        new ListShape<Located<string>>(new LocatedShape<string>(TextShape.Name)),
        new Text(
            "calendrier scolaire officiel, CSV ou ICS, à côté de ce fichier (data.education.gouv.fr, « Calendrier scolaire »).",
            "official school calendar, CSV or ICS, beside this file (data.education.gouv.fr, 'Calendrier scolaire')."
        )
    );

    public static readonly Key<string> SchoolZone = new(
        "zone-scolaire",
        TextShape.Name,
        new Text(
            "zone du calendrier scolaire : A, B, C, Corse, Guadeloupe…, ou une académie.",
            "zone of the school calendar: A, B, C, Corse, Guadeloupe…, or an académie."
        )
    );
}
