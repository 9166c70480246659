using System.Net.Http.Headers;
using System.Text;

namespace Connector.Testing;

/// <summary>What a person does to a workspace with a browser or a synchronised folder: all that Connector never does.</summary>
internal sealed class Hands : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _user;

    public Hands(Uri server, string user, string password)
    {
        _user = user;
        _http = new HttpClient { BaseAddress = server };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
        );
        _http.DefaultRequestHeaders.Add("OCS-APIRequest", "true");
    }

    public Task Write(string path, string text) => Send("PUT", File(path), new StringContent(text));

    public Task Write(string path, byte[] bytes) => Send("PUT", File(path), new ByteArrayContent(bytes));

    public Task MakeFolder(string path) => Send("MKCOL", File(path));

    public Task Delete(string path) => Send("DELETE", File(path));

    public Task EmptyTrash() => Send("DELETE", $"remote.php/dav/trashbin/{_user}/trash");

    public async Task<string> Read(string path) => await _http.GetStringAsync(File(path));

    public async Task<byte[]> ReadBytes(string path) => await _http.GetByteArrayAsync(File(path));

    public Task Move(string from, string to) =>
        Send("MOVE", File(from), null, ("Destination", new Uri(_http.BaseAddress!, File(to)).AbsolutePath));

    public Task WriteEvent(string calendar, string name, string ics) =>
        Send("PUT", $"{Calendar(calendar)}{name}", new StringContent(ics, Encoding.UTF8, "text/calendar"));

    public Task<string> ReadEvent(string calendar, string name) =>
        _http.GetStringAsync($"{Calendar(calendar)}{name}");

    public Task DeleteEvent(string calendar, string name) => Send("DELETE", $"{Calendar(calendar)}{name}");

    public Task MakeCalendar(string calendar) => Send("MKCALENDAR", Calendar(calendar));

    public Task Publish(string calendar) => Post(calendar, "publish-calendar");

    public Task Unpublish(string calendar) => Post(calendar, "unpublish-calendar");

    public Task Unshare(string calendar, string group) =>
        Send(
            "POST",
            Calendar(calendar),
            new StringContent(
                $"<o:share xmlns:o=\"http://owncloud.org/ns\" xmlns:d=\"DAV:\"><o:remove><d:href>principal:principals/groups/{group}</d:href></o:remove></o:share>",
                Encoding.UTF8,
                "application/xml"
            )
        );

    /// <summary>An administrator's request to the OCS API, such as the rights of a group on a team folder.</summary>
    public Task Administer(string verb, string address, params (string Key, string Value)[] form) =>
        Send(
            verb,
            address,
            new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))
        );

    public void Dispose() => _http.Dispose();

    private Task Post(string calendar, string what) =>
        Send(
            "POST",
            Calendar(calendar),
            new StringContent(
                $"<c:{what} xmlns:c=\"http://calendarserver.org/ns/\"/>",
                Encoding.UTF8,
                "application/xml"
            )
        );

    private string File(string path) =>
        $"remote.php/dav/files/{_user}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private string Calendar(string calendar) => $"remote.php/dav/calendars/{_user}/{calendar}/";

    private async Task Send(
        string verb,
        string address,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), address) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await _http.SendAsync(request);
        Assert.That(
            (int)answer.StatusCode,
            Is.InRange(200, 299),
            $"{verb} {address}: {await answer.Content.ReadAsStringAsync()}"
        );
    }
}
