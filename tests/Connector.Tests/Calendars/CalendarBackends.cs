using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Connector.DevServer;
using Connector.Testing;

namespace Connector.Tests.Calendars;

/// <summary>The embedded server.</summary>
public sealed class DevBackend() : CalendarBackend("DevServer")
{
    private IAsyncDisposable? _host;

    protected override string Home => "remote.php/dav/calendars/admin/";

    protected override async Task<(Uri Url, string User, string Password)> StartAsync()
    {
        var (server, host) = await TestServer.StartDev(CancellationToken.None);
        _host = host;
        return (server.Url, server.User, server.Password);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}

/// <summary>A real Nextcloud, named by the environment.</summary>
public sealed class RealBackend() : CalendarBackend("Nextcloud")
{
    protected override string Home => $"remote.php/dav/calendars/{TestServer.Real()!.User}/";

    protected override Task<(Uri Url, string User, string Password)> StartAsync()
    {
        if (TestServer.Real() is not { } real)
        {
            Assert.Ignore("needs a real Nextcloud: set NEXTCLOUD_URL, NEXTCLOUD_USER and NEXTCLOUD_PASSWORD");
            throw new UnreachableException();
        }

        return Task.FromResult((real.Url, real.User, real.Password));
    }
}

/// <summary>Radicale (Debian package), which knows CalDAV and nothing of Nextcloud's: no shares, no public addresses.</summary>
public sealed class RadicaleBackend() : CalendarBackend("Radicale")
{
    private const string Program = "/usr/bin/radicale";
    private const string User = "essai";
    private const string Password = "essai-d-agenda";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private Process? _process;
    private DirectoryInfo? _folder;

    public override bool IsNextcloud => false;

    public override bool KeepsBytes => false;

    protected override string Home => $"{User}/";

    protected override async Task<(Uri Url, string User, string Password)> StartAsync()
    {
        if (!File.Exists(Program))
        {
            Assert.Ignore("needs radicale (Debian package radicale)");
        }

        _folder = Directory.CreateTempSubdirectory("connector-radicale-");
        var port = FreePort();
        var users = System.IO.Path.Combine(_folder.FullName, "users");
        await File.WriteAllTextAsync(users, $"{User}:{Password}\n");
        var settings = System.IO.Path.Combine(_folder.FullName, "config");
        await File.WriteAllTextAsync(
            settings,
            $"""
            [server]
            hosts = 127.0.0.1:{port}
            [auth]
            type = htpasswd
            htpasswd_filename = {users}
            htpasswd_encryption = plain
            delay = 0
            [storage]
            filesystem_folder = {System.IO.Path.Combine(_folder.FullName, "collections")}
            [logging]
            level = error
            """
        );
        _process = Process.Start(new ProcessStartInfo(Program, ["--config", settings]))!;
        var url = new Uri($"http://127.0.0.1:{port}/");
        await Answers(url);
        return (url, User, Password);
    }

    private static async Task Answers(Uri url)
    {
        using var http = new HttpClient { BaseAddress = url };
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url, ".web/"));
                return;
            }
            catch (HttpRequestException) when (clock.Elapsed < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder?.Delete(recursive: true);
    }
}
