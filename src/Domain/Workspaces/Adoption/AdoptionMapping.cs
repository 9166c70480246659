namespace Connector.Domain.Workspaces.Adoption;

/// <summary>
/// One line of a mapping file: a thing of the territory, by its key or by the path that the layout gives it, and what it
/// is on the server: a path, a calendar's name or address, <c>id:12</c>, or null for « not there ».
/// </summary>
public sealed record MappingEntry(
    string Thing,
    string? Target,
    SourcePlace ThingPlace,
    SourcePlace TargetPlace
);

/// <summary>Turns the lines of a mapping file into decisions; all that is wrong with them comes at once.</summary>
public sealed class AdoptionMapping
{
    private readonly MappingThings _things;
    private readonly MappingTargets _targets;
    private readonly KnownWorkspace _known;
    private readonly AdoptionClaims _claims;
    private readonly Dictionary<string, AdoptionDecision> _decisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<(AdoptionKind, string), int> _taken = [];
    private readonly List<Problem> _problems = [];

    private AdoptionMapping(WorkspaceSpec spec, WorkspaceSnapshot snapshot, KnownWorkspace known)
    {
        _things = new MappingThings(spec);
        _targets = new MappingTargets(snapshot);
        _known = known;
        _claims = new AdoptionClaims(AdoptionClaims.AreasOf(spec), known, Adoption.NoDecisions);
    }

    /// <returns>Decisions by key, and problems with their lines; with a problem, nothing should be linked.</returns>
    public static (
        IReadOnlyDictionary<string, AdoptionDecision> Decisions,
        IReadOnlyList<Problem> Problems
    ) Resolve(
        IReadOnlyList<MappingEntry> entries,
        WorkspaceSpec spec,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known
    )
    {
        var mapping = new AdoptionMapping(spec, snapshot, known);
        foreach (var entry in entries)
        {
            mapping.Read(entry);
        }

        if (mapping._problems.Count == 0)
        {
            mapping.CheckPlaces(entries, Adoption.Propose(spec, snapshot, known, mapping._decisions));
        }

        return (mapping._decisions, mapping._problems);
    }

    private void Read(MappingEntry entry)
    {
        if (_things.Find(entry.Thing) is not { } thing)
        {
            _problems.Add(MappingProblems.UnknownThing(entry));
            return;
        }

        if (!_lines.TryAdd(thing.Key, entry.ThingPlace.Line))
        {
            _problems.Add(MappingProblems.Twice(entry, _lines[thing.Key]));
            return;
        }

        if (entry.Target is null)
        {
            if (_known.Find(thing.Key) is null)
            {
                _decisions[thing.Key] = new AdoptionDecision(null);
            }

            return;
        }

        Link(entry, thing.Key, thing.Kind);
    }

    private void Link(MappingEntry entry, string key, AdoptionKind kind)
    {
        var found = _targets.Find(kind, entry.Target!);
        if (found.Count != 1)
        {
            _problems.Add(
                found.Count == 0
                    ? MappingProblems.NotThere(entry, kind, _targets.IsOfOtherKind(kind, entry.Target!))
                    : MappingProblems.Several(entry, found)
            );
            return;
        }

        var id = found[0];
        if (_known.Find(key) is { } known)
        {
            if (known.RemoteId != id)
            {
                _problems.Add(MappingProblems.LinkedAlready(entry, known));
            }
        }
        else if (kind == AdoptionKind.Group && key != $"group:{id}")
        {
            _problems.Add(MappingProblems.OtherGroup(entry, key["group:".Length..]));
        }
        else if (!_claims.IsFree(kind, id))
        {
            _problems.Add(MappingProblems.TakenInLedger(entry));
        }
        else if (!_taken.TryAdd((kind, id), entry.TargetPlace.Line))
        {
            _problems.Add(MappingProblems.TakenInFile(entry, _taken[(kind, id)]));
        }
        else if (kind != AdoptionKind.Group)
        {
            _decisions[key] = new AdoptionDecision(id);
        }
    }

    /// <summary>A folder or document belongs into the team folder of its own area.</summary>
    private void CheckPlaces(IReadOnlyList<MappingEntry> entries, AdoptionProposal proposal)
    {
        var accepted = proposal
            .Lines.Where(line => line.State == AdoptionState.Accepted)
            .Select(line => line.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var key = _things.Find(entry.Thing)!.Value.Key;
            if (
                _decisions.TryGetValue(key, out var decision)
                && decision.Id is not null
                && !accepted.Contains(key)
            )
            {
                _problems.Add(MappingProblems.Elsewhere(entry));
            }
        }
    }
}
