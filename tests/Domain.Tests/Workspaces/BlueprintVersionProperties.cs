using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>
/// What must hold whatever versions a blueprint goes through and whatever members do between them. A failure prints the
/// smallest history found and the seed to replay it: <c>[Property(Replay = "…")]</c>.
/// </summary>
public class BlueprintVersionProperties
{
    private static readonly MoveKind[] Everything = Enum.GetValues<MoveKind>();

    [FsCheck.NUnit.Property(MaxTest = 1000, QuietOnSuccess = true)]
    public Property A_newer_version_deletes_nothing_keeps_names_that_people_gave_and_leaves_nothing_to_do() =>
        ForAll(Everything, history => _ = Play(history));

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property Where_nobody_did_anything_all_has_the_names_of_the_newest_version_and_the_numbers_of_the_first() =>
        ForAll(
            [MoveKind.RenameNode],
            history =>
            {
                var specs = history.Specs();
                var server = Play(
                    history with
                    {
                        Moves = [.. history.Moves.Select(_ => (IReadOnlyList<MemberMove>)[])],
                    }
                );
                var wanted = Paths(specs[^1]).ToHashSet(StringComparer.Ordinal);
                None(wanted.Where(path => server.At(path) is null), "not there under its newest name");
                var removed = server
                    .Nodes.Where(node => node.Parent is not null && !wanted.Contains(node.Path))
                    .Select(node => node.Path)
                    .ToList();
                var told = Plan(specs[^1], server)
                    .Steps.Where(step =>
                        step.Reason.English.StartsWith("is no longer in", StringComparison.Ordinal)
                    )
                    .Select(step => step.Subject.English.Split('\'', 2)[1][..^1])
                    .ToList();
                None(
                    removed.Where(path =>
                        !told.Any(top => path == top || path.StartsWith($"{top}/", StringComparison.Ordinal))
                    ),
                    "neither wanted nor told"
                );
                None(told.Except(removed), "told although wanted");
            }
        );

    private static Property ForAll(MoveKind[] kinds, Action<BlueprintHistory> holds) =>
        Prop.ForAll(Arb.From(BlueprintHistory.Generate(kinds), BlueprintHistory.Shrink), holds);

    private static ModelServer Play(BlueprintHistory history)
    {
        var server = new ModelServer();
        server.Users.UnionWith(["anaïs", "bruno"]);
        var specs = history.Specs();
        for (var version = 0; version < specs.Count; version++)
        {
            foreach (var move in history.Moves[version])
            {
                move.Do(server, specs[Math.Max(0, version - 1)]);
            }

            Run(specs[version], server);
            if (Plan(specs[version], server).Pending.Any())
            {
                // A team folder that the service was only now let into is completed by a second look.
                Run(specs[version], server);
            }

            None(Plan(specs[version], server).Pending.Select(Words), $"still to do after version {version}");
        }

        return server;
    }

    private static void Run(WorkspaceSpec spec, ModelServer server)
    {
        var before = server.Nodes.Select(node => node.Id).ToList();
        var names = server
            .Nodes.Where(node => node.Name != node.GivenName)
            .Select(node => (node, node.Name))
            .ToList();
        server.Follow(spec);
        var executor = new ModelExecutor(server);
        executor.Run(Plan(spec, server), document => Some.Hash(document.Key));
        None(executor.Violations, "against what a person wrote or decided");
        None(before.Except(server.Nodes.Select(node => node.Id)).Select(Some.Id), "gone after a run");
        None(
            names.Where(pair => pair.node.Name != pair.Name).Select(pair => pair.Name),
            "a person's name changed"
        );
    }

    private static WorkspacePlan Plan(WorkspaceSpec spec, ModelServer server) =>
        WorkspacePlanner.Plan(spec, server.Snapshot(spec), server.Known);

    private static IEnumerable<string> Paths(WorkspaceSpec spec)
    {
        foreach (var area in spec.Areas)
        {
            var places = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [area.Key] = area.MountPoint,
            };
            foreach (var folder in area.Folders)
            {
                yield return places[folder.Key] = $"{places[folder.ParentKey]}/{folder.Name}";
            }

            foreach (var document in area.Documents)
            {
                yield return $"{places[document.ParentKey]}/{document.Name}";
            }
        }
    }

    private static void None(IEnumerable<string> unwanted, string what)
    {
        var all = unwanted.ToList();
        if (all.Count > 0)
        {
            throw new InvalidOperationException($"{what}: {string.Join("; ", all)}");
        }
    }

    private static string Words(PlanStep step) =>
        $"{step.Stage} {step.Change} {step.Key}: {step.Reason.English} {step.Action}";
}
