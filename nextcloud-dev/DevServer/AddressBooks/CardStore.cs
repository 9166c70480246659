using Connector.DevServer.Storage;
using Microsoft.Data.Sqlite;

namespace Connector.DevServer.AddressBooks;

/// <summary>The cards of address books, and the list of changes that sync tokens count.</summary>
internal sealed class CardStore
{
    private const string Columns = "name, uid, etag, data, modified";
    private readonly Database _database;

    /// <param name="database">Where to keep them.</param>
    /// <param name="books">Asked for so that its tables are there first.</param>
    public CardStore(Database database, AddressBookStore books)
    {
        ArgumentNullException.ThrowIfNull(books);
        _database = database;
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS cards(
                id INTEGER PRIMARY KEY, book_id INTEGER NOT NULL REFERENCES address_books(id) ON DELETE CASCADE,
                name TEXT NOT NULL, uid TEXT NOT NULL, etag TEXT NOT NULL, data BLOB NOT NULL,
                modified INTEGER NOT NULL, UNIQUE(book_id, name));
            CREATE TABLE IF NOT EXISTS card_changes(
                id INTEGER PRIMARY KEY, book_id INTEGER NOT NULL REFERENCES address_books(id) ON DELETE CASCADE,
                token INTEGER NOT NULL, name TEXT NOT NULL);
            CREATE INDEX IF NOT EXISTS card_changes_token ON card_changes(book_id, token);
            """
        );
    }

    public List<Card> All(long bookId) =>
        _database.Read(s =>
            s.Query($"SELECT {Columns} FROM cards WHERE book_id=$1 ORDER BY id", Map, bookId)
        );

    public Card? Find(long bookId, string name) =>
        _database.Read(s =>
            s.First($"SELECT {Columns} FROM cards WHERE book_id=$1 AND name=$2", Map, bookId, name)
        );

    /// <summary>Whether another card of the book has this UID.</summary>
    public bool UidIsTaken(long bookId, string uid, string exceptName) =>
        _database.Read(s =>
            s.Scalar<long>(
                "SELECT count(*) FROM cards WHERE book_id=$1 AND uid=$2 AND name<>$3",
                bookId,
                uid,
                exceptName
            )
        ) > 0;

    public void Put(long bookId, Card card) =>
        _database.Write(s =>
        {
            s.Execute(
                """
                INSERT INTO cards(book_id, name, uid, etag, data, modified) VALUES($1,$2,$3,$4,$5,$6)
                ON CONFLICT(book_id, name) DO UPDATE SET uid=excluded.uid, etag=excluded.etag, data=excluded.data,
                    modified=excluded.modified
                """,
                bookId,
                card.Name,
                card.Uid,
                card.ETag,
                card.Data,
                card.Modified.ToUnixTimeSeconds()
            );
            Changed(s, bookId, card.Name);
        });

    /// <summary>For ever: cards have no trash bin.</summary>
    public void Delete(long bookId, string name) =>
        _database.Write(s =>
        {
            s.Execute("DELETE FROM cards WHERE book_id=$1 AND name=$2", bookId, name);
            Changed(s, bookId, name);
        });

    /// <summary>Names touched at or after a token, each once.</summary>
    public List<string> ChangedSince(long bookId, long token) =>
        _database.Read(s =>
            s.Query(
                "SELECT name FROM card_changes WHERE book_id=$1 AND token>=$2 GROUP BY name ORDER BY max(id)",
                row => row.GetString(0),
                bookId,
                token
            )
        );

    private static void Changed(SqlSession s, long bookId, string name)
    {
        s.Execute(
            "INSERT INTO card_changes(book_id, token, name) SELECT id, token, $2 FROM address_books WHERE id=$1",
            bookId,
            name
        );
        s.Execute("UPDATE address_books SET token=token+1 WHERE id=$1", bookId);
    }

    private static Card Map(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetFieldValue<byte[]>(3),
            DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(4))
        );
}
