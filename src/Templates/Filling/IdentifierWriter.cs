namespace Connector.Templates;

/// <summary>Writes what must be the document's own in each turn: numbers of controls, bookmarks, lists, notes and columns.</summary>
internal readonly ref struct IdentifierWriter(
    FillSession session,
    Utf8Buffer target,
    BookmarkWriter bookmarks,
    TableColumns columns,
    int note
)
{
    internal void Write(IdentifierNode identifier, FillScope scope)
    {
        switch (identifier.Kind)
        {
            case IdentifierKind.Control:
                target.Append(session.NextControl());
                break;
            case IdentifierKind.Drawing:
                target.Append(session.NextDrawing());
                break;
            case IdentifierKind.Change:
                target.Append(session.NextBookmark());
                break;
            case IdentifierKind.BookmarkName:
                XmlText.WriteAttribute(target, session.BookmarkName(identifier.Original));
                break;
            case IdentifierKind.BookmarkStart:
                target.Append(bookmarks.NumberOfStart(identifier.Original));
                break;
            case IdentifierKind.BookmarkEnd:
                target.Append(bookmarks.NumberOfEnd(identifier.Original));
                break;
            case IdentifierKind.List:
                XmlText.WriteAttribute(target, session.ListNow(identifier.Original));
                break;
            case IdentifierKind.NoteReference:
                target.Append(session.Notes.Refer(identifier.Original, scope));
                break;
            case IdentifierKind.Note:
                target.Append(note);
                break;
            case IdentifierKind.ColumnWidth:
                columns.WriteWidth(target, identifier.Original);
                break;
            case IdentifierKind.ColumnSpan:
                columns.WriteSpan(target, identifier.Original);
                break;
        }
    }
}
