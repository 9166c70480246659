namespace Connector.Domain.Announcing;

/// <summary>« heures-calmes »: the hours in which nobody is told anything, local to the territory. May span midnight.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The first that is no longer quiet.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>From eight in the evening to eight in the morning.</summary>
    public static QuietHours Default { get; } = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    public static QuietHours None { get; } = new(TimeOnly.MinValue, TimeOnly.MinValue);

    public bool Holds(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;

    /// <summary>When the quiet that holds at a moment ends; the moment itself when there is none.</summary>
    public DateTime EndAfter(DateTime moment)
    {
        var time = TimeOnly.FromDateTime(moment);
        if (!Holds(time))
        {
            return moment;
        }

        var end = DateOnly.FromDateTime(moment).ToDateTime(To);
        return end > moment ? end : end.AddDays(1);
    }
}
