using System.Globalization;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>Title, author, dates and language (core properties); identity and revision (custom properties).</summary>
internal static class PackageMetadata
{
    internal const string DocumentProperty = "connector.document";
    internal const string RevisionProperty = "connector.revision";

    /// <summary>Digest of the filled document whose data a merge brought in.</summary>
    internal const string SourceProperty = "connector.source";

    private const string CorePath = "docProps/core.xml";
    private const string CustomPath = "docProps/custom.xml";

    /// <summary>The one identifier that ECMA-376 part 1, 22.3 allows for user-defined properties.</summary>
    private const string CustomFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private static readonly XNamespace Core =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Custom =
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace Variant =
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    private static readonly XName[] Kept =
    [
        Dublin + "subject",
        Dublin + "description",
        Core + "keywords",
        Core + "category",
    ];

    /// <param name="package">The document that was filled.</param>
    /// <param name="data">What with.</param>
    /// <param name="hasTags">Whether the template's properties hold tags.</param>
    internal static void Write(PackageParts package, DocumentData data, bool hasTags)
    {
        var core = PathOf(package, "core-properties", CorePath, CoreRelationship, CoreContentType);
        if (hasTags)
        {
            PropertyTags.Fill(package, data);
        }

        package[core] = PackageParts.Serialise(
            CoreProperties(data, package.Contains(core) ? PackageParts.Parse(package[core]) : null)
        );
        WriteStamp(package, data.Stamp.Id, data.Stamp.Revision);
    }

    /// <param name="source">What <see cref="SourceProperty"/> says; null for a document that was filled, not merged.</param>
    internal static void WriteStamp(PackageParts package, string id, int revision, string? source = null)
    {
        var custom = PathOf(package, "custom-properties", CustomPath, CustomRelationship, CustomContentType);
        var known = package.Contains(custom) ? PackageParts.Parse(package[custom]) : NewCustomProperties();
        SetCustom(known, DocumentProperty, XmlText.Neutralise(id));
        SetCustom(known, RevisionProperty, revision.ToString(CultureInfo.InvariantCulture));
        if (source is not null)
        {
            SetCustom(known, SourceProperty, source);
        }

        package[custom] = PackageParts.Serialise(known);
    }

    private const string CoreRelationship =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private const string CoreContentType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string CustomRelationship =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
    private const string CustomContentType =
        "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    private static string PathOf(
        PackageParts package,
        string kind,
        string usual,
        string type,
        string contentType
    )
    {
        var known = package.RelationshipsOf("").FirstOrDefault(relationship => relationship.Kind == kind);
        if (known is not null)
        {
            return known.Target;
        }

        package.AddRelationship("", $"connector-{kind}", type, usual, isExternal: false);
        package.SetContentType(usual, contentType);
        return usual;
    }

    /// <summary>What describes the kind of document is the template's; what identifies this one is the data's.</summary>
    private static XElement CoreProperties(DocumentData data, XElement? template)
    {
        var modified = data.Stamp.Modified.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture
        );
        var author = XmlText.Neutralise(data.Stamp.Author);
        return new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Dublin + "title", XmlText.Neutralise(data.Title)),
            new XElement(Dublin + "creator", author),
            new XElement(Core + "lastModifiedBy", author),
            new XElement(Terms + "created", new XAttribute(Instance + "type", "dcterms:W3CDTF"), modified),
            new XElement(Terms + "modified", new XAttribute(Instance + "type", "dcterms:W3CDTF"), modified),
            new XElement(Dublin + "language", data.Language),
            Kept.Select(name => template?.Element(name)).OfType<XElement>()
        );
    }

    private static XElement NewCustomProperties() =>
        new(Custom + "Properties", new XAttribute(XNamespace.Xmlns + "vt", Variant));

    private static void SetCustom(XElement properties, string name, string value)
    {
        var known = properties
            .Elements()
            .FirstOrDefault(property => (string?)property.Attribute("name") == name);
        if (known is null)
        {
            // Identifiers 0 and 1 are reserved.
            var next = Math.Max(1, XmlNumber.Last(properties.Elements().Attributes("pid"))) + 1;
            known = new XElement(
                Custom + "property",
                new XAttribute("fmtid", CustomFormat),
                new XAttribute("pid", next),
                new XAttribute("name", name)
            );
            properties.Add(known);
        }

        known.ReplaceNodes(new XElement(Variant + "lpwstr", value));
    }
}
