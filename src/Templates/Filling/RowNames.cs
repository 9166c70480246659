using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Templates;

/// <summary>Names under which rows and fields are found again, within the lengths that word processors allow.</summary>
internal static class RowNames
{
    private const int LongestBookmark = 40;
    private const int LongestTag = 64;
    private const int DigestCharacters = 12;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );

    /// <summary>
    /// <c>ligne_chantiers_bus</c>. A path that a bookmark cannot hold (40 letters, digits or _) is shortened with
    /// a digest of it, which the reader can compute too.
    /// </summary>
    internal static string RowBookmark(string path) => Bookmark("ligne", path);

    /// <summary><c>libre_diagnostic</c></summary>
    internal static string ZoneBookmark(string path) => Bookmark("libre", path);

    /// <summary><c>chantiers.bus.porteur</c>, at most 64 characters: the path is shortened, not the field.</summary>
    internal static string ControlTag(string path, string field)
    {
        if (path.Length + field.Length < LongestTag && XmlText.IsPlain(path) && XmlText.IsPlain(field))
        {
            return path.Length == 0 ? field : string.Concat(path, ".", field);
        }

        var plain = XmlText.Neutralise(path.Length == 0 ? field : $"{path}.{field}");
        if (plain.Length <= LongestTag)
        {
            return plain;
        }

        var tail = field.Length <= LongestTag - 40 ? field : Digest(field);
        return $"{Cut(LoopOf(path), 16)}.{Digest(path)}.{tail}";
    }

    /// <summary>The same without making a string of it, where nothing has to be shortened or escaped; else writes nothing.</summary>
    internal static bool TryWriteControlTag(Utf8Buffer target, FillScope owner, string field)
    {
        var path = owner.Path;
        if (path.Length + field.Length >= LongestTag || !owner.IsPlainPath || !XmlText.IsPlain(field))
        {
            return false;
        }

        if (path.Length > 0)
        {
            target.AppendAscii(path);
            target.Append("."u8);
        }

        target.AppendAscii(field);
        return true;
    }

    private static string Bookmark(string prefix, string path)
    {
        var plain = $"{prefix}_{path.Replace('.', '_')}";
        return plain.Length <= LongestBookmark && !plain.AsSpan().ContainsAnyExcept(Plain)
            ? plain
            : $"{prefix}_{Cut(string.Concat(LoopOf(path).Where(IsPlain)), 16)}_{Digest(path)}";
    }

    private static bool IsPlain(char character) => Plain.Contains(character);

    private static string LoopOf(string path) => path.Split('.')[0];

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestCharacters];
}
