using System.Net.Http.Headers;
using System.Text;
using Connector.DevServer;

namespace Connector.Testing;

/// <summary>
/// A server to test against and its administrator. The real one comes from <c>NEXTCLOUD_URL</c>,
/// <c>NEXTCLOUD_USER</c>, <c>NEXTCLOUD_PASSWORD</c> and, where it insists on a confirmation,
/// <c>NEXTCLOUD_REAL_PASSWORD</c>.
/// </summary>
public sealed record TestServer(string Name, Uri Url, string User, string Password, string? RealPassword)
{
    /// <summary>Null when no real server is named.</summary>
    public static TestServer? Real()
    {
        static string? Get(string name) => Environment.GetEnvironmentVariable(name);
        return Get("NEXTCLOUD_URL") is { Length: > 0 } url && Get("NEXTCLOUD_USER") is { } user
            ? new TestServer(
                "Nextcloud",
                new Uri(url),
                user,
                Get("NEXTCLOUD_PASSWORD") ?? "",
                Get("NEXTCLOUD_REAL_PASSWORD")
            )
            : null;
    }

    /// <summary>
    /// Starts the embedded server on a free port with an empty directory; disposing the second value stops it and
    /// removes the directory.
    /// </summary>
    public static async Task<(TestServer Server, IAsyncDisposable Host)> StartDev(CancellationToken ct)
    {
        const string password = "Essai-Passw0rd";
        var data = Directory.CreateTempSubdirectory("connector-devserver-");
        var options = new DevServerOptions { DataDirectory = data.FullName, AdminPassword = password };
        var host = await DevServerHost.StartAsync(options, ct);
        var server = new TestServer("DevServer", host.BaseAddress, options.AdminUser, password, password);
        return (server, new DevHost(host, data));
    }

    /// <summary>
    /// Removes what a test made: the product itself cannot delete. Signs in with the real password, which
    /// administration may ask for. Missing things are fine.
    /// </summary>
    public async Task Delete(string address)
    {
        using var http = new HttpClient { BaseAddress = Url };
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{RealPassword ?? Password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", secret);
        http.DefaultRequestHeaders.Add("OCS-APIRequest", "true");
        using var answer = await http.DeleteAsync(new Uri(Url, address));
    }

    public override string ToString() => Name;

    private sealed class DevHost(DevServerHost host, DirectoryInfo data) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            data.Delete(recursive: true);
        }
    }
}
