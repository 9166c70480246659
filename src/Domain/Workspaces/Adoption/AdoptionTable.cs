namespace Connector.Domain.Workspaces.Adoption;

/// <summary>A thing to look for: its name is compared, its path shown.</summary>
internal sealed record Wanted(string Key, string? ParentKey, string Name, string Path)
{
    /// <summary>The identity that Connector itself would give it: such a thing is it, whatever its name.</summary>
    public string? Address { get; init; }

    public string? ContentHash { get; init; }
}

/// <summary>What the proposal is worked out on: the snapshot, what is taken already, and the lines written so far.</summary>
internal sealed class AdoptionTable(
    AdoptionKind areas,
    WorkspaceSnapshot snapshot,
    KnownWorkspace known,
    IReadOnlyDictionary<string, AdoptionDecision> decisions
)
{
    private readonly AdoptionClaims _claims = new(areas, known, decisions);
    private readonly List<AdoptionLine> _lines = [];

    /// <summary>What the root of an area is.</summary>
    public AdoptionKind Areas => areas;

    public WorkspaceSnapshot Snapshot => snapshot;

    public KnownWorkspace Known => known;

    public IReadOnlyList<AdoptionLine> Lines => _lines;

    public bool HasDecisions => decisions.Count > 0;

    /// <summary>Writes a line for each of <paramref name="wanted"/> that the ledger does not know.</summary>
    /// <param name="kind">What sort of thing they are.</param>
    /// <param name="wanted">What to look for.</param>
    /// <param name="candidates">Where to look for what nobody decided.</param>
    /// <param name="all">Where a person's decision may point besides.</param>
    /// <returns>The lines, by key.</returns>
    public IReadOnlyDictionary<string, AdoptionLine> Pair(
        AdoptionKind kind,
        IReadOnlyList<Wanted> wanted,
        IReadOnlyList<AdoptionCandidate> candidates,
        IReadOnlyList<AdoptionCandidate>? all = null
    )
    {
        var open = wanted.Where(one => known.Find(one.Key) is null).ToList();
        var undecided = open.Where(one => !decisions.ContainsKey(one.Key)).ToList();
        var free = candidates.Where(candidate => _claims.IsFree(kind, candidate.Id)).ToList();
        var addresses = undecided
            .Select(one => one.Address)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var matches = NameMatching.Pair(
            [.. undecided.Where(one => AtAddress(one, free) is null).Select(one => (one.Key, one.Name))],
            [.. free.Where(candidate => !addresses.Contains(candidate.Id))],
            kind == AdoptionKind.Document
        );
        var lines = open.Select(one =>
                Line(kind, one) is var line && decisions.TryGetValue(one.Key, out var decision)
                    ? Decided(line, one, decision, all ?? candidates)
                : AtAddress(one, free) is { } own ? Proposed(line, own)
                : matches.TryGetValue(one.Key, out var match) ? Matched(line, match)
                : line
            )
            .ToDictionary(line => line.Key, StringComparer.Ordinal);
        _lines.AddRange(open.Select(one => lines[one.Key]));
        return lines;
    }

    public void Add(AdoptionLine line) => _lines.Add(line);

    public void Replace(AdoptionLine line) => _lines[_lines.FindIndex(other => other.Key == line.Key)] = line;

    private static AdoptionLine Line(AdoptionKind kind, Wanted wanted) =>
        new()
        {
            Key = wanted.Key,
            ParentKey = wanted.ParentKey,
            Kind = kind,
            Wanted = wanted.Path,
            State = AdoptionState.Missing,
            ContentHash = wanted.ContentHash,
        };

    private static AdoptionCandidate? AtAddress(Wanted wanted, List<AdoptionCandidate> free) =>
        wanted.Address is null ? null : free.Find(candidate => candidate.Id == wanted.Address);

    private static AdoptionLine Proposed(AdoptionLine line, AdoptionCandidate own) =>
        line with
        {
            State = AdoptionState.Proposed,
            Quality = MatchQuality.Exact,
            Candidates = [own],
        };

    private static AdoptionLine Matched(AdoptionLine line, NameMatch match) =>
        line with
        {
            State = match.IsAmbiguous ? AdoptionState.Ambiguous : AdoptionState.Proposed,
            Quality = match.Quality,
            Candidates = match.Candidates,
        };

    /// <summary>What was decided and is no longer there is missing.</summary>
    private static AdoptionLine Decided(
        AdoptionLine line,
        Wanted wanted,
        AdoptionDecision decision,
        IReadOnlyList<AdoptionCandidate> candidates
    ) =>
        decision.Id is null ? line with { State = AdoptionState.Refused }
        : candidates.FirstOrDefault(candidate => candidate.Id == decision.Id) is { } chosen
            ? line with
            {
                State = AdoptionState.Accepted,
                Quality = NameMatching.Compare(wanted.Name, chosen.Name, line.Kind == AdoptionKind.Document),
                Candidates = [chosen],
            }
        : line;
}
