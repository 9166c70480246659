using DocumentFormat.OpenXml;

namespace Connector.Templates;

/// <summary>The prefixes that filled-in XML uses must mean what they usually mean.</summary>
internal static class PartNamespaces
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly (string Prefix, string Uri)[] Needed =
    [
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ];

    internal static void Ensure(OpenXmlPartRootElement root, string path)
    {
        // Namespaces are known only once the SDK has read the element, which it does on the first look inside.
        if (!root.HasChildren || root.LookupNamespace("w") != Main)
        {
            throw Unusual(path);
        }

        foreach (var (prefix, uri) in Needed)
        {
            var known = root.LookupNamespace(prefix);
            if (known is null)
            {
                root.AddNamespaceDeclaration(prefix, uri);
            }
            else if (known != uri)
            {
                throw Unusual(path);
            }
        }

        var attributes = root.MCAttributes ??= new MarkupCompatibilityAttributes();
        var ignorable = attributes.Ignorable?.Value ?? "";
        if (!ignorable.Split(' ').Contains("w14"))
        {
            attributes.Ignorable = $"{ignorable} w14".Trim();
        }
    }

    private static TemplateException Unusual(string path) =>
        PackageReader.Refusal(
            PackageProblems.Broken(
                path,
                "il est dans une variante rare du format (« Strict » ou préfixes inhabituels).",
                "it is in a rare variant of the format (“Strict” or unusual prefixes)."
            )
        );
}
