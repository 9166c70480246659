using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Calendars;

/// <summary>
/// The objects of calendars, and the list of changes that sync tokens count (server file
/// <c>apps/dav/lib/CalDAV/CalDavBackend.php</c>): a change is kept under the token that it ended.
/// </summary>
internal sealed class ItemStore
{
    private const string Columns = "name, uid, component, etag, data, modified";
    private readonly Database _database;
    private readonly TimeProvider _time;

    /// <param name="database">Where to keep them.</param>
    /// <param name="calendars">Asked for so that its tables are there first.</param>
    /// <param name="time">Source of dates.</param>
    public ItemStore(Database database, CalendarStore calendars, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        (_database, _time) = (database, time);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS calendar_items(
                id INTEGER PRIMARY KEY, calendar_id INTEGER NOT NULL REFERENCES calendars(id) ON DELETE CASCADE,
                name TEXT NOT NULL, uid TEXT NOT NULL, component TEXT NOT NULL, etag TEXT NOT NULL,
                data BLOB NOT NULL, modified INTEGER NOT NULL, deleted_at INTEGER, UNIQUE(calendar_id, name));
            CREATE INDEX IF NOT EXISTS calendar_items_uid ON calendar_items(calendar_id, uid);
            CREATE TABLE IF NOT EXISTS calendar_changes(
                id INTEGER PRIMARY KEY, calendar_id INTEGER NOT NULL REFERENCES calendars(id) ON DELETE CASCADE,
                token INTEGER NOT NULL, name TEXT NOT NULL);
            CREATE INDEX IF NOT EXISTS calendar_changes_token ON calendar_changes(calendar_id, token);
            """
        );
    }

    public List<CalendarItem> All(long calendarId) =>
        _database.Read(s =>
            s.Query(
                $"SELECT {Columns} FROM calendar_items WHERE calendar_id=$1 AND deleted_at IS NULL ORDER BY id",
                Map,
                calendarId
            )
        );

    public CalendarItem? Find(long calendarId, string name) =>
        _database.Read(s =>
            s.First(
                $"SELECT {Columns} FROM calendar_items WHERE calendar_id=$1 AND name=$2 AND deleted_at IS NULL",
                Map,
                calendarId,
                name
            )
        );

    /// <summary>Whether another object of the calendar has this UID.</summary>
    public bool UidIsTaken(long calendarId, string uid, string exceptName) =>
        _database.Read(s =>
            s.Scalar<long>(
                "SELECT count(*) FROM calendar_items WHERE calendar_id=$1 AND uid=$2 AND name<>$3 AND deleted_at IS NULL",
                calendarId,
                uid,
                exceptName
            )
        ) > 0;

    public void Put(long calendarId, CalendarItem item) =>
        _database.Write(s =>
        {
            s.Execute(
                """
                INSERT INTO calendar_items(calendar_id, name, uid, component, etag, data, modified)
                VALUES($1,$2,$3,$4,$5,$6,$7)
                ON CONFLICT(calendar_id, name) DO UPDATE SET uid=excluded.uid, component=excluded.component,
                    etag=excluded.etag, data=excluded.data, modified=excluded.modified, deleted_at=NULL
                """,
                calendarId,
                item.Name,
                item.Uid,
                item.Component,
                item.ETag,
                item.Data,
                item.Modified.ToUnixTimeSeconds()
            );
            Changed(s, calendarId, item.Name);
        });

    /// <summary>Into the trash bin, under the name that the real server gives it there.</summary>
    public void Trash(long calendarId, string name) =>
        _database.Write(s =>
        {
            var trashed = $"{Path.GetFileNameWithoutExtension(name)}-deleted{Path.GetExtension(name)}";
            s.Execute("DELETE FROM calendar_items WHERE calendar_id=$1 AND name=$2", calendarId, trashed);
            s.Execute(
                "UPDATE calendar_items SET name=$3, deleted_at=$4 WHERE calendar_id=$1 AND name=$2",
                calendarId,
                name,
                trashed,
                _time.GetUtcNow().ToUnixTimeSeconds()
            );
            Changed(s, calendarId, name);
        });

    /// <summary>Names touched at or after a token, each once.</summary>
    public List<string> ChangedSince(long calendarId, long token) =>
        _database.Read(s =>
            s.Query(
                "SELECT name FROM calendar_changes WHERE calendar_id=$1 AND token>=$2 GROUP BY name ORDER BY max(id)",
                row => row.GetString(0),
                calendarId,
                token
            )
        );

    private static void Changed(SqlSession s, long calendarId, string name)
    {
        s.Execute(
            "INSERT INTO calendar_changes(calendar_id, token, name) SELECT id, token, $2 FROM calendars WHERE id=$1",
            calendarId,
            name
        );
        s.Execute("UPDATE calendars SET token=token+1 WHERE id=$1", calendarId);
    }

    private static CalendarItem Map(SqliteDataReader row) =>
        new()
        {
            Name = row.GetString(0),
            Uid = row.GetString(1),
            Component = row.GetString(2),
            ETag = row.GetString(3),
            Data = row.GetFieldValue<byte[]>(4),
            Modified = DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(5)),
        };
}
