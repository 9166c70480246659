using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Domain.Workspaces;

/// <summary>
/// File and folder names that Windows, macOS, Android and Nextcloud all accept, spelled so that the name that was
/// meant can be read back (docs/decisions/0012-names.md). A name without anything refused stays as it is.
/// </summary>
public static class FileName
{
    /// <summary>Longest name in UTF-8 bytes: Nextcloud's own limit for one path segment.</summary>
    public const int MaxBytes = 250;

    /// <summary>
    /// <c>‛</c>: before a look-alike, the look-alike itself is meant; around hexadecimal digits, that character; before
    /// a dot or at the end, nothing: it only keeps a reserved name apart.
    /// </summary>
    internal const char Quote = '\u201B';

    /// <summary>What a name without a single character becomes. Read back, it is empty again.</summary>
    private const string Unnamed = "sans nom\u201B";

    /// <summary>The same where the server refuses spaces.</summary>
    private const string UnnamedWithoutSpace = "sans-nom\u201B";

    /// <summary>Longer endings are words after a full stop, not file types.</summary>
    private const int LongestExtension = 5;

    /// <summary>Bytes of the quote in UTF-8.</summary>
    private const int QuoteBytes = 3;

    /// <summary>Names of devices on Windows, whatever follows their first dot and whatever their case.</summary>
    internal static IReadOnlyList<string> Devices { get; } =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
        .. "0123456789¹²³".SelectMany(port => new[] { $"COM{port}", $"LPT{port}" }),
    ];

    /// <summary>
    /// <paramref name="name"/> as it may stand on every system: composed (NFC), every refused character replaced by its
    /// look-alike, at most <see cref="MaxBytes"/> long. Longer ones are cut and carry <c>~</c> and a hash before
    /// their file type. Never empty. Spaces at the ends are kept, as <c>␠</c>: whoever reads what people typed trims.
    /// </summary>
    public static string Safe(string name) => Safe(name, NameRules.Default);

    /// <summary>As <see cref="Safe(string)"/>, for a server that refuses more.</summary>
    public static string Safe(string name, NameRules rules)
    {
        var meant = Composed(name);
        var spelled = Spell(meant, rules);
        return Encoding.UTF8.GetByteCount(spelled) <= MaxBytes ? spelled : Cut(meant, Tail(meant), rules);
    }

    /// <summary>
    /// <paramref name="safe"/>, which <see cref="Safe(string)"/> returned, ending with <paramref name="suffix"/> whatever
    /// the length.
    /// </summary>
    public static string Safe(string safe, string suffix)
    {
        var end = Original(suffix);
        var start = safe == Unnamed ? safe[..^1] : Original(safe);
        var spelled = Spell(start + end, NameRules.Default);
        return Encoding.UTF8.GetByteCount(spelled) <= MaxBytes
            ? spelled
            : Cut(start + end, $"~{Hash(start)}{end}", NameRules.Default);
    }

    /// <summary><paramref name="safe"/>, which <see cref="Safe(string)"/> returned, as one server accepts it.</summary>
    public static string For(string safe, NameRules rules) => Safe(Original(safe), rules);

    /// <summary>
    /// The name that was meant: for every <c>x</c> that was not cut, <c>Original(Safe(x))</c> is <c>x</c> composed (NFC).
    /// Of a name that <see cref="Safe(string)"/> did not write, what is no spelling of its own stays as it is.
    /// </summary>
    public static string Original(string safe)
    {
        var name = Composed(safe);
        return name is Unnamed or UnnamedWithoutSpace ? "" : NameSpelling.Read(name);
    }

    /// <summary>Halves of surrogate pairs and U+FFFE become U+FFFD first: normalising refuses them.</summary>
    private static string Composed(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            letters.Append((rune.Value == 0xFFFE ? Rune.ReplacementChar : rune).ToString());
        }

        return letters.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Spell(string meant, NameRules rules) =>
        meant.Length > 0 ? Marked(string.Concat(NameSpelling.Write(meant, rules)), rules)
        : rules.Forbids(' ') ? UnnamedWithoutSpace
        : Unnamed;

    /// <summary>Reserved names are kept apart by a quote before the first dot, reserved endings by one at the end.</summary>
    private static string Marked(string name, NameRules rules)
    {
        if (rules.ForbidsBase(name))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            name = name.Insert(dot < 0 ? name.Length : dot, $"{Quote}");
        }

        return rules.ForbidsEnd(name) ? name + Quote : name;
    }

    /// <summary>As much of the beginning as there is room for, between two letters as people count them.</summary>
    private static string Cut(string meant, string tail, NameRules rules)
    {
        var end = string.Concat(NameSpelling.Write(tail, rules));
        // A reserved name takes one quote, a reserved ending another.
        var quotes = rules.ForbidsEnd(end) ? 2 : 1;
        var room = MaxBytes - Encoding.UTF8.GetByteCount(end) - (quotes * QuoteBytes);
        var kept = new StringBuilder();
        var pieces = NameSpelling.Write(meant, rules);
        var letters = StringInfo.ParseCombiningCharacters(meant).ToHashSet();
        var (place, whole) = (0, 0);
        foreach (var (rune, piece) in meant.EnumerateRunes().Zip(pieces))
        {
            whole = letters.Contains(place) ? kept.Length : whole;
            room -= Encoding.UTF8.GetByteCount(piece);
            if (room < 0)
            {
                break;
            }

            kept.Append(piece);
            place += rune.Utf16SequenceLength;
        }

        // One letter with accents without end has no boundary to cut at but those between its accents.
        var start = kept.ToString(0, whole > 0 ? whole : kept.Length);
        return Marked(start + end, rules);
    }

    private static string Tail(string meant) => $"~{Hash(meant)}{Extension(meant)}";

    private static string Hash(string meant) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meant)))[..6];

    /// <summary>The file type with its dot: without it, nobody's office suite opens the document.</summary>
    private static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot < 0 ? "" : name[(dot + 1)..];
        return ending.Length is > 0 and <= LongestExtension && ending.All(char.IsAsciiLetterOrDigit)
            ? $".{ending}"
            : "";
    }
}
