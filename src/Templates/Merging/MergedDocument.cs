namespace Connector.Templates;

/// <summary>What became of one place when a document was regenerated.</summary>
public enum MergeOutcome
{
    /// <summary>A person wrote here and the data did not change: theirs stays.</summary>
    Kept,

    /// <summary>Nobody had touched it: it follows the data.</summary>
    Updated,

    /// <summary>A person wrote here and the data changed too: theirs stays, a comment tells the data.</summary>
    Conflict,

    /// <summary>New in the data: put in its place.</summary>
    Added,

    /// <summary>Gone from the data, and nobody had touched it: taken out.</summary>
    Removed,

    /// <summary>
    /// Gone on one side only: from the data, but a person had changed it (it stays, with a comment); or from the
    /// document, but the data still hold it (it is not put back). Somebody has to decide.
    /// </summary>
    RemovalCandidate,
}

/// <summary>One line of the report.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Where">Heading, row and column, as the document's readers see them.</param>
/// <param name="Edited">The words in the document as people left it; empty when they are gone.</param>
/// <param name="New">The words that the new data give; empty when they are gone.</param>
public sealed record MergeEntry(MergeOutcome Outcome, string Where, string Edited, string New)
{
    /// <summary>The line as a sentence, in French.</summary>
    public string French => MergeWords.Sentence(this, isFrench: true);

    /// <summary>The line as a sentence, in English.</summary>
    public string English => MergeWords.Sentence(this, isFrench: false);
}

/// <summary>A regenerated document.</summary>
public sealed record MergedDocument
{
    /// <summary>The file. The very bytes that were handed in when nothing had to change, or when there are problems.</summary>
    public required ReadOnlyMemory<byte> Docx { get; init; }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<MergeEntry> Entries { get; init; } = [];

    /// <summary>Why the documents could not be merged; empty when they could.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; init; } = [];

    /// <summary>Comparisons made, to hold the work linear in the size of the document.</summary>
    internal int Work { get; init; }
}
