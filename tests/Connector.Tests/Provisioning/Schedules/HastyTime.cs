namespace Connector.Tests.Provisioning.Schedules;

/// <summary>A clock that runs faster than the world's, so that a schedule does not sit through the waits it provokes.</summary>
internal sealed class HastyTime(int speed) : TimeProvider
{
    private readonly long _from = System.GetTimestamp();
    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => (System.GetTimestamp() - _from) * speed;

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_from) * speed);

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => System.CreateTimer(callback, state, Hasty(dueTime), Hasty(period));

    private TimeSpan Hasty(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / speed;
}
