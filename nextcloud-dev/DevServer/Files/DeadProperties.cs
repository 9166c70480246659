using System.Xml.Linq;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Files;

/// <summary>Properties that clients invent; each account has its own. They follow a file when it moves.</summary>
internal sealed class DeadProperties
{
    private readonly Database _database;

    public DeadProperties(Database database)
    {
        _database = database;
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS dead_properties(
                node_id INTEGER NOT NULL REFERENCES nodes(id) ON DELETE CASCADE, user_id TEXT NOT NULL,
                name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(node_id, user_id, name)) WITHOUT ROWID;
            """
        );
    }

    public XElement? Find(long nodeId, string userId, XName name) =>
        _database.Read(s =>
            s.Scalar<string>(
                "SELECT value FROM dead_properties WHERE node_id=$1 AND user_id=$2 AND name=$3",
                nodeId,
                userId,
                name.ToString()
            )
        )
            is { } xml
            ? XElement.Parse(xml, LoadOptions.PreserveWhitespace)
            : null;

    public void Set(long nodeId, string userId, XElement property) =>
        _database.Write(s =>
            s.Execute(
                "INSERT OR REPLACE INTO dead_properties(node_id, user_id, name, value) VALUES($1,$2,$3,$4)",
                nodeId,
                userId,
                property.Name.ToString(),
                property.ToString(SaveOptions.DisableFormatting)
            )
        );

    public bool Remove(long nodeId, string userId, XName name) =>
        _database.Write(s =>
            s.Execute(
                "DELETE FROM dead_properties WHERE node_id=$1 AND user_id=$2 AND name=$3",
                nodeId,
                userId,
                name.ToString()
            ) > 0
        );
}
