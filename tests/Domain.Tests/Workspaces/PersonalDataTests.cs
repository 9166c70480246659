using Connector.Domain.Territories;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>What tells something of somebody, however it is written.</summary>
public sealed class PersonalDataTests
{
    private static readonly PersonalData People = new(
        Some.Territory() with
        {
            People =
            [
                new() { Id = "ines", Name = "Inès Le Goff" },
                new() { Id = "noe", Name = "Noé D'Almeida" },
                new() { Id = "anne", Name = "Anne-Lise Péré" },
            ],
            Organisations =
            [
                new()
                {
                    Id = "ccas",
                    Name = "CCAS",
                    Telephone = "3960",
                },
            ],
        }
    );

    [TestCase("Voir Inès Le Goff", "Voir […]")]
    [TestCase("LE GOFF Ines, à 14 h", "[…], à 14 h")]
    [TestCase("ines.le-goff", "[…]")]
    [TestCase("avec Noé D’Almeida.", "avec […].")]
    [TestCase("Anne\u2010Lise", "Anne\u2010Lise")]
    [TestCase("pere anne lise", "[…]")]
    [TestCase("écrire à quelqu-un+tri@exemple.fr !", "écrire à […] !")]
    [TestCase("<mailto:a@b.example>", "<mailto:[…]>")]
    [TestCase("06 12 34 56 78", "[…]")]
    [TestCase("Tél. 05.53.00.00.00.", "Tél. […].")]
    [TestCase("+33 (0)6 12 34 56 78", "[…]")]
    [TestCase("0033612345678", "[…]")]
    [TestCase("+262 692 12 34 56", "[…]")]
    [TestCase("au 39 60", "au […]")]
    public void It_is_found_and_taken_out(string words, string masked) =>
        Assert.That(People.Mask(words), Is.EqualTo(masked));

    [TestCase("Comité de suivi du 03/12/2026, 14 h 00 – 16 h 00")]
    [TestCase("Salle 12, 24200 Sarlat")]
    [TestCase("https://nuage.example/index.php/f/1234567")]
    [TestCase("SIRET 21050006200015")]
    [TestCase("Le goffre d'Inès")]
    [TestCase("")]
    public void What_tells_of_nobody_stays(string words)
    {
        Assert.That(People.IsIn(words), Is.False);
        Assert.That(People.Mask(words), Is.SameAs(words));
    }

    [TestCase("Inès Le Goff.perso@exemple.fr")]
    [TestCase("ines.le-goff@exemple.fr")]
    public void What_overlaps_is_taken_out_as_one(string words) =>
        Assert.That(People.Mask($"à {words} !"), Is.EqualTo("à […] !"));

    [Test]
    public void Thousands_of_people_take_no_longer_than_one_does_at_each_word()
    {
        var people = new PersonalData(
            Some.Territory() with
            {
                People =
                [
                    .. Enumerable
                        .Range(1, 5_000)
                        .Select(n => new Person
                        {
                            Id = $"p{n}",
                            Name = $"Marie-Françoise de Saint-Exupère {n}",
                        }),
                ],
            }
        );
        var text = string.Join(' ', Enumerable.Repeat("Marie et Françoise parlent de Saint-Aubin.", 2_000));
        Assert.That(people.Mask(text), Is.SameAs(text));
        Assert.That(people.Mask($"{text} marie francoise DE saint exupere 4999"), Is.EqualTo($"{text} […]"));
    }

    [Test]
    public void A_text_with_separate_accents_is_read_as_one_with_composed_ones() =>
        Assert.That(People.Mask("Avec Ine\u0300s Le Goff"), Is.EqualTo("Avec […]"));

    [TestCase("Café avec LE GOFF Inès, ines.le-goff et Inès", "Café avec […], […] et Inès")]
    [TestCase("Voir Noé D'Almeida", "Voir Noé D'Almeida")]
    public void Somebody_who_was_erased_is_known_by_a_fingerprint_of_the_name(string words, string masked)
    {
        var erased = new HashSet<string> { ErasedName.Fingerprint("Inès Le Goff")! };
        var nobody = new PersonalData(Some.Territory() with { People = [] }, erased);
        Assert.That(nobody.Mask(words), Is.EqualTo(masked));
        Assert.That(nobody.IsIn(words), Is.EqualTo(masked != words));
    }

    [TestCase("Voir Inès Testard", true)]
    [TestCase("testard ines", true)]
    [TestCase("account:zoe", true)]
    [TestCase("Zoé Exupère et zoe", false)]
    [TestCase("i.testard@exemple.fr", true)]
    [TestCase("xi.testard@exemple.fr", false)]
    [TestCase("07.88.99.00.11", true)]
    [TestCase("+33 (0)7 88 99 00 11", true)]
    [TestCase("06 12 34 56 78", false)]
    public void One_person_alone_is_found_and_nobody_of_a_like_name(string words, bool found)
    {
        var person = new Person
        {
            Id = "zoe",
            Name = "Inès Testard",
            Email = "i.testard@exemple.fr",
            Telephone = "07 88 99 00 11",
        };
        Assert.That(PersonalData.About(person).IsIn(words), Is.EqualTo(found));
    }

    [Test]
    public void Nothing_is_about_somebody_of_whom_nothing_is_known() =>
        Assert.That(PersonalData.About(new Person { Id = "", Name = "Inès" }).IsIn("Inès"), Is.False);
}
