using System.Collections.Concurrent;
using Connector.Service;

namespace Connector.Jobs;

/// <summary>The configuration in force, and what the log need not say again.</summary>
internal sealed class ServiceState(ServiceConfiguration configuration)
{
    private static readonly TimeSpan TellAgain = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string, JobKind), (string What, DateTimeOffset At)> _told = new();
    private volatile ServiceConfiguration _configuration = configuration;

    public ServiceConfiguration Configuration
    {
        get => _configuration;
        set => _configuration = value;
    }

    /// <summary>Whether Quartz's jobs are what the configuration says: nothing can be handed over before.</summary>
    public bool HasSchedules { get; set; }

    /// <summary>Whether a failure is not the one that was told last, or was told long ago. Null: it went well.</summary>
    public bool IsNews(string territory, JobKind kind, string? failure, DateTimeOffset now)
    {
        if (failure is null)
        {
            _told.TryRemove((territory, kind), out _);
            return false;
        }

        if (
            _told.TryGetValue((territory, kind), out var last)
            && last.What == failure
            && now - last.At < TellAgain
        )
        {
            return false;
        }

        _told[(territory, kind)] = (failure, now);
        return true;
    }
}

/// <summary>This node: its name among others, its environment, and what it counts.</summary>
internal sealed record ServiceNode(string Name, Func<string, string?> Environment, ServiceMeter Meter);
