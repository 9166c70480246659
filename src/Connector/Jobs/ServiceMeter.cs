using System.Diagnostics;
using System.Diagnostics.Metrics;
using Connector.Nextcloud;

namespace Connector.Jobs;

/// <summary>What the service counts, under the names that docs/service.md lists. Territories are named, people never.</summary>
internal sealed class ServiceMeter : IDisposable
{
    public const string Name = "Connector";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _latency;
    private readonly Histogram<double> _jobs;
    private readonly Counter<long> _changes;
    private readonly Gauge<int> _drift;
    private int _waiting;
    private int _running;
    private int _away;

    public ServiceMeter()
    {
        _requests = _meter.CreateCounter<long>(
            "connector.nextcloud.requests",
            description: "Requests to Nextcloud, by verb and status"
        );
        _latency = _meter.CreateHistogram<double>(
            "connector.nextcloud.duration",
            "s",
            "Time of a request to Nextcloud, by verb"
        );
        _jobs = _meter.CreateHistogram<double>(
            "connector.job.duration",
            "s",
            "Time of a job, by kind and outcome"
        );
        _changes = _meter.CreateCounter<long>(
            "connector.job.changes",
            description: "Steps carried out, by kind"
        );
        _drift = _meter.CreateGauge<int>(
            "connector.drift",
            description: "Whether people changed something since the last run, by territory"
        );
        _meter.CreateObservableGauge("connector.jobs.waiting", () => Volatile.Read(ref _waiting));
        _meter.CreateObservableGauge("connector.jobs.running", () => Volatile.Read(ref _running));
        _meter.CreateObservableGauge("connector.servers.away", () => Volatile.Read(ref _away));
    }

    public static ActivitySource Traces { get; } = new(Name);

    public void Queue(int waiting, int running, int away)
    {
        Volatile.Write(ref _waiting, waiting);
        Volatile.Write(ref _running, running);
        Volatile.Write(ref _away, away);
    }

    public void Sent(RequestSent sent)
    {
        _requests.Add(1, new("verb", sent.Verb), new("status", sent.Status));
        _latency.Record(sent.Took.TotalSeconds, new KeyValuePair<string, object?>("verb", sent.Verb));
    }

    public void Ended(JobRow job, JobResult result, DateTimeOffset now)
    {
        var kind = new KeyValuePair<string, object?>("kind", job.Kind.ToString());
        _jobs.Record(
            (now - (job.StartedAt ?? now)).TotalSeconds,
            kind,
            new("outcome", result.Outcome.ToString())
        );
        _changes.Add(result.Changes, kind);
        if (
            job.Kind == JobKind.Proof
            && result.Outcome is Reports.RunOutcome.Done or Reports.RunOutcome.ChangesPending
        )
        {
            _drift.Record(
                result.Outcome == Reports.RunOutcome.ChangesPending ? 1 : 0,
                new KeyValuePair<string, object?>("territory", job.Territory)
            );
        }
    }

    public void Dispose() => _meter.Dispose();
}
