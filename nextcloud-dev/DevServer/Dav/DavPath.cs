using System.Text;

namespace Connector.DevServer.Dav;

/// <summary>Paths inside one door: decoded, in NFC, no slash at the ends; the root is the empty string.</summary>
internal static class DavPath
{
    /// <summary>The decoded path behind <paramref name="door"/> (<c>/remote.php/dav/</c>); null when elsewhere.</summary>
    public static string? Behind(string door, string path) =>
        (path + "/").StartsWith(door, StringComparison.Ordinal) ? Clean((path + "/")[door.Length..]) : null;

    public static string Clean(string path) => path.Normalize(NormalizationForm.FormC).Trim('/');

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string Parent(string path) => path.LastIndexOf('/') is var i and >= 0 ? path[..i] : "";

    public static string Join(string parent, string name) => parent.Length == 0 ? name : parent + "/" + name;

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies in it.</summary>
    public static bool IsWithin(string path, string folder) =>
        folder.Length == 0
        || path == folder
        || (
            path.Length > folder.Length
            && path[folder.Length] == '/'
            && path.StartsWith(folder, StringComparison.Ordinal)
        );

    /// <summary>Percent-encoded per segment as sabre/dav writes an href: unreserved characters and <c>()@:</c> stay.</summary>
    public static string Encode(string path)
    {
        var encoded = new StringBuilder(path.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (
                rune.IsAscii
                && (char.IsAsciiLetterOrDigit((char)rune.Value) || "/_.-~()@:".Contains((char)rune.Value))
            )
            {
                encoded.Append((char)rune.Value);
                continue;
            }
            var length = rune.EncodeToUtf8(utf8);
            foreach (var b in utf8[..length])
                encoded.Append('%').Append(Convert.ToHexStringLower([b]));
        }
        return encoded.ToString();
    }
}
