using Connector.DevServer.Accounts;
using Connector.DevServer.Files;

namespace Connector.DevServer.Pages;

/// <summary>What a browser sees: the front page, signing in and out, and the files.</summary>
internal sealed class PageEndpoints(
    Authentication authentication,
    SignInSessions sessions,
    AccountStore accounts,
    FileActions files
)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/", Front);
        app.MapGet("/login", SignInForm);
        app.MapGet("/index.php/login", SignInForm);
        app.MapPost("/login", SignIn);
        app.MapPost("/index.php/login", SignIn);
        app.MapGet("/logout", SignOut);
        app.MapGet("/dev/files/{**path}", Files);
        app.MapGet("/index.php/apps/files", ToFiles);
        app.MapGet("/apps/files", ToFiles);
        app.MapGet("/index.php/f/{id}", ToFiles);
    }

    private static Task Front(HttpContext http)
    {
        var address = Page.Text($"{http.Request.Scheme}://{http.Request.Host}");
        return Page.Write(
            http,
            "Serveur de développement",
            $"""
            <main class="card"><h1>Un serveur pour essayer Connector</h1>
            <p>Ce serveur parle comme un Nextcloud 27 : comptes, groupes, dossiers d'équipe, fichiers, agendas, partages.
            Il ne sert qu'au développement, à la démonstration et aux essais, sur cette machine seulement.</p>
            <ul><li><a href="/dev/files/">Parcourir les fichiers</a></li>
            <li>WebDAV : <code>{address}/remote.php/dav/files/COMPTE/</code></li>
            <li>CalDAV : <code>{address}/remote.php/dav/</code></li>
            <li>Adresse du serveur pour un client Nextcloud : <code>{address}</code></li></ul></main>
            """,
            http.SignIn()?.UserId
        );
    }

    private Task SignInForm(HttpContext http) => ShowForm(http, null);

    private async Task SignIn(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var session = authentication.Session(http);
        var known = form["requesttoken"] == session.FormToken;
        if (
            !known || authentication.Check(http, form["user"].ToString(), form["password"].ToString()) is null
        )
        {
            http.Response.StatusCode = 403;
            await ShowForm(http, "Identifiant ou mot de passe incorrect.");
            return;
        }
        var back = form["redirect_url"].ToString();
        http.Response.Redirect(
            back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) ? back : "/dev/files/"
        );
    }

    private Task SignOut(HttpContext http)
    {
        if (http.SignIn() is { } signIn)
            sessions.Close(signIn.Session);
        http.Response.Redirect("/");
        return Task.CompletedTask;
    }

    private async Task Files(HttpContext http)
    {
        if (http.SignIn() is not { } signIn)
        {
            http.Response.Redirect("/login");
            return;
        }
        var view = files.View(signIn.UserId);
        var path = Dav.DavPath.Behind("/dev/files/", http.Request.Path.Value!)!;
        if (view.Find(path) is not { } entry)
        {
            http.Response.StatusCode = 404;
            await Page.Write(
                http,
                "Introuvable",
                "<main><h1>Introuvable</h1><p>Rien à cette adresse.</p></main>",
                signIn.UserId
            );
        }
        else if (entry.IsFolder)
            await FilesPage.Write(http, view, entry);
        else
            await Download(http, entry);
    }

    private async Task Download(HttpContext http, Entry file)
    {
        http.Response.ContentType = MimeTypes.Of(file.Name);
        http.Response.ContentLength = file.Size;
        // Nothing that a user stored runs as a page of this server.
        http.Response.Headers.ContentSecurityPolicy = "sandbox";
        http.Response.Headers.ContentDisposition =
            $"inline; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await using var content = files.Open(file);
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static Task ToFiles(HttpContext http)
    {
        http.Response.Redirect(
            "/dev/files/" + Dav.DavPath.Encode(http.Request.Query["dir"].ToString().Trim('/'))
        );
        return Task.CompletedTask;
    }

    private Task ShowForm(HttpContext http, string? error) =>
        Page.Write(
            http,
            "Se connecter",
            $"""
            <main class="card small"><h1>Se connecter</h1>
            {(error is null ? "" : $"<p class=\"error\" role=\"alert\">{Page.Text(error)}</p>")}
            <form method="post" action="/login">
            <input type="hidden" name="requesttoken" value="{authentication.Session(http).FormToken}">
            <input type="hidden" name="redirect_url" value="{Page.Text(http.Request.Query["redirect_url"].ToString())}">
            {LoginFlowPage.Choice(
                accounts.Search("", 200, 0)
            )}<button type="submit">Se connecter</button></form></main>
            """
        );
}
