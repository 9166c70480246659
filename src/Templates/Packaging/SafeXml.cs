using System.Runtime.InteropServices;
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
        while (Next(reader)) { }
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

    /// <summary>What <see cref="Check"/> would have read, as a tree.</summary>
    /// <exception cref="XmlException">Not well-formed, a DTD, or too deep.</exception>
    internal static XElement CheckedTree(ReadOnlyMemory<byte> bytes)
    {
        var root = Parse(bytes);
        var depth = 0;
        for (XNode? node = root; node is not null; )
        {
            if (node is XElement { FirstNode: { } inner })
            {
                node = inner;
                if (++depth > PackageLimits.Depth)
                {
                    throw new XmlException("elements are nested too deep");
                }

                continue;
            }

            while (node is not null && node != root && node.NextNode is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node == root ? null : node?.NextNode;
        }

        return root;
    }

    /// <summary>For reading as it comes; whoever moves it asks <see cref="Next"/>.</summary>
    internal static XmlReader Reader(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>Moves on; false at the end.</summary>
    /// <exception cref="XmlException">Not well-formed, a DTD, or too deep.</exception>
    internal static bool Next(XmlReader reader)
    {
        var isThere = reader.Read();
        return reader.Depth > PackageLimits.Depth
            ? throw new XmlException("elements are nested too deep")
            : isThere;
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> bytes) =>
        Reader(
            MemoryMarshal.TryGetArray(bytes, out var part)
                ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false)
        );
}
