using System.Collections.Concurrent;
using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>
/// Makes the folders of many new areas together. Areas of one blueprint have the same branches: the first is made
/// folder by folder and is the skeleton, the server copies it for the others (RFC 4918, 9.8: one COPY makes a whole
/// tree), and one listing of everything tells what really came to be. Only for areas that nobody but Connector can
/// see yet: a copy takes everything along.
/// </summary>
internal sealed class TreeSteps(NextcloudClient client)
{
    /// <returns>What is there when all is made; what is missing is left to be made folder by folder.</returns>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> Create(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        var made = new ConcurrentDictionary<string, StepOutcome>(StringComparer.Ordinal);
        var branches = Branches(steps);
        var shapes = branches.GroupBy(branch => branch.Shape, StringComparer.Ordinal).ToList();
        var skeletons = shapes.Select(shape => shape.First()).ToList();
        var copies = shapes
            .SelectMany(shape => shape.Skip(1).Select(branch => (branch, skeleton: shape.First())))
            .ToLookup(pair => pair.branch.Steps.Count > 1);

        await Lanes.ForEach(
            skeletons.Concat(copies[false].Select(pair => pair.branch)).GroupBy(branch => branch.AreaKey),
            (area, stop) => Make(area.SelectMany(branch => branch.Steps), made, stop),
            ct
        );
        var whole = copies[true].Where(pair => pair.skeleton.Steps.All(step => made.ContainsKey(step.Key)));
        var copied = whole.ToList();
        await Lanes.ForEach(copied.GroupBy(pair => pair.branch.AreaKey), Copy, ct);
        if (copied.Count > 0)
        {
            await Settle(copied.SelectMany(pair => pair.branch.Steps), made, ct);
        }

        return made;
    }

    private async Task Make(
        IEnumerable<PlanStep> steps,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        foreach (var step in steps)
        {
            var path = PathOf(step);
            var outcome = await client.Files.Mkcol(path, ct);
            if (outcome is { IsThere: true, FileId: { } id })
            {
                made[step.Key] = Made(step, id);
            }
        }
    }

    private async Task Copy(IEnumerable<(Branch Branch, Branch Skeleton)> pairs, CancellationToken ct)
    {
        foreach (var (branch, skeleton) in pairs)
        {
            try
            {
                await client.Files.Copy(skeleton.Path, branch.Path, ct);
            }
            catch (NextcloudException error) when (error.MayHaveActed)
            {
                // The listing that follows tells how far the copy came.
            }
        }
    }

    private async Task Settle(
        IEnumerable<PlanStep> steps,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        var missing = await Missing(steps, made, ct);
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var tops in missing.Select(step => PathOf(step).Split('/')[0]).Distinct().Chunk(30))
        {
            await client.Files.Unfold(tops, ct);
        }

        await Missing(missing, made, ct);
    }

    private async Task<List<PlanStep>> Missing(
        IEnumerable<PlanStep> steps,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        var listing = await client.Files.Propfind("", DavDepth.Infinity, ct);
        var there = listing
            .Resources.Where(node => node.IsFolder)
            .ToDictionary(node => node.Path, node => node.FileId, StringComparer.Ordinal);
        return
        [
            .. steps.Where(step =>
                !there.TryGetValue(PathOf(step).Normalize(), out var id)
                || !made.TryAdd(step.Key, Made(step, id))
            ),
        ];
    }

    /// <summary>Each folder whose parent is not made here as well, with all that is made below it, parents first.</summary>
    private static List<Branch> Branches(IReadOnlyList<PlanStep> steps)
    {
        var branches = new Dictionary<string, Branch>(StringComparer.Ordinal);
        var branchOf = new Dictionary<string, Branch>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            var path = PathOf(step);
            var parent = path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
            if (!branchOf.TryGetValue(parent, out var branch))
            {
                branch = new Branch(path, step.AreaKey!, []);
                branches.Add(path, branch);
            }

            branch.Steps.Add(step);
            branchOf[path] = branch;
        }

        return [.. branches.Values];
    }

    private static string PathOf(PlanStep step) => ((CreateFolder)step.Action!).Path;

    private static StepOutcome Made(PlanStep step, long id) =>
        StepOutcome.Done(
            new KnownResource
            {
                Key = step.Key,
                RemoteId = id.ToString(CultureInfo.InvariantCulture),
                Path = PathOf(step),
            }
        );

    private sealed record Branch(string Path, string AreaKey, List<PlanStep> Steps)
    {
        /// <summary>What is below the branch's own name: branches that agree in it can be copied from each other.</summary>
        public string Shape =>
            string.Join(
                '\n',
                Steps.Select(step => PathOf(step)[Path.Length..]).Order(StringComparer.Ordinal)
            );
    }
}
