using System.Text;

namespace Connector.Domain.Announcing;

/// <summary>A message as text for one kind of receiver. Every word is escaped, the ones of the program as those of people.</summary>
public abstract class Rendering
{
    /// <summary>For a channel; mail has <see cref="PlainRendering"/> and <see cref="HtmlRendering"/> both.</summary>
    public static Rendering Of(ChannelKind kind) =>
        kind switch
        {
            ChannelKind.Talk => new TalkRendering(),
            ChannelKind.Mattermost => new MattermostRendering(),
            ChannelKind.Slack => new SlackRendering(),
            _ => new PlainRendering(),
        };

    /// <summary>The most signs that the receiver takes, with some to spare.</summary>
    public abstract int Longest { get; }

    protected abstract string Escape(string tamed);

    protected abstract string Strong(string escaped);

    protected abstract string Link(string escaped, string address);

    protected virtual string Bullet => "- ";

    /// <summary>The whole message, cut at a line where it is too long.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="language">Of the sentence that says that something was cut.</param>
    public string Write(Message message, Language language = Language.French)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = new StringBuilder();
        foreach (var line in Lines(message))
        {
            var more = Words(Cut.In(language));
            if (text.Length + line.Length + more.Length + 4 > Longest)
            {
                text.Append('\n').Append(more);
                break;
            }

            text.Append(text.Length == 0 ? "" : "\n").Append(line);
        }

        return text.ToString();
    }

    /// <summary>Words alone, escaped.</summary>
    public string Words(string words) => Escape(TamedWords.Of(words));

    private IEnumerable<string> Lines(Message message)
    {
        if (message.Parts.Count != 1 || message.Parts[0].Title != message.Subject)
        {
            yield return Strong(Words(message.Subject));
        }

        foreach (var part in message.Parts)
        {
            if (message.Parts.Count > 1)
            {
                yield return "";
            }

            yield return Strong(Words(part.Title));
            foreach (var line in part.Lines)
            {
                yield return (line.IsItem ? Bullet : "") + string.Concat(line.Pieces.Select(Piece));
            }
        }

        if (message.Footer.Length > 0)
        {
            yield return "";
            yield return Words(message.Footer);
        }
    }

    private string Piece(TextPiece piece)
    {
        var words = Words(piece.Words);
        return SafeLink.Of(piece.Link) is { } address ? Link(words, address)
            : piece.IsStrong ? Strong(words)
            : words;
    }

    /// <summary>Marks that make a list, a heading or a quotation only where they begin a line.</summary>
    protected static string EscapeBeginning(string words)
    {
        var digits = words.TakeWhile(char.IsAsciiDigit).Count();
        return words.Length > 0 && words[0] is '-' or '+' or '=' ? $"\\{words}"
            : digits > 0 && words.Length > digits && words[digits] is '.' or ')'
                ? $"{words[..digits]}\\{words[digits..]}"
            : words;
    }

    protected static string Backslashed(string words, string signs) =>
        string.Concat(
            words.Select(letter =>
                signs.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}"
            )
        );

    private static readonly Text Cut = new("… la suite est dans Nextcloud.", "… the rest is in Nextcloud.");
}

/// <summary>CommonMark, as Talk shows it from 27 on. At most 32,000 signs.</summary>
public sealed class TalkRendering : Rendering
{
    public override int Longest => 31_000;

    protected override string Escape(string tamed) => EscapeBeginning(Backslashed(tamed, "\\`*_[]<>#|~&"));

    protected override string Strong(string escaped) => escaped.Length == 0 ? "" : $"**{escaped}**";

    protected override string Link(string escaped, string address) => $"[{escaped}]({address})";
}

/// <summary>Mattermost's Markdown: HTML is text there, and no sign of it can be escaped. At most 16,383 signs.</summary>
public sealed class MattermostRendering : Rendering
{
    public override int Longest => 16_000;

    protected override string Escape(string tamed) => EscapeBeginning(Backslashed(tamed, "\\`*_[]>#|~"));

    protected override string Strong(string escaped) => escaped.Length == 0 ? "" : $"**{escaped}**";

    protected override string Link(string escaped, string address) => $"[{escaped}]({address})";
}

/// <summary>
/// Slack's mrkdwn: <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped; there is no way to escape what marks bold, italic or
/// code, so that words have its twin instead. At most 40,000 signs, and the first 4,000 are sure to be shown.
/// </summary>
public sealed class SlackRendering : Rendering
{
    public override int Longest => 3_900;

    protected override string Bullet => "• ";

    protected override string Escape(string tamed) =>
        tamed
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace('*', '∗')
            .Replace('_', '＿')
            .Replace('~', '∼')
            .Replace('`', '‵');

    protected override string Strong(string escaped) => escaped.Length == 0 ? "" : $"*{escaped}*";

    protected override string Link(string escaped, string address) =>
        $"<{address.Replace("&", "&amp;", StringComparison.Ordinal)}|{escaped.Replace('|', '¦')}>";
}

/// <summary>Text without any marks: of mail, of Nextcloud's notifications, of a terminal.</summary>
public sealed class PlainRendering : Rendering
{
    public override int Longest => 200_000;

    protected override string Escape(string tamed) => tamed;

    protected override string Strong(string escaped) => escaped;

    protected override string Link(string escaped, string address) => $"{escaped} : {address}";
}
