using System.Globalization;
using Connector.Domain;
using Microsoft.Data.Sqlite;

namespace Connector.Ledger;

/// <summary>What a look through a whole ledger file found.</summary>
internal sealed record LedgerCheck(int Version, long Resources, long Steps, long Runs, long Signatures);

/// <summary>Copies of ledger files: made while runs write to them, and put back.</summary>
internal static class LedgerBackup
{
    /// <summary>
    /// A copy of the ledger as it is at one moment, on disk when this returns; runs may go on meanwhile. The file appears whole
    /// or not at all, readable by its owner alone.
    /// </summary>
    /// <exception cref="LedgerException">The ledger cannot be read, or the copy not be written.</exception>
    public static async Task SaveAsync(string ledger, string target, CancellationToken ct)
    {
        var draft = $"{target}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            await using (var source = await OpenAsync(ledger, SqliteOpenMode.ReadOnly, ct))
            {
                // Unlike a copy of the file this is one moment's content, with what is still in the write-ahead log.
                await using var copy = source.CreateCommand();
                copy.CommandText = "VACUUM INTO $target";
                copy.Parameters.AddWithValue("$target", draft);
                await copy.ExecuteNonQueryAsync(ct);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            using (var file = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new LedgerException(ledger, error);
        }
    }

    /// <summary>Reads every page and compares every index with its table.</summary>
    /// <exception cref="LedgerException">It is damaged, no ledger, or from a newer version.</exception>
    public static async Task<LedgerCheck> VerifyAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var file = await OpenAsync(path, SqliteOpenMode.ReadOnly, ct);
            if (await Ask<string>(file, "PRAGMA integrity_check(1)", ct) != "ok")
            {
                throw new LedgerException(LedgerHealth.Damaged(path));
            }

            var version = await Ask<long>(file, "PRAGMA user_version", ct);
            if (version > LedgerStore.SchemaVersion)
            {
                throw new LedgerException(path, (int)version, LedgerStore.SchemaVersion);
            }

            var resources = await Ask<long>(file, "SELECT COUNT(*) FROM \"Resources\"", ct);
            var signatures = await Ask<long>(
                file,
                "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Signatures'",
                ct
            );
            return new LedgerCheck(
                (int)version,
                resources,
                await Ask<long>(file, "SELECT COUNT(*) FROM \"Steps\"", ct),
                await Ask<long>(file, "SELECT COUNT(*) FROM \"Runs\"", ct),
                signatures == 0 ? 0 : await Ask<long>(file, "SELECT COUNT(*) FROM \"Signatures\"", ct)
            );
        }
        catch (SqliteException error)
        {
            throw new LedgerException(path, error);
        }
    }

    /// <summary>
    /// Puts a copy in a ledger's place. The ledger that was there stays beside it under another name: nothing is lost.
    /// </summary>
    /// <returns>Where the former one is; null when there was none.</returns>
    /// <exception cref="LedgerException">The copy is no ledger, or a run is under way.</exception>
    public static async Task<string?> RestoreAsync(
        string copy,
        string ledger,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await VerifyAsync(copy, ct);
        using var only = RunLock.TryTake(ledger) ?? throw new LedgerException(RunLock.Held);
        var draft = $"{ledger}.{Guid.NewGuid():N}";
        await SaveAsync(copy, draft, ct);
        string? former = null;
        if (File.Exists(ledger))
        {
            var stamp = now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            former = $"{ledger}.{stamp}";
            // As one file: what the write-ahead log holds is in it, and must not be applied to the ledger put back.
            await SaveAsync(ledger, former, ct);
        }

        SqliteConnection.ClearAllPools();
        File.Delete($"{ledger}-wal");
        File.Delete($"{ledger}-shm");
        File.Move(draft, ledger, overwrite: true);
        return former;
    }

    private static async Task<SqliteConnection> OpenAsync(
        string path,
        SqliteOpenMode mode,
        CancellationToken ct
    )
    {
        if (!File.Exists(path))
        {
            throw new LedgerException(Missing(path));
        }

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = LedgerHealth.PatienceSeconds,
            }.ToString()
        );
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task<T?> Ask<T>(SqliteConnection file, string question, CancellationToken ct)
    {
        await using var command = file.CreateCommand();
        command.CommandText = question;
        return (T?)await command.ExecuteScalarAsync(ct);
    }

    private static Problem Missing(string path) =>
        new()
        {
            Code = "no-ledger",
            Message = new Text(
                $"Le registre « {path} » n'existe pas.",
                $"The ledger '{path}' does not exist."
            ),
            Remedy = new Text(
                "Vérifiez le chemin ; le premier « connector apply » crée le registre.",
                "Check the path; the first 'connector apply' makes the ledger."
            ),
        };
}
