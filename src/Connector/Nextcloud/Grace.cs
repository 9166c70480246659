namespace Connector.Nextcloud;

/// <summary>
/// What a run that was stopped still asks a server for, when it saves the next run work: three seconds, and no more. A server
/// that hangs must not keep anybody who pressed Ctrl-C.
/// </summary>
internal static class Grace
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    public static CancellationTokenSource Start(TimeProvider time) => new(Time, time);
}
