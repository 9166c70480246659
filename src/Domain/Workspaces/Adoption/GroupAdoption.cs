namespace Connector.Domain.Workspaces.Adoption;

/// <summary>
/// Groups: rights are given to a group by its identifier, so that only the group of that very identifier can be
/// linked. One that is merely called alike is told.
/// </summary>
internal static class GroupAdoption
{
    public static void Propose(WorkspaceSpec spec, AdoptionTable table)
    {
        var own = spec.Groups.Select(group => group.GroupId).ToHashSet(StringComparer.Ordinal);
        var open = spec.Groups.Where(group => table.Known.Find(group.Key) is null).ToList();
        var others = table
            .Snapshot.Groups.Where(group => !own.Contains(group.Key))
            .Select(group => new AdoptionCandidate(group.Key, group.Value.DisplayName))
            .ToList();
        var alike = NameMatching.Pair(
            [
                .. open.Where(group => !table.Snapshot.Groups.ContainsKey(group.GroupId))
                    .Select(group => (group.Key, group.DisplayName)),
            ],
            others,
            areFiles: false
        );
        foreach (var group in open)
        {
            table.Add(Line(group, table.Snapshot, alike.GetValueOrDefault(group.Key)));
        }
    }

    private static AdoptionLine Line(GroupSpec group, WorkspaceSnapshot snapshot, NameMatch? alike)
    {
        var there = snapshot.Groups.TryGetValue(group.GroupId, out var state);
        return new AdoptionLine
        {
            Key = group.Key,
            Kind = AdoptionKind.Group,
            Wanted = group.DisplayName,
            State =
                there ? AdoptionState.Proposed
                : alike is null ? AdoptionState.Missing
                : AdoptionState.Information,
            Quality = there ? MatchQuality.Exact : alike?.Quality ?? MatchQuality.None,
            Candidates = there
                ? [new AdoptionCandidate(group.GroupId, state!.DisplayName)]
                : alike?.Candidates ?? [],
        };
    }
}
