using System.Text;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// Tags in the document's properties (subject, keywords, comments, those that an organisation adds): <c>{{name}}</c>
/// alone, since a property is one line.
/// </summary>
internal static class PropertyTags
{
    /// <summary>The tags, for checking.</summary>
    /// <exception cref="TemplateException">A tag that cannot be read, or a loop.</exception>
    internal static IReadOnlyList<TemplateNode> Read(PackageParts package)
    {
        var problems = new List<TemplateProblem>();
        var nodes = new List<TemplateNode>();
        foreach (var path in Paths(package))
        {
            foreach (var text in Texts(PackageParts.Parse(package[path])).Select(leaf => leaf.Value))
            {
                foreach (var found in TagGrammar.Find(text, problems))
                {
                    if (found.Tag.Kind == TagKind.Field)
                    {
                        nodes.Add(new FieldNode(found.Tag, [], InControl: false));
                    }
                    else
                    {
                        problems.Add(TagProblems.Unreadable(found.Tag.Written, found.Tag.Where));
                    }
                }
            }
        }

        return problems.Count == 0 ? nodes : throw new TemplateException(problems);
    }

    internal static void Fill(PackageParts package, DocumentData data)
    {
        foreach (var path in Paths(package))
        {
            var root = PackageParts.Parse(package[path]);
            var tagged = Texts(root).ToList();
            foreach (var leaf in tagged)
            {
                leaf.Value = Fill(leaf.Value, data);
            }

            if (tagged.Count > 0)
            {
                package[path] = PackageParts.Serialise(root);
            }
        }
    }

    private static string Fill(string text, DocumentData data)
    {
        var scope = new FillScope(data);
        var filled = new StringBuilder();
        var position = 0;
        foreach (var found in TagGrammar.Find(text, []))
        {
            filled.Append(text, position, found.Start - position);
            filled.Append(Words(scope.Find(found.Tag.Name, out _), data.Language));
            position = found.End;
        }

        filled.Append(text, position, text.Length - position);
        return XmlText.Neutralise(filled.ToString());
    }

    private static string Words(FieldValue? value, string language) =>
        value switch
        {
            null => "",
            LinkValue link => link.Text,
            _ => FieldWords.Of(value, language),
        };

    private static IEnumerable<string> Paths(PackageParts package) =>
        package
            .RelationshipsOf("")
            .Where(link => link.Kind is "core-properties" or "custom-properties" or "extended-properties")
            .Select(link => link.Target)
            .Where(package.Contains);

    private static IEnumerable<XElement> Texts(XElement root) =>
        root.Descendants().Where(leaf => !leaf.HasElements && TagGrammar.MayHoldTags(leaf.Value));
}
