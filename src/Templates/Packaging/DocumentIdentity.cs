using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>What a package says about itself.</summary>
/// <param name="Id">The document's identifier; empty when it has none, or an editor lost it.</param>
/// <param name="Modified">As the core properties write it.</param>
/// <param name="Source">Digest of the filled document whose data were merged in; empty when none were.</param>
internal sealed record DocumentIdentity(
    string Id,
    string Revision,
    string Source,
    string Language,
    string Modified
)
{
    internal static DocumentIdentity Read(PackageParts package) =>
        new(
            Custom(package, PackageMetadata.DocumentProperty),
            Custom(package, PackageMetadata.RevisionProperty),
            Custom(package, PackageMetadata.SourceProperty),
            Core(package, "language") is { Length: > 0 } language ? language : FieldWords.French,
            Core(package, "modified") is { Length: > 0 } modified ? modified : "2000-01-01T00:00:00Z"
        );

    /// <summary>Both say who they are, and it is not the same.</summary>
    internal static bool IsOther(PackageParts one, PackageParts other) =>
        (Read(one).Id, Read(other).Id) is ({ Length: > 0 } expected, { Length: > 0 } found)
        && expected != found;

    /// <summary>Gives <paramref name="package"/> this identity.</summary>
    internal void Write(PackageParts package)
    {
        if (Id.Length > 0 && int.TryParse(Revision, CultureInfo.InvariantCulture, out var revision))
        {
            PackageMetadata.WriteStamp(package, Id, revision, Source);
        }
    }

    internal static string Digest(ReadOnlyMemory<byte> docx) =>
        Convert.ToHexStringLower(SHA256.HashData(docx.Span))[..32];

    private static string Custom(PackageParts package, string name) =>
        Find(package, "custom-properties", element => (string?)element.Attribute("name") == name);

    private static string Core(PackageParts package, string name) =>
        Find(package, "core-properties", element => element.Name.LocalName == name);

    private static string Find(PackageParts package, string kind, Func<XElement, bool> isIt)
    {
        var path = package.RelationshipsOf("").FirstOrDefault(link => link.Kind == kind)?.Target;
        return path is not null && package.Contains(path)
            ? SafeXml.Parse(package[path]).Elements().FirstOrDefault(isIt)?.Value ?? ""
            : "";
    }
}
