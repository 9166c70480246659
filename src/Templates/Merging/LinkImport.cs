using System.Globalization;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>Gives copied blocks relationships to the same addresses and pictures in their new document.</summary>
internal sealed class LinkImport(MergePart fresh, MergePart edited)
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> copied = new(StringComparer.Ordinal);

    internal void Apply(XElement copy)
    {
        var attributes = copy.DescendantsAndSelf()
            .Attributes()
            .Where(attribute =>
                attribute.Name.Namespace == MergePart.R && fresh.Links.ContainsKey(attribute.Value)
            )
            .ToList();
        foreach (var attribute in attributes)
        {
            if (!known.TryGetValue(attribute.Value, out var id))
            {
                known[attribute.Value] = id = Find(attribute.Value) ?? Add(fresh.Links[attribute.Value]);
            }

            attribute.Value = id;
        }
    }

    private string? Find(string id) =>
        edited
            .Links.Values.FirstOrDefault(link =>
                link.Type == fresh.Links[id].Type && edited.Target(link.Id) == fresh.Target(id)
            )
            ?.Id;

    private string Add(PackageRelationship link)
    {
        var taken = edited.Package.RelationshipsOf(edited.Path).Select(other => other.Id).ToHashSet();
        var number = 1;
        while (taken.Contains(Name(number)))
        {
            number++;
        }

        edited.Package.AddRelationship(
            edited.Path,
            Name(number),
            link.Type,
            link.IsExternal ? link.Target : "/" + CopyPart(link.Target),
            link.IsExternal
        );
        return Name(number);
    }

    private static string Name(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"connectorMerge{number}");

    /// <summary>A part comes with what it leans on: a chart with its workbook, colours and style.</summary>
    private string CopyPart(string path)
    {
        if (!fresh.Package.Contains(path) || copied.ContainsKey(path))
        {
            return copied.GetValueOrDefault(path, path);
        }

        var bytes = fresh.Package[path];
        var dot = path.LastIndexOf('.');
        var free = path;
        for (
            var number = 2;
            edited.Package.Contains(free) && !edited.Package[free].Span.SequenceEqual(bytes.Span);
            number++
        )
        {
            free = $"{path[..dot]}-{number.ToString(CultureInfo.InvariantCulture)}{path[dot..]}";
        }

        copied[path] = free;
        if (edited.Package.Contains(free))
        {
            return free;
        }

        edited.Package[free] = bytes;
        if (fresh.Package.ContentTypeOf(path) is { } type && edited.Package.ContentTypeOf(free) != type)
        {
            edited.Package.SetContentType(free, type);
        }

        foreach (var link in fresh.Package.RelationshipsOf(path))
        {
            var target = link.IsExternal ? link.Target : "/" + CopyPart(link.Target);
            edited.Package.AddRelationship(free, link.Id, link.Type, target, link.IsExternal);
        }

        return free;
    }
}
