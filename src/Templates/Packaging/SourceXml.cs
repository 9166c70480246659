using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// A part as a tree to change, which remembers its bytes: elements that nobody changed are written exactly as they
/// stood, also after they were moved. Attributes are not changed in place: their element is replaced.
/// </summary>
internal sealed class SourceXml
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly HashSet<XElement> changed = [];
    private ReadOnlyMemory<byte> text;
    private Dictionary<XElement, XmlSpan>? spans;

    /// <exception cref="XmlException">Not well-formed, or with a DTD.</exception>
    internal SourceXml(ReadOnlyMemory<byte> bytes)
        : this(bytes, SafeXml.Parse(bytes)) { }

    /// <param name="bytes">Of the part.</param>
    /// <param name="root">Their tree, which nobody else changes.</param>
    internal SourceXml(ReadOnlyMemory<byte> bytes, XElement root)
    {
        this.bytes = bytes;
        Root = root;
        Root.Changing += Remember;
        Root.Changed += Remember;
    }

    internal XElement Root { get; }

    internal bool IsChanged => changed.Count > 0;

    /// <summary>Looks where everything stands, while others may read the tree and nobody changes it.</summary>
    internal void Prepare() => spans ??= Spans();

    internal ReadOnlyMemory<byte> Save()
    {
        if (!IsChanged)
        {
            return bytes;
        }

        var target = new Utf8Buffer(text.Length + 4096);
        var root = spans![Root];
        target.Append(text.Span[..root.Start]);
        Write(Root, target);
        target.Append(text.Span[root.End..]);
        var saved = target.Written.ToArray();
        target.Return();
        return saved;
    }

    private void Remember(object? sender, XObjectChangeEventArgs change)
    {
        spans ??= Spans();
        for (
            var element = (sender as XObject)?.Parent;
            element is not null && changed.Add(element);
            element = element.Parent
        )
        {
            continue;
        }
    }

    /// <summary>Looked for right before the first change, for most trees are only read: where each element stands in the text.</summary>
    private Dictionary<XElement, XmlSpan> Spans()
    {
        text = IsUtf8(bytes.Span) ? bytes : PackageParts.Serialise(Root);
        var found = XmlSpan.Scan(text.Span);
        var all = new Dictionary<XElement, XmlSpan>(found.Count);
        foreach (var (element, span) in Root.DescendantsAndSelf().Zip(found))
        {
            all[element] = span;
        }

        return all;
    }

    private void Write(XElement element, Utf8Buffer target)
    {
        if (!spans!.TryGetValue(element, out var span))
        {
            target.Append(Fragment(element));
            return;
        }

        if (!changed.Contains(element))
        {
            target.Append(text.Span[span.Start..span.End]);
            return;
        }

        var isEmpty = span.IsSelfClosed(text.Span);
        target.Append(text.Span[span.Start..(isEmpty ? span.ContentStart - 2 : span.ContentStart)]);
        target.Append(isEmpty ? ">"u8 : default);
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                Write(child, target);
            }
            else if (node is XText words)
            {
                target.Append(Escaped(words.Value));
            }
        }

        if (isEmpty)
        {
            target.Append("</"u8);
            target.Append(span.Name(text.Span));
            target.Append(">"u8);
        }
        else
        {
            target.Append(text.Span[span.ContentEnd..span.End]);
        }
    }

    private static string Escaped(string words) =>
        words
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\r", "&#xD;", StringComparison.Ordinal);

    /// <summary>A new element, with the prefixes that the root declares.</summary>
    private string Fragment(XElement element)
    {
        var target = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            NewLineHandling = NewLineHandling.Entitize,
        };
        var start = 0;
        using (var writer = XmlWriter.Create(target, settings))
        {
            writer.WriteStartElement(
                Root.GetPrefixOfNamespace(Root.Name.Namespace),
                Root.Name.LocalName,
                Root.Name.NamespaceName
            );
            foreach (
                var declaration in Root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration)
            )
            {
                if (declaration.Name.Namespace == XNamespace.Xmlns)
                {
                    writer.WriteAttributeString("xmlns", declaration.Name.LocalName, null, declaration.Value);
                }
            }

            writer.WriteString("");
            writer.Flush();
            start = target.Length;
            element.WriteTo(writer);
            writer.WriteFullEndElement();
        }

        return target.ToString(start, target.ToString().LastIndexOf("</", StringComparison.Ordinal) - start);
    }

    /// <summary>Other encodings show by their marks, their zeros or their name in the declaration: those parts are written anew.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..])
        {
            return false;
        }

        var declaration = Encoding.Latin1.GetString(bytes[..Math.Max(0, bytes.IndexOf("?>"u8))]);
        return !declaration.Contains("encoding", StringComparison.Ordinal)
            || declaration.Contains("utf-8", StringComparison.OrdinalIgnoreCase);
    }
}
