using System.Globalization;
using System.Xml.Linq;

namespace Connector.Templates.Tests.Merging;

/// <summary>Edits a document as people do, at random; every word that it types is one of a kind.</summary>
internal sealed class RandomEdit(Random random)
{
    private static readonly XNamespace W = WordText.W;

    private int typed;

    /// <summary>What was typed, one after the other, also what a later edit took away again.</summary>
    internal List<string> Log { get; } = [];

    internal void Apply(XElement document)
    {
        for (var edits = random.Next(1, 7); edits > 0; edits--)
        {
            var paragraphs = document
                .Descendants(W + "p")
                .Where(paragraph => paragraph.Descendants(W + "r").Any())
                .ToList();
            var rows = document.Descendants(W + "tr").Skip(1).ToList();
            var paragraph = paragraphs[random.Next(paragraphs.Count)];
            var row = rows.Count == 0 ? null : rows[random.Next(rows.Count)];
            Edit(random.Next(15), paragraph, row);
        }
    }

    private void Edit(int kind, XElement paragraph, XElement? row)
    {
        Log.Add($"{kind} {WordText.Of(paragraph)}");
        switch (kind)
        {
            case 0 or 1:
                TypeOver(paragraph);
                break;
            case 2:
                TypeInto(paragraph);
                break;
            case 3:
                paragraph.AddAfterSelf(Paragraph(Word()));
                break;
            case 4:
                Split(paragraph);
                break;
            case 5 when paragraph.Parent!.Name == W + "body":
                paragraph.Remove();
                break;
            case 6 when paragraph.Parent!.Name == W + "body":
                paragraph.AddBeforeSelf(Paragraph(Word()), new XElement(W + "p"));
                break;
            case 7:
                row?.AddAfterSelf(Copy(row, isFilled: true));
                break;
            case 8:
                row?.AddBeforeSelf(Copy(row, isFilled: false));
                break;
            case 9:
                row?.Remove();
                break;
            case 10 when row?.NextNode is XElement next && next.Name == W + "tr":
                row.Remove();
                next.AddAfterSelf(row);
                break;
            case 11:
                Track(paragraph);
                break;
            case 12:
                Unwrap(paragraph);
                break;
            case 13 when row?.Element(W + "trPr") is null:
                row?.AddFirst(new XElement(W + "trPr", new XElement(W + "del", Author())));
                break;
            case 14:
                Bold(paragraph);
                break;
        }
    }

    private string Word()
    {
        typed++;
        return string.Create(CultureInfo.InvariantCulture, $"tapé{typed}x{random.Next(1000)}z");
    }

    private static XElement Paragraph(string words) => new(W + "p", Run(words));

    private static XElement Run(string words) =>
        new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), words));

    private XElement? Text(XElement paragraph)
    {
        var texts = paragraph.Descendants(W + "t").ToList();
        return texts.Count == 0 ? null : texts[random.Next(texts.Count)];
    }

    private void TypeOver(XElement paragraph) => Text(paragraph)?.SetValue(Word());

    private void TypeInto(XElement paragraph)
    {
        if (Text(paragraph) is { } text)
        {
            var at = random.Next(text.Value.Length + 1);
            text.Value = $"{text.Value[..at]} {Word()} {text.Value[at..]}";
        }
    }

    /// <summary>Enter in the middle of a paragraph.</summary>
    private void Split(XElement paragraph)
    {
        if (Text(paragraph) is { } text && text.Value.Length > 1)
        {
            var at = random.Next(1, text.Value.Length);
            paragraph.AddAfterSelf(Paragraph(text.Value[at..] + Word()));
            text.Value = text.Value[..at];
        }
    }

    /// <summary>A pasted row: the editor gives it identifiers of its own.</summary>
    private XElement Copy(XElement row, bool isFilled)
    {
        var copy = new XElement(row);
        copy.Descendants()
            .Where(element => element.Name == W + "bookmarkStart" || element.Name == W + "bookmarkEnd")
            .Remove();
        foreach (var change in copy.Descendants(W + "ins").Concat(copy.Descendants(W + "del")))
        {
            change.SetAttributeValue(W + "id", 900_000 + typed++);
        }

        foreach (var id in copy.Descendants(W + "sdtPr").Elements(W + "id"))
        {
            id.SetAttributeValue(W + "val", 500_000 + typed++);
        }

        var texts = copy.Descendants(W + "t").ToList();
        texts.ForEach(text => text.Value = isFilled ? text.Value : "");
        if (texts.Count > 0)
        {
            texts[random.Next(texts.Count)].Value = Word();
        }

        return copy;
    }

    private void Track(XElement paragraph)
    {
        var run = paragraph.Elements(W + "r").FirstOrDefault(other => other.Element(W + "t") is not null);
        if (run is null)
        {
            return;
        }

        var inserted = new XElement(W + "ins", Author(), Run(Word()));
        var text = run.Element(W + "t")!;
        text.ReplaceWith(
            new XElement(W + "delText", new XAttribute(XNamespace.Xml + "space", "preserve"), text.Value)
        );
        run.ReplaceWith(new XElement(W + "del", Author(), run), inserted);
    }

    private object[] Author() =>
        [
            new XAttribute(W + "id", 900_000 + typed++),
            new XAttribute(W + "author", "Zoé"),
            new XAttribute(W + "date", "2026-11-25T10:00:00Z"),
        ];

    /// <summary>The editor loses the controls.</summary>
    private static void Unwrap(XElement paragraph)
    {
        foreach (var control in paragraph.Elements(W + "sdt").ToList())
        {
            control.ReplaceWith(control.Element(W + "sdtContent")!.Elements());
        }
    }

    private static void Bold(XElement paragraph)
    {
        foreach (var run in paragraph.Descendants(W + "r").Where(run => run.Element(W + "rPr") is null))
        {
            run.AddFirst(new XElement(W + "rPr", new XElement(W + "b")));
        }
    }
}
