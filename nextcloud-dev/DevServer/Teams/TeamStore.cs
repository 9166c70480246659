using System.Security.Cryptography;
using Connector.DevServer.Accounts;
using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Teams;

/// <summary>Teams and who is in them.</summary>
internal sealed class TeamStore
{
    public const int Owner = 9;
    public const int Member = 1;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Columns = "t.id, t.name, t.display_name, t.config, t.created";
    private readonly Database _database;
    private readonly AccessRevision _revision;
    private readonly TimeProvider _time;

    public TeamStore(Database database, AccountStore accounts, AccessRevision revision, TimeProvider time)
    {
        // The table of accounts comes first: this one refers to it.
        _ = accounts;
        (_database, _revision, _time) = (database, revision, time);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS teams(
                id TEXT PRIMARY KEY, name TEXT NOT NULL, display_name TEXT NOT NULL, config INTEGER NOT NULL,
                created INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS team_members(
                id TEXT PRIMARY KEY, team_id TEXT NOT NULL REFERENCES teams(id) ON DELETE CASCADE,
                user_id TEXT NOT NULL COLLATE NOCASE REFERENCES users(id) ON DELETE CASCADE,
                level INTEGER NOT NULL, joined INTEGER NOT NULL, UNIQUE(team_id, user_id));
            CREATE INDEX IF NOT EXISTS team_members_user ON team_members(user_id, team_id);
            """
        );
    }

    public Team? Find(string id) =>
        _database.Read(s => s.First($"SELECT {Columns} FROM teams t WHERE t.id=$1", Map, id));

    /// <summary>The teams that somebody is in, oldest first: nobody else sees them.</summary>
    public List<Team> Of(string userId) =>
        _database.Read(s =>
            s.Query(
                $"""
                SELECT {Columns} FROM teams t JOIN team_members m ON m.team_id=t.id
                WHERE m.user_id=$1 ORDER BY t.created, t.rowid
                """,
                Map,
                userId
            )
        );

    public List<TeamMember> Members(string teamId) =>
        _database.Read(s =>
            s.Query(
                """
                SELECT id, team_id, user_id, level, joined FROM team_members
                WHERE team_id=$1 ORDER BY level DESC, rowid
                """,
                MapMember,
                teamId
            )
        );

    public TeamMember? Membership(string teamId, string userId) =>
        Members(teamId).Find(member => member.UserId.Equals(userId, StringComparison.OrdinalIgnoreCase));

    public Team Create(string name, bool local, string ownerId)
    {
        var team = _database.Write(s =>
        {
            var shown = name;
            for (var n = 2; IsShown(s, shown); n++)
                shown = FormattableString.Invariant($"{name} ({n})");
            var made = new Team
            {
                Id = NewId(),
                Name = name,
                DisplayName = shown,
                Config = local ? 4096 : 0,
                Created = Now,
            };
            s.Execute(
                "INSERT INTO teams(id, name, display_name, config, created) VALUES($1,$2,$3,$4,$5)",
                made.Id,
                made.Name,
                made.DisplayName,
                made.Config,
                made.Created
            );
            return made;
        });
        Add(team.Id, ownerId, Owner);
        return team;
    }

    public TeamMember Add(string teamId, string userId, int level = Member)
    {
        var member = new TeamMember(NewId(), teamId, userId, level, Now);
        Change(
            "INSERT INTO team_members(id, team_id, user_id, level, joined) VALUES($1,$2,$3,$4,$5)",
            member.Id,
            teamId,
            userId,
            level,
            member.Joined
        );
        return member;
    }

    public void Remove(TeamMember member) => Change("DELETE FROM team_members WHERE id=$1", member.Id);

    public void Rename(string id, string name) =>
        Change("UPDATE teams SET name=$2, display_name=$2 WHERE id=$1", id, name);

    public void Delete(string id) => Change("DELETE FROM teams WHERE id=$1", id);

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    private static string NewId() => RandomNumberGenerator.GetString(Letters, 31);

    private static bool IsShown(SqlSession s, string name) =>
        s.Scalar<long>("SELECT count(*) FROM teams WHERE display_name=$1", name) > 0;

    private void Change(string sql, params object?[] values)
    {
        _database.Write(s => s.Execute(sql, values));
        _revision.Bump();
    }

    private static Team Map(SqliteDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            Name = row.GetString(1),
            DisplayName = row.GetString(2),
            Config = row.GetInt64(3),
            Created = row.GetInt64(4),
        };

    private static TeamMember MapMember(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), (int)row.GetInt64(3), row.GetInt64(4));
}
