using System.Security;
using System.Text.RegularExpressions;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>
/// Puts a French template into English, word for word from a list. A word that the list lacks is an error: no
/// template comes out half in each language.
/// </summary>
internal sealed partial class EnglishWords
{
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    /// <param name="list">One French text and its English one a line, <c>=</c> between them.</param>
    internal EnglishWords(string list)
    {
        foreach (var line in (Common + list).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = line.Split(" = ", 2);
            words.Add(pair[0], pair[1]);
        }
    }

    internal string Translate(string xml)
    {
        var text = Texts().Replace(xml, match => $"{match.Groups[1].Value}{Of(match.Groups[2].Value)}</w:t>");
        return Attributes()
            .Replace(text, match => $"{match.Groups[1].Value}\"{Of(match.Groups[2].Value)}\"")
            .Replace("fr-FR", "en-GB", StringComparison.Ordinal);
    }

    /// <summary>Spaces around stay; tags and signs alone are of no language.</summary>
    private string Of(string escaped)
    {
        var french = System.Net.WebUtility.HtmlDecode(escaped).Replace('\u00A0', ' ');
        var key = french.Trim();
        if (!Letters().IsMatch(Tags().Replace(key, "").Replace("· Page", "", StringComparison.Ordinal)))
        {
            return escaped;
        }

        return words.TryGetValue(key, out var english)
            ? SecurityElement.Escape(french.Replace(key, english, StringComparison.Ordinal))
            : throw new InvalidOperationException($"no English for « {key} »");
    }

    private const string Common = """
        sur = of
        jj/mm/aaaa = dd/mm/yyyy
        à choisir = to choose

        """;

    [GeneratedRegex(@"(<w:t(?: xml:space=""preserve"")?>)([^<]*)</w:t>", RegexOptions.None, 1000)]
    private static partial Regex Texts();

    [GeneratedRegex(@"((?:w:displayText|w:value|w:alias w:val)=)""([^""]*)""", RegexOptions.None, 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\{\{(?!libre)[^}]*\}\}|\{\{libre [^}]*\}\}", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{L}", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
