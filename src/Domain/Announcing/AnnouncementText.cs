namespace Connector.Domain.Announcing;

/// <summary>
/// An announcement in words, whatever the way in which it is told. All words may come from people: whoever renders them
/// escapes them, and only <see cref="TextPiece.Link"/> becomes a link.
/// </summary>
/// <param name="Title">One line.</param>
/// <param name="Lines">What there is to say, in its order.</param>
public sealed record AnnouncementText(string Title, IReadOnlyList<TextLine> Lines);

/// <summary>A paragraph, or an item of a list.</summary>
public sealed record TextLine(IReadOnlyList<TextPiece> Pieces, bool IsItem = false)
{
    public static TextLine Say(string words) => new([new TextPiece(words)]);

    public static TextLine Item(string words) => new([new TextPiece(words)], IsItem: true);

    public static TextLine Strong(string words) => new([new TextPiece(words, IsStrong: true)]);

    /// <summary>A line that is a link; none where there is no address, or one that nobody should follow.</summary>
    public static IEnumerable<TextLine> Link(string words, Uri? address, bool isItem = false) =>
        SafeLink.Of(address) is null ? [] : [new TextLine([new TextPiece(words, Link: address)], isItem)];
}

/// <param name="Words">On one line once they are rendered.</param>
/// <param name="IsStrong">Stands out.</param>
/// <param name="Link">Where it leads; one that <see cref="SafeLink"/> refuses leaves plain words.</param>
public sealed record TextPiece(string Words, bool IsStrong = false, Uri? Link = null);

/// <summary>Addresses that may become links.</summary>
public static class SafeLink
{
    private const int Longest = 2_000;

    /// <summary>
    /// The address as every rendering can hold it; null for another scheme than http and https, and for one with a name or
    /// password in it, which hides where it leads.
    /// </summary>
    public static string? Of(Uri? address)
    {
        if (
            address is not { IsAbsoluteUri: true }
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0
            || address.AbsoluteUri.Length > Longest
        )
        {
            return null;
        }

        return string.Concat(
            address.AbsoluteUri.Select(letter =>
                letter is '(' or ')' or '<' or '>' or '|' or '"' or '\'' or '`' or '\\' or '*' or '[' or ']'
                || letter <= ' '
                    ? Uri.HexEscape(letter)
                    : $"{letter}"
            )
        );
    }
}

/// <summary>What one message says: a single announcement, or all that is due for somebody at the same time.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Parts">In the order in which they are told.</param>
public sealed record Message(string Subject, IReadOnlyList<AnnouncementText> Parts)
{
    /// <summary>Why somebody gets it, and how to be left in peace; of mail alone.</summary>
    public string Footer { get; init; } = "";
}
