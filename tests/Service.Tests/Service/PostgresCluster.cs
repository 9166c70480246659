using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Connector.Connector.Tests.Service;

/// <summary>
/// A PostgreSQL of a test's own, in a temporary folder, from Debian's package. It refuses to run as root: there it runs as
/// the account <c>postgres</c> that the package makes.
/// </summary>
internal sealed class PostgresCluster : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string _programs;
    private readonly int _port;

    private PostgresCluster(DirectoryInfo folder, string programs, int port) =>
        (_folder, _programs, _port) = (folder, programs, port);

    public string Connection => To("postgres");

    /// <returns>The connection to a database that is made now.</returns>
    public string NewDatabase(string name)
    {
        Call("createdb", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", name);
        return To(name);
    }

    /// <summary>Ignores the test, with the reason, where PostgreSQL is not installed.</summary>
    public static PostgresCluster Start()
    {
        if (Programs() is not { } programs)
        {
            Assert.Ignore("PostgreSQL is not installed here (Debian: apt install postgresql).");
            throw new InvalidOperationException("unreachable");
        }

        var folder = Directory.CreateTempSubdirectory("connector-postgres-");
        var cluster = new PostgresCluster(folder, programs, FreePort());
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder.FullName);
        }

        cluster.Call(
            "initdb",
            "-D",
            cluster.Data,
            "-U",
            "postgres",
            "--auth=trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8"
        );
        cluster.Call(
            "pg_ctl",
            "-D",
            cluster.Data,
            "-w",
            "-l",
            Path.Combine(folder.FullName, "log"),
            "-o",
            $"-p {cluster._port} -k {folder.FullName} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200",
            "start"
        );
        return cluster;
    }

    public void Dispose()
    {
        Call("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        _folder.Delete(recursive: true);
    }

    private string To(string database) =>
        $"Host=127.0.0.1;Port={_port};Database={database};Username=postgres";

    private string Data => Path.Combine(_folder.FullName, "data");

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;

    private void Call(string program, params string[] args)
    {
        string[] all = [Path.Combine(_programs, program), .. args];
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", .. all]);
        }
        else
        {
            Run(all[0], all[1..]);
        }
    }

    /// <summary>Its output goes to files, not to pipes: the server inherits them, and a pipe would never end.</summary>
    private static void Run(string program, params string[] args)
    {
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" \"$@\" >/dev/null 2>&1", program, .. args])
            {
                WorkingDirectory = "/tmp",
            }
        )!;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', args)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
