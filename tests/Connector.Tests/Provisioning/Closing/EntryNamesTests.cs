using Connector.Provisioning.Closing;

namespace Connector.Tests.Provisioning.Closing;

public sealed class EntryNamesTests
{
    [TestCase("Jeunes/Bilan d'été.docx", "documents/Bilan d'été.docx")]
    [TestCase("Jeunes/02 Réunions/2026/a.txt", "documents/02 Réunions/2026/a.txt")]
    [TestCase(
        "Jeunes/Rencontre ： l'été",
        "documents/Rencontre ： l'été",
        Description = "spelled for the server"
    )]
    [TestCase("Jeunes/Re\u0301union.txt", "documents/Réunion.txt")]
    public void A_good_name_stays_as_it_is(string path, string entry) =>
        Assert.That(new EntryNames("Jeunes", "documents").Of(path), Is.EqualTo(entry));

    [TestCase("Jeunes/..")]
    [TestCase("Jeunes/C:\\fenêtre")]
    [TestCase("Jeunes/nul.txt")]
    [TestCase("Jeunes/fin.")]
    [TestCase("Jeunes/ligne\nsuivante")]
    public void A_name_that_could_not_be_unpacked_becomes_one_that_can(string path)
    {
        var entry = new EntryNames("Jeunes", "documents").Of(path);

        var name = entry["documents/".Length..];
        Assert.That(name, Is.Not.Empty.And.Not.EqualTo("..").And.Not.EqualTo("nul.txt"));
        Assert.That(name.IndexOfAny(['/', '\\', ':', '\n']), Is.Negative);
        Assert.That(name, Does.Not.EndWith("."));
    }

    [Test]
    public void What_Windows_would_take_for_one_is_numbered_the_same_way_each_time()
    {
        string[] paths = ["J/A", "J/A/x.txt", "J/BILAN.odt", "J/a", "J/a/x.txt", "J/bilan.odt"];
        var once = new EntryNames("J", "documents");
        var twice = new EntryNames("J", "documents");

        Assert.That(
            paths.Select(once.Of),
            Is.EqualTo(
                new[]
                {
                    "documents/A",
                    "documents/A/x.txt",
                    "documents/BILAN.odt",
                    "documents/a (2)",
                    "documents/a (2)/x.txt",
                    "documents/bilan (2).odt",
                }
            )
        );
        Assert.That(paths.Select(twice.Of), Is.EqualTo(paths.Select(once.Of)));
    }

    [Test]
    public void What_lies_elsewhere_has_no_place() =>
        Assert.That(() => new EntryNames("Jeunes", "documents").Of("Autre/a.txt"), Throws.ArgumentException);
}
