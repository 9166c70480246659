using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Domain.Workspaces.Adoption;

/// <summary>A name taken apart once, so that it can be compared with many others.</summary>
internal sealed partial record NameForm
{
    /// <summary>Words that say nothing about which thing it is.</summary>
    private static readonly HashSet<string> Empty = new(
        "a au aux d de des du en et l la le les un une of the and gt groupe travail dossier equipe".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> DocumentTypes = new(
        [".doc", ".docx", ".odt", ".rtf", ".md", ".txt", ".pdf", ".xls", ".xlsx", ".ods", ".csv"],
        StringComparer.Ordinal
    );

    private NameForm(string name) => Name = name;

    public string Name { get; }

    /// <summary>Letters and digits, folded, without the leading number and the file type.</summary>
    public required string Key { get; init; }

    /// <summary>A leading number of one or two digits, as in « 01 Réunions » and « 1-Réunions ».</summary>
    public required int? Number { get; init; }

    /// <summary>With its dot, in small letters; empty for folders.</summary>
    public required string Extension { get; init; }

    /// <summary>The words that matter, without the sign of their plural.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>The numbers inside, in their order: of two years, one is not the other.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    public static NameForm Of(string name, bool isFile)
    {
        var meant = FileName.Original(name);
        var extension = isFile ? ExtensionOf(meant) : "";
        var rest = meant[..^extension.Length];
        var leading = LeadingNumber().Match(rest);
        if (leading.Success)
        {
            rest = rest[leading.Length..];
        }

        var words = Folded.Words(rest).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new NameForm(name.Normalize(NormalizationForm.FormC))
        {
            Key = Folded.Key(rest),
            Number = leading.Success
                ? int.Parse(leading.Groups[1].Value, CultureInfo.InvariantCulture)
                : null,
            Extension = extension.ToLowerInvariant(),
            Words = words
                .Where(word => !Empty.Contains(word))
                .Select(Singular)
                .ToHashSet(StringComparer.Ordinal),
            Numbers =
            [
                .. words.Where(word => word.All(char.IsAsciiDigit)).Select(word => word.TrimStart('0')),
            ],
        };
    }

    /// <summary>How much this name is <paramref name="other"/>; the same in both directions.</summary>
    public MatchQuality Compare(NameForm other)
    {
        var sameKey = Key.Length > 0 && Key == other.Key;
        var numbersAgree = Number is null || other.Number is null || Number == other.Number;
        return sameKey && numbersAgree && Extension == other.Extension ? MatchQuality.Folded
            : string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase) ? MatchQuality.Folded
            : AreOneType(other) && (sameKey || IsNear(other)) ? MatchQuality.Near
            : MatchQuality.None;
    }

    private bool IsNear(NameForm other) =>
        (Numbers.Count == 0 || other.Numbers.Count == 0 || Numbers.SequenceEqual(other.Numbers))
        && (HaveWordsInCommon(other) || EditDistance.IsWithin(Key, other.Key, Tolerance(other)));

    /// <summary>At least half of all their words.</summary>
    private bool HaveWordsInCommon(NameForm other)
    {
        var common = Words.Where(other.Words.Contains).ToList();
        return common.Exists(word => word.Length > 3 && !char.IsAsciiDigit(word[0]))
            && 2 * common.Count >= Words.Count + other.Words.Count - common.Count;
    }

    /// <summary>One letter in five, four at most; none in the shortest names.</summary>
    private int Tolerance(NameForm other)
    {
        var length = Math.Min(Key.Length, other.Key.Length);
        return length < 4 ? 0 : Math.Clamp(length / 5, 1, 4);
    }

    private bool AreOneType(NameForm other) =>
        Extension == other.Extension
        || (DocumentTypes.Contains(Extension) && DocumentTypes.Contains(other.Extension));

    private static string Singular(string word) =>
        word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;

    private static string ExtensionOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot is > 1 and <= 6 && name.AsSpan(dot + 1).IndexOf(' ') < 0
            ? name[dot..]
            : "";
    }

    [GeneratedRegex(@"^\s*([0-9]{1,2})[\s\-_.)°:–—]+(?=.*\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();
}
