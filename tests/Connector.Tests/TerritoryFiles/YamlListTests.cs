using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Tests.TerritoryFiles;

/// <summary>Lists of the file are edited entry by entry: what stays keeps its line and its comment.</summary>
internal sealed class YamlListTests
{
    [TestCase("membres: a\nnom: x\n", "a,b", "membres: [a, b]\nnom: x\n")]
    [TestCase("membres: a # chef\nnom: x\n", "b", "membres: [b] # chef\nnom: x\n")]
    [TestCase("nom: x\nmembres:\n", "a", "nom: x\nmembres: [a]\n")]
    [TestCase("nom: x\nmembres: []\n", "a,b", "nom: x\nmembres: [a, b]\n")]
    [TestCase("nom: x\nmembres: [a, b] # nous\n", "", "nom: x\nmembres: [] # nous\n")]
    [TestCase("nom: x\n", "a,b", "nom: x\nmembres: [a, b]\n")]
    [TestCase("nom: x\n", "", "nom: x\n")]
    [TestCase(
        "nom: x\nmembres:\n  - a # le premier\n  # puis\n  - b\n  - c # le dernier\nfin: z\n",
        "a,d,c",
        "nom: x\nmembres:\n  - a # le premier\n  # puis\n  - d\n  - c # le dernier\nfin: z\n"
    )]
    [TestCase("nom: x\nmembres:\n- a\n- b\n", "c,a,b,d", "nom: x\nmembres:\n- c\n- a\n- b\n- d\n")]
    [TestCase("nom: x\nmembres:\n  - a\n  - b", "a,b,c", "nom: x\nmembres:\n  - a\n  - b\n  - c")]
    [TestCase("nom: x\nmembres:\n  - a # seul\nfin: z\n", "", "nom: x\nmembres: []\nfin: z\n")]
    [TestCase("nom: x\r\nmembres:\r\n  - a\r\n", "a,b", "nom: x\r\nmembres:\r\n  - a\r\n  - b\r\n")]
    [TestCase("nom: x\nmembres:\n  - a\n", "b: c", "nom: x\nmembres:\n  - \"b: c\"\n")]
    [TestCase("nom: x\nmembres: [a]\n", "b - d|[c]", "nom: x\nmembres: [b - d, \"[c]\"]\n")]
    public void Entries_come_and_go(string before, string wanted, string after)
    {
        var patch = YamlPatch.Open(before)!;
        Assert.That(patch.SetList(patch.Top, GroupRecord.Members, Split(wanted)), Is.True);
        Assert.That(patch.Result(), Is.EqualTo(after));
        var read = YamlPatch.Open(after)!;
        Assert.That(YamlPatch.Entries(read.Top, GroupRecord.Members), Is.EqualTo(Split(wanted)));
    }

    [TestCase("nom: x\nmembres: [a, # le premier\n  b]\n")]
    [TestCase("nom: x\nmembres:\n  - >\n    long\n    texte\n")]
    [TestCase("nom: x\nmembres: { a: b }\n")]
    [TestCase("nom: x\nmembres:\n  - { a: b }\n")]
    public void What_has_another_form_stays_by_hand(string before)
    {
        var patch = YamlPatch.Open(before)!;
        Assert.That(patch.SetList(patch.Top, GroupRecord.Members, ["z"]), Is.False);
    }

    private static string[] Split(string words) =>
        words.Split(
            words.Contains('|', StringComparison.Ordinal) ? '|' : ',',
            StringSplitOptions.RemoveEmptyEntries
        );
}
