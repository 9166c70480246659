using System.Globalization;
using System.Text;
using Connector.DevServer.Dav;
using Connector.DevServer.Files;

namespace Connector.DevServer.Pages;

/// <summary>One folder as a table.</summary>
internal static class FilesPage
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    // Drawn here: a machine without a font of pictures shows them too.
    private const string Folder =
        "<svg width=\"18\" height=\"16\" aria-label=\"dossier\"><path fill=\"currentColor\" d=\"M1 2h6l2 2h8v11H1z\"/></svg>";

    private const string TeamFolder =
        "<svg width=\"18\" height=\"16\" aria-label=\"dossier d'équipe\"><path fill=\"currentColor\" d=\"M1 2h6l2 2h8v11H1z\"/>"
        + "<circle cx=\"6.5\" cy=\"9\" r=\"2\" fill=\"#fff\"/><circle cx=\"11.5\" cy=\"9\" r=\"2\" fill=\"#fff\"/></svg>";

    private const string Document =
        "<svg width=\"18\" height=\"16\" aria-label=\"fichier\"><path fill=\"none\" stroke=\"currentColor\" d=\"M4 1h7l3 3v11H4zM11 1v3h3\"/></svg>";

    public static Task Write(HttpContext http, FileView view, Entry folder)
    {
        var rows = new StringBuilder();
        foreach (
            var entry in view.Children(folder)
                .OrderByDescending(e => e.IsFolder)
                .ThenBy(e => e.Name, StringComparer.Create(French, ignoreCase: true))
        )
            rows.Append(Row(entry));
        if (rows.Length == 0)
            rows.Append("<tr><td colspan=\"3\">Ce dossier est vide.</td></tr>");
        var title = folder.Path.Length == 0 ? "Fichiers" : folder.Name;
        return Page.Write(
            http,
            title,
            $"""
            <main><nav aria-label="Fil d'Ariane">{Trail(folder.Path)}</nav><h1>{Page.Text(title)}</h1>
            <table><thead><tr><th>Nom</th><th class="n">Taille</th><th class="n">Modifié</th></tr></thead><tbody>{rows}</tbody></table></main>
            """,
            view.UserId
        );
    }

    private static string Row(Entry entry)
    {
        var icon = (entry.IsMountRoot, entry.IsFolder) switch
        {
            (true, _) => TeamFolder,
            (_, true) => Folder,
            _ => Document,
        };
        var modified = entry.Modified.ToString("d MMM yyyy HH:mm", French);
        return $"<tr><td>{icon} {Link(entry.Path, entry.Name, entry.IsFolder)}</td>"
            + $"<td class=\"n\">{Size(entry.Size)}</td><td class=\"n\">{modified}</td></tr>";
    }

    private static string Trail(string path)
    {
        var trail = new List<string> { Link("", "Fichiers", folder: true) };
        var at = "";
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = DavPath.Join(at, name);
            trail.Add(Link(at, name, folder: true));
        }
        return string.Join(" › ", trail);
    }

    private static string Link(string path, string name, bool folder) =>
        $"<a href=\"/dev/files/{DavPath.Encode(path)}{(folder && path.Length > 0 ? "/" : "")}\">{Page.Text(name)}</a>";

    private static string Size(long bytes) =>
        bytes switch
        {
            < 1024 => string.Create(French, $"{bytes} o"),
            < 1024 * 1024 => string.Create(French, $"{bytes / 1024.0:0.#} Kio"),
            _ => string.Create(French, $"{bytes / 1024.0 / 1024:0.#} Mio"),
        };
}
