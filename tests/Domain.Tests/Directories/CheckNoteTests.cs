using Connector.Domain.Directories;

namespace Connector.Domain.Tests.Directories;

public sealed class CheckNoteTests
{
    [TestCase("", "⚠ courriel : faux")]
    [TestCase("à rappeler", "à rappeler\n⚠ courriel : faux")]
    [TestCase("⚠ nom : vide", "⚠ courriel : faux")]
    [TestCase("⚠ nom : vide\r\nà rappeler", "à rappeler\n⚠ courriel : faux")]
    [TestCase("à rappeler\n⚠ courriel : faux", "à rappeler\n⚠ courriel : faux")]
    public void Lines_of_ours_are_replaced_and_a_person_s_stay(string cell, string after) =>
        Assert.That(CheckNote.Of(cell, ["courriel : faux"]), Is.EqualTo(after));

    [TestCase("⚠ nom : vide", "")]
    [TestCase("à rappeler\n\ndemain ", "à rappeler\n\ndemain ")]
    [TestCase("à rappeler\n⚠ nom : vide", "à rappeler")]
    [TestCase("", "")]
    public void What_is_solved_goes_and_nothing_else(string cell, string after) =>
        Assert.That(CheckNote.Of(cell, []), Is.EqualTo(after));

    [Test]
    public void A_note_is_one_line_told_once_and_many_are_cut()
    {
        var once = CheckNote.Of("", ["a\nb", "a\nb"]);
        Assert.That(once, Is.EqualTo("⚠ a b"));
        var many = CheckNote.Of("", [.. Enumerable.Range(0, 40).Select(number => $"note {number}")]);
        Assert.That(many.Split('\n'), Has.Length.EqualTo(13).And.Some.EqualTo("⚠ …"));
        Assert.That(
            CheckNote.Of(many, [.. Enumerable.Range(0, 40).Select(number => $"note {number}")]),
            Is.EqualTo(many)
        );
    }
}
