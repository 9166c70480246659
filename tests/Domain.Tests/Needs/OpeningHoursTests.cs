using Connector.Domain.Needs;

namespace Connector.Domain.Tests.Needs;

internal sealed class OpeningHoursTests
{
    [TestCase("Mo-Fr 08:00-12:15,13:15-16:30", false, false)]
    [TestCase("Mo-Fr 09:00-12:00; Sa 09:00-12:00", false, true)]
    [TestCase("Mo-Fr 09:00-12:00, Sa 09:00-12:00", false, true)]
    [TestCase("Mo,We,Fr 09:00-12:00,14:00-18:00", false, false)]
    [TestCase("Mo,We,Fr 09:00-12:00,14:00-18:01", true, false)]
    [TestCase("Th 17:00-20:00", true, false)]
    [TestCase("Fr-Mo 10:00-12:00", false, true)]
    [TestCase("Mo-Sa 10:00-19:00; Sa off", true, false)]
    [TestCase("Mo-Su 10:00-12:00; PH off", false, true)]
    [TestCase("24/7", true, true)]
    [TestCase("09:00-18:00", false, true)]
    [TestCase("Fr 20:00-02:00", true, false)]
    [TestCase("Mo-Fr: 9:00-12:00", false, false)]
    public void Evenings_and_Saturdays_are_read(string words, bool evening, bool saturday)
    {
        var week = OpeningHours.Read(words);
        Assert.That((week?.InTheEvening, week?.OnSaturday), Is.EqualTo(((bool?)evening, (bool?)saturday)));
    }

    [TestCase("")]
    [TestCase("du lundi au vendredi")]
    [TestCase("Mo-Fr")]
    [TestCase("Mo-Fr 09:00+")]
    [TestCase("Mo-Fr 09:00-25:00")]
    [TestCase("Mo-Fr 09:00-12:60")]
    [TestCase("Jan-Mar Mo 09:00-12:00")]
    [TestCase("week 1-53/2 Mo 09:00-12:00")]
    [TestCase("Mo[1] 09:00-12:00")]
    [TestCase("Mo-Fr sunrise-sunset")]
    [TestCase("Mo-Fr 09:00-12:00 \"sur rendez-vous\"")]
    [TestCase("Mo-Fr 09:00-12:00 || \"sur rendez-vous\"")]
    [TestCase("SH Mo-Fr 09:00-12:00")]
    [TestCase("Mo-Fr 09:00-12:00; 14:00-18:00")]
    [TestCase("2026 Dec 24 off")]
    public void What_means_more_is_not_guessed(string words) =>
        Assert.That(OpeningHours.Read(words), Is.Null);

    [Test]
    public void A_later_rule_takes_the_place_of_an_earlier_one_and_a_comma_adds()
    {
        var over = OpeningHours.Read("Mo-Fr 09:00-12:00; We 14:00-16:00")!;
        var added = OpeningHours.Read("Mo-Fr 09:00-12:00, We 14:00-16:00")!;
        Assert.That(over.On(DayOfWeek.Wednesday), Is.EqualTo(new[] { new OpeningSpan(840, 960) }));
        Assert.That(over.On(DayOfWeek.Tuesday), Is.EqualTo(new[] { new OpeningSpan(540, 720) }));
        Assert.That(added.On(DayOfWeek.Wednesday), Has.Count.EqualTo(2));
        Assert.That(over.On(DayOfWeek.Sunday), Is.Empty);
    }

    [TestCase("Mo-Fr 08:00-12:15,13:15-16:30", "lundi au vendredi 8 h–12 h 15 et 13 h 15–16 h 30")]
    [TestCase(
        "Tu,Th 09:00-12:00; Sa,Su 10:00-12:00",
        "mardi 9 h–12 h ; jeudi 9 h–12 h ; samedi et dimanche 10 h–12 h"
    )]
    [TestCase("24/7", "tous les jours 24 h sur 24")]
    [TestCase("Fr 20:00-02:00", "vendredi 20 h–2 h")]
    [TestCase("Sa 14:00-24:00", "samedi 14 h–24 h")]
    [TestCase("Mo-Su off", "fermé")]
    [TestCase("sur rendez-vous", "sur rendez-vous")]
    public void Hours_are_said_as_people_say_them(string words, string expected) =>
        Assert.That(OpeningWords.Of(words).Replace('\u00a0', ' '), Is.EqualTo(expected));
}
