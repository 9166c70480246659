using System.Runtime.InteropServices;

namespace Connector.Templates;

/// <summary>Walks the nodes of one part with the data and writes the finished XML.</summary>
internal sealed class PartRenderer
{
    /// <summary>From the length of so many turns that of all is guessed, so that long lists grow the page once.</summary>
    private const int TurnsToKnowTheRest = 64;

    private readonly FillSession session;
    private readonly string path;
    private readonly Utf8Buffer target = new(64 * 1024);
    private readonly BookmarkWriter bookmarks;
    private readonly FieldWriter fields;
    private TableColumns columns = TableColumns.None;
    private int note;

    internal PartRenderer(FillSession session, string path)
    {
        (this.session, this.path) = (session, path);
        bookmarks = new BookmarkWriter(session, target);
        fields = new FieldWriter(session, path, target);
    }

    /// <returns>The part's text; whoever asked for it gives the page back.</returns>
    internal Utf8Buffer Render(IReadOnlyList<TemplateNode> nodes)
    {
        WriteAll(nodes, new FillScope(session.Data));
        return target;
    }

    private void WriteAll(IReadOnlyList<TemplateNode> nodes, FillScope scope)
    {
        // Lists that were compiled: the rows of a long table are walked through them a hundred thousand times.
        if (nodes is List<TemplateNode> list)
        {
            foreach (var node in CollectionsMarshal.AsSpan(list))
            {
                Write(node, scope);
            }

            return;
        }

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
                fields.Write(field, scope);
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
                bookmarks.Anchor(anchor.IsStart);
                break;
            case IdentifierNode identifier:
                new IdentifierWriter(session, target, bookmarks, columns, note).Write(identifier, scope);
                break;
            case TableNode table:
                WriteTable(table, scope);
                break;
            case ColumnsNode repeated:
                WriteColumns(repeated, scope);
                break;
            case BlockFieldNode block:
                WriteBlock(block, scope);
                break;
            case RestartNode restart:
                session.Restart(restart.Lists);
                break;
            case HeadingNode heading:
                WriteHeading(heading, scope);
                break;
            case HeadingPointNode when session.Contents is { } points:
                bookmarks.Point(points.NextPoint());
                break;
            case ContentsNode contents:
                session.Contents?.Write(target, contents, session.Book);
                break;
            case LastSectionNode last:
                WriteLastSection(last, scope);
                break;
            case NoteNode:
                WriteNotes();
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
            var turns = new FillLoop(scope, loop.Tag.Name);
            var start = target.Length;
            for (var index = 0; index < rows.Rows.Count; index++)
            {
                if (index == TurnsToKnowTheRest)
                {
                    target.Expect((long)(target.Length - start) / index * (rows.Rows.Count - index));
                }

                var isLast = index == rows.Rows.Count - 1;
                var turn = new FillScope(turns, rows.Rows[index], index + 1, isLast);
                bookmarks.Enter(RowNames.RowBookmark(turn.Path));
                WriteAll(loop.Body, turn);
                bookmarks.Leave();
            }
        }
        else if (value is { IsPresent: true })
        {
            WriteOnce(loop.Body, scope);
        }
    }

    private void WriteOnce(IReadOnlyList<TemplateNode> body, FillScope scope)
    {
        bookmarks.Enter(null);
        WriteAll(body, scope);
        bookmarks.Leave();
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

    private void WriteZonePoint(string zone, FillScope scope) =>
        bookmarks.Point(RowNames.ZoneBookmark(scope.Path.Length == 0 ? zone : $"{zone}.{scope.Path}"));

    /// <summary>A row may have its own values for a column, found by the column's key; else the column's are shown.</summary>
    private void WriteColumns(ColumnsNode repeated, FillScope scope)
    {
        var shown = columns[repeated.Tag.Name];
        var own = scope.Find(repeated.Tag.Name, out _) as RowsValue;
        var turns = new FillLoop(scope, repeated.Tag.Name);
        for (var index = 0; index < shown.Count; index++)
        {
            var column = TableColumns.Merge(shown[index], own);
            WriteOnce(repeated.Body, new FillScope(turns, column, index + 1, index == shown.Count - 1));
        }
    }

    private void WriteBlock(BlockFieldNode block, FillScope scope)
    {
        var value = scope.Find(block.Tag.Name, out _);
        if (value is not (MarkdownValue or DocumentValue))
        {
            WriteAll(block.Inline, scope);
            return;
        }

        var start = target.Length;
        var paragraphs = new ParagraphWriter(session, path, target, block);
        if (block.Inline.Any(node => node is AnchorNode))
        {
            paragraphs.Anchor = bookmarks.Anchor;
        }

        if (value is MarkdownValue markdown)
        {
            new MarkdownWriter(session, paragraphs).Write(markdown.Text);
        }
        else if (value is DocumentValue { IsPresent: true } document)
        {
            session.Foreign(document.Docx, block.Tag).Write(target, path, paragraphs);
        }

        if (target.Length == start && !value.IsPresent)
        {
            paragraphs.Empty();
        }
    }

    private void WriteHeading(HeadingNode heading, FillScope scope)
    {
        var start = target.Length;
        WriteAll(heading.Body, scope);
        session.Contents?.Add(
            new TableOfContents.Heading(heading.Level, heading.Style, heading.List, heading.ListLevel),
            session.Lists,
            target.Written.Span[start..]
        );
    }

    /// <summary>All notes that were referred to, in that order, where the first of the template stands.</summary>
    private void WriteNotes()
    {
        foreach (var (number, body, scope) in session.Notes.Take(path))
        {
            note = number;
            WriteAll(body, scope);
        }
    }

    /// <summary>
    /// A loop over sections that ends the document: the last turn's section is the document's, so that no empty page
    /// follows.
    /// </summary>
    private void WriteLastSection(LastSectionNode last, FillScope scope)
    {
        if (LastSection.Take(target) is { Length: > 0 } section)
        {
            target.Append(section);
        }
        else
        {
            WriteAll(last.Body, scope);
        }
    }

    private void WriteTable(TableNode table, FillScope scope)
    {
        var start = target.Length;
        var before = columns;
        columns = table.Columns.Length == 0 ? columns : columns.With(table.Columns, scope);
        WriteAll(table.Body, scope);
        columns = before;
        if (!target.ContainsSince(start, "<w:tc>"u8))
        {
            target.CutBackTo(start);
        }
    }
}
