using System.Text;

namespace Connector.Domain.Directories;

/// <summary>French telephone numbers as the standard wants them: <c>+33442645975</c>.</summary>
public static class TelephoneNumber
{
    /// <summary>Area codes of the overseas departments, by the beginning of their ten digits.</summary>
    private static readonly Dictionary<string, string> Overseas = new(StringComparer.Ordinal)
    {
        ["0590"] = "+590",
        ["0690"] = "+590",
        ["0691"] = "+590",
        ["0594"] = "+594",
        ["0694"] = "+594",
        ["0596"] = "+596",
        ["0696"] = "+596",
        ["0697"] = "+596",
        ["0262"] = "+262",
        ["0263"] = "+262",
        ["0692"] = "+262",
        ["0693"] = "+262",
        ["0269"] = "+262",
        ["0639"] = "+262",
    };

    private static readonly string[] Prefixes =
    [
        "+33",
        "+590",
        "+594",
        "+262",
        "+596",
        "+269",
        "+687",
        "+689",
        "+508",
        "+681",
    ];

    /// <summary>The number; null when the words are none that the standard knows.</summary>
    public static string? Read(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var digits = Digits(words.Replace("(0)", "", StringComparison.Ordinal));
        if (digits is null)
        {
            return null;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = string.Concat("+", digits.AsSpan(2));
        }

        if (digits is ['0', _, _, _, _, _, _, _, _, _])
        {
            var prefix = Overseas.GetValueOrDefault(digits[..4], "+33");
            return string.Concat(prefix, digits.AsSpan(1));
        }

        // A spreadsheet took the number for one, and its zero away.
        if (digits.Length == 9 && digits[0] is >= '1' and <= '9')
        {
            return Read("0" + digits);
        }

        return IsStandard(digits) ? digits : null;
    }

    /// <summary>Whether it has the form that the schema asks for.</summary>
    public static bool IsStandard(string words) =>
        Prefixes.FirstOrDefault(prefix => words.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
        && words.Length - prefix.Length is >= 6 and <= 9
        && words.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string? Digits(string words)
    {
        var digits = new StringBuilder(words.Length);
        foreach (var sign in words.Trim())
        {
            if (char.IsAsciiDigit(sign) || (sign == '+' && digits.Length == 0))
            {
                digits.Append(sign);
            }
            else if (sign is not ('.' or '-' or '/') && !char.IsWhiteSpace(sign))
            {
                return null;
            }
        }

        return digits.Length == 0 ? null : digits.ToString();
    }
}
