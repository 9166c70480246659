using System.Text.RegularExpressions;

namespace Connector.Tests.Console;

/// <summary>The fields of a page's own form, as a browser would send them.</summary>
internal static class PageForm
{
    /// <param name="page">Its characters decoded.</param>
    public static Dictionary<string, string> Fields(string page)
    {
        var form = Regex.Match(page, "<main.*</main>", RegexOptions.Singleline).Value;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Regex.Matches(form, "<input [^>]*>"))
        {
            if (Attribute(input.Value, "name") is { } name)
            {
                fields[name] = Attribute(input.Value, "value") ?? "";
            }
        }

        foreach (
            Match area in Regex.Matches(form, "<textarea[^>]*? name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")
        )
        {
            fields[area.Groups[1].Value] = area.Groups[2].Value;
        }

        foreach (
            Match select in Regex.Matches(
                form,
                "<select[^>]*? name=\"([^\"]+)\".*?</select>",
                RegexOptions.Singleline
            )
        )
        {
            fields[select.Groups[1].Value] = Regex
                .Match(select.Value, "<option value=\"([^\"]*)\" selected")
                .Groups[1]
                .Value;
        }

        return fields;
    }

    /// <summary>All that a browser sends of a page's first form: boxes only where they are ticked, a name as often as it is there.</summary>
    /// <param name="page">Its characters decoded.</param>
    public static List<KeyValuePair<string, string>> First(string page)
    {
        var form = Regex
            .Match(page, "<main.*?(<form method=\"post\".*?</form>)", RegexOptions.Singleline)
            .Groups[1]
            .Value;
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match input in Regex.Matches(form, "<input [^>]*>"))
        {
            var isBox = input.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal);
            if (
                Attribute(input.Value, "name") is { } name
                && (!isBox || input.Value.Contains(" checked", StringComparison.Ordinal))
            )
            {
                fields.Add(KeyValuePair.Create(name, Attribute(input.Value, "value") ?? ""));
            }
        }

        foreach (
            Match area in Regex.Matches(form, "<textarea[^>]*? name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")
        )
        {
            fields.Add(KeyValuePair.Create(area.Groups[1].Value, area.Groups[2].Value));
        }

        foreach (
            Match select in Regex.Matches(
                form,
                "<select[^>]*? name=\"([^\"]+)\".*?</select>",
                RegexOptions.Singleline
            )
        )
        {
            var options = Regex.Matches(select.Value, "<option value=\"([^\"]*)\"( selected)?");
            var chosen = options.FirstOrDefault(option => option.Groups[2].Success) ?? options[0];
            fields.Add(KeyValuePair.Create(select.Groups[1].Value, chosen.Groups[1].Value));
        }

        return fields;
    }

    private static string? Attribute(string element, string name) =>
        Regex.Match(element, $" {name}=\"([^\"]*)\"") is { Success: true } match
            ? match.Groups[1].Value
            : null;
}
