using System.Text;

namespace Connector.Domain.Tests;

/// <summary>What is no text has a normal form too: files of any kind are looked through, and forms send what they like.</summary>
public sealed class UnicodeTextTests
{
    /// <summary>Not as arguments of an attribute: those are kept as UTF-8, which has no halves of characters.</summary>
    private static readonly (string Text, string Expected)[] Cases =
    [
        ("e\u0301t\u00E9", "\u00E9t\u00E9"),
        ("a\uD800b", "a\uFFFDb"),
        ("\uDC00", "\uFFFD"),
        ("a\uFFFEb", "a\uFFFDb"),
        ("\uD83D\uDE00", "\uD83D\uDE00"),
    ];

    [Test]
    public void Halves_of_characters_are_replaced_and_nothing_else()
    {
        foreach (var (text, expected) in Cases)
        {
            Assert.That(UnicodeText.Normal(text, NormalizationForm.FormC), Is.EqualTo(expected));
        }
    }

    [Test]
    public void Whatever_sixteen_bits_say_is_folded_and_made_a_slug()
    {
        for (var letter = 0; letter <= char.MaxValue; letter++)
        {
            var words = $"a{(char)letter}b";
            Assert.That(Folded.Key(words), Has.Length.InRange(2, 20), $"U+{letter:X4}");
            Assert.DoesNotThrow(() => Territories.Slug.Of(words), $"U+{letter:X4}");
        }
    }
}
