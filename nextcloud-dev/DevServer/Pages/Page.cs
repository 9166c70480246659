using System.Net;

namespace Connector.DevServer.Pages;

/// <summary>The frame of every page: French, readable without script, says on each that this is no real server.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light dark;--blue:#00679e;--line:#d9dee3;--paper:#fff;--ink:#1c2730;--soft:#f3f6f9}
        @media(prefers-color-scheme:dark){:root{--blue:#5fb6e5;--line:#39434c;--paper:#182027;--ink:#e6ebef;--soft:#222c34}}
        *{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:var(--soft);color:var(--ink)}
        header{background:var(--blue);color:#fff;padding:.6rem 1.2rem;display:flex;gap:1rem;align-items:baseline}
        @media(prefers-color-scheme:dark){header{color:#0d1419}}
        header a{color:inherit;font-weight:600;text-decoration:none}header span{margin-left:auto;font-size:.85rem}
        main{max-width:60rem;margin:1.5rem auto;padding:0 1.2rem}
        .card{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.4rem}
        .small{max-width:28rem}h1{font-size:1.35rem;margin:.2rem 0 1rem}a{color:var(--blue)}
        table{width:100%;border-collapse:collapse;background:var(--paper);border:1px solid var(--line);border-radius:12px}
        th,td{padding:.5rem .8rem;text-align:left;border-bottom:1px solid var(--line)}th{font-size:.85rem;font-weight:600}
        th.n,td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        label{display:block;margin:.8rem 0 .2rem}input,select{width:100%;padding:.5rem;font:inherit;border:1px solid var(--line);
        border-radius:8px;background:var(--paper);color:inherit}
        button{margin-top:1.2rem;padding:.6rem 1.2rem;font:inherit;font-weight:600;border:0;border-radius:8px;
        background:var(--blue);color:var(--paper);cursor:pointer}.error{color:#c0392b}
        footer{max-width:60rem;margin:2rem auto;padding:0 1.2rem;font-size:.85rem;opacity:.75}
        svg{vertical-align:-2px;margin-right:.3rem;color:var(--blue)}nav{margin:0 0 1rem}code{background:var(--soft);padding:.1rem .3rem;border-radius:4px}
        """;

    /// <summary>For element content and quoted attributes.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <param name="main">HTML; whatever comes from users went through <see cref="Text"/>.</param>
    /// <param name="formAction">Another origin that a form of this page leads to in the end.</param>
    public static Task Write(
        HttpContext http,
        string title,
        string main,
        string? user = null,
        string? formAction = null
    )
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'unsafe-inline'; form-action 'self' {formAction}; frame-ancestors 'none'; base-uri 'none'";
        var who = user is null
            ? ""
            : $"<span>{Text(user)} · <a href=\"/dev/files/\">fichiers</a> · <a href=\"/logout\">se déconnecter</a></span>";
        var html = $"""
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{Text(title)}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><style>{Style}</style></head>
            <body><header><a href="/">Serveur de développement</a>{who}</header>{main}
            <footer>Serveur compatible Nextcloud pour le développement, la démonstration et les essais : ni sauvegarde,
            ni chiffrement, cette machine seulement. N'y mettez pas de vraies données.</footer></body></html>
            """;
        return http.Response.WriteAsync(html, http.RequestAborted);
    }
}
