using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning.Closing;

/// <summary>
/// Where each file and folder of a team folder goes in an archive: a relative path that every system can unpack, the
/// server's own names wherever they can be kept. What would be one name on Windows or macOS is numbered. Ask in the
/// order of the paths: the same tree then always gets the same names.
/// </summary>
internal sealed class EntryNames
{
    private readonly string _root;
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="root">The path on the server that is not to show in the archive.</param>
    /// <param name="below">The folder of the archive that stands for it.</param>
    public EntryNames(string root, string below)
    {
        _root = root;
        _places[root] = below;
        _taken.Add(below);
    }

    /// <summary>The place of something below the root.</summary>
    public string Of(string path)
    {
        if (_places.TryGetValue(path, out var known))
        {
            return known;
        }

        if (!path.StartsWith($"{_root}/", StringComparison.Ordinal))
        {
            throw new ArgumentException($"Not below '{_root}': '{path}'.", nameof(path));
        }

        var parent = Of(DavPath.Parent(path));
        // Read back first: a name that was spelled for the server already keeps that spelling.
        var name = FileName.Safe(FileName.Original(path[(path.LastIndexOf('/') + 1)..]));
        var place = $"{parent}/{name}";
        for (var number = 2; !_taken.Add(place); number++)
        {
            place = $"{parent}/{Numbered(name, number)}";
        }

        _places[path] = place;
        return place;
    }

    /// <summary>« Bilan (2).docx »</summary>
    private static string Numbered(string name, int number)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        return string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){extension}");
    }
}
