using System.Security.Cryptography;
using Connector.DevServer.Accounts;
using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Talk;

/// <summary>Conversations, who is in them, what was said, and notifications of administrators.</summary>
internal sealed class TalkStore
{
    public const int Owner = 1;
    public const int User = 3;
    private const string Letters = "abcdefghijkmnopqrstwxyz23456789";
    private readonly Database _database;
    private readonly TimeProvider _time;

    public TalkStore(Database database, AccountStore accounts, TimeProvider time)
    {
        // The table of accounts comes first: this one refers to it.
        _ = accounts;
        (_database, _time) = (database, time);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS talk_rooms(
                token TEXT PRIMARY KEY, type INTEGER NOT NULL, name TEXT NOT NULL, read_only INTEGER NOT NULL DEFAULT 0);
            CREATE TABLE IF NOT EXISTS talk_attendees(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                token TEXT NOT NULL REFERENCES talk_rooms(token) ON DELETE CASCADE,
                user_id TEXT NOT NULL COLLATE NOCASE REFERENCES users(id) ON DELETE CASCADE,
                type INTEGER NOT NULL, UNIQUE(token, user_id));
            CREATE TABLE IF NOT EXISTS talk_messages(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                token TEXT NOT NULL REFERENCES talk_rooms(token) ON DELETE CASCADE,
                user_id TEXT NOT NULL, at INTEGER NOT NULL, words TEXT NOT NULL, reference TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS admin_notifications(
                id INTEGER PRIMARY KEY AUTOINCREMENT, user_id TEXT NOT NULL, subject TEXT NOT NULL,
                message TEXT NOT NULL, at INTEGER NOT NULL);
            """
        );
    }

    private const string Room = "r.token, r.type, r.name, r.read_only";

    public Conversation? Find(string token) =>
        _database.Read(s => s.First($"SELECT {Room} FROM talk_rooms r WHERE r.token=$1", MapRoom, token));

    public List<Conversation> Of(string userId) =>
        _database.Read(s =>
            s.Query(
                $"SELECT {Room} FROM talk_rooms r JOIN talk_attendees a ON a.token=r.token WHERE a.user_id=$1 ORDER BY r.rowid",
                MapRoom,
                userId
            )
        );

    public Conversation Create(int type, string name, string owner)
    {
        var made = new Conversation(RandomNumberGenerator.GetString(Letters, 8), type, name, false);
        _database.Write(s =>
            s.Execute("INSERT INTO talk_rooms(token, type, name) VALUES($1,$2,$3)", made.Token, type, name)
        );
        Add(made.Token, owner, Owner);
        return made;
    }

    public void Delete(string token) =>
        _database.Write(s => s.Execute("DELETE FROM talk_rooms WHERE token=$1", token));

    public List<Attendee> Attendees(string token) =>
        _database.Read(s =>
            s.Query(
                "SELECT id, token, user_id, type FROM talk_attendees WHERE token=$1 ORDER BY id",
                row => new Attendee(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3)),
                token
            )
        );

    public void Add(string token, string userId, int type = User) =>
        _database.Write(s =>
            s.Execute(
                "INSERT OR IGNORE INTO talk_attendees(token, user_id, type) VALUES($1,$2,$3)",
                token,
                userId,
                type
            )
        );

    public void Remove(long attendee) =>
        _database.Write(s => s.Execute("DELETE FROM talk_attendees WHERE id=$1", attendee));

    public ChatMessage Say(string token, string userId, string words, string reference)
    {
        var at = _time.GetUtcNow().ToUnixTimeSeconds();
        var id = _database.Write(s =>
            s.Insert(
                "INSERT INTO talk_messages(token, user_id, at, words, reference) VALUES($1,$2,$3,$4,$5)",
                token,
                userId,
                at,
                words,
                reference
            )
        );
        return new ChatMessage(id, token, userId, at, words, reference);
    }

    /// <summary>The newest first.</summary>
    public List<ChatMessage> Messages(string token, long limit) =>
        _database.Read(s =>
            s.Query(
                "SELECT id, token, user_id, at, words, reference FROM talk_messages WHERE token=$1 ORDER BY id DESC LIMIT $2",
                row => new ChatMessage(
                    row.GetInt64(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetInt64(3),
                    row.GetString(4),
                    row.GetString(5)
                ),
                token,
                limit
            )
        );

    public void Notify(string userId, string subject, string message) =>
        _database.Write(s =>
            s.Insert(
                "INSERT INTO admin_notifications(user_id, subject, message, at) VALUES($1,$2,$3,$4)",
                userId,
                subject,
                message,
                _time.GetUtcNow().ToUnixTimeSeconds()
            )
        );

    public List<(string Subject, string Message)> Notifications(string userId) =>
        _database.Read(s =>
            s.Query(
                "SELECT subject, message FROM admin_notifications WHERE user_id=$1 ORDER BY id DESC",
                row => (row.GetString(0), row.GetString(1)),
                userId
            )
        );

    private static Conversation MapRoom(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetInt64(3) != 0);
}
