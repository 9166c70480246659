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
    /// <summary>Levels of a copy that every server notes at once: the folder itself and what lies directly in it.</summary>
    private const int NotedLevels = 2;

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

        await Make(
            [
                .. skeletons
                    .Concat(copies[false].Select(pair => pair.branch))
                    .SelectMany(branch => branch.Steps),
            ],
            made,
            ct
        );
        var whole = copies[true].Where(pair => pair.skeleton.Steps.All(step => made.ContainsKey(step.Key)));
        var copied = whole.Select(pair => new BranchCopy(pair.branch, pair.skeleton)).ToList();
        if (copied.Count > 0)
        {
            await Copy(copied, ct);
            await Read(copied.SelectMany(copy => copy.Branch.Steps), made, ct);
        }

        return made;
    }

    /// <summary>Level by level, siblings one after the other, families side by side.</summary>
    private async Task Make(
        IReadOnlyList<PlanStep> steps,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        foreach (var level in steps.GroupBy(step => DavPath.Depth(PathOf(step))).OrderBy(level => level.Key))
        {
            var families = level.GroupBy(step => DavPath.Parent(PathOf(step)), StringComparer.Ordinal);
            await Lanes.ForEach(families, (siblings, stop) => MakeSiblings(siblings, made, stop), ct);
        }
    }

    private async Task MakeSiblings(
        IEnumerable<PlanStep> steps,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        foreach (var step in steps)
        {
            var outcome = await client.Files.Mkcol(PathOf(step), ct);
            if (outcome is { IsThere: true, FileId: { } id })
            {
                made[step.Key] = Made(step, id);
            }
        }
    }

    /// <summary>
    /// The deepest copy is looked at while the others are made: it tells whether this server notes a copy whole. If
    /// not, all copies are opened, so that the listing that follows shows them.
    /// </summary>
    private async Task Copy(IReadOnlyList<BranchCopy> copies, CancellationToken ct)
    {
        var copied = new ConcurrentBag<BranchCopy>();
        var deepest = copies.MaxBy(copy => copy.Branch.Levels)!;
        var others = copies.Where(copy => copy != deepest).GroupBy(copy => copy.Branch.AreaKey);
        var folded = CopyAndLook(deepest, copied, ct);
        await Task.WhenAll(folded, Lanes.ForEach(others, (area, stop) => CopyAll(area, copied, stop), ct));
        if (await folded)
        {
            await Open([.. copied.Select(copy => copy.Branch)], ct);
        }
    }

    /// <summary>
    /// First what holds nothing, which opens all above it; then level by level upwards, for a folder's size is known
    /// only when it is opened after those in it. The copy's own folder is opened by whatever comes next.
    /// </summary>
    private async Task Open(IReadOnlyList<Branch> branches, CancellationToken ct)
    {
        for (var turn = 0; branches.Any(branch => branch.Openings.Count > turn); turn++)
        {
            await client.Files.Open(
                branches.Select(branch => branch.Openings.ElementAtOrDefault(turn) ?? []),
                ct
            );
        }
    }

    /// <returns>Whether the server shows less than it copied.</returns>
    private async Task<bool> CopyAndLook(
        BranchCopy copy,
        ConcurrentBag<BranchCopy> copied,
        CancellationToken ct
    )
    {
        await CopyAll([copy], copied, ct);
        if (copy.Branch.Levels <= NotedLevels)
        {
            return false;
        }

        var there = await Folders(copy.Branch.Path, ct);
        return !copy.Branch.Steps.All(step => there.ContainsKey(PathOf(step).Normalize()));
    }

    private async Task CopyAll(
        IEnumerable<BranchCopy> copies,
        ConcurrentBag<BranchCopy> copied,
        CancellationToken ct
    )
    {
        foreach (var copy in copies)
        {
            try
            {
                if ((await client.Files.Copy(copy.Skeleton.Path, copy.Branch.Path, ct)).Changed)
                {
                    copied.Add(copy);
                }
            }
            catch (NextcloudException error) when (error.MayHaveActed)
            {
                // The listing that follows tells how far the copy came.
            }
        }
    }

    private async Task Read(
        IEnumerable<PlanStep> steps,
        ConcurrentDictionary<string, StepOutcome> made,
        CancellationToken ct
    )
    {
        var there = await Folders("", ct);
        foreach (var step in steps)
        {
            if (there.TryGetValue(PathOf(step).Normalize(), out var id))
            {
                made[step.Key] = Made(step, id);
            }
        }
    }

    private async Task<Dictionary<string, long>> Folders(string path, CancellationToken ct)
    {
        var listing = await client.Files.Propfind(path, DavDepth.Infinity, ct);
        return listing
            .Resources.Where(node => node.IsFolder)
            .ToDictionary(node => node.Path, node => node.FileId, StringComparer.Ordinal);
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
        public int Levels => 1 + Steps.Max(step => DavPath.Depth(PathOf(step))) - DavPath.Depth(Path);

        /// <summary>Folders below the branch's own by turns: those that hold none, then the others from below.</summary>
        public IReadOnlyList<IReadOnlyList<string>> Openings
        {
            get
            {
                var paths = Steps.Select(PathOf).Where(path => path != Path).ToList();
                var holding = paths.Select(DavPath.Parent).ToHashSet(StringComparer.Ordinal);
                return
                [
                    [.. paths.Where(path => !holding.Contains(path))],
                    .. paths
                        .Where(holding.Contains)
                        .GroupBy(DavPath.Depth)
                        .OrderByDescending(level => level.Key)
                        .Select(level => level.ToList()),
                ];
            }
        }

        /// <summary>What is below the branch's own name: branches that agree in it can be copied from each other.</summary>
        public string Shape =>
            string.Join(
                '\n',
                Steps.Select(step => PathOf(step)[Path.Length..]).Order(StringComparer.Ordinal)
            );
    }

    private sealed record BranchCopy(Branch Branch, Branch Skeleton);
}
