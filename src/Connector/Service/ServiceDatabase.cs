using Npgsql;

namespace Connector.Service;

/// <summary>
/// Where jobs, schedules and, on PostgreSQL, ledgers are kept. SQLite needs nothing installed and serves one node;
/// PostgreSQL serves any number.
/// </summary>
internal sealed record ServiceDatabase
{
    /// <summary>PostgreSQL's namespace for all of Connector's tables.</summary>
    public const string Schema = "connector";

    /// <summary>Folder of the SQLite files; also of what else the service keeps on this machine.</summary>
    public required string Folder { get; init; }

    /// <summary>With its password; null for SQLite.</summary>
    public string? Postgres { get; init; }

    public bool IsShared => Postgres is not null;

    public string JobsFile => Path.Combine(Folder, "jobs.db");

    public string SchedulesFile => Path.Combine(Folder, "schedules.db");

    /// <summary>Names the database without its secrets.</summary>
    public override string ToString()
    {
        if (Postgres is null)
        {
            return JobsFile;
        }

        var parts = new NpgsqlConnectionStringBuilder(Postgres);
        return $"{parts.Host}/{parts.Database}";
    }

    /// <param name="written">As somebody wrote it, without a password.</param>
    /// <param name="password">Its password; null when the server asks for none.</param>
    public static string Complete(string written, string? password)
    {
        var parts = new NpgsqlConnectionStringBuilder(written)
        {
            SearchPath = Schema,
            ApplicationName = "connector",
            // A node that was cut off must not wait for minutes before it says so.
            KeepAlive = 10,
            Timeout = 10,
        };
        parts.Password = password ?? parts.Password;
        return parts.ToString();
    }
}
