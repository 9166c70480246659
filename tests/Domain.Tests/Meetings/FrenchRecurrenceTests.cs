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

    [TestCase("")]
    [TestCase("premier jeudi")]
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
