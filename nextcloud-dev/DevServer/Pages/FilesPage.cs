using System.Globalization;
using System.Text;
using Connector.DevServer.Dav;
using Connector.DevServer.Files;

namespace Connector.DevServer.Pages;

/// <summary>One folder as a table.</summary>
internal static class FilesPage
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

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
            <table><thead><tr><th>Nom</th><th>Taille</th><th>Modifié</th></tr></thead><tbody>{rows}</tbody></table></main>
            """,
            view.UserId
        );
    }

    private static string Row(Entry entry)
    {
        var icon = (entry.IsMountRoot, entry.IsFolder) switch
        {
            (true, _) => "👥",
            (_, true) => "📁",
            _ => "📄",
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
