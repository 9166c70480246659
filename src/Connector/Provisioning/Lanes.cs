namespace Connector.Provisioning;

/// <summary>Independent work side by side.</summary>
internal static class Lanes
{
    /// <summary>Enough to keep a server busy, few enough to leave it to the people who work on it.</summary>
    public const int Most = 4;

    public static Task ForEach<T>(
        IEnumerable<T> items,
        Func<T, CancellationToken, Task> work,
        CancellationToken ct,
        int most = Most
    ) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = ct },
            async (item, stop) => await work(item, stop)
        );
}
