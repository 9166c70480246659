namespace Connector.Domain.Workspaces.Adoption;

/// <summary>What was found for one wanted name; several candidates, or a shared one, are ambiguous.</summary>
internal sealed record NameMatch(
    MatchQuality Quality,
    IReadOnlyList<AdoptionCandidate> Candidates,
    bool IsAmbiguous
);

/// <summary>
/// Pairs wanted names with things that are there, each at most once: first what is equal, then what is equal when
/// folded, then what is near. Of two that are equally good, none is taken, nor left for something worse.
/// </summary>
internal static class NameMatching
{
    private static readonly MatchQuality[] Best =
    [
        MatchQuality.Exact,
        MatchQuality.Folded,
        MatchQuality.Near,
    ];

    public static IReadOnlyDictionary<string, NameMatch> Pair(
        IReadOnlyList<(string Key, string Name)> wanted,
        IReadOnlyList<AdoptionCandidate> candidates,
        bool areFiles
    )
    {
        var matches = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        var open = wanted.Select(one => (one.Key, one.Name, Form: NameForm.Of(one.Name, areFiles))).ToList();
        var free = candidates
            .DistinctBy(candidate => candidate.Id)
            .OrderBy(candidate => candidate.Shown, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Select(candidate => (Candidate: candidate, Form: NameForm.Of(candidate.Name, areFiles)))
            .ToList();
        foreach (var quality in Best)
        {
            var pairs = open.SelectMany(want =>
                    free.Where(found => IsOf(quality, want.Name, want.Form, found.Candidate, found.Form))
                        .Select(found => (want.Key, found.Candidate))
                )
                .ToList();
            Settle(quality, pairs, matches);
            var gone = pairs.Select(pair => pair.Candidate.Id).ToHashSet(StringComparer.Ordinal);
            open.RemoveAll(want => matches.ContainsKey(want.Key));
            free.RemoveAll(found => gone.Contains(found.Candidate.Id));
        }

        return matches;
    }

    public static MatchQuality Compare(string wanted, string found, bool isFile) =>
        wanted == found
            ? MatchQuality.Exact
            : NameForm.Of(wanted, isFile).Compare(NameForm.Of(found, isFile));

    private static void Settle(
        MatchQuality quality,
        List<(string Key, AdoptionCandidate Candidate)> pairs,
        Dictionary<string, NameMatch> matches
    )
    {
        var wanting = pairs.ToLookup(pair => pair.Candidate.Id, pair => pair.Key, StringComparer.Ordinal);
        foreach (var want in pairs.GroupBy(pair => pair.Key, pair => pair.Candidate))
        {
            var found = want.ToList();
            var ambiguous = found.Count > 1 || wanting[found[0].Id].Count() > 1;
            matches[want.Key] = new NameMatch(quality, found, ambiguous);
        }
    }

    private static bool IsOf(
        MatchQuality quality,
        string wanted,
        NameForm form,
        AdoptionCandidate candidate,
        NameForm found
    ) =>
        quality == MatchQuality.Exact
            ? wanted == candidate.Name
            : wanted != candidate.Name && form.Compare(found) == quality;
}
