using System.IO.Compression;
using Connector.Domain;
using Connector.Reports;

namespace Connector.Jobs;

/// <summary>How a job went.</summary>
internal sealed record JobResult
{
    public required RunOutcome Outcome { get; init; }

    /// <summary>A sentence in the service's language.</summary>
    public required string Summary { get; init; }

    public int Requests { get; init; }

    /// <summary>Steps carried out.</summary>
    public int Changes { get; init; }

    /// <summary>JSON, as the verb of the command line writes it with <c>--json</c>; null when nothing was to be done.</summary>
    public string? Report { get; init; }

    /// <summary>Set when the server could not be asked: the job waits for it instead of ending.</summary>
    public ServerAway? Away { get; init; }

    /// <summary>Steps done and planned.</summary>
    public (int Done, int Planned, string? Last) Steps { get; init; }

    /// <summary>The node lost its right to the job: it stays open, and whoever has the right goes on.</summary>
    public bool IsLost { get; init; }

    /// <summary>A job of a territory that nobody configures any more.</summary>
    public static JobResult Unknown(JobRow job, Language language) =>
        new()
        {
            Outcome = RunOutcome.Failed,
            Summary = new Text(
                $"le territoire « {job.Territory} » n'est plus dans la configuration",
                $"the territory '{job.Territory}' is no longer in the configuration"
            ).In(language),
        };
}

/// <summary>A server that is away, and how long it asked to wait.</summary>
internal sealed record ServerAway(Uri Server, string Why, TimeSpan? RetryAfter);

/// <summary>How far a job is; written by the run's threads, read by its beat.</summary>
internal sealed class JobProgress
{
    private readonly Lock _gate = new();
    private int _done;
    private int _planned;
    private string? _step;

    public (int Done, int Planned, string? Step) Now
    {
        get
        {
            lock (_gate)
            {
                return (_done, _planned, _step);
            }
        }
    }

    public void Plan(int steps)
    {
        lock (_gate)
        {
            _planned += steps;
        }
    }

    /// <summary>What goes on after the steps.</summary>
    public void Say(string what)
    {
        lock (_gate)
        {
            _step = what;
        }
    }

    public void Done(string step)
    {
        lock (_gate)
        {
            _done++;
            _step = step;
        }
    }
}

/// <summary>Reports as they are kept: JSON of a large plan is a hundred times longer than it needs to be.</summary>
internal static class JobReport
{
    public static byte[] Pack(string json)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest))
        using (var writer = new StreamWriter(brotli))
        {
            writer.Write(json);
        }

        return target.ToArray();
    }

    public static string Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        return reader.ReadToEnd();
    }
}
