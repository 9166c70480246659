using System.Text;
using Connector.Domain.ContentLines;

namespace Connector.CalendarSync;

/// <summary>Changes at places of a text, carried out together: every byte outside of them stays.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(int Start, int End, string By)> _edits = [];

    /// <summary>How lines of the text end.</summary>
    public string NewLine { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public void Replace(ContentLine line, string by) => _edits.Add((line.Start, line.End, by));

    public void Remove(CalendarComponent component) =>
        _edits.Add((component.Begin.Start, component.End!.End, ""));

    /// <summary>What is added at one place stands there in the order in which it was added.</summary>
    public void Insert(int at, string what) => _edits.Add((at, at, what));

    /// <summary>As lines of this text end.</summary>
    public string Line(string unfolded) => ContentLine.Folded(unfolded, NewLine);

    public string Like(string lines) => lines.ReplaceLineEndings(NewLine);

    public override string ToString()
    {
        var done = new StringBuilder(text.Length + 256);
        var at = 0;
        foreach (var (start, end, by) in _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            if (start > at)
            {
                done.Append(text, at, start - at);
            }

            done.Append(by);
            at = Math.Max(at, end);
        }

        return done.Append(text, at, text.Length - at).ToString();
    }
}
