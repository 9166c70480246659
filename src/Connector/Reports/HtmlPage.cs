using System.Globalization;
using System.Reflection;
using System.Text;
using Connector.Domain;

namespace Connector.Reports;

/// <summary>
/// One self-contained page: headings, lists and words, one style sheet inside, no script and nothing from elsewhere, which
/// its own policy also tells the browser. All text goes through <see cref="Escaped"/>.
/// </summary>
internal sealed class HtmlPage(Language language)
{
    private const string Resource = "Connector.Reports.PageStyle.css";

    private static readonly Lazy<string> Style = new(() =>
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the resource {Resource} is missing from this build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private readonly StringBuilder _body = new();

    public string Say(Text text) => text.In(language);

    /// <summary>A whole element with text inside; <paramref name="tag"/> and <paramref name="kind"/> are ours.</summary>
    public HtmlPage Add(string tag, string text, string? kind = null, string? id = null)
    {
        Open(tag, kind, id);
        _body.Append(Escaped(text));
        return Close(tag);
    }

    public HtmlPage Open(string tag, string? kind = null, string? id = null)
    {
        _body.Append('<').Append(tag);
        if (kind is not null)
        {
            _body.Append(" class=\"").Append(kind).Append('"');
        }

        if (id is not null)
        {
            _body.Append(" id=\"").Append(id).Append('"');
        }

        _body.Append('>');
        return this;
    }

    public HtmlPage Close(string tag)
    {
        _body.Append("</").Append(tag).Append('>');
        if (tag is not ("b" or "strong" or "span"))
        {
            _body.Append('\n');
        }

        return this;
    }

    public HtmlPage Write(string text)
    {
        _body.Append(Escaped(text));
        return this;
    }

    /// <summary>A link to a heading of this page.</summary>
    public HtmlPage Jump(string id, string text)
    {
        _body.Append("<a href=\"#").Append(id).Append("\">").Append(Escaped(text)).Append("</a>");
        return this;
    }

    /// <summary>A link to somewhere else, which is not told where its reader came from.</summary>
    public HtmlPage Link(Uri address, string text)
    {
        _body
            .Append("<a href=\"")
            .Append(Escaped(address.AbsoluteUri))
            .Append("\" rel=\"noopener\">")
            .Append(Escaped(text))
            .Append("</a>");
        return this;
    }

    /// <summary>A row of column headings, or of cells with a heading of their own first.</summary>
    public HtmlPage Row(bool isHead, params IReadOnlyList<string> cells)
    {
        Open("tr");
        for (var index = 0; index < cells.Count; index++)
        {
            var tag =
                isHead ? "th scope=\"col\""
                : index == 0 ? "th scope=\"row\""
                : "td";
            _body.Append('<').Append(tag).Append('>').Append(Escaped(cells[index]));
            Close(tag[..2]);
        }

        return Close("tr");
    }

    /// <summary>A drawing that a library made of our numbers, and what it shows, for those who do not see it.</summary>
    public HtmlPage Chart(string svg, string caption)
    {
        var start = svg.IndexOf("<svg", StringComparison.Ordinal);
        Open("figure").Open("div role=\"img\" aria-label=\"" + Escaped(caption) + "\"");
        _body.Append(svg.AsSpan(start));
        return Close("div").Add("figcaption", caption, "soft").Close("figure");
    }

    /// <summary>A heading for the rows after it, over all columns.</summary>
    public HtmlPage RowGroup(int columns, string text)
    {
        Open("tr");
        _body
            .Append(
                CultureInfo.InvariantCulture,
                $"<th scope=\"rowgroup\" colspan=\"{columns}\" class=\"soft\">"
            )
            .Append(Escaped(text));
        return Close("th").Close("tr");
    }

    public string Whole(string title) =>
        $"""
            <!DOCTYPE html>
            <html lang="{(language == Language.English ? "en" : "fr")}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="{HtmlFile.Generator}">
            <meta name="referrer" content="no-referrer">
            <title>{Escaped(title)}</title>
            <style>
            {Style.Value}</style>
            </head>
            <body>
            <main>
            {_body}</main>
            </body>
            </html>

            """;

    /// <summary>
    /// Text for an element: signs of HTML become entities; controls and characters that turn the reading direction become
    /// their number, so that a name shows what it is.
    /// </summary>
    internal static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                _ when IsUnseen(rune) => safe.Append('[')
                    .Append("U+")
                    .Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture))
                    .Append(']'),
                _ => safe.Append(rune.ToString()),
            };
        }

        return safe.ToString();
    }

    /// <summary>The joiner of emoji families and of Persian words stays.</summary>
    private static bool IsUnseen(Rune rune) =>
        rune.Value is not ('\u200C' or '\u200D')
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned;
}
