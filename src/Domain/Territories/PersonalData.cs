using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain.Directories;

namespace Connector.Domain.Territories;

/// <summary>
/// What may not stand in anything that is public: any e-mail, any telephone number as French people write them, the
/// telephones of the organisations, and the names of the network's people, whatever their case, accents and order.
/// </summary>
public sealed class PersonalData
{
    /// <summary>What stands in the place of something that was taken out.</summary>
    public const string Masked = "[…]";

    private const string Email = @"[^\s<>""'(),;:\[\]\\]+@[^\s<>""'(),;:\[\]\\]+";

    private const string Telephone =
        @"(?<![\d\w])(?:(?:\+33|0033)[\s.\-]*(?:\(0\))?[\s.\-]*|0)[1-9](?:[\s.\-]*\d{2}){4}(?!\d)|\+\d{2,3}[\s.\-]?\d(?:[\s.\-]?\d){6,11}(?!\d)";

    /// <summary>Made when first needed: a large directory makes a large expression.</summary>
    private readonly Lazy<Regex> _any;

    private readonly Lazy<NamesInText> _names;

    private readonly IReadOnlySet<string> _erased = new HashSet<string>();

    /// <param name="territory">Whose people and organisations.</param>
    /// <param name="erased">Fingerprints of people who were erased: see <see cref="ErasedName"/>.</param>
    public PersonalData(Territory territory, IReadOnlySet<string>? erased = null)
    {
        ArgumentNullException.ThrowIfNull(territory);
        _erased = erased ?? _erased;
        var patterns = territory
            .Organisations.Select(item => Digits(item.Telephone))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Prepend(Telephone)
            .Prepend(Email);
        _any = new Lazy<Regex>(() =>
            new Regex(string.Join('|', patterns), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5))
        );
        // Not an expression with thousands of ways to begin: each text would be tried for each of them, at each of its letters.
        _names = new Lazy<NamesInText>(() =>
            new NamesInText(territory.People.SelectMany(person => Orders(person.Name)))
        );
    }

    /// <summary>Without any pattern nothing is about anybody.</summary>
    private PersonalData(IReadOnlyCollection<string> patterns, string name)
    {
        _any = new Lazy<Regex>(() =>
            new Regex(
                patterns.Count == 0 ? "(?!)" : string.Join('|', patterns),
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(5)
            )
        );
        _names = new Lazy<NamesInText>(() => new NamesInText(Orders(name)));
    }

    /// <summary>What tells of one person alone: identifier, name in any order, e-mail and telephone.</summary>
    public static PersonalData About(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var patterns = new[] { Identifier(person.Id) }
            .Append(Word(person.Email ?? ""))
            .Append(Number(person.Telephone))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        return new PersonalData([.. patterns], person.Name);
    }

    /// <summary>« zoe » is a first name as well: such a word counts only where keys name it.</summary>
    private static string? Identifier(string id) =>
        id.Length > 0 && id.All(char.IsLetter)
            ? $@"(?<=[:/]){Regex.Escape(Folded(id))}(?![\w.\-])"
            : Word(id);

    /// <summary>An identifier or an address by itself, and not within a longer one.</summary>
    private static string? Word(string words) =>
        words.Length == 0 ? null : $@"(?<![\w.+\-]){Regex.Escape(Folded(words))}(?![\w\-]|\.\w)";

    /// <summary>A French number however it is written; any other as its digits.</summary>
    private static string? Number(string? telephone)
    {
        if (telephone is null || TelephoneNumber.Read(telephone) is not ['+', '3', '3', .. var digits])
        {
            return Digits(telephone);
        }

        var rest = string.Join(@"[\s.\-]*", digits.ToCharArray());
        return $@"(?<!\d)(?:(?:\+|00)33[\s.\-]*(?:\(0\))?[\s.\-]*|0){rest}(?!\d)";
    }

    /// <summary>Whether a text tells something of somebody.</summary>
    public bool IsIn(string text)
    {
        var folded = Folded(text);
        return _any.Value.IsMatch(folded)
            || _names.Value.In(folded).Any()
            || ErasedName.In(folded, _erased).Any();
    }

    /// <summary>The text without what it tells of people.</summary>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = Composed(text);
        var masked = new StringBuilder(composed.Length);
        var from = 0;
        var folded = Folded(text);
        var places = _any
            .Value.Matches(folded)
            .Select(match => (Start: match.Index, End: match.Index + match.Length))
            .Concat(_names.Value.In(folded))
            .Concat(ErasedName.In(folded, _erased))
            .OrderBy(place => place.Start);
        foreach (var (start, end) in places.Where(place => place.End > place.Start))
        {
            // What begins within another one, and goes on after it, is taken out with it.
            if (start >= from)
            {
                masked.Append(composed, from, start - from).Append(Masked);
            }

            from = Math.Max(from, end);
        }

        return from == 0 ? text : masked.Append(composed, from, composed.Length - from).ToString();
    }

    /// <summary>« Inès Le Goff », « LE GOFF Inès », « ines.le-goff »: each way to begin, whatever stands between.</summary>
    private static IEnumerable<string[]> Orders(string name)
    {
        var parts = Folded(name)
            .Split([' ', '-', '.', '_', '\u00a0', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2
            ? []
            : Enumerable
                .Range(0, parts.Length)
                .Select(start => parts.Skip(start).Concat(parts.Take(start)).ToArray());
    }

    /// <summary>A number as somebody wrote it into the file, with anything between its digits.</summary>
    private static string? Digits(string? telephone)
    {
        var digits = (telephone ?? "").Where(char.IsAsciiDigit).ToList();
        return digits.Count < 4 ? null : $@"(?<!\d){string.Join(@"[\s.\-]*", digits)}(?!\d)";
    }

    private static string Composed(string text) => UnicodeText.Normal(text, NormalizationForm.FormC);

    /// <summary>Small letters without accents, one for each letter of <see cref="Composed"/>: places stay the same.</summary>
    private static string Folded(string text) =>
        string.Create(
            Composed(text).Length,
            Composed(text),
            static (folded, composed) =>
            {
                for (var i = 0; i < composed.Length; i++)
                {
                    folded[i] = Fold(composed[i]);
                }
            }
        );

    private static char Fold(char letter)
    {
        if (char.IsAscii(letter))
        {
            return char.ToLowerInvariant(letter);
        }

        if (letter is '’' or 'ʼ' || char.IsSurrogate(letter))
        {
            return letter is '’' or 'ʼ' ? '\'' : letter;
        }

        var bare = UnicodeText.Normal(letter.ToString(), NormalizationForm.FormD)[0];
        return char.ToLower(bare, CultureInfo.InvariantCulture);
    }
}
