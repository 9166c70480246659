using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Accounts;

/// <summary>A group. Its id never changes.</summary>
internal sealed record Group(string Id, string DisplayName);

/// <summary>Groups and who is in them.</summary>
internal sealed class GroupStore
{
    public const string Admin = "admin";
    private readonly Database _database;
    private readonly AccessRevision _revision;

    public GroupStore(Database database, AccessRevision revision)
    {
        (_database, _revision) = (database, revision);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS groups(id TEXT PRIMARY KEY, display_name TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS group_members(
                group_id TEXT NOT NULL REFERENCES groups(id) ON DELETE CASCADE,
                user_id TEXT NOT NULL COLLATE NOCASE REFERENCES users(id) ON DELETE CASCADE,
                PRIMARY KEY(group_id, user_id)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS group_members_user ON group_members(user_id, group_id);
            CREATE TABLE IF NOT EXISTS group_admins(
                group_id TEXT NOT NULL REFERENCES groups(id) ON DELETE CASCADE,
                user_id TEXT NOT NULL COLLATE NOCASE REFERENCES users(id) ON DELETE CASCADE,
                PRIMARY KEY(user_id, group_id)) WITHOUT ROWID;
            """
        );
    }

    public Group? Find(string id) =>
        _database.Read(s => s.First("SELECT id, display_name FROM groups WHERE id=$1", Map, id));

    /// <summary>All whose id or name contains <paramref name="search"/>, by id.</summary>
    public List<Group> Search(string search, long limit, long offset) =>
        _database.Read(s =>
            s.Query(
                """
                SELECT id, display_name FROM groups
                WHERE $1='' OR instr(lower(id),lower($1)) OR instr(lower(display_name),lower($1))
                ORDER BY id LIMIT $2 OFFSET $3
                """,
                Map,
                search,
                limit,
                offset
            )
        );

    public List<string> Members(string groupId) =>
        _database.Read(s =>
            s.Query(
                "SELECT user_id FROM group_members WHERE group_id=$1 ORDER BY user_id",
                row => row.GetString(0),
                groupId
            )
        );

    /// <summary>Ids of the groups an account is in.</summary>
    public List<string> Of(string userId) =>
        _database.Read(s =>
            s.Query(
                "SELECT group_id FROM group_members WHERE user_id=$1 ORDER BY group_id",
                row => row.GetString(0),
                userId
            )
        );

    /// <summary>Ids of the groups that an account administers (« sub admin »).</summary>
    public List<string> AdministeredBy(string userId) =>
        _database.Read(s =>
            s.Query(
                "SELECT group_id FROM group_admins WHERE user_id=$1 ORDER BY group_id",
                row => row.GetString(0),
                userId
            )
        );

    public void MakeAdministrator(string groupId, string userId) =>
        Change("INSERT OR IGNORE INTO group_admins(group_id, user_id) VALUES($1,$2)", groupId, userId);

    public void Create(string id, string displayName) =>
        Change("INSERT OR IGNORE INTO groups(id, display_name) VALUES($1,$2)", id, displayName);

    public void SetDisplayName(string id, string name) =>
        Change("UPDATE groups SET display_name=$2 WHERE id=$1", id, name);

    public void Delete(string id) => Change("DELETE FROM groups WHERE id=$1", id);

    public void Add(string groupId, string userId) =>
        Change("INSERT OR IGNORE INTO group_members(group_id, user_id) VALUES($1,$2)", groupId, userId);

    public void Remove(string groupId, string userId) =>
        Change("DELETE FROM group_members WHERE group_id=$1 AND user_id=$2", groupId, userId);

    private void Change(string sql, params object?[] values)
    {
        _database.Write(s => s.Execute(sql, values));
        _revision.Bump();
    }

    private static Group Map(SqliteDataReader row) => new(row.GetString(0), row.GetString(1));
}
