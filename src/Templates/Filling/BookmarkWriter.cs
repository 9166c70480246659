namespace Connector.Templates;

/// <summary>Writes the bookmarks of a part: those of the template, of free zones, and of the turns of loops.</summary>
internal sealed class BookmarkWriter(FillSession session, Utf8Buffer target)
{
    /// <summary>Number here, by the identifier that the template gave.</summary>
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The anchor of each loop around this place: its number and name, or null for a mere condition.</summary>
    private readonly Stack<(int Number, string Name)?> anchors = new();

    /// <param name="name">Wished name of the turn's bookmark; null for a condition, which has none.</param>
    internal void Enter(string? name) => anchors.Push(name is null ? null : (0, name));

    internal void Leave() => anchors.Pop();

    /// <summary>Start or end of the bookmark of the nearest loop's turn.</summary>
    internal void Anchor(bool isStart)
    {
        if (anchors.Peek() is not { } anchor)
        {
            return;
        }

        if (!isStart)
        {
            End(anchor.Number);
            return;
        }

        anchor = (session.NextBookmark(), session.BookmarkName(anchor.Name));
        anchors.Pop();
        anchors.Push(anchor);
        Start(anchor.Number, anchor.Name);
    }

    /// <summary>A bookmark that holds no words.</summary>
    internal void Point(string name)
    {
        var number = session.NextBookmark();
        Start(number, session.BookmarkName(name));
        End(number);
    }

    /// <summary>The number of a bookmark of the template; its end takes the one that its start got.</summary>
    internal int NumberOfStart(string original) => numbers[original] = session.NextBookmark();

    internal int NumberOfEnd(string original) =>
        numbers.TryGetValue(original, out var number) ? number : session.NextBookmark();

    private void Start(int number, string name)
    {
        target.Append("<w:bookmarkStart w:id=\""u8);
        target.Append(number);
        target.Append("\" w:name=\""u8);
        XmlText.WriteAttribute(target, name);
        target.Append("\"/>"u8);
    }

    private void End(int number)
    {
        target.Append("<w:bookmarkEnd w:id=\""u8);
        target.Append(number);
        target.Append("\"/>"u8);
    }
}
