namespace Connector.Domain.Workspaces;

/// <summary>Says of each step which working group it is about, and where in the files it is asked for.</summary>
internal sealed class PlanPlacing
{
    private readonly WorkspaceSpec _spec;
    private readonly HashSet<string> _areas;
    private readonly Dictionary<string, string> _groupOf = new(StringComparer.Ordinal);

    public PlanPlacing(WorkspaceSpec spec)
    {
        _spec = spec;
        _areas = spec
            .Areas.Select(area => area.WorkingGroupId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var id in _areas)
        {
            _groupOf[id + WorkspaceGroups.LeadsEnding] = id;
            _groupOf[id + WorkspaceGroups.ObserversEnding] = id;
        }

        foreach (var id in _areas)
        {
            _groupOf[id] = id;
        }
    }

    public PlanStep Place(PlanStep step)
    {
        var group = GroupOf(step.Key);
        return step with
        {
            Group = group,
            Place = step.Change is Change.Create or Change.Remove ? PlaceOf(step.Key, group) : null,
        };
    }

    /// <summary>The working groups of the file by their names, in its order.</summary>
    public IReadOnlyList<PlanGroup> Groups()
    {
        var names = _spec.Groups.ToDictionary(
            group => group.GroupId,
            group => group.DisplayName,
            StringComparer.Ordinal
        );
        return
        [
            .. _spec
                .Areas.Select(area => area.WorkingGroupId)
                .OfType<string>()
                .Select(id => new PlanGroup(id, names.GetValueOrDefault(id, id))),
        ];
    }

    private string? GroupOf(string key) =>
        WorkspaceKeys.SubjectOf(key) is not { } subject ? null
        : _groupOf.TryGetValue(subject, out var group) ? group
        : WorkspaceGroups.IsCommon(subject) ? null
        : subject;

    /// <summary>The line about somebody's place in a group, else about the person; about the thing, else about its group.</summary>
    private SourcePlace? PlaceOf(string key, string? group)
    {
        var user = WorkspaceKeys.MemberOf(key);
        var candidates = user is not null
            ? new[] { WorkspaceKeys.Member($"group:{group}", user), AccountSpec.KeyOf(user) }
            : [key, group is null || IsOfADocument(key) ? "" : WorkspaceKeys.Area(group)];
        foreach (var candidate in candidates)
        {
            if (_spec.Places.TryGetValue(candidate, out var place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The blueprint or a roadmap asks for it: no line of the territory's files does.</summary>
    private static bool IsOfADocument(string key) =>
        WorkspaceKeys.IsNode(key) || WorkspaceKeys.IsMilestone(key);
}

/// <summary>A working group as a plan names it.</summary>
public sealed record PlanGroup(string Id, string Name);
