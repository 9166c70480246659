using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// A part as a tree to change, which remembers its text: elements that nobody changed are written exactly as they
/// stood, also after they were moved. Attributes are not changed in place: their element is replaced.
/// </summary>
internal sealed class SourceXml
{
    private readonly ReadOnlyMemory<byte> bytes;
    private string text = "";
    private Encoding encoding = Encoding.UTF8;
    private Dictionary<XElement, XmlSpan>? spans;
    private readonly HashSet<XElement> changed = [];

    /// <exception cref="XmlException">Not well-formed, or with a DTD.</exception>
    internal SourceXml(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        Root = SafeXml.Parse(bytes);
        Root.Changing += Remember;
        Root.Changed += Remember;
    }

    internal XElement Root { get; }

    internal bool IsChanged => changed.Count > 0;

    internal ReadOnlyMemory<byte> Save()
    {
        if (!IsChanged)
        {
            return bytes;
        }

        var target = new StringBuilder(text.Length + 4096);
        var root = spans![Root];
        target.Append(text, 0, root.Start);
        Write(Root, target);
        target.Append(text, root.End, text.Length - root.End);
        return encoding.GetBytes(target.ToString());
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
        encoding = EncodingOf(bytes.Span);
        text = encoding.GetString(bytes.Span);
        if (!IsUnicode(text))
        {
            encoding = Encoding.UTF8;
            text = encoding.GetString(PackageParts.Serialise(Root).Span);
        }

        var found = XmlSpan.Scan(text);
        var all = new Dictionary<XElement, XmlSpan>(found.Count);
        foreach (var (element, span) in Root.DescendantsAndSelf().Zip(found))
        {
            all[element] = span;
        }

        return all;
    }

    private void Write(XElement element, StringBuilder target)
    {
        if (!spans!.TryGetValue(element, out var span))
        {
            target.Append(Fragment(element));
            return;
        }

        if (!changed.Contains(element))
        {
            target.Append(text, span.Start, span.End - span.Start);
            return;
        }

        var tag = text[span.Start..span.ContentStart];
        var isEmpty = span.IsSelfClosed(text);
        target.Append(isEmpty ? tag[..^2] + ">" : tag);
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                Write(child, target);
            }
            else if (node is XText words)
            {
                target.Append(
                    words
                        .Value.Replace("&", "&amp;", StringComparison.Ordinal)
                        .Replace("<", "&lt;", StringComparison.Ordinal)
                        .Replace(">", "&gt;", StringComparison.Ordinal)
                        .Replace("\r", "&#xD;", StringComparison.Ordinal)
                );
            }
        }

        target.Append(
            isEmpty ? $"</{tag[1..^2].Split(' ', '\t', '\r', '\n')[0]}>" : text[span.ContentEnd..span.End]
        );
    }

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

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode
        : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode
        : Encoding.UTF8;

    /// <summary>A declaration that names an encoding other than the usual ones.</summary>
    private static bool IsUnicode(string text)
    {
        var declaration = text[..Math.Max(0, text.IndexOf("?>", StringComparison.Ordinal))];
        return !declaration.Contains("encoding", StringComparison.Ordinal)
            || declaration.Contains("utf-", StringComparison.OrdinalIgnoreCase);
    }
}
