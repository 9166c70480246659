namespace Connector.Templates;

/// <summary>Walks the nodes of one part with the data and writes the finished XML.</summary>
internal sealed class PartRenderer(FillSession session, string path)
{
    private readonly Utf8Buffer target = new(64 * 1024);
    private readonly Dictionary<string, int> bookmarks = new(StringComparer.Ordinal);

    /// <summary>The anchor of each loop around this place: its number and name, or null for a mere condition.</summary>
    private readonly Stack<(int Number, string Name)?> anchors = new();

    internal ReadOnlyMemory<byte> Render(IReadOnlyList<TemplateNode> nodes)
    {
        WriteAll(nodes, new FillScope(session.Data));
        return target.Written;
    }

    private void WriteAll(IReadOnlyList<TemplateNode> nodes, FillScope scope)
    {
        foreach (var node in nodes)
        {
            Write(node, scope);
        }
    }

    private void Write(TemplateNode node, FillScope scope)
    {
        switch (node)
        {
            case LiteralNode literal:
                target.Append(literal.Utf8);
                break;
            case FieldNode field:
                new FieldWriter(session, path, target).Write(field, scope);
                break;
            case LoopNode loop:
                WriteLoop(loop, scope);
                break;
            case UnlessNode unless when scope.Find(unless.Tag.Name, out _) is not { IsPresent: true }:
                WriteOnce(unless.Body, scope);
                break;
            case FreeZoneNode zone:
                WriteZone(zone, scope);
                break;
            case ZonePointNode point:
                WriteZonePoint(point.Zone, scope);
                break;
            case AnchorNode anchor:
                WriteAnchor(anchor.IsStart);
                break;
            case IdentifierNode identifier:
                WriteIdentifier(identifier);
                break;
            case TableNode table:
                WriteTable(table, scope);
                break;
            case LastParagraphNode when !target.EndsWith("</w:p>"u8) && !target.EndsWith("<w:p />"u8):
                target.Append("<w:p/>"u8);
                break;
        }
    }

    private void WriteLoop(LoopNode loop, FillScope scope)
    {
        var value = scope.Find(loop.Tag.Name, out _);
        if (value is RowsValue rows)
        {
            for (var index = 0; index < rows.Rows.Count; index++)
            {
                var isLast = index == rows.Rows.Count - 1;
                var turn = new FillScope(scope, loop.Tag.Name, rows.Rows[index], index + 1, isLast);
                anchors.Push((0, RowNames.RowBookmark(turn.Path)));
                WriteAll(loop.Body, turn);
                anchors.Pop();
            }
        }
        else if (value is { IsPresent: true })
        {
            WriteOnce(loop.Body, scope);
        }
    }

    private void WriteOnce(IReadOnlyList<TemplateNode> body, FillScope scope)
    {
        anchors.Push(null);
        WriteAll(body, scope);
        anchors.Pop();
    }

    private void WriteAnchor(bool isStart)
    {
        if (anchors.Pop() is not { } anchor)
        {
            anchors.Push(null);
            return;
        }

        if (isStart)
        {
            anchor = (session.NextBookmark(), session.BookmarkName(anchor.Name));
            WriteBookmarkStart(anchor.Number, anchor.Name);
        }
        else
        {
            WriteBookmarkEnd(anchor.Number);
        }

        anchors.Push(anchor);
    }

    /// <summary>One paragraph per line of the first text; later the paragraphs are the reader's own.</summary>
    private void WriteZone(FreeZoneNode zone, FillScope scope)
    {
        var text = session.Data.FreeTexts.GetValueOrDefault(zone.Tag.Name);
        if (string.IsNullOrWhiteSpace(text))
        {
            WriteAll(zone.Advice, scope);
            return;
        }

        var isFirst = true;
        foreach (
            var line in text.Split(
                '\n',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            target.Append("<w:p>"u8);
            target.Append(zone.ParagraphProperties);
            if (isFirst)
            {
                WriteZonePoint(zone.Tag.Name, scope);
                isFirst = false;
            }

            target.Append("<w:r>"u8);
            target.Append(zone.RunProperties);
            target.Append("<w:t xml:space=\"preserve\">"u8);
            XmlText.WriteText(target, line);
            target.Append("</w:t></w:r></w:p>"u8);
        }
    }

    private void WriteZonePoint(string zone, FillScope scope)
    {
        var number = session.NextBookmark();
        var name = RowNames.ZoneBookmark(scope.Path.Length == 0 ? zone : $"{zone}.{scope.Path}");
        WriteBookmarkStart(number, session.BookmarkName(name));
        WriteBookmarkEnd(number);
    }

    private void WriteBookmarkStart(int number, string name)
    {
        target.Append("<w:bookmarkStart w:id=\""u8);
        target.Append(number);
        target.Append("\" w:name=\""u8);
        XmlText.WriteAttribute(target, name);
        target.Append("\"/>"u8);
    }

    private void WriteBookmarkEnd(int number)
    {
        target.Append("<w:bookmarkEnd w:id=\""u8);
        target.Append(number);
        target.Append("\"/>"u8);
    }

    private void WriteIdentifier(IdentifierNode identifier)
    {
        switch (identifier.Kind)
        {
            case IdentifierKind.Control:
                target.Append(session.NextControl());
                break;
            case IdentifierKind.Drawing:
                target.Append(session.NextDrawing());
                break;
            case IdentifierKind.BookmarkName:
                XmlText.WriteAttribute(target, session.BookmarkName(identifier.Original));
                break;
            case IdentifierKind.BookmarkStart:
                target.Append(bookmarks[identifier.Original] = session.NextBookmark());
                break;
            case IdentifierKind.BookmarkEnd:
                target.Append(bookmarks.GetValueOrDefault(identifier.Original, identifier.Original.Length));
                break;
        }
    }

    private void WriteTable(TableNode table, FillScope scope)
    {
        var start = target.Length;
        WriteAll(table.Body, scope);
        if (!target.ContainsSince(start, "<w:tc>"u8))
        {
            target.CutBackTo(start);
        }
    }
}
