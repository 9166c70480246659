namespace Connector.Templates;

/// <summary>
/// Identity of a filled document. <see cref="Id"/> and <see cref="Revision"/> stand in the custom properties
/// <c>connector.document</c> and <c>connector.revision</c>, the only hidden data that every editor keeps.
/// </summary>
public sealed record DocumentStamp
{
    /// <summary>Stable identifier of the document, such as <c>feuille-de-route/mobilite</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts the times that Connector wrote it; from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>
    /// Date written into the document's metadata. Same data, same bytes: take the date of the data (their last
    /// change), not the clock.
    /// </summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>« Auteur » of the metadata: the coordinating organisation.</summary>
    public string Author { get; init; } = "Connector";
}
