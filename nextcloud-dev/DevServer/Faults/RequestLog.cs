using System.Collections.Concurrent;

namespace Connector.DevServer.Faults;

/// <summary>One request as received. <see cref="Status"/> 0: the connection was cut.</summary>
internal sealed record LoggedRequest(string Method, string Path, int Status, double Milliseconds);

/// <summary>Counts requests and remembers the last ones; never headers, queries or bodies.</summary>
internal sealed class RequestLog
{
    private const int Kept = 10_000;
    private readonly ConcurrentDictionary<string, long> _byVerb = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<LoggedRequest> _last = new();
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public IReadOnlyDictionary<string, long> ByVerb() => new SortedDictionary<string, long>(_byVerb);

    public IReadOnlyList<LoggedRequest> Last() => [.. _last];

    public void Received(string verb)
    {
        Interlocked.Increment(ref _count);
        _byVerb.AddOrUpdate(verb, 1, (_, n) => n + 1);
    }

    public void Answered(LoggedRequest request)
    {
        _last.Enqueue(request);
        while (_last.Count > Kept)
            _last.TryDequeue(out _);
    }

    public void Clear()
    {
        Interlocked.Exchange(ref _count, 0);
        _byVerb.Clear();
        _last.Clear();
    }
}
