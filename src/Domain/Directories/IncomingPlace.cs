namespace Connector.Domain.Directories;

/// <summary>A row of an imported file.</summary>
public sealed record IncomingPlace
{
    public required PlaceRecord Place { get; init; }

    public required SourcePlace At { get; init; }

    /// <summary>What in it does not follow the standard; stops nothing.</summary>
    public IReadOnlyList<Problem> Doubts { get; init; } = [];
}

/// <summary>What becomes of an imported row.</summary>
public enum MergeOutcome
{
    /// <summary>« ajoutée »: nobody like it was there.</summary>
    Added,

    /// <summary>« complétée »: words come into cells that were empty.</summary>
    Completed,

    /// <summary>« en conflit »: the directory says something else somewhere, and keeps it; empty cells are filled all the same.</summary>
    Conflicting,

    /// <summary>« inchangée »</summary>
    Unchanged,

    /// <summary>« à trancher »: it looks like one that is there; a person says whether it is.</summary>
    Undecided,

    /// <summary>« refusée », with the reason.</summary>
    Refused,
}

/// <summary>Two values of one column.</summary>
public sealed record MergeConflict(StandardColumn Column, string Kept, string Offered);

/// <summary>One that an imported row looks like.</summary>
/// <param name="Index">Its place among the rows that were there.</param>
/// <param name="Likeness">From 0 to 1.</param>
public sealed record MergeCandidate(int Index, double Likeness);

/// <summary>An imported row, and what becomes of it.</summary>
public sealed record MergeResult
{
    public required IncomingPlace Incoming { get; init; }

    public required MergeOutcome Outcome { get; init; }

    /// <summary>The row of the directory that is meant, by its place among those that were there; null for others.</summary>
    public int? Index { get; init; }

    /// <summary>What to write as a new row, with an identifier of its own; null unless added.</summary>
    public PlaceRecord? New { get; init; }

    /// <summary>Columns that were empty, and what comes into them.</summary>
    public IReadOnlyDictionary<StandardColumn, string> Filled { get; init; } =
        new Dictionary<StandardColumn, string>();

    public IReadOnlyList<MergeConflict> Conflicts { get; init; } = [];

    public IReadOnlyList<MergeCandidate> Candidates { get; init; } = [];

    /// <summary>Why it was refused; null for others.</summary>
    public Text? Reason { get; init; }
}

/// <summary>All rows of an import in the file's order.</summary>
/// <param name="Results">One for each row.</param>
/// <param name="Comparisons">How many pairs of names were compared for likeness.</param>
public sealed record MergeReport(IReadOnlyList<MergeResult> Results, int Comparisons);
