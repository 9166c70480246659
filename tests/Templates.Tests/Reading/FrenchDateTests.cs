namespace Connector.Templates.Tests.Reading;

public sealed class FrenchDateTests
{
    private static readonly DateOnly Reference = new(2026, 11, 25);

    [TestCase("jeudi 3 décembre", "2026-12-03")]
    [TestCase("jeudi 3\u00A0décembre 2026", "2026-12-03")]
    [TestCase("03/12/26", "2026-12-03")]
    [TestCase("3-12-2026", "2026-12-03")]
    [TestCase("1er déc.", "2026-12-01")]
    [TestCase("Le 1ER JANVIER", "2027-01-01")]
    [TestCase("30/10", "2026-10-30")]
    [TestCase("2027-02-28", "2027-02-28")]
    [TestCase("29 fevrier", "2028-02-29", "2028-01-01")]
    public void Date_as_typed_is_read(string text, string expected, string? reference = null) =>
        Assert.That(
            FrenchDate.Read(text, reference is null ? Reference : DateOnly.Parse(reference, null)),
            Is.EqualTo(DateOnly.Parse(expected, null))
        );

    [TestCase("")]
    [TestCase("31/02/2026")]
    [TestCase("bientôt")]
    [TestCase("3 ju")]
    [TestCase("3 jui")]
    [TestCase("99999999999999999999/1")]
    [TestCase("00/00/0000")]
    public void What_is_no_date_is_left_alone(string text) =>
        Assert.That(FrenchDate.Read(text, Reference), Is.Null);

    [Test]
    public void Every_day_in_every_style_comes_back()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            foreach (var style in Enum.GetValues<DateStyle>())
            {
                Assert.That(FrenchDate.Read(FrenchWords.Date(day, style), Reference), Is.EqualTo(day));
            }
        }
    }
}
