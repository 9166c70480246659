using System.Text;

namespace Connector.Domain.Announcing;

/// <summary>A message as a page of HTML: no script, no picture, nothing that is fetched from elsewhere.</summary>
public static class HtmlRendering
{
    public static string Write(Message message, Language language)
    {
        ArgumentNullException.ThrowIfNull(message);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
            .Append(language == Language.English ? "en" : "fr")
            .Append("\">\n<head><meta charset=\"utf-8\"/><title>")
            .Append(Words(message.Subject))
            .Append(
                "</title></head>\n<body style=\"font-family:sans-serif;line-height:1.5;max-width:40em\">\n"
            );
        if (message.Parts.Count != 1 || message.Parts[0].Title != message.Subject)
        {
            page.Append("<h1 style=\"font-size:1.3em\">").Append(Words(message.Subject)).Append("</h1>\n");
        }

        foreach (var part in message.Parts)
        {
            page.Append("<h2 style=\"font-size:1.1em\">").Append(Words(part.Title)).Append("</h2>\n");
            Lines(page, part.Lines);
        }

        if (message.Footer.Length > 0)
        {
            page.Append("<hr/>\n<p style=\"color:#595959;font-size:0.9em\">")
                .Append(Words(message.Footer))
                .Append("</p>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    public static string Words(string words) => Escape(TamedWords.Of(words));

    private static void Lines(StringBuilder page, IReadOnlyList<TextLine> lines)
    {
        var isInList = false;
        foreach (var line in lines)
        {
            if (line.IsItem != isInList)
            {
                page.Append(line.IsItem ? "<ul>\n" : "</ul>\n");
                isInList = line.IsItem;
            }

            var tag = line.IsItem ? "li" : "p";
            page.Append('<').Append(tag).Append('>');
            page.AppendJoin("", line.Pieces.Select(Piece)).Append("</").Append(tag).Append(">\n");
        }

        page.Append(isInList ? "</ul>\n" : "");
    }

    private static string Piece(TextPiece piece)
    {
        var words = Words(piece.Words);
        return SafeLink.Of(piece.Link) is { } address ? $"<a href=\"{Escape(address)}\">{words}</a>"
            : piece.IsStrong ? $"<strong>{words}</strong>"
            : words;
    }

    private static string Escape(string words) =>
        words
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);
}
