namespace Connector.Templates;

/// <summary>
/// Gives back the content types that some editors and converters forget, and takes out relationships that lead nowhere.
/// </summary>
internal static class PackageRepair
{
    internal const string MainContentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly Dictionary<string, string> ByRelationship = new(StringComparer.Ordinal)
    {
        ["styles"] = Word + "styles+xml",
        ["settings"] = Word + "settings+xml",
        ["numbering"] = Word + "numbering+xml",
        ["fontTable"] = Word + "fontTable+xml",
        ["header"] = Word + "header+xml",
        ["footer"] = Word + "footer+xml",
        ["footnotes"] = Word + "footnotes+xml",
        ["endnotes"] = Word + "endnotes+xml",
        ["comments"] = Word + "comments+xml",
        ["webSettings"] = Word + "webSettings+xml",
        ["theme"] = "application/vnd.openxmlformats-officedocument.theme+xml",
        ["core-properties"] = "application/vnd.openxmlformats-package.core-properties+xml",
        ["extended-properties"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ["custom-properties"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    };

    private static readonly (string Extension, string ContentType)[] Pictures =
    [
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
        ("jpg", "image/jpeg"),
        ("gif", "image/gif"),
        ("svg", "image/svg+xml"),
        ("emf", "image/x-emf"),
    ];

    internal static void Apply(PackageParts package)
    {
        package.SetDefaultContentType("xml", "application/xml");
        package.SetDefaultContentType("rels", "application/vnd.openxmlformats-package.relationships+xml");
        foreach (var (extension, contentType) in Pictures)
        {
            if (package.Paths.Any(path => path.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase)))
            {
                package.SetDefaultContentType(extension, contentType);
            }
        }

        Mend(package, "");
        Mend(package, MainPath(package));
        foreach (var source in package.Paths.Append("").ToList())
        {
            DanglingRelationships.Apply(package, source);
        }
    }

    /// <summary>Where the text is: what the package's officeDocument relationship names.</summary>
    internal static string MainPath(PackageParts package)
    {
        var main = package
            .RelationshipsOf("")
            .FirstOrDefault(relationship => relationship is { Kind: "officeDocument", IsExternal: false })
            ?.Target;
        return main is not null && package.Contains(main)
            ? main
            : throw PackageReader.Refusal(
                PackageProblems.Broken(
                    "_rels/.rels",
                    "son texte principal manque.",
                    "its main text is missing."
                )
            );
    }

    /// <summary>The parts that hold XML because of the relationship that names them, whatever their extension is.</summary>
    internal static IEnumerable<string> XmlParts(PackageParts package) =>
        package
            .RelationshipsOf("")
            .Concat(package.RelationshipsOf(MainPath(package)))
            .Where(link =>
                !link.IsExternal && (link.Kind == "officeDocument" || ByRelationship.ContainsKey(link.Kind))
            )
            .Select(link => link.Target)
            .Where(package.Contains);

    private static void Mend(PackageParts package, string source)
    {
        foreach (
            var relationship in package
                .RelationshipsOf(source)
                .Where(relationship => !relationship.IsExternal)
        )
        {
            var isUntyped = package.ContentTypeOf(relationship.Target) is null or "application/xml";
            if (!isUntyped || !package.Contains(relationship.Target))
            {
                continue;
            }

            if (relationship.Kind == "officeDocument")
            {
                package.SetContentType(relationship.Target, MainContentType);
            }
            else if (ByRelationship.TryGetValue(relationship.Kind, out var contentType))
            {
                package.SetContentType(relationship.Target, contentType);
            }
        }
    }
}
