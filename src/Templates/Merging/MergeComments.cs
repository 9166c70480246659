using System.Globalization;
using System.Text;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Connector's comments in a document. One that says the same is not written twice, and one with the same first
/// words gives way to the new one.
/// </summary>
internal sealed class MergeComments
{
    private const string Author = CommentWriter.Author;
    private const string Kind = "comments";

    private readonly PackageParts package;
    private readonly MergePart main;
    private readonly string date;
    private readonly string path;
    private readonly SourceXml xml;
    private readonly Dictionary<string, XElement> comments;
    private int last;

    /// <param name="date">As comments write it: <c>2026-12-03T14:00:00Z</c>.</param>
    internal MergeComments(PackageParts package, MergePart main, string date)
    {
        (this.package, this.main, this.date) = (package, main, date);
        path = MainPart.PathIn(package, Kind) ?? "";
        xml = new SourceXml(
            path.Length > 0
                ? package[path]
                : Encoding.UTF8.GetBytes(
                    $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{W}\"></w:comments>"
                )
        );
        comments = xml.Root.Elements(W + "comment").DistinctBy(Id).ToDictionary(Id, StringComparer.Ordinal);
        last = XmlNumber.Last(
            comments.Values.Concat(main.Xml.Root.Descendants(W + "commentReference")).Attributes(W + "id")
        );
    }

    /// <param name="lead">First words, by which a later comment on the same matter is recognised.</param>
    internal void Add(XElement paragraph, string lead, string words)
    {
        var text = $"{lead} {words}".TrimEnd();
        var own = paragraph
            .Descendants(W + "commentReference")
            .Select(reference => comments.GetValueOrDefault(Id(reference)))
            .OfType<XElement>()
            .Where(comment => (string?)comment.Attribute(W + "author") == Author)
            .ToList();
        if (own.Exists(comment => Of(comment) == text))
        {
            return;
        }

        if (own.Find(comment => Of(comment).StartsWith(lead, StringComparison.Ordinal)) is { } earlier)
        {
            earlier.ReplaceNodes(Paragraphs(text));
            return;
        }

        var id = (++last).ToString(CultureInfo.InvariantCulture);
        var comment = new XElement(
            W + "comment",
            new XAttribute(W + "id", id),
            new XAttribute(W + "author", Author),
            new XAttribute(W + "date", date),
            new XAttribute(W + "initials", "C"),
            Paragraphs(text)
        );
        xml.Root.Add(comment);
        comments[id] = comment;
        Anchor(paragraph, id);
    }

    /// <summary>Gives whether anything was written.</summary>
    internal bool Save()
    {
        if (!xml.IsChanged)
        {
            return false;
        }

        if (path.Length > 0)
        {
            package[path] = xml.Save();
            return true;
        }

        var free = $"word/{Kind}.xml";
        for (var number = 2; package.Contains(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"word/comments{number}.xml");
        }

        package[free] = xml.Save();
        MainPart.Register(package, Kind, free);
        return true;
    }

    private static void Anchor(XElement paragraph, string id)
    {
        var start = new XElement(W + "commentRangeStart", new XAttribute(W + "id", id));
        if (paragraph.Element(W + "pPr") is { } properties)
        {
            properties.AddAfterSelf(start);
        }
        else
        {
            paragraph.AddFirst(start);
        }

        paragraph.Add(
            new XElement(W + "commentRangeEnd", new XAttribute(W + "id", id)),
            new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", id)))
        );
    }

    private static IEnumerable<XElement> Paragraphs(string text) =>
        text.Split('\n')
            .Select(line => new XElement(W + "p", new XElement(W + "r", ParagraphEditor.Words(line))));

    private static string Id(XElement element) => (string?)element.Attribute(W + "id") ?? "";
}
