using Microsoft.Data.Sqlite;

namespace Connector.DevServer.Storage;

/// <summary>
/// The metadata, in one SQLite file behind one lock: requests see each other's work whole or not at all. Each
/// feature brings its tables by <see cref="Define"/>. <c>synchronous=OFF</c>: a power cut may lose the file, which
/// a development aid can afford.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqlSession _session;
    private bool _writing;

    public Database(string file)
    {
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        _connection.Open();
        _session = new SqlSession(_connection);
        _session.Script(
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;
            PRAGMA temp_store=MEMORY; PRAGMA recursive_triggers=ON;
            """
        );
    }

    /// <summary>Creates tables that are not there yet (<c>CREATE TABLE IF NOT EXISTS</c>).</summary>
    public void Define(string sql)
    {
        lock (_gate)
            _session.Script(sql);
    }

    public T Read<T>(Func<SqlSession, T> work)
    {
        lock (_gate)
            return work(_session);
    }

    /// <summary>One transaction; inside another it joins that one. An exception undoes all of it.</summary>
    public T Write<T>(Func<SqlSession, T> work)
    {
        lock (_gate)
        {
            if (_writing)
                return work(_session);
            _session.Execute("BEGIN IMMEDIATE");
            _writing = true;
            try
            {
                var result = work(_session);
                _session.Execute("COMMIT");
                return result;
            }
            catch
            {
                _session.Execute("ROLLBACK");
                throw;
            }
            finally
            {
                _writing = false;
            }
        }
    }

    /// <summary>Looks and then acts: whoever else looks does so before or after, never in between.</summary>
    public T Alone<T>(Func<T> work) => Write(_ => work());

    public void Write(Action<SqlSession> work) =>
        Write(session =>
        {
            work(session);
            return true;
        });

    public void Dispose()
    {
        lock (_gate)
        {
            _session.Dispose();
            _connection.Dispose();
        }
    }
}
