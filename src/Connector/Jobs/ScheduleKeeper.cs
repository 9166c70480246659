using Connector.Service;
using Quartz;

namespace Connector.Jobs;

/// <summary>
/// Makes Quartz's jobs and triggers what the configuration says: adds, changes and takes away only what differs, so that a
/// start does not move the next turn of a thousand territories.
/// </summary>
internal sealed class ScheduleKeeper(ISchedulerFactory schedulers, ServiceState state, TimeProvider time)
{
    private const string Said = "schedule";

    /// <returns>How many schedules were added, changed or taken away.</returns>
    public async Task<int> KeepAsync(ServiceConfiguration configuration, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var wanted = Wanted(configuration).ToDictionary(pair => pair.Key, pair => pair.Schedule);
        var known = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), ct)).ToHashSet();
        var triggers = await Triggers(scheduler, ct);
        var gone = known.Where(key => !wanted.ContainsKey(key)).ToList();
        if (gone.Count > 0)
        {
            await scheduler.DeleteJobs(gone, ct);
        }

        var changed = wanted
            .Where(pair =>
                !known.Contains(pair.Key) || triggers.GetValueOrDefault(pair.Key) != pair.Value.ToString()
            )
            .ToList();
        foreach (var some in changed.Chunk(200))
        {
            await Put(scheduler, some, triggers, ct);
        }

        state.HasSchedules = true;
        return gone.Count + changed.Count;
    }

    private static IEnumerable<(JobKey Key, Schedule Schedule)> Wanted(ServiceConfiguration configuration) =>
        from territory in configuration.Territories
        from pair in territory.Schedules
        select (TerritoryJob.Key(territory.Id, pair.Key), pair.Value);

    /// <summary>What each schedule said when its trigger was made.</summary>
    private static async Task<Dictionary<JobKey, string>> Triggers(IScheduler scheduler, CancellationToken ct)
    {
        var keys = await scheduler.GetTriggerKeys(
            GroupMatcher<TriggerKey>.GroupEquals(TerritoryJob.Schedules),
            ct
        );
        var triggers = new Dictionary<JobKey, string>();
        foreach (var some in keys.Chunk(500))
        {
            foreach (var trigger in await scheduler.GetTriggers(some, ct))
            {
                triggers[trigger.JobKey] = trigger.JobDataMap.GetString(Said) ?? "";
            }
        }

        return triggers;
    }

    private async Task Put(
        IScheduler scheduler,
        IReadOnlyList<KeyValuePair<JobKey, Schedule>> some,
        Dictionary<JobKey, string> triggers,
        CancellationToken ct
    )
    {
        var silent = some.Where(pair => pair.Value.IsNever && triggers.ContainsKey(pair.Key))
            .Select(pair => TriggerKey(pair.Key))
            .ToList();
        if (silent.Count > 0)
        {
            await scheduler.UnscheduleJobs(silent, ct);
        }

        await scheduler.ScheduleJobs(
            some.ToDictionary(
                pair => Detail(pair.Key),
                pair =>
                    (IReadOnlyCollection<ITrigger>)(pair.Value.IsNever ? [] : [Trigger(pair.Key, pair.Value)])
            ),
            ScheduleJobOptions.Replacing,
            ct
        );
    }

    private static IJobDetail Detail(JobKey key) =>
        JobBuilder.Create<TerritoryJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build();

    private ITrigger Trigger(JobKey job, Schedule schedule)
    {
        var trigger = TriggerBuilder
            .Create(time)
            .WithIdentity(TriggerKey(job))
            .ForJob(job)
            .WithDescription(schedule.ToString())
            .UsingJobData(Said, schedule.ToString());
        if (schedule.Every is not { } every)
        {
            return trigger
                .WithCronSchedule(
                    schedule.Cron!,
                    cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
                )
                .Build();
        }

        // Each territory at a moment of its own: a thousand of them in the same second would wait for each other.
        return trigger
            .StartAt(time.GetUtcNow() + (every * Spread.Of($"{job.Group}/{job.Name}")))
            .WithSimpleSchedule(simple =>
                simple
                    .WithInterval(every)
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)
            )
            .Build();
    }

    private static TriggerKey TriggerKey(JobKey job) =>
        new($"{job.Group}/{job.Name}", TerritoryJob.Schedules);
}
