using System.Text.Json;
using Connector.Announcing;
using Connector.DevServer;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Talk;
using Connector.Reports;
using Connector.TerritoryFiles;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Announcing;

/// <summary>An applied workspace on a Nextcloud with Talk and notifications, and the verbs about announcements as typed.</summary>
internal sealed class AnnouncingPlace : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-voice-");

    private AnnouncingPlace(DevServerHost server, Terminal terminal) =>
        (Server, Terminal) = (server, terminal);

    public DevServerHost Server { get; }

    public Terminal Terminal { get; }

    /// <summary>Monday 30 November 2026, ten in the morning in Paris; the committee meets on Thursday.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

    public static async Task<AnnouncingPlace> OpenAsync(string channels, bool talk = true)
    {
        var data = Directory.CreateTempSubdirectory("connector-voice-server-");
        var server = await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = data.FullName,
                AdminPassword = Workplace.Password,
                Talk = talk,
                Notifications = true,
            },
            CancellationToken.None
        );
        var terminal = new Terminal();
        terminal.Environment["CONNECTOR_URL"] = server.BaseAddress.AbsoluteUri;
        terminal.Environment["CONNECTOR_USER"] = "admin";
        terminal.Environment["CONNECTOR_PASSWORD"] = Workplace.Password;
        var place = new AnnouncingPlace(server, terminal);
        terminal.Time = place.Time;
        await File.AppendAllTextAsync(terminal.Territory, "\n" + channels);
        await place.ApplyAsync();
        return place;
    }

    public NextcloudAccount Account =>
        new()
        {
            BaseUrl = Server.BaseAddress,
            UserName = "admin",
            AppPassword = Workplace.Password,
        };

    public async Task ApplyAsync()
    {
        var said = await Terminal.RunAsync("apply", Terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
    }

    public Task<Said> RunAsync(params string[] args) =>
        Terminal.RunAsync(["announce", .. args, "-f", Terminal.Territory]);

    public async Task<JsonElement> JsonAsync(params string[] args) =>
        JsonDocument.Parse((await RunAsync([.. args, "--json"])).Out).RootElement;

    /// <summary>The first run, which only looks; then the committee's meeting of Thursday is put off by a week.</summary>
    public async Task MoveMeetingAsync()
    {
        var first = await RunAsync("send");
        Assert.That(first.Out, Does.Contain("Premier passage"), first.All);
        var moved = await Terminal.RunAsync(
            "calendar",
            "move",
            "comite/2026-12-03",
            "2026-12-10",
            "-f",
            Terminal.Territory
        );
        Assert.That(moved.Code, Is.Zero, moved.All);
        await ApplyAsync();
    }

    public async Task<T> WithClientAsync<T>(Func<NextcloudClient, Task<T>> work)
    {
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(Account);
        return await work(client);
    }

    /// <summary>Runs as the service does, with a mail server that only this test trusts.</summary>
    public async Task<AnnounceReport> SendAsync(MailReceiver mail, bool now = true)
    {
        var territory = TerritoryFile.Load(Terminal.Territory).Territory!;
        await using var client = new NextcloudClientFactory(Time).Create(Account);
        await using var ledger = await LedgerStore.OpenAsync(
            Terminal.At(".connector/ledger.db"),
            Time,
            default
        );
        var ground = new ChannelGround(Terminal.Territory, Terminal.Environment.GetValueOrDefault)
        {
            Trust = mail.Trusts!,
        };
        return await new AnnouncingRun(client, ledger, ground, Time).SendAsync(territory, now, default);
    }

    /// <summary>The messages of a conversation, the oldest first, without the signs that part what must not belong together.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string room)
    {
        using var http = Http("admin");
        var token = (await WithClientAsync(client => client.Talk.Rooms(default)))
            .Single(one => one.Name == room)
            .Token;
        using var answer = await http.GetAsync(
            new Uri(
                Server.BaseAddress,
                $"ocs/v2.php/apps/spreed/api/v1/chat/{token}?lookIntoFuture=0&format=json"
            )
        );
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0
            ? []
            :
            [
                .. JsonDocument
                    .Parse(text)
                    .RootElement.GetProperty("ocs")
                    .GetProperty("data")
                    .EnumerateArray()
                    .Select(one => Tidy(one.GetProperty("message").GetString()!))
                    .Reverse(),
            ];
    }

    public async Task<IReadOnlyList<string>> MembersAsync(string room)
    {
        return await WithClientAsync(async client =>
        {
            var token = (await client.Talk.Rooms(default)).Single(one => one.Name == room).Token;
            return (await client.Talk.Participants(token, default))!
                .Select(one => one.UserId)
                .Order(StringComparer.Ordinal)
                .ToList();
        });
    }

    public HttpClient Http(string user)
    {
        var http = new HttpClient();
        var secret = Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes($"{user}:{Workplace.Password}")
        );
        http.DefaultRequestHeaders.Authorization = new("Basic", secret);
        http.DefaultRequestHeaders.Add("OCS-APIRequest", "true");
        return http;
    }

    public static string Tidy(string words) =>
        words.Replace("\u2060", "", StringComparison.Ordinal).Replace('\u00A0', ' ');

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Terminal.Dispose();
        _folder.Delete(recursive: true);
    }
}
