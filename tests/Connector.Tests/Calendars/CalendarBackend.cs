using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Http;

namespace Connector.Tests.Calendars;

/// <summary>A CalDAV server that the calendar engine is held against, with one calendar that members write in as well.</summary>
public abstract class CalendarBackend(string name) : IAsyncDisposable
{
    private HttpClient? _member;
    private HttpClient? _own;

    /// <summary>Address of the calendar of this test.</summary>
    public string CalendarUri { get; private set; } = "";

    /// <summary>Whether it shares and publishes calendars, as Nextcloud does beyond the standard.</summary>
    public virtual bool IsNextcloud => true;

    /// <summary>Whether it keeps the bytes that were sent. Radicale writes them anew.</summary>
    public virtual bool KeepsBytes => true;

    internal ServerFaults Faults { get; } = new();

    internal RequestCounter Requests { get; } = new();

    /// <summary>Connector's own.</summary>
    internal CalendarClient Client { get; private set; } = null!;

    internal NextcloudAccount Account { get; private set; } = null!;

    /// <summary>Path of the account's calendars, with a slash at its end.</summary>
    protected abstract string Home { get; }

    protected string Path => $"{Home}{CalendarUri}/";

    /// <summary>Starts the server, unless it runs.</summary>
    protected abstract Task<(Uri Url, string User, string Password)> StartAsync();

    /// <summary>A server with an empty calendar; ignores the test, with the reason, where there is none.</summary>
    internal async Task OpenAsync()
    {
        if (_member is null)
        {
            var (url, user, password) = await StartAsync();
            Account = new NextcloudAccount
            {
                BaseUrl = url,
                UserName = user,
                AppPassword = password,
            };
            _member = new HttpClient { BaseAddress = url };
            _member.DefaultRequestHeaders.ConnectionClose = true;
            _member.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
            );
            var impatient = new NextcloudClientOptions { FirstDelay = TimeSpan.FromMilliseconds(10) };
            _own = new NextcloudClientFactory(
                TimeProvider.System,
                impatient,
                jar => Faults.On(Network(jar))
            ).CreateFor(url, new Credentials(user, password), Requests);
            Client = new CalendarClient(new DavTransport(_own, url), user, IsNextcloud ? null : Home);
        }

        CalendarUri = $"essai-{Guid.NewGuid():N}"[..14];
        var made = await Client.CreateCalendar(
            new CalendarSpec
            {
                Uri = CalendarUri,
                DisplayName = "Agenda d'essai",
                Colour = "#0082c9",
            },
            default
        );
        Assert.That(made.IsThere, $"{made.Result}");
    }

    /// <summary>Radicale closes each connection without a word: none of its connections is used again.</summary>
    private SocketsHttpHandler Network(CookieContainer jar)
    {
        var network = new SocketsHttpHandler { CookieContainer = jar };
        if (!IsNextcloud)
        {
            network.PooledConnectionLifetime = TimeSpan.Zero;
        }

        return network;
    }

    /// <summary>Takes the calendar of this test away, past the trash bin.</summary>
    internal async Task CleanAsync()
    {
        using var answer = await SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(Path, UriKind.Relative));
            request.Headers.Add("X-NC-CalDAV-No-Trashbin", "1");
            return request;
        });
    }

    /// <summary>A member writes an object.</summary>
    internal async Task PutAsync(string name, string text)
    {
        using var answer = await SendAsync(() =>
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.ContentType = new("text/calendar");
            return new HttpRequestMessage(HttpMethod.Put, new Uri(Path + name, UriKind.Relative))
            {
                Content = content,
            };
        });
        Assert.That(answer.IsSuccessStatusCode, $"{answer} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>
    /// A member deletes an object; false where the server refuses. Nextcloud 27 does so when one of that name is in the
    /// trash bin already (server#42582).
    /// </summary>
    internal async Task<bool> DeleteAsync(string name)
    {
        using var answer = await SendAsync(() =>
            new HttpRequestMessage(HttpMethod.Delete, new Uri(Path + name, UriKind.Relative))
        );
        Assert.That(
            answer.IsSuccessStatusCode
                || answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound,
            $"{answer}"
        );
        return answer.StatusCode != HttpStatusCode.Forbidden;
    }

    /// <summary>Radicale closes a connection now and then before it has answered: what a member does is done again.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var message = request();
                return await _member!.SendAsync(message);
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                // Asked again.
            }
        }
    }

    internal async Task<string> GetAsync(string name) =>
        await _member!.GetStringAsync(new Uri(Path + name, UriKind.Relative));

    public virtual ValueTask DisposeAsync()
    {
        _member?.Dispose();
        _own?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    public override string ToString() => name;
}
