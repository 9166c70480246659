using System.Text;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// Paths as Connector speaks of them: decoded, relative to the account's root, <c>/</c> between names, none at the
/// ends; the root is the empty string. Nextcloud stores names in Unicode form C, so they are sent in it.
/// </summary>
internal static class DavPath
{
    /// <summary>The encoded form for an address.</summary>
    /// <exception cref="ArgumentException">A name that is empty, <c>.</c> or <c>..</c>, or has a control character or
    /// a backslash: it would mean another place than the one written.</exception>
    public static string Encode(string path)
    {
        if (path.Length == 0)
            return "";
        return string.Join('/', path.Split('/').Select(EncodeName));
    }

    public static string EncodeName(string name)
    {
        if (
            name is "" or "." or ".."
            || name.Contains('\\')
            || name.Contains('/')
            || name.Any(char.IsControl)
        )
            throw new ArgumentException($"Not a usable file name: '{name}'.", nameof(name));
        return Uri.EscapeDataString(name.Normalize(NormalizationForm.FormC));
    }

    /// <summary>
    /// The path inside the collection <paramref name="door"/> (such as <c>/remote.php/dav/files/</c>) and the first
    /// name after it (the account). The server's folder and the case of the account's name may differ from ours,
    /// so both are skipped rather than compared. Null when the address lies elsewhere.
    /// </summary>
    public static string? Inside(string door, string href)
    {
        var decoded = Uri.UnescapeDataString(href);
        var start = decoded.IndexOf(door, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var rest = decoded[(start + door.Length)..];
        var slash = rest.IndexOf('/');
        return slash < 0 ? "" : rest[(slash + 1)..].TrimEnd('/');
    }

    /// <summary>The path of the folder above; the empty string for a name in the root.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is var i and > 0 ? path[..i] : "";

    /// <summary>How many folders are above: none for a name in the root.</summary>
    public static int Depth(string path) => path.Count(letter => letter == '/');
}
