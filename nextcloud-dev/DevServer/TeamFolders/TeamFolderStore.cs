using System.Globalization;
using Connector.DevServer.Accounts;
using Connector.DevServer.Files;
using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.TeamFolders;

/// <summary>Team folders, their groups and managers (app groupfolders 15).</summary>
internal sealed class TeamFolderStore
{
    private readonly Database _database;
    private readonly AccessRevision _revision;
    private readonly NodeStore _nodes;
    private readonly Trash.TrashStore _trash;

    public TeamFolderStore(
        Database database,
        AccessRevision revision,
        NodeStore nodes,
        Trash.TrashStore trash
    )
    {
        (_database, _revision, _nodes, _trash) = (database, revision, nodes, trash);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS team_folders(
                id INTEGER PRIMARY KEY AUTOINCREMENT, mount_point TEXT NOT NULL, quota INTEGER NOT NULL DEFAULT -3,
                acl INTEGER NOT NULL DEFAULT 0, root_id INTEGER NOT NULL DEFAULT 0);
            CREATE TABLE IF NOT EXISTS team_folder_groups(
                folder_id INTEGER NOT NULL REFERENCES team_folders(id) ON DELETE CASCADE,
                group_id TEXT NOT NULL, permissions INTEGER NOT NULL, PRIMARY KEY(folder_id, group_id)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS team_folder_groups_group ON team_folder_groups(group_id);
            CREATE TABLE IF NOT EXISTS team_folder_managers(
                folder_id INTEGER NOT NULL REFERENCES team_folders(id) ON DELETE CASCADE,
                type TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY(folder_id, type, id)) WITHOUT ROWID;
            """
        );
    }

    /// <summary>All, by number.</summary>
    public List<TeamFolder> All() => Load(null);

    public TeamFolder? Find(long id) => Load(id).FirstOrDefault();

    /// <summary>Makes a folder, even when one of that name exists.</summary>
    public long Create(string mountPoint)
    {
        var id = _database.Write(s =>
        {
            var made = s.Insert("INSERT INTO team_folders(mount_point) VALUES($1)", mountPoint);
            var root = _nodes.Root("team:" + made.ToString(CultureInfo.InvariantCulture));
            s.Execute("UPDATE team_folders SET root_id=$2 WHERE id=$1", made, root.Id);
            return made;
        });
        _revision.Bump();
        return id;
    }

    public void Rename(long id, string mountPoint) =>
        Change("UPDATE team_folders SET mount_point=$2 WHERE id=$1", id, mountPoint);

    public void SetQuota(long id, long quota) =>
        Change("UPDATE team_folders SET quota=$2 WHERE id=$1", id, quota);

    /// <summary>Switching off takes all managers away, as the real one does.</summary>
    public void SetAcl(long id, bool acl)
    {
        Change("UPDATE team_folders SET acl=$2 WHERE id=$1", id, acl ? 1 : 0);
        if (!acl)
            Change("DELETE FROM team_folder_managers WHERE folder_id=$1", id);
    }

    public void AttachGroup(long id, string groupId) =>
        Change(
            "INSERT OR IGNORE INTO team_folder_groups(folder_id, group_id, permissions) VALUES($1,$2,31)",
            id,
            groupId
        );

    public void DetachGroup(long id, string groupId) =>
        Change("DELETE FROM team_folder_groups WHERE folder_id=$1 AND group_id=$2", id, groupId);

    /// <summary>Silently nothing when the group is not attached.</summary>
    public void SetPermissions(long id, string groupId, int permissions) =>
        Change(
            "UPDATE team_folder_groups SET permissions=$3 WHERE folder_id=$1 AND group_id=$2",
            id,
            groupId,
            permissions
        );

    public void SetManager(long id, Mapping mapping, bool manages) =>
        Change(
            manages
                ? "INSERT OR IGNORE INTO team_folder_managers(folder_id, type, id) VALUES($1,$2,$3)"
                : "DELETE FROM team_folder_managers WHERE folder_id=$1 AND type=$2 AND id=$3",
            id,
            mapping.Type,
            mapping.Id
        );

    public void Delete(TeamFolder folder)
    {
        _trash.DestroyAll(folder.RootId);
        _nodes.Delete(_nodes.Get(folder.RootId));
        Change("DELETE FROM team_folders WHERE id=$1", folder.Id);
    }

    private List<TeamFolder> Load(long? id) =>
        _database.Read(s =>
        {
            var groups = s.Query(
                    """
                    SELECT folder_id, group_id, permissions FROM team_folder_groups
                    WHERE $1 IS NULL OR folder_id=$1 ORDER BY folder_id, group_id
                    """,
                    row =>
                        (Folder: row.GetInt64(0), Group: row.GetString(1), Permissions: (int)row.GetInt64(2)),
                    id
                )
                .ToLookup(g => g.Folder, g => (g.Group, g.Permissions));
            var managers = s.Query(
                    "SELECT folder_id, type, id FROM team_folder_managers WHERE $1 IS NULL OR folder_id=$1",
                    row =>
                        (Folder: row.GetInt64(0), Mapping: new Mapping(row.GetString(1), row.GetString(2))),
                    id
                )
                .ToLookup(m => m.Folder, m => m.Mapping);
            return s.Query(
                """
                SELECT id, mount_point, quota, acl, root_id FROM team_folders
                WHERE $1 IS NULL OR id=$1 ORDER BY id
                """,
                row => Map(row, groups, managers),
                id
            );
        });

    private void Change(string sql, params object?[] values)
    {
        _database.Write(s => s.Execute(sql, values));
        _revision.Bump();
    }

    private static TeamFolder Map(
        SqliteDataReader row,
        ILookup<long, (string, int)> groups,
        ILookup<long, Mapping> managers
    ) =>
        new()
        {
            Id = row.GetInt64(0),
            MountPoint = row.GetString(1),
            Quota = row.GetInt64(2),
            Acl = row.GetInt64(3) != 0,
            RootId = row.GetInt64(4),
            Groups = [.. groups[row.GetInt64(0)]],
            Managers = [.. managers[row.GetInt64(0)]],
        };
}
