using System.Globalization;
using System.Security.Cryptography;

namespace Connector.Templates;

/// <summary>What one filling shares over all parts: numbers and names that must not come twice, and pictures.</summary>
internal sealed class FillSession(PackageParts package, DocumentData data)
{
    private const string ImageRelationship =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

    private const string LinkRelationship =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    private readonly HashSet<string> bookmarkNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Path, string Address), string> links = [];
    private readonly Dictionary<(string Path, string Name), string> labels = [];
    private readonly Dictionary<(string Path, string Digest), string> pictures = [];
    private readonly Dictionary<string, string> media = new(StringComparer.Ordinal);
    private int control = 1000;
    private int drawing;
    private int bookmark;
    private int relationship;

    internal DocumentData Data { get; } = data;

    /// <summary>Title of a control: the catalogue's, else the last word of the tag's name.</summary>
    internal string Label(string cataloguePath, string name)
    {
        if (labels.TryGetValue((cataloguePath, name), out var known))
        {
            return known;
        }

        var key = cataloguePath + name;
        var last = name[(name.LastIndexOf('.') + 1)..];
        var label =
            Data.Catalogue.FirstOrDefault(field => TagName.Fold(field.Key) == key)?.Label
            ?? char.ToUpperInvariant(last[0]) + last[1..];
        return labels[(cataloguePath, name)] = label;
    }

    internal int NextControl() => ++control;

    internal int NextDrawing() => ++drawing;

    internal int NextBookmark() => ++bookmark;

    /// <summary>The wished name, or the same with a number when it is taken.</summary>
    internal string BookmarkName(string wished)
    {
        var name = wished;
        for (var number = 2; !bookmarkNames.Add(name); number++)
        {
            var suffix = "_" + number.ToString(CultureInfo.InvariantCulture);
            name = wished[..Math.Min(wished.Length, 40 - suffix.Length)] + suffix;
        }

        return name;
    }

    /// <summary>Relationship of the part at <paramref name="path"/> to an address, one per address.</summary>
    internal string Link(string path, string address)
    {
        if (!links.TryGetValue((path, address), out var id))
        {
            id = NextRelationship();
            package.AddRelationship(path, id, LinkRelationship, address, isExternal: true);
            links[(path, address)] = id;
        }

        return id;
    }

    /// <summary>Relationship of a part to a picture; the same picture is kept once, however often it is shown.</summary>
    internal string Image(string path, ReadOnlyMemory<byte> picture, string extension)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(picture.Span));
        if (pictures.TryGetValue((path, digest), out var id))
        {
            return id;
        }

        id = pictures[(path, digest)] = NextRelationship();
        if (!media.TryGetValue(digest, out var target))
        {
            target = media[digest] = $"word/media/{id}.{extension}";
            package[target] = picture;
            package.SetDefaultContentType(extension, "image/" + extension);
        }

        package.AddRelationship(path, id, ImageRelationship, "/" + target, isExternal: false);
        return id;
    }

    private string NextRelationship() => $"connector{++relationship}";
}
