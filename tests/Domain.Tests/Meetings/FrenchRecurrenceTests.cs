using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

internal sealed class FrenchRecurrenceTests
{
    [TestCase("premier jeudi du mois", "FREQ=MONTHLY;BYDAY=1TH")]
    [TestCase("Le 1er jeudi du mois", "FREQ=MONTHLY;BYDAY=1TH")]
    [TestCase("deuxième mardi de chaque mois", "FREQ=MONTHLY;BYDAY=2TU")]
    [TestCase("2e mardi de chaque mois", "FREQ=MONTHLY;BYDAY=2TU")]
    [TestCase("chaque mois le premier lundi", "FREQ=MONTHLY;BYDAY=1MO")]
    [TestCase("1er et 3e mercredis du mois", "FREQ=MONTHLY;BYDAY=1WE,3WE")]
    [TestCase("avant-dernier jeudi du mois", "FREQ=MONTHLY;BYDAY=-2TH")]
    [TestCase("premier jeudi tous les deux mois", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH")]
    [TestCase("premier jeudi un mois sur deux", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH")]
    [TestCase("dernier vendredi du trimestre", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR")]
    [TestCase("premier lundi du semestre", "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO")]
    [TestCase("tous les jeudis", "FREQ=WEEKLY;BYDAY=TH")]
    [TestCase("tous les lundis et jeudis", "FREQ=WEEKLY;BYDAY=MO,TH")]
    [TestCase("chaque semaine le lundi", "FREQ=WEEKLY;BYDAY=MO")]
    [TestCase("tous les deux mardis", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [TestCase("un mardi sur deux", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [TestCase("une semaine sur deux le mardi", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [TestCase("le mardi toutes les trois semaines", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU")]
    [TestCase("tous les quinze jours le vendredi", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")]
    [TestCase("le 15 de chaque mois", "FREQ=MONTHLY;BYMONTHDAY=15")]
    [TestCase("le 1er et le 15 du mois", "FREQ=MONTHLY;BYMONTHDAY=1,15")]
    [TestCase("le dernier jour du mois", "FREQ=MONTHLY;BYMONTHDAY=-1")]
    [TestCase("tous les ans le 21 mars", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21")]
    [TestCase("le 1er août chaque année", "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1")]
    [TestCase("premier lundi de mars, juin, septembre et décembre", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=1MO")]
    [TestCase("premier lundi d’août", "FREQ=YEARLY;BYMONTH=8;BYDAY=1MO")]
    [TestCase(
        "premier jeudi du mois sauf en juillet et août",
        "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=1TH"
    )]
    [TestCase("tous les jeudis jusqu'au 30 juin 2027", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630")]
    [TestCase("tous les jeudis, jusqu’en juin 2027", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630")]
    [TestCase("une seule fois", "")]
    [TestCase("RRULE:freq=monthly;byday=1th", "FREQ=MONTHLY;BYDAY=1TH")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10")]
    public void Words_become_a_rule(string words, string rule)
    {
        var reading = FrenchRecurrence.Parse(words);
        Assert.That(reading.Problem?.Message.French, Is.Null);
        Assert.That(reading.Rule, Is.EqualTo(rule));
    }

    [TestCase(
        "le 15 de chaque mois, ou le jour ouvré suivant",
        "FREQ=MONTHLY;BYMONTHDAY=15,16,17;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"
    )]
    [TestCase(
        "le 1er du mois sinon le premier jour ouvrable suivant",
        "FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"
    )]
    [TestCase(
        "le 28 de chaque mois, ou le jour ouvré précédent",
        "FREQ=MONTHLY;BYMONTHDAY=26,27,28;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    )]
    [TestCase(
        "le dernier jour du mois, ou le jour ouvré précédent",
        "FREQ=MONTHLY;BYMONTHDAY=-3,-2,-1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    )]
    [TestCase(
        "tous les ans le 21 mars, ou le jour ouvré suivant",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21,22,23;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"
    )]
    [TestCase("dernier jour ouvré du mois", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")]
    [TestCase("premier lundi du mois, ou le jour ouvré suivant", "FREQ=MONTHLY;BYDAY=1MO")]
    [TestCase("tous les mardis sauf jours fériés et vacances scolaires", "FREQ=WEEKLY;BYDAY=TU")]
    [TestCase(
        "tous les mardis, hors vacances scolaires, sauf en août, jusqu'au 30 juin 2027",
        "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TU;UNTIL=20270630"
    )]
    [TestCase("premier jeudi du mois à 14 h", "FREQ=MONTHLY;BYDAY=1TH")]
    public void Words_about_working_days_and_times_become_a_rule(string words, string rule) =>
        Words_become_a_rule(words, rule);

    [TestCase("premier jeudi du mois à 14 h", "14:00", null)]
    [TestCase("premier jeudi du mois à 14h30", "14:30", null)]
    [TestCase("premier jeudi du mois à 14:30, pendant 2 h", "14:30", "02:00")]
    [TestCase("tous les deux mardis de 9 h 30 à midi", "09:30", "02:30")]
    [TestCase("tous les mardis de quatorze heures à seize heures", "14:00", "02:00")]
    [TestCase("tous les mardis, à deux heures de l'après-midi, durée 1 h 30", "14:00", "01:30")]
    [TestCase("à 18 h, tous les mardis pendant une heure et demie sauf en août", "18:00", "01:30")]
    [TestCase("tous les mardis à midi pendant 45 minutes", "12:00", "00:45")]
    [TestCase("tous les mardis", null, null)]
    [TestCase("une seule fois, de 14 h à 17 h", "14:00", "03:00")]
    public void Words_tell_the_time_and_how_long(string words, string? time, string? duration)
    {
        var reading = FrenchRecurrence.Parse(words);
        Assert.That(reading.Problem?.Message.French, Is.Null);
        Assert.That(
            reading.Time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            Is.EqualTo(time)
        );
        Assert.That(
            reading.Duration?.ToString("hh\\:mm", System.Globalization.CultureInfo.InvariantCulture),
            Is.EqualTo(duration)
        );
    }

    [TestCase("tous les mardis sauf jours fériés", DayOff.Skip, null)]
    [TestCase("tous les mardis hors vacances scolaires", null, DayOff.Skip)]
    [TestCase("tous les mardis, sauf pendant les vacances et les jours fériés", DayOff.Skip, DayOff.Skip)]
    [TestCase("le 15 de chaque mois, ou le jour ouvré suivant", DayOff.NextWorkingDay, null)]
    [TestCase("tous les mardis", null, null)]
    public void Words_tell_what_days_off_do(string words, DayOff? holidays, DayOff? vacations)
    {
        var reading = FrenchRecurrence.Parse(words);
        Assert.That((reading.Holidays, reading.Vacations), Is.EqualTo((holidays, vacations)));
    }

    [Test]
    public void The_first_days_are_shown_without_a_calendar_library() =>
        Assert.That(
            FrenchRecurrence
                .Parse("le 15 de chaque mois, ou le jour ouvré suivant")
                .Days(new DateOnly(2026, 8, 1))
                .Take(5),
            Is.EqualTo(
                new DateOnly[]
                {
                    new(2026, 8, 17),
                    new(2026, 9, 15),
                    new(2026, 10, 15),
                    new(2026, 11, 16),
                    new(2026, 12, 15),
                }
            )
        );

    [TestCase("")]
    [TestCase("premier jeudi")]
    [TestCase("premier jeudi du mois à 25 h")]
    [TestCase("tous les mardis de 16 h à 14 h")]
    [TestCase("le 27 de chaque mois, ou le jour ouvré suivant")]
    [TestCase("le 1er et le 15 du mois, ou le jour ouvré suivant")]
    [TestCase("deux mardis par mois")]
    [TestCase("sixième mardi du mois")]
    [TestCase("cinquième mardi du trimestre")]
    [TestCase("le 31 de chaque mois")]
    [TestCase("le 0 de chaque mois")]
    [TestCase("tous les ans le 30 février")]
    [TestCase("premier lundi de mars sauf en mars")]
    [TestCase("tous les jeudis jusqu'au 31 juin 2027")]
    [TestCase("tous les 999999999999 mardis")]
    [TestCase("every first thursday")]
    [TestCase("FREQ=SECONDLY")]
    [TestCase("FREQ=MONTHLY;BYDAY=1XX")]
    [TestCase("FREQ=WEEKLY;BYDAY=1TH")]
    [TestCase("FREQ=MONTHLY;FREQ=DAILY")]
    [TestCase("FREQ=MONTHLY;COUNT=2;UNTIL=20270101")]
    [TestCase("FREQ=MONTHLY;BYHOUR=3")]
    [TestCase("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31")]
    [TestCase("FREQ=MONTHLY\r\nATTENDEE:mailto:a@example.org")]
    [TestCase("RRULE:")]
    public void What_is_not_understood_is_explained_with_examples(string words)
    {
        var reading = FrenchRecurrence.Parse(words);
        Assert.That(reading.Rule, Is.Null);
        Assert.That(reading.Problem!.Code, Is.EqualTo("bad-rule"));
        Assert.That(reading.Problem.Remedy.French, Is.Not.Empty);
        Assert.That(reading.Problem.Remedy.English, Is.Not.EqualTo(reading.Problem.Remedy.French));
    }

    [Test]
    public void A_very_long_rule_is_refused_at_once() =>
        Assert.That(FrenchRecurrence.Parse(new string('é', 100_000)).Problem, Is.Not.Null);
}
