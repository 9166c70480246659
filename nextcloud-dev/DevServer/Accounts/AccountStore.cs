using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Accounts;

/// <summary>Accounts. Ids compare without regard to case, as on the real server.</summary>
internal sealed class AccountStore
{
    private const string Columns = "id, display_name, email, enabled, language, quota, last_login";
    private readonly Database _database;
    private readonly AccessRevision _revision;

    public AccountStore(Database database, AccessRevision revision)
    {
        (_database, _revision) = (database, revision);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS users(
                id TEXT PRIMARY KEY COLLATE NOCASE, display_name TEXT NOT NULL, email TEXT, password BLOB NOT NULL,
                enabled INTEGER NOT NULL DEFAULT 1, language TEXT NOT NULL DEFAULT '',
                quota INTEGER NOT NULL DEFAULT -3, last_login INTEGER NOT NULL DEFAULT 0);
            """
        );
    }

    public Account? Find(string id) =>
        _database.Read(s => s.First($"SELECT {Columns} FROM users WHERE id=$1", Map, id));

    /// <summary>All whose id, name or address contains <paramref name="search"/>, by id.</summary>
    public List<Account> Search(string search, long limit, long offset) =>
        _database.Read(s =>
            s.Query(
                $"""
                SELECT {Columns} FROM users
                WHERE $1='' OR instr(lower(id),lower($1)) OR instr(lower(display_name),lower($1))
                   OR instr(lower(coalesce(email,'')),lower($1))
                ORDER BY id LIMIT $2 OFFSET $3
                """,
                Map,
                search,
                limit,
                offset
            )
        );

    public void Create(Account account, string password) =>
        Change(s =>
            s.Execute(
                "INSERT INTO users(id, display_name, email, password, language, quota) VALUES($1,$2,$3,$4,$5,$6)",
                account.Id,
                account.DisplayName,
                account.Email,
                PasswordHash.Of(password),
                account.Language,
                account.Quota
            )
        );

    public void Update(Account account) =>
        Change(s =>
            s.Execute(
                "UPDATE users SET display_name=$2, email=$3, enabled=$4, language=$5, quota=$6 WHERE id=$1",
                account.Id,
                account.DisplayName,
                account.Email,
                account.Enabled ? 1 : 0,
                account.Language,
                account.Quota
            )
        );

    public void SetPassword(string id, string password) =>
        Change(s => s.Execute("UPDATE users SET password=$2 WHERE id=$1", id, PasswordHash.Of(password)));

    public void SetLastLogin(string id, DateTimeOffset at) =>
        _database.Write(s =>
            s.Execute("UPDATE users SET last_login=$2 WHERE id=$1", id, at.ToUnixTimeSeconds())
        );

    public bool IsPassword(string id, string password) =>
        _database.Read(s => s.Scalar<byte[]>("SELECT password FROM users WHERE id=$1", id)) is { } stored
        && PasswordHash.Matches(password, stored);

    public void Delete(string id) => Change(s => s.Execute("DELETE FROM users WHERE id=$1", id));

    private void Change(Action<SqlSession> work)
    {
        _database.Write(work);
        _revision.Bump();
    }

    private static Account Map(SqliteDataReader row) =>
        new()
        {
            Id = row.GetString(0),
            DisplayName = row.GetString(1),
            Email = row.IsDBNull(2) ? null : row.GetString(2),
            Enabled = row.GetInt64(3) != 0,
            Language = row.GetString(4),
            Quota = row.GetInt64(5),
            LastLogin = row.GetInt64(6),
        };
}
