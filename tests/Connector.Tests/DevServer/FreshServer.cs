using System.Text;
using Connector.DevServer;

namespace Connector.Connector.Tests.DevServer;

/// <summary>A server that nobody asked anything yet.</summary>
internal sealed class FreshServer : IAsyncDisposable
{
    private readonly string _data;
    private readonly DevServerHost _host;

    private FreshServer(string data, DevServerHost host)
    {
        (_data, _host) = (data, host);
        Http = new HttpClient { BaseAddress = host.BaseAddress };
        Http.DefaultRequestHeaders.Authorization = new(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:secret"))
        );
        Http.DefaultRequestHeaders.Add("OCS-APIRequest", "true");
    }

    public HttpClient Http { get; }

    public static async Task<FreshServer> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("devserver-").FullName;
        var options = new DevServerOptions { DataDirectory = data, AdminPassword = "secret" };
        return new FreshServer(data, await DevServerHost.StartAsync(options, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
