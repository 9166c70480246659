using Connector.Domain.Directories;

namespace Connector.Domain.Tests.Directories;

internal sealed class PlaceReadingTests
{
    [TestCase("04 42 64 59 75", "+33442645975")]
    [TestCase("+33 (0)4.42.64.59.75", "+33442645975")]
    [TestCase("0033442645975", "+33442645975")]
    [TestCase("442645975", "+33442645975")]
    [TestCase("0262 41 10 00", "+262262411000")]
    [TestCase("0590-81-00-00", "+590590810000")]
    [TestCase("+687123456", "+687123456")]
    public void Telephone_numbers_have_one_form(string words, string number)
    {
        Assert.That(TelephoneNumber.Read(words), Is.EqualTo(number));
        Assert.That(TelephoneNumber.Read(number), Is.EqualTo(number), "read again");
    }

    [TestCase("3949")]
    [TestCase("04 42 64 59 75 / 06 12 34 56 78")]
    [TestCase("demander Paul")]
    [TestCase("")]
    [TestCase("++33")]
    public void What_is_no_number_is_not_made_one(string words) =>
        Assert.That(TelephoneNumber.Read(words), Is.Null);

    [TestCase(StandardColumn.PostalCode, "1990", "01990")]
    [TestCase(StandardColumn.PostalCode, "13100.0", "13100")]
    [TestCase(StandardColumn.PostalCode, "13 100", "13100")]
    [TestCase(StandardColumn.InseeCode, "2a004", "2A004")]
    [TestCase(StandardColumn.Pivot, "211 300 017 00012", "21130001700012")]
    [TestCase(StandardColumn.Pivot, "w131004321", "W131004321")]
    [TestCase(StandardColumn.Latitude, "43,5263", "43.5263")]
    [TestCase(StandardColumn.UpdatedOn, "31/01/2024", "2024-01-31")]
    [TestCase(StandardColumn.UpdatedOn, "2024-01-31T10:00:00Z", "2024-01-31")]
    [TestCase(StandardColumn.Emails, "a@b.fr; c@d.fr", "a@b.fr|c@d.fr")]
    [TestCase(StandardColumn.WebSite, "www.a.fr", "https://www.a.fr")]
    [TestCase(StandardColumn.Type, "pe;Asso", "FT|ASSO")]
    [TestCase(
        StandardColumn.Services,
        "aide aux demarches administratives ; LOISIRS et créations numériques",
        "Aide aux démarches administratives|Loisirs et créations numériques"
    )]
    [TestCase(
        StandardColumn.OpeningHours,
        "Mo-Fr 09:00-12:00; Sa 08:30-12:00",
        "Mo-Fr 09:00-12:00; Sa 08:30-12:00"
    )]
    public void Values_get_the_form_of_the_standard(StandardColumn column, string words, string value)
    {
        var read = Read((column, words));
        Assert.That(read.Place[column], Is.EqualTo(value));
        Assert.That(read.Doubts, Is.Empty);
        Assert.That(Read((column, value)).Place, Is.EqualTo(read.Place), "read again");
    }

    [TestCase(StandardColumn.Pivot, "2,113E+13", "bad-pivot")]
    [TestCase(StandardColumn.Pivot, "213000170", "bad-pivot")]
    [TestCase(StandardColumn.PostalCode, "131", "bad-code")]
    [TestCase(StandardColumn.Telephone, "3949", "bad-telephone")]
    [TestCase(StandardColumn.UpdatedOn, "31 février", "bad-day")]
    [TestCase(StandardColumn.Latitude, "143.5", "bad-coordinate")]
    [TestCase(StandardColumn.Services, "Coiffure", "unknown-choice")]
    public void Words_that_mean_nothing_to_the_standard_are_kept_and_told(
        StandardColumn column,
        string words,
        string code
    )
    {
        var read = Read((column, words));
        Assert.That(read.Place[column], Is.EqualTo(words));
        Assert.That(
            read.Doubts.Select(doubt => (doubt.Column, doubt.Code)),
            Is.EqualTo(new[] { (column, code) })
        );
    }

    [Test]
    public void A_file_from_before_version_1_is_read_in_the_words_of_today()
    {
        var read = Read(
            (
                StandardColumn.Services,
                "Prendre en main un ordinateur;Accéder à du matériel;Utiliser le numérique au quotidien"
            ),
            (StandardColumn.Audiences, "Seniors (+ 65 ans);Adultes;Surdité;Uniquement femmes"),
            (StandardColumn.Fees, "Gratuit : Je peux accéder gratuitement au lieu et à ses services"),
            (StandardColumn.NationalProgrammes, "CNFS;Fabriques de Territoire;French Tech"),
            (StandardColumn.SupportModes, "Seul : j'ai accès à du matériel et une connexion")
        );
        Assert.That(read.Doubts, Is.Empty);
        Assert.That(
            read.Place.List(StandardColumn.Services),
            Is.EqualTo(
                new[]
                {
                    "Maîtrise des outils numériques du quotidien",
                    "Accès internet et matériel informatique",
                }
            )
        );
        Assert.That(read.Place[StandardColumn.Audiences], Is.EqualTo("Seniors|Femmes"));
        Assert.That(read.Place[StandardColumn.SpecificSupport], Is.EqualTo("Surdité"));
        Assert.That(read.Place[StandardColumn.Fees], Is.EqualTo("Gratuit"));
        Assert.That(read.Place[StandardColumn.NationalProgrammes], Is.EqualTo("Conseillers numériques"));
        Assert.That(read.Place[StandardColumn.TrainingLabels], Is.EqualTo("Fabriques de Territoire"));
        Assert.That(read.Place[StandardColumn.OtherTrainingLabels], Is.EqualTo("French Tech"));
        Assert.That(read.Place[StandardColumn.SupportModes], Is.EqualTo("En autonomie"));
    }

    [TestCase("Code postal", StandardColumn.PostalCode)]
    [TestCase("N° SIRET", StandardColumn.Pivot)]
    [TestCase("courriel", StandardColumn.Emails)]
    [TestCase("conditions_acces", StandardColumn.Fees)]
    [TestCase("LABELS_NATIONAUX", StandardColumn.NationalProgrammes)]
    [TestCase("Nom de la structure", StandardColumn.Name)]
    public void Headers_are_known_by_today_s_names_old_ones_and_people_s(
        string header,
        StandardColumn column
    ) => Assert.That(StandardHeaders.Find(header), Is.EqualTo(column));

    [Test]
    public void Former_values_lead_to_values_of_today()
    {
        foreach (var column in StandardColumns.All)
        {
            foreach (var value in StandardChoices.Of(column))
            {
                Assert.That(StandardChoices.Find(column, value.ToUpperInvariant()), Is.EqualTo(value));
            }
        }

        Assert.That(StandardColumns.All, Has.Count.EqualTo(32));
    }

    private static PlaceReading Read(params (StandardColumn Column, string Words)[] cells) =>
        PlaceReading.Of(cells.Select(cell => KeyValuePair.Create(cell.Column, cell.Words)));
}
