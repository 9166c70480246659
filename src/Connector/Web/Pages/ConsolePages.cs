using Connector.Domain.Workspaces;
using Connector.Service;
using Connector.Web.Sessions;

namespace Connector.Web.Pages;

/// <summary>The pages, each a few sentences.</summary>
internal static class ConsolePages
{
    public static Task HomeAsync(HttpContext http, IReadOnlyList<TerritoryAccess> territories)
    {
        var who = ConsolePage.Text(http.User.Name());
        var rows = string.Concat(
            territories.Select(access =>
                $"<tr><th scope=\"row\">{ConsolePage.Text(access.Name)}</th><td>{ConsolePage.Text(Roles(access.Rights))}</td></tr>\n"
            )
        );
        var what =
            http.User.IsUnconfirmed()
                ? "<p class=\"note\" role=\"status\">Votre Nextcloud ne répond pas : vos droits ne peuvent pas être vérifiés. Réessayez dans un moment.</p>"
            : territories.Count == 0
                ? "<p class=\"note\">Vous ne participez à aucun des territoires tenus ici. Demandez à la coordination de vous ajouter à l'annuaire.</p>"
            : $"<table>\n<thead><tr><th scope=\"col\">Territoire</th><th scope=\"col\">Vous y êtes</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>";
        return ConsolePage.WriteAsync(
            http,
            "Vos territoires",
            $"""
            <p>Vous êtes connecté : <strong>{who}</strong>.</p>
            {what}
            <div class="actions">
            {ConsolePage.Button(http, "/deconnexion", "Se déconnecter")}
            {ConsolePage.Button(http, "/deconnexion/partout", "Se déconnecter de tous les appareils")}
            </div>
            """
        );
    }

    public static Task ChooseAsync(HttpContext http, WebSettings web)
    {
        var query = http.Request.Query;
        var back = Uri.EscapeDataString(LocalReturn.Of(query["retour"].ToString()));
        var said =
            query.ContainsKey("erreur")
                ? "<p class=\"note\" role=\"alert\">La connexion n'a pas abouti. Recommencez.</p>"
            : query.ContainsKey("sorti") ? "<p class=\"note\" role=\"status\">Vous êtes déconnecté.</p>"
            : "";
        var servers = string.Concat(
            web.SignIns.Select(server =>
                $"<li><a class=\"button\" href=\"/connexion/{server.Id}?retour={back}\">Se connecter avec {ConsolePage.Text(server.Server.Authority)}</a></li>\n"
            )
        );
        var how =
            web.SignIns.Count == 0
                ? "<p>Aucun Nextcloud n'est configuré pour la connexion (« connexions » dans connector.yaml).</p>"
                : $"<p>Connector ne voit jamais votre mot de passe : c'est votre Nextcloud qui le demande.</p>\n<ul class=\"servers\">\n{servers}</ul>";
        return ConsolePage.WriteAsync(http, "Se connecter", said + how);
    }

    /// <summary>Opening the link does nothing yet: programs that look at links in advance must not use it up.</summary>
    public static Task EmergencyAsync(HttpContext http, string? code) =>
        ConsolePage.WriteAsync(
            http,
            "Accès de secours",
            $"""
            <p>Ce lien ouvre une session d'administration, une seule fois, pour une heure au plus.</p>
            {ConsolePage.Button(
                http,
                "/secours",
                "Entrer",
                $"<input type=\"hidden\" name=\"code\" value=\"{ConsolePage.Text(code ?? "")}\">"
            )}
            """
        );

    public static Task ExpiredAsync(HttpContext http) =>
        ConsolePage.WriteAsync(
            http,
            "Demande refusée",
            "<p class=\"note\" role=\"alert\">Cette page ou ce lien n'est plus valable. <a href=\"/\">Revenez au début</a>.</p>",
            StatusCodes.Status400BadRequest
        );

    private static string Roles(TerritoryRights rights)
    {
        var roles = new List<string>();
        if (rights.IsAdministrator)
        {
            roles.Add("administration");
        }

        if (rights.IsCoordinator)
        {
            roles.Add("coordination");
        }

        roles.AddRange(rights.Leads.Select(group => $"animation de « {group} »"));
        if (rights.IsMember)
        {
            roles.Add("membre du réseau");
        }

        return string.Join(", ", roles);
    }
}
