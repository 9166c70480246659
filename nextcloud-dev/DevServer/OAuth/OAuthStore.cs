using System.Security.Cryptography;
using Connector.DevServer.Accounts;
using Connector.DevServer.Storage;

namespace Connector.DevServer.OAuth;

/// <summary>A program that people may sign in to with their account here.</summary>
internal sealed record OAuthClient(
    long Id,
    string Name,
    string RedirectUri,
    string Identifier,
    string Secret
);

/// <summary>What a person granted to a client: a code at first, then one refresh token after the other.</summary>
internal sealed record OAuthGrant(
    long Id,
    long Client,
    string User,
    string AppPassword,
    long CodeCreated,
    long Delivered
);

/// <summary>Clients and grants. Of codes, refresh tokens and access tokens only hashes are kept.</summary>
internal sealed class OAuthStore
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private readonly Database _database;
    private readonly AppPasswordStore _appPasswords;

    public OAuthStore(Database database, AppPasswordStore appPasswords)
    {
        (_database, _appPasswords) = (database, appPasswords);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS oauth_clients(
                id INTEGER PRIMARY KEY, name TEXT NOT NULL, redirect_uri TEXT NOT NULL,
                identifier TEXT NOT NULL UNIQUE, secret TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS oauth_grants(
                id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES oauth_clients(id) ON DELETE CASCADE,
                user_id TEXT NOT NULL, code_hash TEXT NOT NULL UNIQUE, app_password TEXT NOT NULL,
                expires INTEGER NOT NULL, code_created INTEGER NOT NULL, delivered INTEGER NOT NULL);
            """
        );
    }

    public OAuthClient Add(string name, string redirectUri)
    {
        var (identifier, secret) = (Random(64), Random(64));
        var id = _database.Write(s =>
            s.Insert(
                "INSERT INTO oauth_clients(name, redirect_uri, identifier, secret) VALUES($1,$2,$3,$4)",
                name,
                redirectUri,
                identifier,
                secret
            )
        );
        return new OAuthClient(id, name, redirectUri, identifier, secret);
    }

    public OAuthClient? Find(string identifier) => Client("identifier=$1", identifier);

    public OAuthClient? Find(long id) => Client("id=$1", id);

    /// <summary>Removes a client and every token that it was given.</summary>
    public void Remove(long id) =>
        _database.Write(s =>
        {
            s.Execute(
                "DELETE FROM app_passwords WHERE hash IN (SELECT app_password FROM oauth_grants WHERE client=$1)",
                id
            );
            s.Execute("DELETE FROM oauth_clients WHERE id=$1", id);
        });

    /// <returns>The code, 128 letters and digits, told this once.</returns>
    public string Grant(OAuthClient client, string user, DateTimeOffset at)
    {
        var code = Random(128);
        var appPassword = PasswordHash.Token(_appPasswords.Issue(user, client.Name, at));
        _database.Write(s =>
            s.Execute(
                """
                INSERT INTO oauth_grants(client, user_id, code_hash, app_password, expires, code_created, delivered)
                VALUES($1,$2,$3,$4,$5,$6,0)
                """,
                client.Id,
                user,
                PasswordHash.Token(code),
                appPassword,
                at.AddHours(1).ToUnixTimeSeconds(),
                at.ToUnixTimeSeconds()
            )
        );
        return code;
    }

    /// <param name="code">A code that was not exchanged yet, or the newest refresh token.</param>
    public OAuthGrant? FindGrant(string code) =>
        _database.Read(s =>
            s.First(
                "SELECT id, client, user_id, app_password, code_created, delivered FROM oauth_grants WHERE code_hash=$1",
                row => new OAuthGrant(
                    row.GetInt64(0),
                    row.GetInt64(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.GetInt64(4),
                    row.GetInt64(5)
                ),
                PasswordHash.Token(code)
            )
        );

    public void Forget(OAuthGrant grant) =>
        _database.Write(s => s.Execute("DELETE FROM oauth_grants WHERE id=$1", grant.Id));

    /// <summary>
    /// A new pair in place of the one before, which ends. Null when the person revoked the app password meanwhile.
    /// </summary>
    public (string Access, string Refresh)? Rotate(OAuthGrant grant, string clientName, DateTimeOffset at) =>
        _database.Write(s =>
        {
            if (!_appPasswords.IsAlive(grant.AppPassword, grant.User))
                return ((string, string)?)null;
            _appPasswords.Revoke(grant.AppPassword);
            var access = _appPasswords.Issue(grant.User, clientName, at);
            var refresh = Random(128);
            s.Execute(
                """
                UPDATE oauth_grants SET code_hash=$1, app_password=$2, expires=$3, delivered=delivered+1 WHERE id=$4
                """,
                PasswordHash.Token(refresh),
                PasswordHash.Token(access),
                at.AddHours(1).ToUnixTimeSeconds(),
                grant.Id
            );
            return (access, refresh);
        });

    private OAuthClient? Client(string where, object value) =>
        _database.Read(s =>
            s.First(
                "SELECT id, name, redirect_uri, identifier, secret FROM oauth_clients WHERE " + where,
                row => new OAuthClient(
                    row.GetInt64(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.GetString(4)
                ),
                value
            )
        );

    private static string Random(int length) => RandomNumberGenerator.GetString(Letters, length);
}
