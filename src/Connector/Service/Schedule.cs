namespace Connector.Service;

/// <summary>When a job is due by itself: at an interval, at the times of a cron expression, or never.</summary>
internal sealed record Schedule
{
    public static readonly Schedule Never = new();

    /// <summary>The shortest interval: a look at a server that finds nothing to do still costs it a few requests.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public TimeSpan? Every { get; init; }

    /// <summary>Six or seven fields, seconds first, as Quartz reads them.</summary>
    public string? Cron { get; init; }

    public bool IsNever => Every is null && Cron is null;

    /// <summary>Changes exactly when the schedule does: what is kept beside a trigger, to know whether to make it again.</summary>
    public override string ToString() => Every?.ToString("c") ?? Cron ?? "never";
}
