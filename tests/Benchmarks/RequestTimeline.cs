using System.Globalization;
using Connector.Nextcloud;

namespace Connector.Benchmarks;

/// <summary>
/// Where the time of a run goes: requests under way, and the rest, in which the run itself works while the server
/// waits. Requests side by side count once. <c>BENCHMARK_TRACE=1</c> also prints every request as it ends.
/// </summary>
internal sealed class RequestTimeline : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(TimeSpan From, TimeSpan To, RequestSent Sent)> _spans = [];
    private readonly RequestCounter _requests;
    private readonly long _started = TimeProvider.System.GetTimestamp();

    public RequestTimeline(RequestCounter requests)
    {
        _requests = requests;
        _requests.Sent += Note;
    }

    /// <summary>How long at least one request was under way.</summary>
    public TimeSpan Waited
    {
        get
        {
            var (all, until) = (TimeSpan.Zero, TimeSpan.Zero);
            foreach (var (from, to, _) in Spans())
            {
                all += to > until ? to - (from > until ? from : until) : TimeSpan.Zero;
                until = to > until ? to : until;
            }

            return all;
        }
    }

    public void Dispose()
    {
        _requests.Sent -= Note;
        if (Environment.GetEnvironmentVariable("BENCHMARK_TRACE") is not "1")
        {
            return;
        }

        foreach (var (from, to, sent) in Spans())
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {from.TotalMilliseconds, 7:0} – {to.TotalMilliseconds, 7:0} ms  {sent.Status} {sent.Verb, -9} {Uri.UnescapeDataString(sent.Path)}"
                )
            );
        }
    }

    private List<(TimeSpan From, TimeSpan To, RequestSent Sent)> Spans()
    {
        lock (_gate)
        {
            return [.. _spans.OrderBy(span => span.From)];
        }
    }

    private void Note(RequestSent sent)
    {
        var to = TimeProvider.System.GetElapsedTime(_started);
        lock (_gate)
        {
            _spans.Add((to - sent.Took, to, sent));
        }
    }
}
