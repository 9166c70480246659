namespace Connector.Domain.Workspaces;

/// <summary>What a person asked for when starting a run.</summary>
public sealed record PlanOptions
{
    /// <summary>« --restore »: what somebody deleted is made again, once.</summary>
    public bool Restore { get; init; }

    /// <summary>
    /// « --confirm »: a group may lose more than a quarter of its people in one run, and a calendar that lost more than a
    /// quarter of its meetings is believed.
    /// </summary>
    public bool Confirm { get; init; }

    /// <summary>The plan that alone may be carried out; null for whatever the comparison gives.</summary>
    public SealedPlan? Sealed { get; init; }

    /// <summary>What of the plan may be carried out. Default: everything.</summary>
    public PlanPart Part { get; init; }

    /// <summary>
    /// Identifiers of the working groups that may be worked on; null for all. Accounts, groups with their members, and the
    /// network's own folders are what they stand on, and always in.
    /// </summary>
    public IReadOnlySet<string>? Groups { get; init; }

    /// <summary>Keys of steps that somebody wants left for later; null for none. See <see cref="PlanChoice.Without"/>.</summary>
    public IReadOnlySet<string>? Without { get; init; }

    public static PlanOptions Default { get; } = new();
}
