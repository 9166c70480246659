using Connector.Domain;

namespace Connector.Web.Console.Layout;

/// <summary>
/// What each page is called in the browser's title and in the menu. By address, since a layout is rendered before the page in
/// it could say so.
/// </summary>
internal static class PageTitles
{
    public static readonly IReadOnlyList<MenuEntry> Menu =
    [
        new("", new Text("Aujourd'hui", "Today"), Who.Member),
        new("/groupes", new Text("Groupes", "Groups"), Who.Member),
        new("/rencontres", new Text("Rencontres", "Meetings"), Who.Member),
        new("/comptes-rendus", new Text("Comptes-rendus", "Minutes"), Who.Member),
        new("/actions", new Text("Actions", "Actions"), Who.Member),
        new("/feuilles-de-route", new Text("Feuilles de route", "Roadmaps"), Who.Member),
        new("/bilan", new Text("L'année", "The year"), Who.Member),
        new("/relais", new Text("Faire connaître", "Spread the word"), Who.Member),
        new("/annuaire", new Text("Annuaire", "Directory"), Who.Manager),
        new("/couverture", new Text("Couverture", "Coverage"), Who.Manager),
        new("/annonces", new Text("Annonces", "Announcements"), Who.Manager),
        new("/plan", new Text("Mise en place", "Set-up"), Who.Manager),
        new("/travaux", new Text("Travaux", "Jobs"), Who.Manager),
        new("/reglages", new Text("Réglages", "Settings"), Who.Manager),
        new("/sante", new Text("Santé", "Health"), Who.Manager),
    ];

    /// <summary>The longest entry that the address begins with; the sign-in page has none.</summary>
    public static string? Of(PageScope page)
    {
        var path = page.Http.Request.Path.Value ?? "";
        if (page.Access is null)
        {
            return path switch
            {
                "/" => page.Say("Vos territoires", "Your territories"),
                "/connexion" => page.Say("Se connecter", "Sign in"),
                _ when path.StartsWith(FirstRun.FirstRunRoutes.Root, StringComparison.Ordinal) => page.Say(
                    "Première mise en route",
                    "First set-up"
                ),
                "/api" => page.Say("L'API", "The API"),
                _ => null,
            };
        }

        var inside = path[Math.Min(path.Length, page.At("").Length)..];
        return page.Say(
            Menu.Where(entry => entry.IsOver(inside))
                .OrderByDescending(entry => entry.Path.Length)
                .First()
                .Name
        );
    }
}

/// <summary>One line of the menu.</summary>
/// <param name="Path">After the territory's address.</param>
/// <param name="Name">In the menu and the title.</param>
/// <param name="Who">For whom.</param>
internal sealed record MenuEntry(string Path, Text Name, Who Who)
{
    /// <summary>Whether a page belongs to it.</summary>
    public bool IsOver(string path) =>
        Path.Length == 0 || path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}
