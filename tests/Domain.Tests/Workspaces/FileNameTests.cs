using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public partial class FileNameTests
{
    /// <summary>Pieces that break rules, alone and next to each other.</summary>
    private static readonly string[] Nasty =
    [
        .. "/\\:*?\"<>|／＼：＊？＂＜＞｜．␠␡␀␟‛.. ~é#%'’\t\r\n\0\u001f\u007f\u0085\u00a0\u00ad\u200b\u200d\u202e\u2028\u3000\ufeff\u0301\u0338".Select(
            letter => letter.ToString()
        ),
        .. new[]
        {
            "CON",
            "nul",
            "Com1",
            "LPT²",
            "aux.",
            ".part",
            ".htaccess",
            ".docx",
            "sans nom",
            "A0",
            "200B",
        },
        .. new[]
        {
            "\ud800",
            "\udc00",
            "\uffff",
            "\ufffe",
            "👩\u200d👧",
            "❤️",
            "한\u3164",
            "e\u0301",
            "=\u0338",
        },
    ];

    private static readonly NameRules Strict = new(
        ["#", "…", "：", "a"],
        ["thumbs.db"],
        ["desktop"],
        [".exe", ".EML"]
    );

    [TestCase("01 Réunions")]
    [TestCase("L'été.docx")]
    [TestCase("Compte-rendu du 12 mars (v2) — à relire, n° 3.odt")]
    [TestCase("Médiathèque « Les Échos »")]
    [TestCase("v1.2.final.docx")]
    [TestCase("Conseil")]
    [TestCase("Famille 👩\u200d👧 ❤️")]
    [TestCase("_CON")]
    public void A_name_without_anything_refused_stays_as_it_is(string name) =>
        Assert.That(FileName.Safe(name), Is.EqualTo(name));

    [TestCase("Aînés / Seniors", "Aînés ／ Seniors")]
    [TestCase("a\\b:c*d?e\"f<g>h|i", "a＼b：c＊d？e＂f＜g＞h｜i")]
    [TestCase("deux\tlignes\net\0fin\u007f", "deux␉lignes␊et␀fin␡")]
    [TestCase(" avant et après ", "␠avant et après␠")]
    [TestCase("etc.", "etc．")]
    [TestCase("Et après...", "Et après．．．")]
    [TestCase(". .caché", "．␠．caché")]
    [TestCase("..", "．．")]
    [TestCase("fin\u00a0", "fin‛A0‛")]
    [TestCase("\u202Egnp.exe", "‛202E‛gnp.exe")]
    [TestCase("a\u200bb", "a‛200B‛b")]
    [TestCase("", "sans nom‛")]
    [TestCase("E\u0301lus", "Élus")]
    public void What_some_system_refuses_is_spelled_otherwise(string name, string safe) =>
        Assert.That(FileName.Safe(name), Is.EqualTo(safe));

    [Test]
    public void Half_a_surrogate_pair_does_not_throw() =>
        Assert.That(FileName.Safe("a\ud800b"), Is.EqualTo("a\ufffdb"));

    [TestCase("CON", "CON‛")]
    [TestCase("aux.docx", "aux‛.docx")]
    [TestCase("Com1 .tar.gz", "Com1 ‛.tar.gz")]
    [TestCase("lpt²", "lpt²‛")]
    [TestCase("essai.part", "essai.part‛")]
    [TestCase(".htaccess", "．htaccess")]
    public void Reserved_names_are_kept_apart(string name, string safe) =>
        Assert.That(FileName.Safe(name), Is.EqualTo(safe));

    [TestCase("A／B", "A‛／B")]
    [TestCase("‛A0‛", "‛‛A0‛‛")]
    [TestCase("CON‛", "CON‛‛")]
    public void What_a_person_typed_is_not_taken_for_our_spelling(string name, string safe)
    {
        Assert.That(FileName.Safe(name), Is.EqualTo(safe));
        Assert.That(FileName.Original(safe), Is.EqualTo(name));
    }

    [TestCase("rock ‛n’ roll")]
    [TestCase("‛zz‛ !")]
    [TestCase("‛FFFFFF‛ !")]
    [TestCase("‛D800‛ !")]
    public void Signs_that_are_no_spelling_stay_when_read(string name) =>
        Assert.That(FileName.Original(name), Is.EqualTo(name));

    [TestCase("a#b", "a‛23‛b")]
    [TestCase("a:b", "a‛3A‛b")]
    [TestCase("a：b", "a‛FF1A‛b")]
    [TestCase("Suite…", "Suite‛2026‛")]
    [TestCase("Desktop.ini", "Desktop‛.ini")]
    [TestCase("THUMBS.db", "THUMBS.db‛")]
    [TestCase("lettre.eml", "lettre.eml‛")]
    [TestCase("nul.exe", "nul‛.exe‛")]
    public void What_one_server_refuses_besides_is_spelled_otherwise(string name, string safe)
    {
        Assert.That(FileName.Safe(name, Strict), Is.EqualTo(safe));
        Assert.That(FileName.Original(safe), Is.EqualTo(name));
    }

    [TestCase("Jeunes", " (2)", "Jeunes (2)")]
    [TestCase("CON‛", " (2)", "CON (2)")]
    [TestCase("etc．", " (2)", "etc. (2)")]
    [TestCase("A ／ B", " (jeunes)", "A ／ B (jeunes)")]
    [TestCase("a", " (2).part‛", "a (2).part‛")]
    [TestCase("sans nom‛", " (2)", "sans nom (2)")]
    public void A_number_after_a_safe_name_leaves_its_spelling(string safe, string suffix, string numbered) =>
        Assert.That(FileName.Safe(safe, suffix), Is.EqualTo(numbered));

    [Test]
    public void A_long_name_is_cut_between_letters_and_keeps_its_file_type()
    {
        var safe = FileName.Safe($"Compte-rendu {new string('é', 300)}.docx");

        Assert.That(Encoding.UTF8.GetByteCount(safe), Is.InRange(FileName.MaxBytes - 6, FileName.MaxBytes));
        Assert.That(safe, Does.Match("^Compte-rendu é+~[0-9a-f]{6}\\.docx$"));
    }

    [Test]
    public void A_long_name_is_not_cut_inside_what_people_see_as_one_letter()
    {
        var safe = FileName.Safe(string.Concat(Enumerable.Repeat("👩\u200d👧", 40)));

        Assert.That(safe, Does.Match("^(👩\u200d👧)+~[0-9a-f]{6}$"));
    }

    [Test]
    public void One_letter_with_accents_without_end_is_cut_all_the_same() =>
        Assert.That(
            FileName.Safe("x" + string.Concat(Enumerable.Repeat("\u0335", 300))),
            Does.Match("^x\u0335+~[0-9a-f]{6}$")
        );

    [Test]
    public void Two_long_names_that_begin_alike_do_not_fall_together()
    {
        var start = new string('x', 260);

        Assert.That(FileName.Safe($"{start}1"), Is.Not.EqualTo(FileName.Safe($"{start}2")));
    }

    [Test]
    public void A_long_name_with_a_reserved_start_and_a_reserved_end_fits() =>
        Assert.That(IsAccepted(FileName.Safe($"aux.{new string('x', 300)}.part")));

    [Test]
    public void A_long_safe_name_makes_room_for_its_number()
    {
        var safe = FileName.Safe(new string('x', 249), " (2).docx");

        Assert.That(Encoding.UTF8.GetByteCount(safe), Is.LessThanOrEqualTo(FileName.MaxBytes));
        Assert.That(safe, Does.Match("^x+~[0-9a-f]{6} \\(2\\)\\.docx$"));
    }

    [FsCheck.NUnit.Property(MaxTest = 3000, QuietOnSuccess = true)]
    public Property The_name_that_was_meant_can_be_read_back() =>
        Prop.ForAll(
            Names(),
            name =>
                new[] { NameRules.Default, Strict }.All(rules =>
                {
                    var safe = FileName.Safe(name, rules);
                    return IsCut(safe, name) || FileName.Original(safe) == Composed(name);
                })
        );

    [FsCheck.NUnit.Property(MaxTest = 3000, QuietOnSuccess = true)]
    public Property Safe_names_are_accepted_everywhere() =>
        Prop.ForAll(Names(), name => IsAccepted(FileName.Safe(name)));

    [FsCheck.NUnit.Property(MaxTest = 1000, QuietOnSuccess = true)]
    public Property Numbered_names_are_accepted_everywhere() =>
        Prop.ForAll(
            Names(),
            name =>
            {
                var numbered = FileName.Safe(FileName.Safe(name), " (2).docx");
                return IsAccepted(numbered) && numbered.EndsWith("(2).docx", StringComparison.Ordinal);
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 1000, QuietOnSuccess = true)]
    public Property Reading_never_fails() =>
        Prop.ForAll(Names(), name => FileName.Original(name) is not null);

    private static bool IsAccepted(string safe) =>
        safe.Length > 0
        && Encoding.UTF8.GetByteCount(safe) <= FileName.MaxBytes
        && safe.IsNormalized()
        && safe.Trim() == safe
        && safe.Trim('.') == safe
        && safe.IndexOfAny([.. "/\\:*?\"<>|\0\t\n\u202e\u200b\ufeff"]) < 0
        && !safe.EndsWith(".part", StringComparison.OrdinalIgnoreCase)
        && !Device().IsMatch(safe);

    internal static Arbitrary<string> Names()
    {
        var any = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
        var piece = Gen.Frequency((4, Gen.Elements(Nasty)), (1, any), (1, Gen.Elements("a", "Réunion", " ")));
        var some = piece.ListOf().Select(pieces => string.Concat(pieces));
        return Gen.Frequency((6, some.Resize(8)), (1, some.Resize(200))).ToArbitrary();
    }

    [GeneratedRegex(
        @"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Device();

    private static bool IsCut(string safe, string name) =>
        Encoding.UTF8.GetByteCount(name) > 60 && safe.Contains('~', StringComparison.Ordinal);

    private static string Composed(string name) =>
        string.Concat(name.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? "\ufffd" : rune.ToString()))
            .Normalize();
}
