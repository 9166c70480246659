using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Testing.Mutations;

/// <summary>Text changed where XML has its joints, so that most results can still be parsed and mean something else.</summary>
internal static partial class XmlMutations
{
    private static readonly string[] Values =
    [
        "",
        "-1",
        "0",
        "2147483648",
        "99999999999999999999",
        "1e400",
        "NaN",
        "é",
        "rId1",
        "A1",
        "XFD1048577",
        "ZZZZZZZZ1",
        "../../../evil.txt",
        "NULL",
        "/",
        "#x",
        "External",
        "http://evil.example/x.dotm",
        "file:///etc/passwd",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "{{nom}}",
        "{{#membres}}",
        "{{/membres}}",
        "{{^}}",
        "{{",
        "_x0000_",
        "_xD800_",
        "\uFFFE",
        "&#0;",
        "&lol;",
    ];

    internal static byte[] Mutate(byte[] bytes, Random random)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Length == 0)
        {
            return bytes;
        }

        var changed = random.Next(16) switch
        {
            0 => Attribute(text, random, (_, _) => Value(random)),
            1 => Attribute(text, random, (all, old) => all[random.Next(all.Count)].Groups["v"].Value),
            2 => Tag(text, random, tag => random.Next(2) == 0 ? "" : tag + tag),
            3 or 4 or 5 => Elements(text, random, element => ""),
            6 or 10 or 11 => Elements(text, random, element => element + element),
            12 => Elements(text, random, element => Nested(element, random)),
            7 or 13 or 14 => Words(text, random),
            8 => Moved(text, random),
            _ => Insert(text, random),
        };
        return Encoding.UTF8.GetBytes(changed);
    }

    private static string Value(Random random) => Values[random.Next(Values.Length)];

    private static string Attribute(
        string text,
        Random random,
        Func<IReadOnlyList<Match>, string, string> change
    )
    {
        var all = Attributes().Matches(text);
        return all.Count == 0
            ? text
            : Put(text, all[random.Next(all.Count)].Groups["v"], old => change(all, old));
    }

    private static string Tag(string text, Random random, Func<string, string> change)
    {
        var all = Tags().Matches(text);
        return all.Count == 0 ? text : Put(text, all[random.Next(all.Count)], change);
    }

    /// <summary>An element without children of its own name, from its start to its end.</summary>
    private static string Elements(string text, Random random, Func<string, string> change)
    {
        var all = Starts().Matches(text);
        if (all.Count == 0)
        {
            return text;
        }

        var start = all[random.Next(all.Count)];
        var close = $"</{start.Groups["n"].Value}>";
        var end = text.IndexOf(close, start.Index, StringComparison.Ordinal);
        return end < 0
            ? text
            : text[..start.Index]
                + change(text[start.Index..(end + close.Length)])
                + text[(end + close.Length)..];
    }

    private static string Nested(string element, Random random)
    {
        var (depth, name) = (random.Next(2, 400), Starts().Match(element).Groups["n"].Value);
        return string.Concat(Enumerable.Repeat($"<{name}>", depth))
            + element
            + string.Concat(Enumerable.Repeat($"</{name}>", depth));
    }

    private static string Words(string text, Random random)
    {
        var all = Contents().Matches(text);
        return all.Count == 0 ? text : Put(text, all[random.Next(all.Count)].Groups["w"], _ => Value(random));
    }

    private static string Moved(string text, Random random)
    {
        var piece = "";
        var without = Elements(
            text,
            random,
            element =>
            {
                piece = element;
                return "";
            }
        );
        var places = Tags().Matches(without);
        return places.Count == 0 ? text : without.Insert(places[random.Next(places.Count)].Index, piece);
    }

    private static string Insert(string text, Random random)
    {
        var places = Tags().Matches(text);
        var at = places.Count == 0 ? 0 : places[random.Next(places.Count)].Index;
        var piece = random.Next(6) switch
        {
            0 => "<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
            1 => "<![CDATA[ {{nom}} ]]>",
            2 => "<!-- -->",
            3 => "<?x y?>",
            4 => new string('a', 100_000),
            _ => Value(random),
        };
        return text.Insert(at, piece);
    }

    private static string Put(string text, Group group, Func<string, string> change) =>
        text[..group.Index] + change(group.Value) + text[(group.Index + group.Length)..];

    [GeneratedRegex("[\\w:]+=\"(?<v>[^\"<]*)\"")]
    private static partial Regex Attributes();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<(?<n>[\\w:]+)(\\s[^<>]*)?(?<!/)>")]
    private static partial Regex Starts();

    [GeneratedRegex(">(?<w>[^<>]+)<")]
    private static partial Regex Contents();
}
