using Connector.DevServer.Accounts;
using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Shares;

/// <summary>Shares, and who has turned one down.</summary>
internal sealed class ShareStore
{
    private const string Columns =
        "id, type, node_id, owner_id, share_with, permissions, token, label, note, expires, has_password, target, created";

    /// <summary>
    /// What lies in a trash bin is shared with nobody, and is shared again once it is back (measured on 27).
    /// </summary>
    private const string IsLiving = """
        NOT EXISTS (
            WITH RECURSIVE above(id) AS (
                SELECT shares.node_id UNION ALL SELECT n.parent FROM nodes n JOIN above a ON n.id = a.id)
            SELECT 1 FROM above a JOIN nodes n ON n.id = a.id WHERE n.parent = 0 AND n.name LIKE 'trash:%')
        """;

    private readonly Database _database;
    private readonly AccessRevision _revision;

    public ShareStore(Database database, Teams.TeamStore teams, AccessRevision revision)
    {
        // The table of teams comes first: shares are looked up through it.
        _ = teams;
        (_database, _revision) = (database, revision);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS shares(
                id INTEGER PRIMARY KEY AUTOINCREMENT, type INTEGER NOT NULL,
                node_id INTEGER NOT NULL REFERENCES nodes(id) ON DELETE CASCADE, owner_id TEXT NOT NULL,
                share_with TEXT, permissions INTEGER NOT NULL, token TEXT, label TEXT NOT NULL, note TEXT NOT NULL,
                expires TEXT, has_password INTEGER NOT NULL, target TEXT NOT NULL, created INTEGER NOT NULL);
            CREATE INDEX IF NOT EXISTS shares_node ON shares(node_id);
            CREATE TABLE IF NOT EXISTS shares_declined(
                share_id INTEGER NOT NULL REFERENCES shares(id) ON DELETE CASCADE,
                user_id TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY(share_id, user_id)) WITHOUT ROWID;
            """
        );
    }

    public Share? Find(long id) =>
        _database.Read(s => s.First($"SELECT {Columns} FROM shares WHERE id=$1 AND {IsLiving}", Map, id));

    public List<Share> Of(long nodeId) =>
        _database.Read(s =>
            s.Query($"SELECT {Columns} FROM shares WHERE node_id=$1 ORDER BY id", Map, nodeId)
        );

    public List<Share> By(string ownerId) =>
        _database.Read(s =>
            s.Query(
                $"SELECT {Columns} FROM shares WHERE owner_id=$1 AND {IsLiving} ORDER BY id",
                Map,
                ownerId
            )
        );

    public List<Share> All() =>
        _database.Read(s => s.Query($"SELECT {Columns} FROM shares WHERE {IsLiving} ORDER BY id", Map));

    /// <summary>What others share with an account, by itself or through its groups.</summary>
    public List<Share> With(string userId) =>
        _database.Read(s =>
            s.Query(
                $"""
                SELECT {Columns} FROM shares WHERE owner_id<>$1 AND {IsLiving}
                    AND id NOT IN (SELECT share_id FROM shares_declined WHERE user_id=$1)
                    AND (type=0 AND share_with=$1
                        OR type=1 AND share_with IN (SELECT group_id FROM group_members WHERE user_id=$1)
                        OR type=7 AND share_with IN (SELECT team_id FROM team_members WHERE user_id=$1))
                ORDER BY id
                """,
                Map,
                userId
            )
        );

    public Share Create(Share share)
    {
        var id = _database.Write(s =>
            s.Insert(
                """
                INSERT INTO shares(type, node_id, owner_id, share_with, permissions, token, label, note, expires,
                    has_password, target, created) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)
                """,
                (long)share.Type,
                share.NodeId,
                share.OwnerId,
                share.With,
                share.Permissions,
                share.Token,
                share.Label,
                share.Note,
                share.Expires,
                share.HasPassword ? 1 : 0,
                share.Target,
                share.Created
            )
        );
        _revision.Bump();
        return share with { Id = id };
    }

    public void Update(Share share) =>
        Change(
            """
            UPDATE shares SET permissions=$2, label=$3, note=$4, expires=$5, has_password=$6, target=$7 WHERE id=$1
            """,
            share.Id,
            share.Permissions,
            share.Label,
            share.Note,
            share.Expires,
            share.HasPassword ? 1 : 0,
            share.Target
        );

    public void Delete(long id) => Change("DELETE FROM shares WHERE id=$1", id);

    public void Decline(long id, string userId) =>
        Change("INSERT OR IGNORE INTO shares_declined(share_id, user_id) VALUES($1,$2)", id, userId);

    private void Change(string sql, params object?[] values)
    {
        _database.Write(s => s.Execute(sql, values));
        _revision.Bump();
    }

    private static Share Map(SqliteDataReader row) =>
        new()
        {
            Id = row.GetInt64(0),
            Type = (ShareType)row.GetInt64(1),
            NodeId = row.GetInt64(2),
            OwnerId = row.GetString(3),
            With = row.IsDBNull(4) ? null : row.GetString(4),
            Permissions = (int)row.GetInt64(5),
            Token = row.IsDBNull(6) ? null : row.GetString(6),
            Label = row.GetString(7),
            Note = row.GetString(8),
            Expires = row.IsDBNull(9) ? null : row.GetString(9),
            HasPassword = row.GetInt64(10) != 0,
            Target = row.GetString(11),
            Created = row.GetInt64(12),
        };
}
