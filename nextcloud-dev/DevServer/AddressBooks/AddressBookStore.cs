using Connector.DevServer.Accounts;
using Connector.DevServer.Storage;
using Connector.DevServer.Teams;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.AddressBooks;

/// <summary>Address books and their shares (server file <c>apps/dav/lib/CardDAV/CardDavBackend.php</c>).</summary>
internal sealed class AddressBookStore
{
    private const string Columns = "id, owner, uri, display_name, description, token";
    private readonly Database _database;
    private readonly TeamStore _teams;

    public AddressBookStore(Database database, TeamStore teams)
    {
        (_database, _teams) = (database, teams);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS address_books(
                id INTEGER PRIMARY KEY, owner TEXT NOT NULL COLLATE NOCASE, uri TEXT NOT NULL,
                display_name TEXT NOT NULL, description TEXT, token INTEGER NOT NULL DEFAULT 1, UNIQUE(owner, uri));
            CREATE TABLE IF NOT EXISTS address_book_shares(
                book_id INTEGER NOT NULL REFERENCES address_books(id) ON DELETE CASCADE,
                kind TEXT NOT NULL, principal TEXT NOT NULL, read_write INTEGER NOT NULL,
                PRIMARY KEY(book_id, kind, principal)) WITHOUT ROWID;
            """
        );
    }

    /// <summary>The account's own, then those shared with it as <c>{uri}_shared_by_{owner}</c>.</summary>
    public IReadOnlyList<BookView> Views(SignIn user) =>
        [
            .. OfOwner(user.UserId).Select(book => new BookView(book, book.Uri, true, false)),
            .. SharedWith(user),
        ];

    public void Create(string owner, string uri, string displayName, string? description) =>
        _database.Write(s =>
            s.Execute(
                "INSERT INTO address_books(owner, uri, display_name, description) VALUES($1,$2,$3,$4)",
                owner,
                uri,
                displayName,
                description
            )
        );

    public void Rename(long id, string displayName) =>
        _database.Write(s =>
            s.Execute("UPDATE address_books SET display_name=$2, token=token+1 WHERE id=$1", id, displayName)
        );

    /// <summary>For ever: address books have no trash bin.</summary>
    public void Delete(long id) =>
        _database.Write(s => s.Execute("DELETE FROM address_books WHERE id=$1", id));

    public List<BookShare> Shares(long id) =>
        _database.Read(s =>
            s.Query(
                "SELECT kind, principal, read_write FROM address_book_shares WHERE book_id=$1 ORDER BY kind, principal",
                row => new BookShare(row.GetString(0), row.GetString(1), row.GetInt64(2) != 0),
                id
            )
        );

    public void Share(long id, BookShare share) =>
        _database.Write(s =>
            s.Execute(
                "INSERT OR REPLACE INTO address_book_shares(book_id, kind, principal, read_write) VALUES($1,$2,$3,$4)",
                id,
                share.Kind,
                share.Id,
                share.ReadWrite ? 1 : 0
            )
        );

    public void Unshare(long id, string kind, string principal) =>
        _database.Write(s =>
            s.Execute(
                "DELETE FROM address_book_shares WHERE book_id=$1 AND kind=$2 AND principal=$3",
                id,
                kind,
                principal
            )
        );

    /// <summary>The first look makes <c>contacts</c>.</summary>
    private List<AddressBook> OfOwner(string owner) =>
        _database.Write(s =>
        {
            if (s.Scalar<long>("SELECT count(*) FROM address_books WHERE owner=$1", owner) == 0)
                s.Execute(
                    "INSERT INTO address_books(owner, uri, display_name) VALUES($1,'contacts','Contacts')",
                    owner
                );
            return s.Query($"SELECT {Columns} FROM address_books WHERE owner=$1 ORDER BY id", Map, owner);
        });

    private IEnumerable<BookView> SharedWith(SignIn user)
    {
        var groups = user.Groups.ToHashSet(StringComparer.Ordinal);
        var teams = _teams.Of(user.UserId).Select(team => team.Id).ToHashSet(StringComparer.Ordinal);
        foreach (
            var book in _database.Read(s => s.Query($"SELECT {Columns} FROM address_books ORDER BY id", Map))
        )
        {
            var shares = Shares(book.Id)
                .Where(share =>
                    share.Kind switch
                    {
                        "groups" => groups.Contains(share.Id),
                        "circles" => teams.Contains(share.Id),
                        _ => share.Id.Equals(user.UserId, StringComparison.OrdinalIgnoreCase),
                    }
                )
                .ToList();
            if (shares.Count > 0 && !book.Owner.Equals(user.UserId, StringComparison.OrdinalIgnoreCase))
                yield return new BookView(
                    book,
                    $"{book.Uri}_shared_by_{book.Owner}",
                    false,
                    !shares.Exists(share => share.ReadWrite)
                );
        }
    }

    private static AddressBook Map(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.IsDBNull(4) ? null : row.GetString(4),
            row.GetInt64(5)
        );
}
