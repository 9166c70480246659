using System.Diagnostics;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class WorkspacePlannerScaleTests
{
    /// <summary>
    /// Ten times what the slowest run took on two busy cores: enough for any machine, and far below what a search
    /// of every folder for every folder would take.
    /// </summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(10);

    [TestCase(true)]
    [TestCase(false)]
    public void A_thousand_groups_of_thirteen_folders_are_planned_at_once(bool isKnown)
    {
        var layout = Some.GroupLayout() with
        {
            Folders =
            [
                .. Enumerable
                    .Range(1, 13)
                    .Select(number => new FolderBlueprint { Name = $"Dossier {number}" }),
            ],
        };
        var blueprint = Some.Blueprint();
        var areas = new Dictionary<WorkspaceArea, AreaBlueprint>(blueprint.Areas)
        {
            [WorkspaceArea.Group] = layout,
        };
        var territory = Some.Territory([
            .. Enumerable.Range(1, 1000).Select(number => Some.Group($"gt-{number}")),
        ]);
        var spec = Some.Spec(territory, blueprint with { Areas = areas });
        var known = spec
            .Areas.Select((area, index) => PlanAssert.Known(area.Key, Some.Id(index), path: area.MountPoint))
            .Concat(
                Nodes(spec)
                    .Select(item =>
                        PlanAssert.Known(item.Key, Some.Id(item.Node.FileId), path: item.Node.Path)
                    )
            );
        var snapshot = WorkspaceSnapshot.Empty with
        {
            TeamFolders =
            [
                .. spec.Areas.Select(
                    (area, index) => new TeamFolderState(index, area.MountPoint, area.Access, area.UsesAcl)
                ),
            ],
            Nodes = [.. Nodes(spec).Select(item => item.Node), .. Roots(spec)],
            Groups = spec.Groups.ToDictionary(
                group => group.GroupId,
                group => new GroupState(group.DisplayName, group.Members.ToHashSet())
            ),
        };

        var watch = Stopwatch.StartNew();
        var plan = WorkspacePlanner.Plan(
            spec,
            snapshot,
            isKnown ? Some.Known([.. known]) : KnownWorkspace.Nothing
        );
        watch.Stop();

        TestContext.Out.WriteLine($"{plan.Steps.Count} steps in {watch.ElapsedMilliseconds} ms");
        Assert.That(
            plan.Steps.Count(step =>
                step.Stage == PlanStage.Folders && step.Change == (isKnown ? Change.Keep : Change.Adopt)
            ),
            Is.GreaterThan(13000)
        );
        Assert.That(watch.Elapsed, Is.LessThan(Generous));
    }

    private static IEnumerable<(string Key, NodeState Node)> Nodes(WorkspaceSpec spec) =>
        spec.Areas.SelectMany(
            (area, index) =>
                area.Folders.Select(
                    (folder, number) =>
                        (
                            folder.Key,
                            Some.Folder($"{area.MountPoint}/{folder.Name}", 10_000 + (index * 100) + number)
                        )
                )
        );

    private static IEnumerable<NodeState> Roots(WorkspaceSpec spec) =>
        spec.Areas.Select((area, index) => Some.Folder(area.MountPoint, 1_000_000 + index));
}
