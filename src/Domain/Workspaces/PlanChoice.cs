namespace Connector.Domain.Workspaces;

/// <summary>A plan of which somebody chose what is done now.</summary>
public static class PlanChoice
{
    /// <summary>
    /// The same plan without some of its steps, and without those that cannot be right before these are done: what is inside a
    /// folder that is not made, who is in a group, the dates in a document, people let into a folder whose rules are not set.
    /// All of them stay to be done.
    /// </summary>
    /// <param name="plan">The whole plan.</param>
    /// <param name="keys">Of the steps to leave; one that the plan does not ask for is nothing to leave.</param>
    public static WorkspacePlan Without(this WorkspacePlan plan, IReadOnlySet<string>? keys)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (keys is null || keys.Count == 0)
        {
            return plan;
        }

        var left = new LeftOut(plan, keys);
        return plan with
        {
            Steps = [.. plan.Steps.Where(step => step.Action is null || !left.Has(step.Key))],
        };
    }

    private sealed class LeftOut
    {
        private readonly HashSet<string> _keys;

        /// <summary>Areas that are not to be opened, by key.</summary>
        private readonly HashSet<string> _shut = new(StringComparer.Ordinal);

        /// <summary>Areas whose calendar waits, by key.</summary>
        private readonly HashSet<string> _noCalendar = new(StringComparer.Ordinal);

        /// <summary>Areas of which a meeting waits, by key.</summary>
        private readonly HashSet<string> _dates = new(StringComparer.Ordinal);

        /// <summary>Areas of which a meeting, or a link in one, waits, by key.</summary>
        private readonly HashSet<string> _events = new(StringComparer.Ordinal);

        public LeftOut(WorkspacePlan plan, IReadOnlySet<string> keys)
        {
            var pending = plan.Pending.ToList();
            _keys = pending.Select(step => step.Key).Where(keys.Contains).ToHashSet(StringComparer.Ordinal);
            var folders = pending
                .Where(step => step.Action is CreateFolder or CreateTeamFolder)
                .Select(step => step.Key)
                .ToHashSet(StringComparer.Ordinal);
            // What is left can take more with it, before and after it.
            for (var known = -1; known != _keys.Count; )
            {
                known = _keys.Count;
                foreach (var step in pending)
                {
                    if (Has(step.Key) || Needs(step))
                    {
                        Leave(step, folders);
                    }
                }
            }
        }

        public bool Has(string key) => _keys.Contains(key);

        private void Leave(PlanStep step, HashSet<string> folders)
        {
            _keys.Add(step.Key);
            if (step is { Stage: PlanStage.TeamFolders, Action: ConfigureTeamFolder { AreaKey: var area } })
            {
                // Connector itself gets no access to it.
                _keys.Add(area);
            }

            if (step.Action is SetAcl && FolderOf(step.Key) is var folder)
            {
                // A folder is never there without the rules that it is made for.
                if (folders.Contains(folder))
                {
                    _keys.Add(folder);
                }
                else if (!IsLeftWithItsPlace(folder))
                {
                    _shut.Add(step.AreaKey ?? "");
                }
            }

            if (step.Stage == PlanStage.Calendars)
            {
                _dates.Add(step.AreaKey ?? "");
            }

            if (step.Stage is PlanStage.Calendars or PlanStage.Links)
            {
                _events.Add(step.AreaKey ?? "");
            }

            if (WorkspaceKeys.IsCalendar(step.Key))
            {
                _noCalendar.Add(step.AreaKey ?? "");
            }
        }

        private bool Needs(PlanStep step) =>
            IsLeftWithItsPlace(step.Key)
            || (step.AreaKey is { } area && Has(area))
            || GroupsOf(step).Any(group => Has(WorkspaceKeys.Group(group)))
            || (step.Action is AddMember member && Has(AccountSpec.KeyOf(member.UserId)))
            || (step.Stage == PlanStage.Opening && _shut.Contains(step.AreaKey ?? ""))
            || NeedsCalendar(step);

        /// <summary>Whether the step's thing is in, or a facet of, something that is left.</summary>
        private bool IsLeftWithItsPlace(string key)
        {
            for (var at = key.Length - 1; at > 0; at--)
            {
                if (key[at] == '#' && key[at - 1] == '#')
                {
                    // Part of a name.
                    at--;
                }
                else if (key[at] is '/' or '#' && Has(key[..at]))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The groups of the server that have to be there.</summary>
        private static IEnumerable<string> GroupsOf(PlanStep step) =>
            step.Action switch
            {
                CreateAccount create => create.Account.GroupIds,
                ConfigureTeamFolder configure => configure.Grants.Keys,
                SetAcl set => set.Rules.Select(rule => rule.MappingId),
                ShareFolder share => [share.GroupId],
                ShareCalendar share => [share.GroupId],
                ShareAddressBook share => [share.GroupId],
                _ => [],
            };

        private bool NeedsCalendar(PlanStep step) =>
            step.Action switch
            {
                PutEvent or MergeEvent or PutMilestone or CallOffEvent => _noCalendar.Contains(
                    step.AreaKey ?? ""
                ),
                LinkEvent link => _noCalendar.Contains(step.AreaKey ?? "")
                    || link.Links.Any(to => Has(to.NodeKey) || IsLeftWithItsPlace(to.NodeKey)),
                CopyEvent => _noCalendar.Contains(step.AreaKey ?? "")
                    || (
                        WorkspaceKeys.CopyOf(step.Key) is { } of
                        && _events.Contains(WorkspaceKeys.Area(of.GroupId))
                    ),
                PutDocument { Document: var document } => TellsDates(step, document),
                MergeDocument { Document: var document } => TellsDates(step, document),
                _ => false,
            };

        /// <summary>A document of the area, or of the network, in which the dates that wait would stand.</summary>
        private bool TellsDates(PlanStep step, DocumentSpec document) =>
            _dates.Count > 0
            && document.Kind
                is not (DocumentKind.Description or DocumentKind.Directory or DocumentKind.InspirationSheet)
            && (step.Group is null || _dates.Contains(step.AreaKey ?? ""));

        private static string FolderOf(string rightsKey) => rightsKey[..rightsKey.LastIndexOf('#')];
    }
}
