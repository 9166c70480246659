using Connector.DevServer;
using Connector.Nextcloud;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>A server to provision: the embedded one, started on first use, or a real Nextcloud named by the environment.</summary>
public sealed class Workbench(string name, bool real) : IAsyncDisposable
{
    private const string Password = "admin-password";
    private DevServerHost? _host;

    public static IEnumerable<TestFixtureData> All()
    {
        yield return new TestFixtureData(new Workbench("DevServer", real: false)).SetArgDisplayNames(
            "DevServer"
        );
        var data = new TestFixtureData(new Workbench("Nextcloud", real: true)).SetArgDisplayNames(
            "Nextcloud"
        );
        yield return TestServer.Real() is null
            ? data.Ignore("needs a real Nextcloud: set NEXTCLOUD_URL, NEXTCLOUD_USER and NEXTCLOUD_PASSWORD")
            : data;
    }

    public DevServerHost? Host => _host;

    internal async Task<NextcloudAccount> Account()
    {
        if (real)
        {
            var server = TestServer.Real()!;
            return new NextcloudAccount
            {
                BaseUrl = server.Url,
                UserName = server.User,
                AppPassword = server.Password,
                RealPassword = server.RealPassword,
            };
        }

        _host ??= await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Directory.CreateTempSubdirectory("connector-devserver-").FullName,
                AdminPassword = Password,
            },
            CancellationToken.None
        );
        return new NextcloudAccount
        {
            BaseUrl = _host.BaseAddress,
            UserName = "admin",
            AppPassword = Password,
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    public override string ToString() => name;
}
