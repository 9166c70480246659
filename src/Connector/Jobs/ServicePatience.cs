using Connector.Nextcloud;

namespace Connector.Jobs;

/// <summary>
/// How long a job waits for a server. Shorter than somebody at a terminal would: a job that gives up is taken up again, and
/// one that waits holds a place that others need.
/// </summary>
internal static class ServicePatience
{
    public static readonly TimeSpan Probe = TimeSpan.FromSeconds(15);

    public static NextcloudClientOptions Options { get; } =
        new()
        {
            AttemptTimeout = TimeSpan.FromSeconds(45),
            TotalTimeout = TimeSpan.FromMinutes(6),
            MaxRetries = 2,
            MaxRetryAfter = TimeSpan.FromSeconds(20),
        };

    /// <summary>Faults of the server as a whole, which every territory on it would meet.</summary>
    public static bool IsAway(NextcloudFault fault) =>
        fault
            is NextcloudFault.Unreachable
                or NextcloudFault.TimedOut
                or NextcloudFault.Maintenance
                or NextcloudFault.ServerBusy
                or NextcloudFault.Throttled;
}
