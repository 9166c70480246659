using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;

namespace Connector.Web.Pages;

/// <summary>The frame of every page of the console.</summary>
internal static class ConsolePage
{
    public static readonly byte[] Style = ReadStyle();

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>For element content and quoted attributes.</summary>
    public static string Text(string text) => Encoder.Encode(text);

    /// <param name="http">Where to.</param>
    /// <param name="title">Plain words.</param>
    /// <param name="main">HTML; whatever comes from people went through <see cref="Text"/>.</param>
    /// <param name="status">200 unless said otherwise.</param>
    public static Task WriteAsync(HttpContext http, string title, string main, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} – Connector</title>
            <link rel="stylesheet" href="/console.css">
            </head>
            <body>
            <header><a href="/">Connector</a></header>
            <main>
            <h1>{Text(title)}</h1>
            {main}
            </main>
            </body>
            </html>

            """,
            http.RequestAborted
        );
    }

    /// <summary>A button that changes something: a form with the token of this browser.</summary>
    public static string Button(HttpContext http, string action, string label, string inside = "")
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return $"""
            <form method="post" action="{Text(action)}">
            <input type="hidden" name="{tokens.FormFieldName}" value="{Text(tokens.RequestToken!)}">{inside}
            <button type="submit">{Text(label)}</button>
            </form>
            """;
    }

    private static byte[] ReadStyle()
    {
        using var from = typeof(ConsolePage).Assembly.GetManifestResourceStream("Connector.Web.console.css")!;
        using var all = new MemoryStream();
        from.CopyTo(all);
        return all.ToArray();
    }
}
