using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>XML from a stranger's file: no DTD, nothing fetched, bounded depth.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    };

    /// <exception cref="XmlException">Not well-formed, a DTD, or too deep.</exception>
    internal static void Check(ReadOnlyMemory<byte> bytes)
    {
        using var reader = Reader(bytes);
        while (reader.Read())
        {
            if (reader.Depth > PackageLimits.Depth)
            {
                throw new XmlException("elements are nested too deep");
            }
        }
    }

    /// <summary>The root element as text, without declaration, comments or processing instructions.</summary>
    internal static string RootText(ReadOnlyMemory<byte> bytes)
    {
        using var reader = Reader(bytes);
        reader.MoveToContent();
        return reader.ReadOuterXml();
    }

    internal static XElement Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = Reader(bytes);
        return XElement.Load(reader);
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> bytes) =>
        XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), Settings);
}
