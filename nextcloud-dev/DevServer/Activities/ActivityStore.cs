using System.Text.Json;
using Connector.DevServer.Files;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Activities;

/// <summary>What people did to files (app activity 2.19, <c>lib/FilesHooks.php</c>). What is copied is told as one.</summary>
internal sealed class ActivityStore
{
    private readonly Database _database;
    private readonly NodeStore _nodes;
    private readonly Instance _instance;
    private readonly TimeProvider _time;

    public ActivityStore(Database database, NodeStore nodes, Instance instance, TimeProvider time)
    {
        (_database, _nodes, _instance, _time) = (database, nodes, instance, time);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS activity(
                id INTEGER PRIMARY KEY AUTOINCREMENT, deed INTEGER NOT NULL, user_id TEXT NOT NULL,
                node_id INTEGER NOT NULL, ancestry TEXT NOT NULL, team_folder INTEGER NOT NULL,
                former TEXT NOT NULL, at INTEGER NOT NULL);
            """
        );
    }

    /// <param name="deed">What was done.</param>
    /// <param name="userId">By whom.</param>
    /// <param name="entry">To what, where it is now, or was until now.</param>
    /// <param name="from">Where it was before, in the actor's files.</param>
    public void Note(Deed deed, string userId, Entry entry, string from = "")
    {
        if (!_instance.HasActivity)
            return;
        var ancestry = new List<(long, string)>();
        var node = entry.Node;
        while (node.Parent != 0 && _nodes.Find(node.Parent) is { } parent)
        {
            ancestry.Add((node.Id, node.Name));
            node = parent;
        }

        ancestry.Add((node.Id, ""));
        _database.Write(s =>
            s.Insert(
                "INSERT INTO activity(deed, user_id, node_id, ancestry, team_folder, former, at) VALUES($1,$2,$3,$4,$5,$6,$7)",
                (long)deed,
                userId,
                entry.Node.Id,
                JsonSerializer.Serialize(ancestry.Select(one => new Step(one.Item1, one.Item2))),
                entry.Mount.Kind == MountKind.TeamFolder ? 1L : 0L,
                deed == Deed.Renamed ? Dav.DavPath.Name(from) : from,
                _time.GetUtcNow().ToUnixTimeSeconds()
            )
        );
    }

    /// <summary>All of them, the latest first.</summary>
    public List<Activity> All() =>
        _database.Read(s =>
            s.Query(
                "SELECT id, deed, user_id, node_id, ancestry, team_folder, former, at FROM activity ORDER BY id DESC",
                row => new Activity
                {
                    Id = row.GetInt64(0),
                    Deed = (Deed)row.GetInt64(1),
                    UserId = row.GetString(2),
                    NodeId = row.GetInt64(3),
                    Ancestry =
                    [
                        .. JsonSerializer
                            .Deserialize<List<Step>>(row.GetString(4))!
                            .Select(step => (step.Id, step.Name)),
                    ],
                    InTeamFolder = row.GetInt64(5) == 1,
                    Former = row.GetString(6),
                    At = row.GetInt64(7),
                }
            )
        );

    private sealed record Step(long Id, string Name);
}
