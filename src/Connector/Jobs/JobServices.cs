using System.Globalization;
using Connector.Audit;
using Connector.Service;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Connector.Jobs;

/// <summary>Registers jobs with the service's host.</summary>
internal static class JobServices
{
    public static IServiceCollection AddJobs(
        this IServiceCollection services,
        ServiceConfiguration configuration,
        Func<string, string?> environment,
        TimeProvider time
    )
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}-{Environment.ProcessId}"
        );
        services.AddSingleton(time);
        services.AddSingleton(new ServiceState(configuration));
        services.AddSingleton<ServiceMeter>();
        services.AddSingleton(provider => new ServiceNode(
            name,
            environment,
            provider.GetRequiredService<ServiceMeter>()
        ));
        services.AddSingleton(provider => new ServiceLog(
            provider.GetRequiredService<ILoggerFactory>(),
            configuration.Language
        ));
        services.AddSingleton(new JobStore(configuration.Database, time));
        services.AddSingleton(_ => new AuditTrail(configuration.Database, time));
        services.AddSingleton<JobDesk>();
        services.AddSingleton(new ServerGate(configuration.Database, time));
        services.AddSingleton<TerritoryRunner>();
        services.AddSingleton<ScheduleKeeper>();
        services.AddSingleton<Dispatcher>();
        services.AddQuartz(quartz => Configure(quartz, configuration, name));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        // After Quartz, so that it stops before it: nothing is handed to a scheduler that has shut down.
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
        return services;
    }

    private static void Configure(IQuartzBuilder quartz, ServiceConfiguration configuration, string node)
    {
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = "connector";
            options.InstanceId = node;
            options.IdleWaitTime = TimeSpan.FromSeconds(configuration.Database.IsShared ? 2 : 5);
            // What is under way is asked to stop between two steps, and goes on elsewhere or after the next start.
            options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseDefaultThreadPool(configuration.Workers);
        quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            if (configuration.Database.Postgres is { } connection)
            {
                store.UsePostgres(NpgsqlFactory.Instance, connection);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = configuration.Heartbeat;
                    // Beyond any pause of a collector or a disk; a job whose node lives on all the same is held by its lock.
                    cluster.CheckinMisfireThreshold = configuration.Heartbeat * 2;
                });
                return;
            }

            store.UseSqlite(
                SqliteFactory.Instance,
                new SqliteConnectionStringBuilder
                {
                    DataSource = configuration.Database.SchedulesFile,
                    DefaultTimeout = 10,
                }.ToString()
            );
        });
    }
}
