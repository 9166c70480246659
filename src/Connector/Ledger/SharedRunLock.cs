using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Connector.Ledger;

/// <summary>
/// One run at a time over a ledger that nodes share: an advisory lock of PostgreSQL, held by a connection of its own. The
/// database releases it when the connection ends, however its node ends.
/// </summary>
internal sealed class SharedRunLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private SharedRunLock(NpgsqlConnection connection) => _connection = connection;

    /// <returns>The lock, or null when another run holds it.</returns>
    /// <exception cref="LedgerException">The database does not answer.</exception>
    public static async Task<SharedRunLock?> TryTakeAsync(
        string connection,
        string shown,
        string territory,
        CancellationToken ct
    )
    {
        // A pooled connection would keep the lock after it was given back.
        var own = new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString();
        var holder = new NpgsqlConnection(own);
        try
        {
            await holder.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", holder);
            command.Parameters.Add(new NpgsqlParameter { Value = Number(territory) });
            if (await command.ExecuteScalarAsync(ct) is true)
            {
                return new SharedRunLock(holder);
            }
        }
        catch (NpgsqlException error)
        {
            await holder.DisposeAsync();
            throw new LedgerException(shown, error);
        }

        await holder.DisposeAsync();
        return null;
    }

    /// <summary>Whether the database still knows the holder: a node that was cut off must not go on.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT 1", _connection);
            return await command.ExecuteScalarAsync(ct) is 1;
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static long Number(string territory) =>
        BinaryPrimitives.ReadInt64BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes($"connector:{territory}"))
        );
}
