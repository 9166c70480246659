namespace Connector.Domain.Workspaces.Adoption;

/// <summary>How much the name of a thing that is there is the name that is wanted; the closer, the greater.</summary>
public enum MatchQuality
{
    /// <summary>Nothing alike.</summary>
    None,

    /// <summary>A few letters, or about half of the words, are others; or the leading number, or the file type.</summary>
    Near,

    /// <summary>
    /// Equal but for case, accents, spaces, punctuation, the spelling of accents (NFC, NFD) and a leading number of one
    /// or two digits that one of the two has not.
    /// </summary>
    Folded,

    /// <summary>Equal, letter for letter.</summary>
    Exact,
}
