using Connector.DevServer.Accounts;

namespace Connector.DevServer.Pages;

/// <summary>The page on which a person lets a client in: one click when signed in, else a name and a password.</summary>
internal static class LoginFlowPage
{
    public static Task Ask(
        HttpContext http,
        string clientName,
        string formToken,
        SignIn? signIn,
        IReadOnlyList<Account> accounts,
        string? error
    )
    {
        var client = clientName.Length > 0 ? clientName : "Une application";
        var who = signIn is null
            ? Choice(accounts)
            : $"<p>Vous êtes connecté : <b>{Page.Text(signIn.UserId)}</b>.</p>";
        var button = signIn is null ? "Se connecter et autoriser" : "Autoriser";
        return Page.Write(
            http,
            "Autoriser une application",
            $"""
            <main class="card small"><h1>Autoriser une application ?</h1>
            <p><b>{Page.Text(client)}</b> demande à accéder à ce compte : fichiers, agendas, groupes.</p>
            {(error is null ? "" : $"<p class=\"error\" role=\"alert\">{Page.Text(error)}</p>")}
            <form method="post" action="/login/v2/grant"><input type="hidden" name="stateToken" value="{formToken}">
            {who}<button type="submit" id="grant">{button}</button></form></main>
            """
        );
    }

    public static Task Done(HttpContext http) =>
        Page.Write(
            http,
            "Application autorisée",
            "<main class=\"card small\"><h1>C'est fait</h1><p>L'application a accès au compte. Vous pouvez fermer cette page.</p></main>"
        );

    public static string Choice(IReadOnlyList<Account> accounts)
    {
        var options = string.Concat(
            accounts
                .Where(a => a.Enabled)
                .Select(a => $"<option value=\"{Page.Text(a.Id)}\">{Page.Text(a.DisplayName)}</option>")
        );
        return $"""
            <label for="user">Compte</label><input id="user" name="user" list="accounts" autocomplete="username" required>
            <datalist id="accounts">{options}</datalist>
            <label for="password">Mot de passe</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            """;
    }
}
