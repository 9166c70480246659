using Connector.Domain.Meetings;

namespace Connector.Domain.Tests.Meetings;

public sealed class RhythmTests
{
    [TestCase("", "une seule fois")]
    [TestCase("FREQ=WEEKLY;BYDAY=TH", "tous les jeudis")]
    [TestCase("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "un mardi sur deux")]
    [TestCase("FREQ=MONTHLY;BYDAY=1TH", "premier jeudi du mois")]
    [TestCase(
        "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=3,6,9,12",
        "dernier vendredi de mars, juin, septembre et décembre"
    )]
    [TestCase(
        "FREQ=MONTHLY;BYDAY=1TH;BYMONTH=1,2,3,4,5,6,7,9,10,11,12",
        "premier jeudi du mois, sauf en août"
    )]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=15", "le 15 de chaque mois")]
    [TestCase("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "le 1er mars")]
    [TestCase(
        "FREQ=MONTHLY;BYMONTHDAY=15,16,17;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        "le 15 de chaque mois, ou le jour ouvré suivant"
    )]
    [TestCase(
        "FREQ=MONTHLY;BYMONTHDAY=-3,-2,-1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "le dernier jour du mois, ou le jour ouvré précédent"
    )]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "dernier jour ouvré du mois")]
    [TestCase("FREQ=DAILY", null)]
    [TestCase("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", null)]
    public void A_rule_is_said_in_words_or_not_at_all(string rule, string? words) =>
        Assert.That(Rhythm.Of(rule), Is.EqualTo(words));
}
