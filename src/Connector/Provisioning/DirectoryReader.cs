using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Provisioning;

/// <summary>
/// Reads the directory that a territory keeps in the coordinators' folder. The listing that every run takes tells whether it
/// moved; only then is it read. It is followed by its number when somebody renames or moves it. A version that cannot be used
/// takes nobody's place away: the last usable one stays in use, and what is wrong is told.
/// </summary>
internal sealed class DirectoryReader(NextcloudClient client, LedgerStore ledger)
{
    /// <param name="path">The territory file.</param>
    /// <param name="outline">The same, read without that directory.</param>
    /// <param name="ct">Stops.</param>
    public async Task<DirectoryReading> ReadAsync(string path, LoadResult outline, CancellationToken ct)
    {
        var name = outline.Territory!.CloudDirectory!;
        var slug = Slug.Of(outline.Territory.Name);
        var known = await ledger.LoadAsync(slug, ct);
        var memory = new DirectoryMemory(ledger, slug, known);
        var tree = await AccountTree.ReadAsync(client, known, mayRemember: true, ct);
        if (Locate(name, known, tree) is not { } node)
        {
            return await Missing(path, name, known, memory, tree, ct);
        }

        if (await Version(node, memory, ct) is not { } version)
        {
            var problem = DirectoryProblems.TooLarge(node.Path);
            return await Instead(path, name, node.Path, problem, memory, tree, ct) with
            {
                Unreadable = problem,
            };
        }

        var loaded = TerritoryFile.Load(path, new CloudCopy(version.Path, version.Bytes));
        var doubts = loaded
            .Problems.Concat(loaded.Warnings)
            .Where(problem => IsIn(version, problem))
            .ToList();
        await memory.KeepAsync(version, loaded.Territory is not null, ct);
        var reading = new DirectoryReading
        {
            Name = name,
            Loaded = loaded,
            Tree = tree,
            Memory = memory,
            File = version,
            Doubts = doubts,
        };
        return
            loaded.Problems.Any(problem => IsIn(version, problem))
            && await LastUsable(path, version.Path, memory, ct) is { } last
            ? reading with
            {
                Loaded = last with
                {
                    Warnings = [DirectoryProblems.NotUsed(version.Path), .. doubts, .. Others(last, version)],
                },
            }
            : reading;
    }

    /// <summary>By its number, else where it was, else where it belongs.</summary>
    private static NodeState? Locate(string name, KnownWorkspace known, AccountTree tree)
    {
        KnownResource?[] memories =
        [
            known.Find(WorkspaceKeys.DirectoryRead),
            known.Find(WorkspaceKeys.OwnDirectory(name)),
        ];
        var files = tree.Nodes.Where(node => !node.IsFolder).ToList();
        return memories
                .OfType<KnownResource>()
                .Select(memory => files.Find(node => DirectoryMemory.Id(node.FileId) == memory.RemoteId))
                .FirstOrDefault(node => node is not null)
            ?? memories
                .Select(memory => memory?.Path)
                .Append(Steering(known, tree) is { } folder ? $"{folder}/{name}" : null)
                .OfType<string>()
                .Select(place => files.Find(node => PlanningNames.Same(node.Path, place)))
                .FirstOrDefault(node => node is not null);
    }

    private static string? Place(string name, KnownWorkspace known, AccountTree tree) =>
        Steering(known, tree) is { } folder ? $"{folder}/{name}" : null;

    /// <summary>Where the coordinators' folder is mounted, by anything in it that the ledger knows.</summary>
    private static string? Steering(KnownWorkspace known, AccountTree tree)
    {
        var byId = tree.Nodes.ToLookup(node => DirectoryMemory.Id(node.FileId), StringComparer.Ordinal);
        return known
                .Resources.Values.Where(one =>
                    WorkspaceKeys.IsNode(one.Key)
                    && one.Key.StartsWith($"{WorkspaceKeys.Steering}/", StringComparison.Ordinal)
                    && one.Key.Split('/').Length == 2
                )
                .SelectMany(one => byId[one.RemoteId])
                .Select(node => node.Path.LastIndexOf('/') is > 0 and var slash ? node.Path[..slash] : null)
                .FirstOrDefault(folder => folder is not null)
            ?? known.Find(WorkspaceKeys.Steering)?.Path;
    }

    private async Task<DirectoryVersion?> Version(
        NodeState node,
        DirectoryMemory memory,
        CancellationToken ct
    )
    {
        if (await memory.OfAsync(node, ct) is { } kept)
        {
            return new DirectoryVersion(node.Path, node.FileId, node.ETag, kept);
        }

        return
            await client.Files.Find(node.Path, ct) is { Size: <= DirectoryFile.MaxBytes } found
            && await client.Files.GetFile(node.Path, ct) is { } file
            ? new DirectoryVersion(node.Path, found.FileId, file.ETag ?? found.ETag, file.Bytes)
            : null;
    }

    private static async Task<DirectoryReading> Missing(
        string path,
        string name,
        KnownWorkspace known,
        DirectoryMemory memory,
        AccountTree tree,
        CancellationToken ct
    ) =>
        known.Find(WorkspaceKeys.DirectoryRead) is { } last
            ? await Instead(
                path,
                name,
                last.Path ?? name,
                DirectoryProblems.Gone(last.Path ?? name),
                memory,
                tree,
                ct
            ) with
            {
                Place = Place(name, known, tree),
            }
            : new DirectoryReading
            {
                Name = name,
                Loaded = TerritoryFile.Load(path, new CloudCopy(name, null)),
                Tree = tree,
                Memory = memory,
                Place = Place(name, known, tree),
            };

    /// <summary>With what was last usable; without it nothing can be said of who belongs where, and the run stops.</summary>
    private static async Task<DirectoryReading> Instead(
        string path,
        string name,
        string shown,
        Problem problem,
        DirectoryMemory memory,
        AccountTree tree,
        CancellationToken ct
    ) =>
        new()
        {
            Name = name,
            Tree = tree,
            Memory = memory,
            Last = await memory.InUseAsync(ct),
            Loaded = await LastUsable(path, shown, memory, ct) is { } last
                ? last with
                {
                    Warnings = [problem, .. last.Warnings],
                }
                : new LoadResult { Problems = [problem] },
        };

    private static async Task<LoadResult?> LastUsable(
        string path,
        string shown,
        DirectoryMemory memory,
        CancellationToken ct
    ) =>
        await memory.InUseAsync(ct) is { } bytes
        && TerritoryFile.Load(path, new CloudCopy(shown, bytes)) is { Territory: not null } last
            ? last
            : null;

    /// <summary>Places of the older version are not those of the file that people see.</summary>
    private static IEnumerable<Problem> Others(LoadResult last, DirectoryVersion version) =>
        last.Warnings.Where(problem => !IsIn(version, problem));

    private static bool IsIn(DirectoryVersion version, Problem problem) =>
        problem.Place?.File == version.Path;
}
