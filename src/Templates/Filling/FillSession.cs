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

    /// <summary>The last number that was put after a name that is taken.</summary>
    private readonly Dictionary<string, int> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Path, string Address), string> links = [];
    private readonly Dictionary<(string Path, string Name), string> labels = [];
    private readonly Dictionary<(string Path, string Digest), string> pictures = [];
    private readonly Dictionary<string, string> media = new(StringComparer.Ordinal);
    private int control = 1000;
    private int drawing;
    private int bookmark;
    private int relationship;

    private readonly Dictionary<string, string> restarted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ForeignDocument> documents = new(StringComparer.Ordinal);
    private StyleBook? book;
    private DocumentLists? lists;

    internal DocumentData Data { get; } = data;

    internal StyleBook Book => book ??= new StyleBook(package);

    internal DocumentLists Lists => lists ??= new DocumentLists(package);

    internal NoteBook Notes { get; } = new();

    /// <summary>Null when the template has no table of contents.</summary>
    internal TableOfContents? Contents { get; init; }

    /// <summary>From here on these lists count from their start.</summary>
    internal void Restart(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            restarted[name] = Lists.Restart(name);
        }
    }

    internal string ListNow(string list) => restarted.GetValueOrDefault(list, list);

    /// <summary>Writes what filling added to the styles and lists.</summary>
    internal void Save(bool lacksLanguage)
    {
        if (lacksLanguage)
        {
            Book.EnsureLanguage(Data.Language);
        }

        book?.Save();
        lists?.Save();
    }

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
        while (!bookmarkNames.Add(name))
        {
            var number = taken[wished] = taken.GetValueOrDefault(wished, 1) + 1;
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

    /// <summary>A document to be inserted; its styles and lists come over once, however often it is shown.</summary>
    /// <exception cref="TemplateException">It cannot be read; where it was to stand is told.</exception>
    internal ForeignDocument Foreign(ReadOnlyMemory<byte> docx, TagPlace tag)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(docx.Span));
        if (!documents.TryGetValue(digest, out var document))
        {
            document = documents[digest] = Open(docx, tag);
        }

        return document;
    }

    private ForeignDocument Open(ReadOnlyMemory<byte> docx, TagPlace tag)
    {
        try
        {
            return new ForeignDocument(docx, this);
        }
        catch (TemplateException refused)
        {
            throw new TemplateException([
                .. refused.Problems.Select(problem =>
                    problem with
                    {
                        Where = problem.Where is null ? tag.Written : $"{tag.Written} › {problem.Where}",
                    }
                ),
            ]);
        }
    }

    /// <summary>Brings a part of another document and what it leans on; the relationship to it.</summary>
    internal string Import(PackageParts other, PackageRelationship relationship, string path)
    {
        var id = NextRelationship();
        var folder = $"word/{id}";
        package.AddRelationship(
            path,
            id,
            relationship.Type,
            "/" + Copy(other, relationship.Target, folder),
            false
        );
        return id;
    }

    private string Copy(PackageParts other, string source, string folder)
    {
        var target = $"{folder}/{source}";
        if (package.Contains(target))
        {
            return target;
        }

        package[target] = other[source];
        package.SetContentType(target, other.ContentTypeOf(source) ?? "application/octet-stream");
        foreach (var link in other.RelationshipsOf(source))
        {
            var end =
                link.IsExternal ? link.Target
                : other.Contains(link.Target) ? "/" + Copy(other, link.Target, folder)
                : null;
            if (end is not null)
            {
                package.AddRelationship(target, link.Id, link.Type, end, link.IsExternal);
            }
        }

        return target;
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
