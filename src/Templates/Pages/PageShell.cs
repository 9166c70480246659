using System.Security;

namespace Connector.Templates;

/// <summary>What every page has around its content: language, policy, style, landmarks.</summary>
internal sealed record PageShell(string Language, string Title, string Navigation)
{
    /// <param name="head">HTML of the page's header.</param>
    /// <param name="contents">HTML of the list items of the navigation; none for a page without sections.</param>
    /// <param name="main">HTML of the main part.</param>
    /// <param name="footer">Words.</param>
    internal string Around(string head, string contents, string main, string footer)
    {
        var navigation =
            contents.Length == 0
                ? ""
                : $"<nav aria-label=\"{Escaped(Navigation)}\">\n<ul>\n{contents}</ul>\n</nav>\n";
        return $"""
            <!DOCTYPE html>
            <html lang="{Escaped(Language)}">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
            <title>{Escaped(Title)}</title>
            <style>
            {PageStyle.Css}</style>
            </head>
            <body>
            <header>
            {head}</header>
            {navigation}<main>
            {main}</main>
            <footer>
            <p>{Escaped(footer)}</p>
            </footer>
            </body>
            </html>

            """;
    }

    internal static string Escaped(string words) => SecurityElement.Escape(XmlText.Neutralise(words));
}
