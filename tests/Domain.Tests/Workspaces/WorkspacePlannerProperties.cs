using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>
/// What must hold whatever people and crashes do. A failure prints the smallest history found and the seed to replay
/// it: <c>[Property(Replay = "…")]</c>.
/// </summary>
public class WorkspacePlannerProperties
{
    [FsCheck.NUnit.Property(MaxTest = 2000, QuietOnSuccess = true)]
    public Property What_people_wrote_decided_or_removed_is_left_alone() =>
        ForAll(Scenario.Generate(Scenario.AnyPhase, 5), scenario => _ = Play(scenario));

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property After_any_history_a_run_leaves_nothing_to_do() =>
        ForAll(
            Scenario.Generate(Scenario.AnyPhase, 4),
            scenario => RunToRest(scenario, Play(scenario), version: 3)
        );

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property Runs_that_died_end_where_one_whole_run_ends() =>
        ForAll(
            Scenario.Generate(Scenario.CrashOnly, 5),
            scenario =>
            {
                var whole = Play(scenario with { Phases = [] });
                RunToRest(scenario, whole, version: 1);
                var died = Play(scenario);
                RunToRest(scenario, died, version: 1);
                Same(died.Picture(), whole.Picture());
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 200, QuietOnSuccess = true)]
    public Property Runs_that_died_on_a_server_already_in_use_end_the_same() =>
        ForAll(
            Scenario.Generate(Scenario.FoundThenCrashes, 4),
            scenario =>
            {
                var whole = Play(scenario with { Phases = [.. scenario.Phases.Select(Scenario.WithoutRun)] });
                RunToRest(scenario, whole, version: 1);
                var died = Play(scenario with { Phases = Scenario.MovesFirst(scenario.Phases) });
                RunToRest(scenario, died, version: 1);
                Same(died.Picture(), whole.Picture());
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 200, QuietOnSuccess = true)]
    public Property Without_its_ledger_a_workspace_is_adopted_whole() =>
        ForAll(
            Scenario.Generate(Scenario.FoundAgain, 3),
            scenario =>
            {
                var server = Play(scenario);
                RunToRest(scenario, server, version: 3);
                server.ForgetLedger();
                var before = server.Picture();
                var plan = Plan(scenario, server, version: 3);
                None(plan.Pending.Where(step => step.Action is not Link).Select(Words), "more than links");
                RunToRest(scenario, server, version: 3);
                Same(server.Picture(), before);
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 200, QuietOnSuccess = true)]
    public Property The_same_three_give_the_same_plan() =>
        ForAll(
            Scenario.Generate(Scenario.AnyPhase, 3),
            scenario =>
            {
                var server = Play(scenario);
                var (one, other) = (Plan(scenario, server, 2), Plan(scenario, server, 2));
                Same(
                    string.Join("\n", other.Steps.Select(Words)),
                    string.Join("\n", one.Steps.Select(Words))
                );
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 200, QuietOnSuccess = true)]
    public Property A_key_stands_in_a_plan_once_and_its_stages_are_in_order() =>
        ForAll(
            Scenario.Generate(Scenario.AnyPhase, 3),
            scenario =>
            {
                var steps = Plan(scenario, Play(scenario), 2).Steps;
                None(
                    steps.GroupBy(step => step.Key).Where(same => same.Count() > 1).Select(same => same.Key),
                    "twice"
                );
                None(
                    steps
                        .Zip(steps.Skip(1))
                        .Where(two => two.First.Stage > two.Second.Stage)
                        .Select(two => Words(two.Second)),
                    "too late"
                );
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 120, QuietOnSuccess = true)]
    public Property What_is_done_without_some_steps_stands_by_itself_and_the_rest_follows() =>
        ForAll(
            Scenario.Generate(Scenario.AnyPhase, 3),
            scenario =>
            {
                var whole = Play(scenario);
                RunToRest(scenario, whole, version: 3);
                for (var choice = 0; choice < 4; choice++)
                {
                    var server = Play(scenario);
                    var plan = Plan(scenario, server, version: 3);
                    var left = plan
                        .Pending.Select(step => step.Key)
                        .Where(key => Some.Hash($"{choice} {key}")[0] is '0' or '1')
                        .ToHashSet();
                    var chosen = plan.Without(left);
                    None(chosen.Pending.Where(step => left.Contains(step.Key)).Select(Words), "was left out");
                    var executor = new ModelExecutor(server);
                    var all = executor.Run(chosen, document => Scenario.Content(document, 3));
                    None(all ? [] : [string.Join(", ", left)], "something needed what was left out");
                    None(executor.Violations, "against what a person wrote or decided");
                    var open = Opened(chosen);
                    None(
                        Rules(plan)
                            .Except(Rules(chosen))
                            .Where(rule => server.At(rule.Path) is not null && open.Contains(rule.Area))
                            .Select(rule => rule.Path),
                        "people were let in without this folder's rules"
                    );
                    RunToRest(scenario, server, version: 3);
                    Same(server.Picture(), whole.Picture());
                }
            }
        );

    private static HashSet<string?> Opened(WorkspacePlan plan) =>
        [.. plan.Pending.Where(step => step.Stage == PlanStage.Opening).Select(step => step.AreaKey)];

    private static IEnumerable<(string? Area, string Path)> Rules(WorkspacePlan plan) =>
        plan
            .Pending.Where(step => step.Action is SetAcl)
            .Select(step => (step.AreaKey, ((SetAcl)step.Action!).Path));

    private static Property ForAll(Gen<Scenario> scenarios, Action<Scenario> holds) =>
        Prop.ForAll(Arb.From(scenarios, Scenario.Shrink), holds);

    /// <summary>Plays the history; each run is checked against what people did.</summary>
    private static ModelServer Play(Scenario scenario)
    {
        var server = new ModelServer();
        server.Users.UnionWith(scenario.Users);
        foreach (var phase in scenario.Phases)
        {
            foreach (var move in phase.Moves)
            {
                move.Do(server, scenario.Spec(phase.Version, server));
            }

            if (phase.Runs)
            {
                Run(scenario, server, phase.Version, phase.Crash);
            }
        }

        return server;
    }

    private static WorkspacePlan Plan(Scenario scenario, ModelServer server, int version)
    {
        var spec = scenario.Spec(version, server);
        return WorkspacePlanner.Plan(spec, server.Snapshot(spec), server.Known);
    }

    private static WorkspacePlan Run(Scenario scenario, ModelServer server, int version, Crash? crash)
    {
        var plan = Plan(scenario, server, version);
        // A copy in the network's calendar is nobody's decision: it comes back as long as there is something to copy.
        var again = plan.Steps.Where(step =>
            step.Change == Change.Create && step.Action is not CopyEvent && server.Knows(step.Key)
        );
        None(again.Select(step => step.Key), "made again although the ledger knew it");
        var before = Things(server);
        var executor = new ModelExecutor(server);
        executor.Run(plan, document => Scenario.Content(document, version), crash);
        None(executor.Violations, "against what a person wrote or decided");
        None(before.Except(Things(server)), "gone after a run");
        return plan;
    }

    /// <summary>One whole run; two when there was a folder to be let into first.</summary>
    private static void RunToRest(Scenario scenario, ModelServer server, int version)
    {
        var first = Run(scenario, server, version, crash: null);
        if (first.Steps.Any(step => step.Key.EndsWith("#inside", StringComparison.Ordinal)))
        {
            Run(scenario, server, version, crash: null);
        }

        var next = Plan(scenario, server, version);
        None(next.Pending.Select(Words), "still to do after a whole run");
    }

    /// <summary>FsCheck wants an exception per case; NUnit would add the failures of all shrinks up.</summary>
    private static void None(IEnumerable<string> unwanted, string what)
    {
        var all = unwanted.ToList();
        if (all.Count > 0)
        {
            throw new InvalidOperationException($"{what}: {string.Join("; ", all)}");
        }
    }

    private static void Same(string one, string other)
    {
        var (left, right) = (one.Split('\n'), other.Split('\n'));
        None(left.Except(right), "only in the first");
        None(right.Except(left), "only in the second");
        None(left.Length == right.Length ? [] : ["lines"], "doubled");
    }

    private static List<string> Things(ModelServer server) =>
        [
            .. server.Nodes.Select(node => $"{node.Id} {node.Path}"),
            .. server.Users,
            .. server.Groups.SelectMany(group => group.Value.Select(user => $"{user} in {group.Key}")),
            .. server.Calendars.SelectMany(calendar =>
                calendar.Objects.Keys.Select(name => calendar.Uri + name)
            ),
            .. server.Calendars.SelectMany(calendar =>
                calendar.Shares.Keys.Select(name => calendar.Uri + name)
            ),
        ];

    private static string Words(PlanStep step) =>
        $"{step.Stage} {step.Change} {step.Key}: {step.Reason.English} {step.Action}";
}
