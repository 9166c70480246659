using Connector.DevServer.Accounts;
using Connector.DevServer.Pages;

namespace Connector.DevServer.OAuth;

/// <summary>The two pages between a client and its code, with the forms of the real server.</summary>
internal static class OAuthPages
{
    public static Task Pick(HttpContext http, OAuthClient client, string token) =>
        Page.Write(
            http,
            "Connexion à une application",
            $"""
            <main class="card small"><h1>Connexion à une application</h1>
            <p>Connectez-vous pour donner accès à <b>{Page.Text(client.Name)}</b>.</p>
            <form id="login-form" action="/login/flow/grant" method="get">
            <input type="hidden" name="stateToken" value="{token}" />
            <input type="hidden" name="clientIdentifier" value="{client.Identifier}" />
            <button type="submit" id="submit-app-token-login">Se connecter</button></form></main>
            """
        );

    public static Task Ask(HttpContext http, OAuthClient client, SignIn signIn) =>
        Page.Write(
            http,
            "Donner accès",
            $"""
            <main class="card small"><h1>Donner accès à ce compte ?</h1>
            <p>Vous êtes connecté : <b>{Page.Text(signIn.UserId)}</b>. <b>{Page.Text(
                client.Name
            )}</b> demande accès.</p>
            <form method="POST" action="/login/flow">
            <input type="hidden" name="clientIdentifier" value="{client.Identifier}" />
            <input type="hidden" name="requesttoken" value="{signIn.Session.FormToken}" />
            <input type="hidden" name="stateToken" value="{signIn.Session.FormToken}" />
            <button type="submit" id="grant">Donner accès</button></form></main>
            """,
            formAction: new Uri(client.RedirectUri).GetLeftPart(UriPartial.Authority)
        );
}
