using System.Security.Cryptography;
using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Files;

/// <summary>What an upload tells of a file beside its bytes; times in Unix seconds, null for now.</summary>
internal sealed record FileFacts(string Checksum = "", long? Modified = null, long? Created = null);

/// <summary>
/// The trees of all homes and team folders. Each change gives all folders above a new ETag, as on the real server
/// (<c>lib/private/Files/Cache/Propagator.php</c>), so that an unchanged ETag means an unchanged tree.
/// </summary>
internal sealed class NodeStore
{
    private const string Columns =
        "id, parent, name, is_folder, size, etag, modified, checksum, created, uploaded";
    private readonly Database _database;
    private readonly ContentStore _content;
    private readonly TimeProvider _time;

    public NodeStore(Database database, ContentStore content, TimeProvider time)
    {
        (_database, _content, _time) = (database, content, time);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS nodes(
                id INTEGER PRIMARY KEY AUTOINCREMENT, parent INTEGER NOT NULL, name TEXT NOT NULL,
                is_folder INTEGER NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL,
                checksum TEXT NOT NULL DEFAULT '', created INTEGER NOT NULL DEFAULT 0,
                uploaded INTEGER NOT NULL DEFAULT 0, UNIQUE(parent, name));
            """
        );
    }

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    public Node? Find(long id) =>
        _database.Read(s => s.First($"SELECT {Columns} FROM nodes WHERE id=$1", Map, id));

    public Node Get(long id) => Find(id) ?? throw new InvalidOperationException("The node is gone.");

    public Node? Child(long parent, string name) =>
        _database.Read(s =>
            s.First($"SELECT {Columns} FROM nodes WHERE parent=$1 AND name=$2", Map, parent, name)
        );

    public List<Node> Children(long parent) =>
        _database.Read(s =>
            s.Query($"SELECT {Columns} FROM nodes WHERE parent=$1 ORDER BY name", Map, parent)
        );

    /// <summary>Everything below, parents before children.</summary>
    public List<Node> Below(long id) =>
        _database.Read(s =>
            s.Query(
                """
                WITH RECURSIVE below(id, level) AS (
                    SELECT id, 1 FROM nodes WHERE parent=$1
                    UNION ALL SELECT n.id, b.level + 1 FROM nodes n JOIN below b ON n.parent = b.id)
                SELECT n.id, n.parent, n.name, n.is_folder, n.size, n.etag, n.modified, n.checksum, n.created,
                    n.uploaded FROM below b JOIN nodes n ON n.id = b.id ORDER BY b.level
                """,
                Map,
                id
            )
        );

    /// <summary>The root of that name (<c>home:alice</c>), made when missing; once, whoever asks at the same moment.</summary>
    public Node Root(string name) =>
        Child(0, name) ?? _database.Write(_ => Child(0, name) ?? AddFolder(0, name));

    public Node AddFolder(long parent, string name) =>
        _database.Write(s =>
        {
            var id = Insert(s, parent, name, folder: true, 0, Now);
            Propagate(parent, 0);
            return Get(id);
        });

    /// <summary>Makes a file, or gives one new bytes; it keeps its number.</summary>
    public Node PutFile(long parent, string name, StagedContent staged, FileFacts facts) =>
        _database.Write(s =>
        {
            var old = Child(parent, name);
            var id = old?.Id ?? Insert(s, parent, name, folder: false, 0, Now);
            s.Execute(
                """
                UPDATE nodes SET size=$2, etag=$3, modified=$4, checksum=$5, uploaded=$6,
                    created=coalesce($7, created) WHERE id=$1
                """,
                id,
                staged.Length,
                NewETag(),
                facts.Modified ?? Now,
                facts.Checksum,
                Now,
                facts.Created
            );
            _content.Commit(staged, id);
            Propagate(parent, staged.Length - (old?.Size ?? 0));
            return Get(id);
        });

    /// <summary>Copies one node, without what it holds. New number, ETag and dates; no checksum.</summary>
    public Node CopyOne(Node source, long parent, string name) =>
        _database.Write(s =>
        {
            var id = Insert(s, parent, name, source.IsFolder, source.IsFolder ? 0 : source.Size, Now);
            if (!source.IsFolder)
                _content.Copy(source.Id, id);
            Propagate(parent, source.IsFolder ? 0 : source.Size);
            return Get(id);
        });

    public Node Move(Node node, long parent, string name) =>
        _database.Write(s =>
        {
            s.Execute("UPDATE nodes SET parent=$2, name=$3 WHERE id=$1", node.Id, parent, name);
            Propagate(node.Parent, -node.Size);
            Propagate(parent, node.Size);
            return Get(node.Id);
        });

    public void Delete(Node node) =>
        _database.Write(s =>
        {
            foreach (var one in Below(node.Id).Append(node))
            {
                s.Execute("DELETE FROM nodes WHERE id=$1", one.Id);
                if (!one.IsFolder)
                    _content.Delete(one.Id);
            }
            Propagate(node.Parent, -node.Size);
        });

    public void SetModified(Node node, long modified) =>
        _database.Write(s =>
        {
            s.Execute("UPDATE nodes SET modified=$2, etag=$3 WHERE id=$1", node.Id, modified, NewETag());
            Propagate(node.Parent, 0);
        });

    public void SetETag(Node node, string etag) =>
        _database.Write(s => s.Execute("UPDATE nodes SET etag=$2 WHERE id=$1", node.Id, etag));

    public void SetCreated(Node node, long created) =>
        _database.Write(s => s.Execute("UPDATE nodes SET created=$2 WHERE id=$1", node.Id, created));

    private static string NewETag() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static long Insert(SqlSession s, long parent, string name, bool folder, long size, long now) =>
        s.Insert(
            "INSERT INTO nodes(parent, name, is_folder, size, etag, modified) VALUES($1,$2,$3,$4,$5,$6)",
            parent,
            name,
            folder ? 1 : 0,
            size,
            NewETag(),
            now
        );

    private void Propagate(long folder, long sizeDifference) =>
        _database.Write(s =>
            s.Execute(
                """
                WITH RECURSIVE up(id, parent) AS (
                    SELECT id, parent FROM nodes WHERE id=$1
                    UNION ALL SELECT n.id, n.parent FROM nodes n JOIN up u ON n.id = u.parent)
                UPDATE nodes SET etag=$2, size=size+$3, modified=max(modified,$4) WHERE id IN (SELECT id FROM up)
                """,
                folder,
                RandomNumberGenerator.GetHexString(13, lowercase: true),
                sizeDifference,
                Now
            )
        );

    private static Node Map(SqliteDataReader row) =>
        new()
        {
            Id = row.GetInt64(0),
            Parent = row.GetInt64(1),
            Name = row.GetString(2),
            IsFolder = row.GetInt64(3) != 0,
            Size = row.GetInt64(4),
            ETag = row.GetString(5),
            Modified = row.GetInt64(6),
            Checksum = row.GetString(7),
            Created = row.GetInt64(8),
            Uploaded = row.GetInt64(9),
        };
}
