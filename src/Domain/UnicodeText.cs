using System.Text;

namespace Connector.Domain;

/// <summary>Text from outside, which need not be text: bytes of a picture read as letters, escapes of half a character.</summary>
public static class UnicodeText
{
    /// <summary>A normal form (Unicode Standard Annex 15); halves of characters and U+FFFE, which have none, become U+FFFD.</summary>
    public static string Normal(string text, NormalizationForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return Whole(text).Normalize(form);
        }
    }

    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return whole.ToString();
    }
}
