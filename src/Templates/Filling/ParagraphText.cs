using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>
/// A paragraph read as one string, whatever runs its editor cut it into: through hyperlinks, insertions and
/// controls, past proofing marks and bookmarks, without deleted text and without the paragraphs of text boxes.
/// </summary>
internal sealed class ParagraphText
{
    /// <summary>Stands for a picture or another thing that is not text (U+FFFC, object replacement).</summary>
    private const char Object = '\uFFFC';

    private readonly List<Piece> pieces = [];

    internal ParagraphText(Paragraph paragraph)
    {
        Collect(paragraph);
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            piece.Start = text.Length;
            text.Append(piece.Text);
        }

        Text = text.ToString();
    }

    /// <summary>The text, with every kind of space that autocorrection inserts turned into a plain one.</summary>
    internal string Text { get; }

    /// <summary>Isolates the characters from <paramref name="start"/> to <paramref name="end"/> in runs of their own.</summary>
    internal IReadOnlyList<Run> Isolate(int start, int end)
    {
        SplitAt(end);
        SplitAt(start);
        return
        [
            .. pieces
                .Where(piece => piece.Start >= start && piece.Start < end)
                .Select(piece => piece.Run)
                .Distinct(),
        ];
    }

    private void Collect(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Run run:
                    CollectRun(run);
                    break;
                case Paragraph or DeletedRun or MoveFromRun or ParagraphProperties or SdtProperties:
                    break;
                case OpenXmlCompositeElement container:
                    Collect(container);
                    break;
            }
        }
    }

    private void CollectRun(Run run)
    {
        foreach (var child in run.ChildElements)
        {
            var text = child switch
            {
                Text words => Normalise(words.Text),
                TabChar => "\t",
                Break or CarriageReturn => "\n",
                RunProperties or LastRenderedPageBreak => null,
                _ => Object.ToString(),
            };
            if (!string.IsNullOrEmpty(text))
            {
                pieces.Add(new Piece(run, child, text));
            }
        }
    }

    /// <summary>One character for one, so that positions stay those of the document.</summary>
    private static string Normalise(string text) =>
        string.Create(
            text.Length,
            text,
            static (target, source) =>
            {
                for (var index = 0; index < source.Length; index++)
                {
                    target[index] = char.IsWhiteSpace(source[index]) ? ' ' : source[index];
                }
            }
        );

    private void SplitAt(int position)
    {
        var index = pieces.FindIndex(piece =>
            piece.Start <= position && position < piece.Start + piece.Text.Length
        );
        if (index < 0)
        {
            return;
        }

        if (pieces[index].Start < position)
        {
            CutText(index, position - pieces[index].Start);
            index++;
        }

        CutRunBefore(index);
    }

    private void CutText(int index, int length)
    {
        var piece = pieces[index];
        var source = (Text)piece.Element;
        var tail = new Text(source.Text[length..]) { Space = SpaceProcessingModeValues.Preserve };
        source.Text = source.Text[..length];
        source.Space = SpaceProcessingModeValues.Preserve;
        source.InsertAfterSelf(tail);
        pieces.Insert(
            index + 1,
            new Piece(piece.Run, tail, piece.Text[length..]) { Start = piece.Start + length }
        );
        piece.Text = piece.Text[..length];
    }

    private void CutRunBefore(int index)
    {
        var run = pieces[index].Run;
        var element = pieces[index].Element;
        if (index == 0 || pieces[index - 1].Run != run)
        {
            return;
        }

        var tail = new Run();
        if (run.RunProperties is { } properties)
        {
            tail.AppendChild(properties.CloneNode(true));
        }

        for (var next = element; next is not null; )
        {
            var following = next.NextSibling();
            next.Remove();
            tail.AppendChild(next);
            next = following;
        }

        run.InsertAfterSelf(tail);
        foreach (var piece in pieces.Skip(index).Where(piece => piece.Run == run))
        {
            piece.Run = tail;
        }
    }

    private sealed class Piece(Run run, OpenXmlElement element, string text)
    {
        internal Run Run { get; set; } = run;

        internal OpenXmlElement Element { get; } = element;

        internal string Text { get; set; } = text;

        internal int Start { get; set; }
    }
}
