using Connector.Domain;
using Connector.Jobs;
using Connector.Service;

namespace Connector.Web;

/// <summary>
/// Sets up the schedules when the service starts, and again whenever its configuration file changes. A file with a mistake
/// changes nothing: what was in force stays, and each mistake is told.
/// </summary>
internal sealed class Supervisor(
    ScheduleKeeper keeper,
    ServiceState state,
    ServiceNode node,
    ServiceLog log,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once the schedules are set up for the first time; throws when they cannot be.</summary>
    public Task StartedAsync(CancellationToken ct) => _started.Task.WaitAsync(ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.KeepAsync(state.Configuration, stoppingToken);
            _started.TrySetResult();
        }
        catch (Exception error)
        {
            _started.TrySetException(error);
            return;
        }

        var seen = Mark();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested && Mark() is var now && now != seen)
            {
                seen = now;
                await Reload(stoppingToken);
            }
        }
    }

    private async Task Reload(CancellationToken ct)
    {
        var before = state.Configuration;
        var loaded = ServiceFile.Load(before.Path!, node.Environment);
        if (loaded.Configuration is not { } after)
        {
            log.Warn("configuration-refused", Refused);
            foreach (var problem in loaded.Problems)
            {
                log.Warn(problem);
            }

            return;
        }

        // What the host was built from cannot change under it.
        var kept = after with
        {
            Listen = before.Listen,
            Database = before.Database,
            Protection = before.Protection,
            Workers = before.Workers,
            JsonLog = before.JsonLog,
            Language = before.Language,
            Web = before.Web.IsSame(after.Web) ? after.Web : before.Web,
        };
        state.Configuration = kept;
        try
        {
            var changed = await keeper.KeepAsync(kept, ct);
            log.Say("configuration-read", Read(kept, changed), ("territories", kept.Territories.Count));
            if (kept != after)
            {
                log.Warn("restart-needed", Restart);
            }
        }
        catch (Exception error) when (error is Quartz.SchedulerException or System.Data.Common.DbException)
        {
            log.Fail("schedules-not-kept", NotKept, error);
        }
    }

    /// <summary>The file's moment and size: cheap to ask for every two seconds, and on every file system.</summary>
    private (DateTime, long) Mark()
    {
        if (state.Configuration.Path is not { } path)
        {
            return default;
        }

        var file = new FileInfo(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    private static Text Read(ServiceConfiguration configuration, int changed) =>
        new(
            $"Configuration relue : {configuration.Count.French}, {changed} horaires changés.",
            $"Configuration read again: {configuration.Count.English}, {changed} schedules changed."
        );

    private static readonly Text Refused = new(
        "La configuration a changé mais contient des erreurs : la précédente reste en vigueur.",
        "The configuration has changed but has errors: the former one stays in force."
    );

    private static readonly Text Restart = new(
        "L'adresse, la base de données, le nombre de tâches, la langue et la forme du journal changent au prochain démarrage.",
        "The address, the database, the number of jobs, the language and form of the log change with the next start."
    );

    private static readonly Text NotKept = new(
        "Les horaires n'ont pas pu être changés.",
        "The schedules could not be changed."
    );
}
