using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>The number that a SQLite file keeps of its tables; 0 in a new one.</summary>
internal static class SqliteSchema
{
    /// <summary>Asked as plain SQL: to compile a query for one number is a tenth of a start.</summary>
    public static async Task<int> VersionAsync(DbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(
            await command.ExecuteScalarAsync(ct),
            System.Globalization.CultureInfo.InvariantCulture
        );
        await db.Database.CloseConnectionAsync();
        return version;
    }
}
