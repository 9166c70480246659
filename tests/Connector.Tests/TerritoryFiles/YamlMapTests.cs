using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Tests.TerritoryFiles;

/// <summary>Maps of the file come and go: all that people wrote around them stays as it is.</summary>
internal sealed class YamlMapTests
{
    [TestCase("nom: x\n", "nom: x\n\ncanaux:\n  - { id: avis, type: talk }\n")]
    [TestCase("nom: x", "nom: x\n\ncanaux:\n  - { id: avis, type: talk }\n")]
    [TestCase("nom: x\r\nfin: z\r\n", "nom: x\r\nfin: z\r\n\r\ncanaux:\r\n  - { id: avis, type: talk }\r\n")]
    [TestCase(
        "canaux: # par où\n  - { id: a, type: slack } # le premier\n\nfin: z\n",
        "canaux: # par où\n  - { id: a, type: slack } # le premier\n  - { id: avis, type: talk }\n\nfin: z\n"
    )]
    [TestCase(
        "canaux:\n- id: a\n  type: slack\nfin: z\n",
        "canaux:\n- id: a\n  type: slack\n- { id: avis, type: talk }\nfin: z\n"
    )]
    [TestCase("canaux: []\nfin: z\n", "canaux:\n  - { id: avis, type: talk }\nfin: z\n")]
    [TestCase(
        "canaux: [{ id: a, type: slack }] # nous\n",
        "canaux: [{ id: a, type: slack }, { id: avis, type: talk }] # nous\n"
    )]
    [TestCase(
        "raison: |\n  long\n  texte\n",
        "raison: |\n  long\n  texte\n\ncanaux:\n  - { id: avis, type: talk }\n"
    )]
    public void An_entry_comes_behind_the_others(string before, string after)
    {
        var patch = YamlPatch.Open(before)!;
        Assert.That(
            patch.AddEntry(
                patch.Top,
                ChannelRecord.Key,
                [(ChannelRecord.Id, "avis"), (ChannelRecord.Kind, "talk")]
            )
        );
        Assert.That(patch.Result(), Is.EqualTo(after));
    }

    [Test]
    public void Words_with_signs_of_yaml_stay_words()
    {
        var patch = YamlPatch.Open("nom: x\n")!;
        Assert.That(
            patch.AddEntry(
                patch.Top,
                PublicDocumentRecord.Key,
                [
                    (PublicDocumentRecord.Title, "Bilan : 2026, #1 }"),
                    (PublicDocumentRecord.Link, "https://a.fr/s/x"),
                ]
            )
        );
        var read = YamlPatch.Open(patch.Result()!)!;
        var entry = YamlPatch.Maps(read.Top, PublicDocumentRecord.Key).Single();
        Assert.That(YamlPatch.Words(entry, PublicDocumentRecord.Title), Is.EqualTo("Bilan : 2026, #1 }"));
    }

    [TestCase(
        "canaux:\n  - { id: a, type: slack } # le premier\n  # puis\n  - id: b\n    type: talk\n  - { id: c, type: talk }\nfin: z\n",
        1,
        "canaux:\n  - { id: a, type: slack } # le premier\n  # puis\n  - { id: c, type: talk }\nfin: z\n"
    )]
    [TestCase(
        "nom: x\ncanaux: # d'ici : de là\n  - { id: a, type: slack }\nfin: z\n",
        0,
        "nom: x\ncanaux: [] # d'ici : de là\nfin: z\n"
    )]
    [TestCase("canaux: [{ id: a, type: slack }]\nfin: z\n", 0, "canaux: []\nfin: z\n")]
    [TestCase("nom: x\ncanaux:\n  - { id: a, type: slack }", 0, "nom: x\ncanaux: []\n")]
    public void An_entry_goes_with_its_lines(string before, int index, string after)
    {
        var patch = YamlPatch.Open(before)!;
        var entry = YamlPatch.Maps(patch.Top, ChannelRecord.Key).ElementAt(index);
        Assert.That(patch.RemoveEntry(patch.Top, ChannelRecord.Key, entry));
        Assert.That(patch.Result(), Is.EqualTo(after));
    }

    [TestCase("canaux: [{ id: a, type: slack }, { id: b, type: talk }]\n")]
    [TestCase("canaux: [{ id: a, type: slack } # nous\n  ]\n")]
    public void What_has_another_form_stays_by_hand(string before)
    {
        var patch = YamlPatch.Open(before)!;
        var entry = YamlPatch.Maps(patch.Top, ChannelRecord.Key).First();
        Assert.That(patch.RemoveEntry(patch.Top, ChannelRecord.Key, entry), Is.False);
    }

    [Test]
    public void A_map_that_was_not_there_comes_last()
    {
        var patch = YamlPatch.Open("nom: x\n# à la fin\n")!;
        Assert.That(
            patch.AddMap(
                AnnouncementsRecord.Key,
                [
                    (AnnouncementsRecord.Rows[0].Key, null, ["talk", "avis"]),
                    (AnnouncementsRecord.DigestAt, "9 h", null),
                ]
            )
        );
        Assert.That(
            patch.Result(),
            Is.EqualTo("nom: x\n# à la fin\n\nannonces:\n  rencontre: [talk, avis]\n  résumé-à: 9 h\n")
        );
    }
}
