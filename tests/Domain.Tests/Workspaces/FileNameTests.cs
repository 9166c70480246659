using System.Text;
using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public class FileNameTests
{
    [TestCase("Aînés / Seniors", "Aînés - Seniors")]
    [TestCase("a\\b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i")]
    [TestCase("\u202Egnp.exe", "-gnp.exe")]
    [TestCase("deux\u2028lignes\tet\0fin", "deux-lignes-et-fin")]
    public void Refused_and_invisible_characters_become_hyphens(string name, string safe) =>
        Assert.That(FileName.Safe(name), Is.EqualTo(safe));

    [TestCase("..", "sans nom")]
    [TestCase(" . . ", "sans nom")]
    [TestCase("", "sans nom")]
    [TestCase(". .caché", "caché")]
    [TestCase("fin . .", "fin")]
    public void Spaces_and_dots_at_the_ends_go_in_whatever_order(string name, string safe) =>
        Assert.That(FileName.Safe(name), Is.EqualTo(safe));

    [Test]
    public void Decomposed_accents_are_composed() =>
        Assert.That(FileName.Safe("E\u0301lus"), Is.EqualTo("Élus"));

    [Test]
    public void Half_a_surrogate_pair_does_not_throw() =>
        Assert.That(FileName.Safe("a\ud800b"), Is.EqualTo("a\ufffdb"));

    [TestCase("CON", "_CON")]
    [TestCase("aux.docx", "_aux.docx")]
    [TestCase("Conseil", "Conseil")]
    public void Names_of_Windows_devices_are_told_apart(string name, string safe) =>
        Assert.That(FileName.Safe(name), Is.EqualTo(safe));

    [Test]
    public void A_long_name_is_cut_between_letters_and_keeps_its_file_type()
    {
        var safe = FileName.Safe($"Compte-rendu {new string('é', 300)}.docx");

        Assert.That(Encoding.UTF8.GetByteCount(safe), Is.LessThanOrEqualTo(FileName.MaxBytes));
        Assert.That(safe, Does.StartWith("Compte-rendu é").And.EndWith("é.docx"));
    }

    [Test]
    public void A_long_sentence_after_a_full_stop_is_no_file_type() =>
        Assert.That(
            Encoding.UTF8.GetByteCount(FileName.Safe($"Phase 1. {new string('x', 400)}")),
            Is.EqualTo(FileName.MaxBytes)
        );

    [FsCheck.NUnit.Property(MaxTest = 500, QuietOnSuccess = true)]
    public Property Safe_names_are_safe_and_stay_as_they_are() =>
        Prop.ForAll<string?>(name =>
        {
            var safe = FileName.Safe(name ?? "");
            return safe.Length > 0
                && Encoding.UTF8.GetByteCount(safe) <= FileName.MaxBytes
                && safe.IsNormalized()
                && safe.Trim(' ', '.') == safe
                && safe.IndexOfAny(['/', '\\', '\0', ':']) < 0
                && FileName.Safe(safe) == safe;
        });
}
