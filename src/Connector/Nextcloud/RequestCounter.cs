using System.Collections.Concurrent;

namespace Connector.Nextcloud;

/// <summary>Counts every request really sent, retries included, by verb. Safe for use from several threads.</summary>
internal sealed class RequestCounter
{
    private readonly ConcurrentDictionary<string, int> _byVerb = new(StringComparer.Ordinal);
    private int _total;

    /// <summary>Told after each answer or failure, on the thread that received it; keep it short.</summary>
    public event Action<RequestSent>? Sent;

    public int Total => Volatile.Read(ref _total);

    /// <summary>A copy, sorted by verb: <c>GET 3, MKCOL 12, PROPFIND 1</c>.</summary>
    public IReadOnlyDictionary<string, int> ByVerb =>
        new SortedDictionary<string, int>(_byVerb, StringComparer.Ordinal);

    internal void Count(string verb)
    {
        Interlocked.Increment(ref _total);
        _byVerb.AddOrUpdate(verb, 1, (_, n) => n + 1);
    }

    internal void Tell(RequestSent sent) => Sent?.Invoke(sent);
}

/// <summary>One request on the wire. The path carries no query and thus no secret; status 0 means no answer.</summary>
internal readonly record struct RequestSent(string Verb, string Path, int Status, TimeSpan Took);
