namespace Connector.Nextcloud;

/// <summary>Patience and bounds of the client. The defaults suit a slow shared host (5 s per request).</summary>
internal sealed record NextcloudClientOptions
{
    /// <summary>Time for one attempt of an ordinary request, body included. Default 60 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for one attempt of COPY, MOVE and bulk upload, which work on whole trees. Default 5 min.</summary>
    public TimeSpan LongAttemptTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time for a request with all its attempts and waits. Default 10 min.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Further attempts after the first, for what may be repeated. Default 4.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>First back-off; doubles each time, with jitter. Default 500 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest <c>Retry-After</c> that is obeyed; beyond, the run is told to come back. Default 2 min.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The largest answer held in memory, XML, JSON or file. Default 32 MiB (about 25,000 nodes).</summary>
    public long MaxAnswerBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// Told each surprise before it is thrown, on the thread that met it: who serves many territories learns from it how
    /// long a server asked to wait.
    /// </summary>
    public Action<NextcloudException>? Surprised { get; init; }
}
