using Connector.Jobs;

namespace Connector.Service;

/// <summary>Schedules of a territory that says nothing else.</summary>
internal static class ServiceDefaults
{
    public const string FileName = "connector.yaml";

    public static IReadOnlyDictionary<JobKind, Schedule> Schedules { get; } =
        new Dictionary<JobKind, Schedule>
        {
            [JobKind.Provision] = new() { Every = TimeSpan.FromMinutes(15) },
            // All that these do is part of provision: they are there for who wants them more often, or by a click.
            [JobKind.Documents] = Schedule.Never,
            [JobKind.Calendar] = Schedule.Never,
            [JobKind.Directory] = Schedule.Never,
            [JobKind.Announcements] = Schedule.Never,
            [JobKind.Proof] = new() { Cron = "0 30 2 ? * *" },
            [JobKind.Retention] = new() { Cron = "0 30 3 ? * *" },
        };

    /// <summary>The general schedules, with what a territory says otherwise.</summary>
    public static IReadOnlyDictionary<JobKind, Schedule> With(
        params IReadOnlyDictionary<JobKind, Schedule>[] said
    )
    {
        var all = new Dictionary<JobKind, Schedule>(Schedules);
        foreach (var (kind, schedule) in said.SelectMany(some => some))
        {
            all[kind] = schedule;
        }

        return all;
    }
}
