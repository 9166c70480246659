using System.Diagnostics;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Testing;

namespace Connector.Benchmarks;

/// <summary>The pure planner on 10, 100 and 1,000 groups: milliseconds in all and microseconds per step.</summary>
internal static class PlanBenchmark
{
    private const int Runs = 9;

    public static Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var groups in new[] { 10, 100, 1000 })
        {
            var spec = Spec(groups);
            var times = new List<double>();
            var steps = 0;
            for (var run = 0; run < Runs; run++)
            {
                var clock = Stopwatch.StartNew();
                steps = WorkspacePlanner
                    .Plan(spec, WorkspaceSnapshot.Empty, KnownWorkspace.Nothing)
                    .Steps.Count;
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            var median = times.Order().ElementAt(Runs / 2);
            Console.WriteLine(
                $"{groups, 5} groups  {steps, 6} steps  {median, 8:0.0} ms  {1000 * median / steps, 6:0.0} µs a step"
            );
            figures[$"groups{groups}Milliseconds"] = median;
            figures[$"groups{groups}MicrosecondsPerStep"] = 1000 * median / steps;
        }

        return Task.FromResult<IReadOnlyDictionary<string, object>>(figures);
    }

    private static WorkspaceSpec Spec(int groups)
    {
        var territory = Some.Territory();
        var pattern = territory.Groups[1];
        var many = territory with
        {
            Groups =
            [
                .. Enumerable
                    .Range(1, groups)
                    .Select(n => pattern with { Id = $"gt-{n}", Name = $"Groupe {n}" }),
            ],
        };
        return WorkspaceSpecBuilder.Build(
            many,
            Some.Blueprints(),
            "connector",
            new Dictionary<string, GroupMeetings>(),
            (_, series) => series.Id
        );
    }
}
