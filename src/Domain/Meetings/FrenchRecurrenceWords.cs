using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Domain.Meetings;

/// <summary>
/// The words of French rules as short signs, so that the grammar stays readable: <c>@TH</c> a day of the week,
/// <c>#1</c> a rank (<c>#-1</c> the last), <c>~8</c> a month, <c>+</c> an enumeration, plain digits a number.
/// </summary>
internal static partial class FrenchRecurrenceWords
{
    private static readonly string[] DayWords =
    [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ];

    private static readonly string[] DayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly string[] MonthWords =
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];

    private static readonly Dictionary<string, string> Signs = Build();

    /// <summary><c>1er et 3e jeudis d'août</c> gives <c>#1 + #3 @TH d ~8</c>.</summary>
    public static string Encode(string words)
    {
        var text = words
            .Replace("avant-dernier", "penultieme", StringComparison.OrdinalIgnoreCase)
            .Replace("avant dernier", "penultieme", StringComparison.OrdinalIgnoreCase);
        var tokens = Folded.Words(text, keep: ",").Replace(",", " + ", StringComparison.Ordinal);
        var encoded = tokens
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Signs.GetValueOrDefault(word, word));
        return RepeatedSigns().Replace(string.Join(' ', encoded), "+");
    }

    public static int Month(string sign) => int.Parse(sign.AsSpan(1), CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Build()
    {
        var signs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["et"] = "+",
            ["puis"] = "+",
            ["un"] = "1",
            ["une"] = "1",
            ["deux"] = "2",
            ["trois"] = "3",
            ["quatre"] = "4",
            ["cinq"] = "5",
            ["six"] = "6",
            ["huit"] = "8",
            ["quinze"] = "15",
            ["penultieme"] = "#-2",
        };
        AddRank(signs, "#1", "premier", "premiere", "premiers", "1er", "1ere", "1ers");
        AddRank(signs, "#2", "deuxieme", "deuxiemes", "second", "seconde", "2e", "2eme", "2nd", "2nde");
        AddRank(signs, "#3", "troisieme", "troisiemes", "3e", "3eme");
        AddRank(signs, "#4", "quatrieme", "quatriemes", "4e", "4eme");
        AddRank(signs, "#5", "cinquieme", "cinquiemes", "5e", "5eme");
        AddRank(signs, "#-1", "dernier", "derniere", "derniers", "dernieres");
        foreach (var (word, code) in DayWords.Zip(DayCodes))
        {
            signs[word] = signs[word + "s"] = "@" + code;
        }

        foreach (var (word, number) in MonthWords.Select((word, index) => (word, index + 1)))
        {
            signs[word] = string.Create(CultureInfo.InvariantCulture, $"~{number}");
        }

        return signs;
    }

    private static void AddRank(Dictionary<string, string> signs, string sign, params string[] words)
    {
        foreach (var word in words)
        {
            signs[word] = sign;
        }
    }

    [GeneratedRegex(@"\+(?: \+)+")]
    private static partial Regex RepeatedSigns();
}
