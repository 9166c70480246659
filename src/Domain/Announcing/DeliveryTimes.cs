namespace Connector.Domain.Announcing;

/// <summary>When something may leave, and when it is tried again.</summary>
public static class DeliveryTimes
{
    /// <summary>After the first attempt, the second and so on: two days in all.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>Attempts after which nobody tries any more without being asked.</summary>
    public static int MostAttempts => Waits.Length + 1;

    /// <summary>The longest that a receiver may ask to wait for: beyond, it is asked again after this.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromDays(1);

    /// <summary>How long to wait after an attempt that failed; null when it was the last.</summary>
    /// <param name="attempts">How many there were, this one among them.</param>
    /// <param name="asked">How long the receiver asked to wait; null when it did not.</param>
    public static TimeSpan? Next(int attempts, TimeSpan? asked)
    {
        if (attempts >= MostAttempts)
        {
            return null;
        }

        var usual = Waits[Math.Clamp(attempts - 1, 0, Waits.Length - 1)];
        var wanted = asked > LongestWait ? LongestWait : asked ?? TimeSpan.Zero;
        return wanted > usual ? wanted : usual;
    }

    /// <summary>From when on something that was found now may be told: at once, or with the next digest of the day.</summary>
    public static DateTime From(Announcement announcement, DateTime now, AnnouncingRules rules)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(rules);
        if (announcement.Kind.IsAtOnce())
        {
            return now;
        }

        var today = DateOnly.FromDateTime(now).ToDateTime(rules.DigestAt);
        return now <= today ? today : today.AddDays(1);
    }

    /// <summary>Whether quiet hours hold something back now.</summary>
    public static bool IsHeld(Announcement announcement, DateTime now, AnnouncingRules rules)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(rules);
        return !announcement.IsUrgent && rules.Quiet.Holds(TimeOnly.FromDateTime(now));
    }
}
