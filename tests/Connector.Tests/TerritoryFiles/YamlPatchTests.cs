using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Connector.Tests.TerritoryFiles;

/// <summary>One value of a file that people write is changed, and every other byte stays.</summary>
public sealed class YamlPatchTests
{
    private const string File = """
        # Un réseau, et ses commentaires : « à garder »
        nom: Vallon d'Argentière   # le nom
        périmètre:   groupement de communes
        raison d'être: >
          Que personne ne reste seul
          devant un écran.

        # les jours
        comptes-rendus: "40 jours" # avant
        conservation:
        organisations: [] # aucune
        groupes-de-travail:
          # le premier
          - id: jeunes
            nom: "Jeunes & numérique : l'été"
            raison d'être: 'Aller vers les jeunes.'
          - { id: seniors, nom: Seniors, raison d'être: Ensemble } # en une ligne
        """;

    [TestCase("Vallon", "nom: Vallon   # le nom")]
    [TestCase("Vallon : le réseau", "nom: \"Vallon : le réseau\"   # le nom")]
    [TestCase("null", "nom: \"null\"   # le nom")]
    [TestCase("# Vallon", "nom: \"# Vallon\"   # le nom")]
    public void A_value_is_written_between_quotes_where_it_has_to_be(string name, string line)
    {
        var patch = YamlPatch.Open(File)!;
        Assert.That(patch.Set(patch.Top, TerritoryRecord.Name, name));
        Assert.That(
            patch.Result(),
            Is.EqualTo(File.Replace("nom: Vallon d'Argentière   # le nom", line, StringComparison.Ordinal))
        );
    }

    [Test]
    public void A_value_keeps_the_quotes_and_the_block_that_it_had()
    {
        var patch = YamlPatch.Open(File)!;
        patch.Set(patch.Top, TerritoryRecord.MinutesDays, "14 jours");
        patch.Set(patch.Top, TerritoryRecord.Purpose, "Que chacun trouve de l'aide près de chez soi.");
        patch.Set(patch.Top, TerritoryRecord.Retention, "3 ans");
        var groups = YamlPatch.Maps(patch.Top, TerritoryRecord.WorkingGroups).ToList();
        patch.Set(groups[0], GroupRecord.Purpose, "L'été d'abord.");
        patch.Set(groups[1], GroupRecord.Name, "Seniors, aidants");
        Assert.That(
            patch.Result(),
            Is.EqualTo(
                File.Replace("\"40 jours\" #", "\"14 jours\" #", StringComparison.Ordinal)
                    .Replace(
                        ">\n  Que personne ne reste seul\n  devant un écran.\n",
                        ">-\n  Que chacun trouve de l'aide près de chez soi.\n",
                        StringComparison.Ordinal
                    )
                    .Replace("conservation:\n", "conservation: 3 ans\n", StringComparison.Ordinal)
                    .Replace("'Aller vers les jeunes.'", "'L''été d''abord.'", StringComparison.Ordinal)
                    .Replace("nom: Seniors,", "nom: \"Seniors, aidants\",", StringComparison.Ordinal)
            )
        );
    }

    [Test]
    public void A_key_that_is_not_there_comes_below_the_first_of_its_map()
    {
        var patch = YamlPatch.Open(File)!;
        var groups = YamlPatch.Maps(patch.Top, TerritoryRecord.WorkingGroups).ToList();
        Assert.That(
            patch.Set(groups[0], GroupRecord.Leads, "ines") && patch.Set(groups[1], GroupRecord.Leads, "noe")
        );
        Assert.That(
            patch.Result(),
            Is.EqualTo(
                File.Replace(
                        "- id: jeunes\n",
                        "- id: jeunes\n    animation: ines\n",
                        StringComparison.Ordinal
                    )
                    .Replace("{ id: seniors,", "{ id: seniors, animation: noe,", StringComparison.Ordinal)
            )
        );
    }

    [Test]
    public void Several_lines_are_written_as_several_lines()
    {
        var patch = YamlPatch.Open(File.Replace("\n", "\r\n", StringComparison.Ordinal))!;
        patch.Set(patch.Top, TerritoryRecord.Purpose, "Un.\n\nDeux.");
        Assert.That(
            patch.Result(),
            Does.Contain("raison d'être: |-\r\n  Un.\r\n\r\n  Deux.\r\n\r\n# les jours\r\n")
        );
    }

    [Test]
    public void A_comment_behind_a_value_or_behind_the_sign_of_a_block_stays_one()
    {
        var patch = YamlPatch.Open("nom: a # b\nraison d'être: > # pourquoi\n  c\n")!;
        patch.Set(patch.Top, TerritoryRecord.Name, "x\ny");
        patch.Set(patch.Top, TerritoryRecord.Purpose, "z");
        Assert.That(patch.Result(), Is.EqualTo("nom: \"x\\ny\" # b\nraison d'être: >- # pourquoi\n  z\n"));
    }

    [Test]
    public void A_list_is_not_written_over()
    {
        var patch = YamlPatch.Open(File)!;
        Assert.That(patch.Set(patch.Top, TerritoryRecord.Organisations, "x"), Is.False);
    }

    /// <summary>Whatever is typed: it is read back as it was typed, and what stands around it is there to the byte.</summary>
    [FsCheck.NUnit.Property(MaxTest = 500, QuietOnSuccess = true)]
    public Property Any_words_change_their_own_bytes_alone() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), words => ChangeAlone(words.Get));

    private static bool ChangeAlone(string words)
    {
        var typed = words.Trim().ReplaceLineEndings("\n");
        if (typed.Length == 0 || !IsText(typed))
        {
            return true;
        }

        var before = File[..File.IndexOf("Vallon d'A", StringComparison.Ordinal)];
        var after = File[(File.IndexOf("Argentière", StringComparison.Ordinal) + "Argentière".Length)..];
        var patch = YamlPatch.Open(File)!;
        if (!patch.Set(patch.Top, TerritoryRecord.Name, typed) || patch.Result() is not { } result)
        {
            return false;
        }

        var again = YamlPatch.Open(result)!;
        return result.StartsWith(before, StringComparison.Ordinal)
            && result.EndsWith(after, StringComparison.Ordinal)
            && YamlPatch.Words(again.Top, TerritoryRecord.Name) == typed;
    }

    /// <summary>Halves of surrogate pairs are no text; YAML has no way to write some control characters.</summary>
    private static bool IsText(string words) =>
        words.All(letter => !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF'));
}
