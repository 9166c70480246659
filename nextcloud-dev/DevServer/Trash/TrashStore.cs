using Connector.DevServer.Accounts;
using Connector.DevServer.Files;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Trash;

/// <summary>Something thrown away: its node keeps its number and all that it holds.</summary>
/// <param name="Node">As it lies in the trash, under a name that ends with <c>.d</c> and the second.</param>
/// <param name="RootId">Root of the home or team folder that it was thrown away from.</param>
/// <param name="Location">Where it was, from that root.</param>
/// <param name="DeletedAt">Unix seconds.</param>
internal sealed record Trashed(Node Node, long RootId, string Location, long DeletedAt)
{
    public string OriginalName => Location[(Location.LastIndexOf('/') + 1)..];
}

/// <summary>
/// The trash of homes and team folders (apps files_trashbin 1.17 and groupfolders 15, <c>lib/Trash/TrashBackend.php</c>):
/// each root has one, and whoever sees the root sees its trash.
/// </summary>
internal sealed class TrashStore
{
    private readonly Database _database;
    private readonly NodeStore _nodes;
    private readonly AccessRevision _revision;
    private readonly TimeProvider _time;

    public TrashStore(Database database, NodeStore nodes, AccessRevision revision, TimeProvider time)
    {
        (_database, _nodes, _revision, _time) = (database, nodes, revision, time);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS trash(
                node_id INTEGER PRIMARY KEY, root_id INTEGER NOT NULL, location TEXT NOT NULL,
                deleted_at INTEGER NOT NULL);
            CREATE INDEX IF NOT EXISTS trash_root ON trash(root_id);
            """
        );
    }

    /// <param name="node">What is thrown away.</param>
    /// <param name="rootId">The home or team folder that it is in.</param>
    /// <param name="location">Where it is, from there.</param>
    public void Throw(Node node, long rootId, string location)
    {
        _database.Write(s =>
        {
            var bin = _nodes.Root(BinOf(rootId));
            var second = _time.GetUtcNow().ToUnixTimeSeconds();
            while (_nodes.Child(bin.Id, $"{node.Name}.d{second}") is not null)
                second++;
            _nodes.Move(node, bin.Id, $"{node.Name}.d{second}");
            s.Execute(
                "INSERT OR REPLACE INTO trash(node_id, root_id, location, deleted_at) VALUES($1,$2,$3,$4)",
                node.Id,
                rootId,
                location,
                second
            );
        });
        _revision.Bump();
    }

    /// <summary>What was thrown away from one of these roots, the latest first.</summary>
    public List<Trashed> Of(IEnumerable<long> rootIds) =>
        _database.Read(s =>
            rootIds
                .Distinct()
                .SelectMany(root =>
                    s.Query(
                            "SELECT node_id, location, deleted_at FROM trash WHERE root_id=$1",
                            row => (Id: row.GetInt64(0), Location: row.GetString(1), At: row.GetInt64(2)),
                            root
                        )
                        .Select(row => new Trashed(_nodes.Get(row.Id), root, row.Location, row.At))
                )
                .OrderByDescending(trashed => trashed.DeletedAt)
                .ToList()
        );

    /// <summary>Back among the living, at a place that is free.</summary>
    public void Restore(Trashed trashed, long parent, string name)
    {
        _database.Write(s =>
        {
            _nodes.Move(trashed.Node, parent, name);
            s.Execute("DELETE FROM trash WHERE node_id=$1", trashed.Node.Id);
        });
        _revision.Bump();
    }

    /// <summary>For good.</summary>
    public void Destroy(Trashed trashed) =>
        _database.Write(s =>
        {
            _nodes.Delete(trashed.Node);
            s.Execute("DELETE FROM trash WHERE node_id=$1", trashed.Node.Id);
        });

    /// <summary>With a team folder goes its trash.</summary>
    public void DestroyAll(long rootId) => Of([rootId]).ForEach(Destroy);

    private static string BinOf(long rootId) => FormattableString.Invariant($"trash:{rootId}");
}
