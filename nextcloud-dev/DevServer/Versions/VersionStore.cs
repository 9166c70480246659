using Connector.DevServer.Files;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Versions;

/// <summary>One version of a file: the one that is there now, or an earlier one.</summary>
/// <param name="Modified">Unix seconds: its modification time, and its name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Label">Empty until somebody gave one.</param>
internal sealed record FileVersion(long Modified, long Size, string Label);

/// <summary>
/// Which versions each file had (apps files_versions 1.20 and groupfolders 15): one for each second in which it was
/// written. What earlier ones held is not kept: they can be listed and labelled, not read.
/// </summary>
internal sealed class VersionStore
{
    private readonly Database _database;

    public VersionStore(Database database)
    {
        _database = database;
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS versions(
                node_id INTEGER NOT NULL, modified INTEGER NOT NULL, size INTEGER NOT NULL,
                label TEXT NOT NULL DEFAULT '', PRIMARY KEY(node_id, modified)) WITHOUT ROWID;
            """
        );
    }

    /// <summary>A write within the second of another takes its place, label and all.</summary>
    public void Note(Node node) =>
        _database.Write(s =>
            s.Execute(
                "INSERT INTO versions(node_id, modified, size) VALUES($1,$2,$3) ON CONFLICT DO UPDATE SET size=$3",
                node.Id,
                node.Modified,
                node.Size
            )
        );

    /// <summary>The oldest first.</summary>
    public List<FileVersion> Of(long nodeId) =>
        _database.Read(s =>
            s.Query(
                    "SELECT modified, size, label FROM versions WHERE node_id=$1 ORDER BY modified",
                    row => new FileVersion(row.GetInt64(0), row.GetInt64(1), row.GetString(2)),
                    nodeId
                )
                .ToList()
        );

    public void Label(long nodeId, long modified, string label) =>
        _database.Write(s =>
            s.Execute(
                "UPDATE versions SET label=$3 WHERE node_id=$1 AND modified=$2",
                nodeId,
                modified,
                label
            )
        );
}
