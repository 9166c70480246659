namespace Connector.Cli.Demo.Year;

/// <summary>A clock that can be set back once and then jumps forward, until it is right again.</summary>
internal sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private long _behind;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    /// <summary>What it is when the clock is right.</summary>
    public DateTimeOffset RealNow => real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() - new TimeSpan(Volatile.Read(ref _behind));

    /// <summary>From now on it goes on from a moment of the past; from one to come, it is right.</summary>
    public void Set(DateTimeOffset moment) =>
        Volatile.Write(ref _behind, Math.Max(0, (real.GetUtcNow() - moment).Ticks));

    public void SetRight() => Volatile.Write(ref _behind, 0);

    /// <summary>Waits are as long as ever.</summary>
    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => real.CreateTimer(callback, state, dueTime, period);
}
