using System.Security.Cryptography;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Accounts;

/// <summary>App passwords; only their hash is kept.</summary>
internal sealed class AppPasswordStore
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 72;
    private readonly Database _database;

    public AppPasswordStore(Database database)
    {
        _database = database;
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS app_passwords(
                hash TEXT PRIMARY KEY, user_id TEXT NOT NULL COLLATE NOCASE REFERENCES users(id) ON DELETE CASCADE,
                name TEXT NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID;
            """
        );
    }

    /// <summary>72 letters and digits, told this once.</summary>
    public string Issue(string userId, string name, DateTimeOffset at)
    {
        var token = RandomNumberGenerator.GetString(Letters, Length);
        _database.Write(s =>
            s.Execute(
                "INSERT INTO app_passwords(hash, user_id, name, created) VALUES($1,$2,$3,$4)",
                PasswordHash.Token(token),
                userId,
                name,
                at.ToUnixTimeSeconds()
            )
        );
        return token;
    }

    /// <summary>The hash when it is one of this account, else null.</summary>
    public string? Match(string userId, string token)
    {
        var hash = PasswordHash.Token(token);
        return IsAlive(hash, userId) ? hash : null;
    }

    /// <summary>Whose token it is, and its hash; null for one that is not alive, or was given to an OAuth2 client too long ago.</summary>
    public (string User, string Hash)? Owner(string token, DateTimeOffset now)
    {
        var hash = PasswordHash.Token(token);
        var user = _database.Read(s =>
            s.Scalar<string>(
                """
                SELECT user_id FROM app_passwords WHERE hash=$1
                AND NOT EXISTS(SELECT 1 FROM oauth_grants WHERE app_password=$1 AND expires<$2)
                """,
                hash,
                now.ToUnixTimeSeconds()
            )
        );
        return user is null ? null : (user, hash);
    }

    public bool IsAlive(string hash, string userId) =>
        _database.Read(s =>
            s.Scalar<long>("SELECT count(*) FROM app_passwords WHERE hash=$1 AND user_id=$2", hash, userId)
            > 0
        );

    public void Revoke(string hash) =>
        _database.Write(s => s.Execute("DELETE FROM app_passwords WHERE hash=$1", hash));
}
