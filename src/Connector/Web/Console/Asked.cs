using System.Globalization;
using Connector.Domain;

namespace Connector.Web.Console;

/// <summary>What an address asks a page to show. All of it may be wrong, for anybody can type an address.</summary>
internal static class Asked
{
    /// <summary>Longer words find nothing.</summary>
    private const int Longest = 200;

    /// <summary>Trimmed; empty where it is not said.</summary>
    public static string Word(this PageScope page, string name)
    {
        var word = page.Http.Request.Query[name].ToString().Trim();
        return word.Length > Longest ? word[..Longest] : word;
    }

    public static string Route(this PageScope page, string name) =>
        page.Http.Request.RouteValues[name] as string ?? "";

    /// <summary>The day that a browser's field sends; null for anything else.</summary>
    public static DateOnly? Date(this PageScope page, string name) =>
        DateOnly.TryParseExact(
            page.Word(name),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>The first day of the month that is asked for as <c>2026-12</c>; null for anything else.</summary>
    public static DateOnly? Month(this PageScope page, string name) =>
        DateOnly.TryParseExact(
            $"{page.Word(name)}-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>From 1.</summary>
    public static int Number(this PageScope page) =>
        int.TryParse(page.Word("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, 10_000)
            : 1;

    /// <summary>Whether a text has all of the words, whatever their accents and capitals.</summary>
    public static bool Has(string text, string words)
    {
        var folded = Folded.Words(text);
        return Folded
            .Words(words)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>A page's path with some of what its address asks for set anew; empty ones are left out.</summary>
    public static string With(this PageScope page, params (string Name, string Value)[] changes)
    {
        var asked = page
            .Http.Request.Query.Select(pair => (Name: pair.Key, Value: pair.Value.ToString()))
            .Where(pair => pair.Name != "relire" && !changes.Any(change => change.Name == pair.Name))
            .Concat(changes)
            .Where(pair => pair.Value.Length > 0)
            .Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value));
        return page.Http.Request.Path + QueryString.Create(asked);
    }
}
