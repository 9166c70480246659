using System.Security.Cryptography;
using Connector.DevServer.Storage;
using Connector.DevServer.Teams;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Calendars;

/// <summary>Calendars, their shares and public addresses.</summary>
internal sealed class CalendarStore
{
    private const string Columns =
        "id, owner, uri, display_name, colour, description, time_zone, sort, components, token, public_token, deleted_at";

    private readonly Database _database;
    private readonly TeamStore _teams;
    private readonly TimeProvider _time;

    public CalendarStore(Database database, TeamStore teams, TimeProvider time)
    {
        (_database, _teams, _time) = (database, teams, time);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS calendars(
                id INTEGER PRIMARY KEY, owner TEXT NOT NULL COLLATE NOCASE, uri TEXT NOT NULL,
                display_name TEXT NOT NULL, colour TEXT, description TEXT, time_zone TEXT,
                sort INTEGER NOT NULL DEFAULT 0, components TEXT NOT NULL, token INTEGER NOT NULL DEFAULT 1,
                public_token TEXT UNIQUE, deleted_at INTEGER, UNIQUE(owner, uri));
            CREATE TABLE IF NOT EXISTS calendar_shares(
                calendar_id INTEGER NOT NULL REFERENCES calendars(id) ON DELETE CASCADE,
                kind TEXT NOT NULL, principal TEXT NOT NULL, read_write INTEGER NOT NULL,
                PRIMARY KEY(calendar_id, kind, principal)) WITHOUT ROWID;
            """
        );
    }

    /// <summary>All of an owner, those in the trash bin included; the first look makes <c>personal</c>.</summary>
    public List<Calendar> OfOwner(string owner) =>
        _database.Write(s =>
        {
            if (s.Scalar<long>("SELECT count(*) FROM calendars WHERE owner=$1", owner) == 0)
                Insert(s, owner, new NewCalendar("personal", "Personal") { Colour = "#0082c9" });
            return s.Query($"SELECT {Columns} FROM calendars WHERE owner=$1 ORDER BY sort, id", Map, owner);
        });

    public Calendar? Find(string owner, string uri) =>
        OfOwner(owner).FirstOrDefault(calendar => calendar.Uri == uri);

    public Calendar? Published(string token) =>
        _database.Read(s =>
            s.First(
                $"SELECT {Columns} FROM calendars WHERE public_token=$1 AND deleted_at IS NULL",
                Map,
                token
            )
        );

    /// <summary>Calendars of others that are shared with an account, one of its groups or of its teams.</summary>
    public List<(Calendar Calendar, bool ReadWrite)> SharedWith(string user, IReadOnlyList<string> groups)
    {
        var mine = new HashSet<string>(groups, StringComparer.Ordinal);
        var teams = _teams.Of(user).Select(team => team.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _database
                .Read(s =>
                    s.Query($"SELECT {Columns} FROM calendars WHERE deleted_at IS NULL ORDER BY id", Map)
                )
                .Where(calendar => !calendar.Owner.Equals(user, StringComparison.OrdinalIgnoreCase))
                .Select(calendar =>
                    (
                        calendar,
                        shares: Shares(calendar.Id).Where(share => Reaches(share, user, mine, teams)).ToList()
                    )
                )
                .Where(pair => pair.shares.Count > 0)
                .Select(pair => (pair.calendar, pair.shares.Any(share => share.ReadWrite))),
        ];
    }

    public List<CalendarShare> Shares(long calendarId) =>
        _database.Read(s =>
            s.Query(
                "SELECT kind, principal, read_write FROM calendar_shares WHERE calendar_id=$1 ORDER BY kind, principal",
                row => new CalendarShare(row.GetString(0), row.GetString(1), row.GetInt64(2) != 0),
                calendarId
            )
        );

    public void Create(string owner, NewCalendar calendar) =>
        _database.Write(s => Insert(s, owner, calendar));

    /// <summary>Sets one column from a PROPPATCH.</summary>
    public void Update(Calendar calendar) =>
        _database.Write(s =>
            s.Execute(
                """
                UPDATE calendars SET display_name=$2, colour=$3, description=$4, time_zone=$5, sort=$6,
                    token=token+1 WHERE id=$1
                """,
                calendar.Id,
                calendar.DisplayName,
                calendar.Colour,
                calendar.Description,
                calendar.TimeZone,
                calendar.Order
            )
        );

    /// <summary>Into the trash bin; a calendar that is there already is destroyed only by its retention.</summary>
    public void Trash(long id) =>
        _database.Write(s =>
            s.Execute(
                "UPDATE calendars SET deleted_at=$2 WHERE id=$1",
                id,
                _time.GetUtcNow().ToUnixTimeSeconds()
            )
        );

    public void Share(long id, CalendarShare share) =>
        _database.Write(s =>
            s.Execute(
                "INSERT OR REPLACE INTO calendar_shares(calendar_id, kind, principal, read_write) VALUES($1,$2,$3,$4)",
                id,
                share.Kind,
                share.Id,
                share.ReadWrite ? 1 : 0
            )
        );

    public void Unshare(long id, string kind, string principal) =>
        _database.Write(s =>
            s.Execute(
                "DELETE FROM calendar_shares WHERE calendar_id=$1 AND kind=$2 AND principal=$3",
                id,
                kind,
                principal
            )
        );

    /// <summary>Publishes once: a second call keeps the address that people have.</summary>
    public void Publish(long id) =>
        _database.Write(s =>
            s.Execute(
                "UPDATE calendars SET public_token=coalesce(public_token,$2) WHERE id=$1",
                id,
                RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTWXYZabcdefgijkmnopqrstwxyz23456789", 16)
            )
        );

    public void Unpublish(long id) =>
        _database.Write(s => s.Execute("UPDATE calendars SET public_token=NULL WHERE id=$1", id));

    private static bool Reaches(
        CalendarShare share,
        string user,
        HashSet<string> groups,
        HashSet<string> teams
    ) =>
        share.Kind switch
        {
            "groups" => groups.Contains(share.Id),
            "circles" => teams.Contains(share.Id),
            _ => share.Id.Equals(user, StringComparison.OrdinalIgnoreCase),
        };

    private static void Insert(SqlSession s, string owner, NewCalendar calendar) =>
        s.Execute(
            """
            INSERT INTO calendars(owner, uri, display_name, colour, description, time_zone, sort, components)
            VALUES($1,$2,$3,$4,$5,$6,$7,$8)
            """,
            owner,
            calendar.Uri,
            calendar.DisplayName,
            calendar.Colour,
            calendar.Description,
            calendar.TimeZone,
            calendar.Order,
            calendar.Components
        );

    private static Calendar Map(SqliteDataReader row) =>
        new()
        {
            Id = row.GetInt64(0),
            Owner = row.GetString(1),
            Uri = row.GetString(2),
            DisplayName = row.GetString(3),
            Colour = Text(row, 4),
            Description = Text(row, 5),
            TimeZone = Text(row, 6),
            Order = row.GetInt64(7),
            Components = row.GetString(8),
            Token = row.GetInt64(9),
            PublicToken = Text(row, 10),
            DeletedAt = row.IsDBNull(11) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(11)),
        };

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>A calendar to be made.</summary>
internal sealed record NewCalendar(string Uri, string DisplayName)
{
    public string? Colour { get; init; }

    public string? Description { get; init; }

    public string? TimeZone { get; init; }

    public long Order { get; init; }

    public string Components { get; init; } = "VEVENT,VTODO,VJOURNAL";
}
