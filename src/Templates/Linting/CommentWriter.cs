using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Word comments at the spots that the linter found. Comments that people wrote stay; those of an earlier copy go,
/// so that a corrected copy can be checked again. They carry no date: the same template gives the same copy.
/// </summary>
internal sealed class CommentWriter
{
    internal const string Author = "Connector";

    private readonly LintedPart main;
    private readonly MainPart part;
    private readonly XElement comments;
    private int next;

    internal CommentWriter(PackageParts package, LintedPart main)
    {
        this.main = main;
        part = new MainPart(package, "comments");
        comments = part.Root;
        RemoveOwn();
        next = comments.Elements(W + "comment").Select(Id).DefaultIfEmpty(-1).Max() + 1;
    }

    /// <param name="lines">Its paragraphs; the first is set in bold.</param>
    internal void Add(LintFound found, IEnumerable<string> lines)
    {
        if (CommentAnchor.Of(main, found) is not var (first, last))
        {
            return;
        }

        var id = (next++).ToString(CultureInfo.InvariantCulture);
        var end = new CommentRangeEnd { Id = id };
        first.InsertBeforeSelf(new CommentRangeStart { Id = id });
        last.InsertAfterSelf(end);
        end.InsertAfterSelf(new Run(new CommentReference { Id = id }));
        comments.Add(
            new XElement(
                W + "comment",
                new XAttribute(W + "id", id),
                new XAttribute(W + "author", Author),
                new XAttribute(W + "initials", "C"),
                lines.Select((line, index) => Paragraph(line, isBold: index == 0))
            )
        );
    }

    internal void Save() => part.Save();

    private static XElement Paragraph(string line, bool isBold) =>
        new(
            W + "p",
            new XElement(
                W + "r",
                isBold ? new XElement(W + "rPr", new XElement(W + "b")) : null,
                new XElement(
                    W + "t",
                    new XAttribute(XNamespace.Xml + "space", "preserve"),
                    XmlText.Neutralise(line)
                )
            )
        );

    private void RemoveOwn()
    {
        var own = comments
            .Elements(W + "comment")
            .Where(comment => (string?)comment.Attribute(W + "author") == Author)
            .ToList();
        var ids = own.Select(comment => (string?)comment.Attribute(W + "id"))
            .ToHashSet(StringComparer.Ordinal);
        own.ForEach(comment => comment.Remove());
        foreach (var mark in main.Root.Descendants<MarkupRangeType>().Where(IsOfComment).ToList())
        {
            mark.Remove();
        }

        foreach (
            var reference in main
                .Root.Descendants<CommentReference>()
                .Where(mark => ids.Contains(mark.Id?.Value))
                .ToList()
        )
        {
            (reference.Parent as Run)?.Remove();
        }

        bool IsOfComment(MarkupRangeType mark) =>
            mark is CommentRangeStart or CommentRangeEnd && ids.Contains(mark.Id?.Value);
    }

    private static int Id(XElement comment) =>
        int.TryParse((string?)comment.Attribute(W + "id"), CultureInfo.InvariantCulture, out var id)
            ? id
            : -1;
}
