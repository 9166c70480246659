using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer;
using Connector.Testing;

namespace Connector.Contract.Tests;

/// <summary>
/// A server that the contracts are held against: the embedded one always, a real Nextcloud when one is named. Every
/// contract makes its own things under names that nobody else has.
/// </summary>
public sealed class Target(string name, bool real) : IAsyncDisposable
{
    private const string DevPassword = "contract-admin-password";
    private DevServerHost? _host;
    private Uri? _url;
    private int _names;

    public bool IsReal => real;

    public string Admin { get; private set; } = "admin";

    /// <summary>
    /// An app password on the real server, where the real one costs 200 ms a request. Each request is a session of
    /// its own, so that 27 asks for no confirmation.
    /// </summary>
    public string Password { get; private set; } = DevPassword;

    public Uri Url => _url ?? throw new InvalidOperationException("the target has not been started");

    /// <summary>Fixtures for both servers; the real one is ignored, with the reason, when there is none.</summary>
    public static IEnumerable<TestFixtureData> All()
    {
        yield return new TestFixtureData(new Target("DevServer", real: false)).SetArgDisplayNames(
            "DevServer"
        );
        var data = new TestFixtureData(new Target("Nextcloud", real: true)).SetArgDisplayNames("Nextcloud");
        yield return TestServer.Real() is null
            ? data.Ignore("needs a real Nextcloud: set NEXTCLOUD_URL, NEXTCLOUD_USER and NEXTCLOUD_PASSWORD")
            : data;
    }

    public async Task Start()
    {
        if (real)
        {
            var server = TestServer.Real()!;
            (_url, Admin, Password) = (server.Url, server.User, server.Password);
            return;
        }

        _host ??= await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Directory.CreateTempSubdirectory("connector-contract-").FullName,
                AdminPassword = DevPassword,
            },
            CancellationToken.None
        );
        _url = _host.BaseAddress;
    }

    /// <summary>A name that no other contract uses: letters and digits.</summary>
    public string Unique(string stem = "c") =>
        $"{stem}{Environment.ProcessId:x}{Environment.TickCount64 & 0xffffff:x}{Interlocked.Increment(ref _names):x}";

    /// <summary>Sends one request as the administrator and reads the whole answer.</summary>
    public Task<Answer> Send(
        string verb,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    ) => SendAs((Admin, Password), verb, path, body, headers);

    /// <summary>Sends one request as somebody, or as nobody when <paramref name="who"/> is null.</summary>
    public async Task<Answer> SendAs(
        (string User, string Password)? who,
        string verb,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        );
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(Url, path));
        request.Headers.Add("OCS-APIRequest", "true");
        request.Headers.Accept.ParseAdd("application/json, application/xml;q=0.9, */*;q=0.8");
        if (who is var (user, password))
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))
            );
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (body.StartsWith('<'))
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/xml");
        }

        foreach (var (header, value) in headers)
            if (header.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.Remove(header);
                request.Content.Headers.TryAddWithoutValidation(header, value);
            }
            else
                request.Headers.TryAddWithoutValidation(header, value);

        using var response = await http.SendAsync(request);
        return await Answer.Of(response);
    }

    /// <summary>Posts a form, as the provisioning and team folder APIs want it.</summary>
    public Task<Answer> Form(string verb, string path, params (string Key, string Value)[] fields) =>
        Send(
            verb,
            path,
            string.Join(
                '&',
                fields.Select(field =>
                    $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"
                )
            ),
            ("Content-Type", "application/x-www-form-urlencoded")
        );

    /// <summary>Path of a file of the administrator; segments are encoded here.</summary>
    public string FilePath(params string[] segments) =>
        $"remote.php/dav/files/{Admin}/{string.Join('/', segments.Select(Uri.EscapeDataString))}";

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    public override string ToString() => name;
}

/// <summary>A whole answer, read.</summary>
public sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static readonly XNamespace D = "DAV:";
    public static readonly XNamespace Oc = "http://owncloud.org/ns";
    public static readonly XNamespace Nc = "http://nextcloud.org/ns";
    public static readonly XNamespace Cal = "urn:ietf:params:xml:ns:caldav";
    public static readonly XNamespace Cs = "http://calendarserver.org/ns/";

    public XElement Xml => XElement.Parse(Body);

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Body).RootElement;

    /// <summary><c>ocs.meta.statuscode</c></summary>
    public int OcsCode => Json.GetProperty("ocs").GetProperty("meta").GetProperty("statuscode").GetInt32();

    public System.Text.Json.JsonElement OcsData => Json.GetProperty("ocs").GetProperty("data");

    /// <summary>ETag without quotes.</summary>
    public string ETag => Headers.GetValueOrDefault("ETag", "").Trim('"');

    /// <summary>Decoded hrefs of a multistatus, in order.</summary>
    public IReadOnlyList<string> Hrefs =>
        [
            .. Xml.Elements(D + "response")
                .Select(item => Uri.UnescapeDataString(item.Element(D + "href")!.Value)),
        ];

    /// <summary>A property of the response whose href ends like this, found with status 200; null otherwise.</summary>
    public XElement? Property(string hrefEnd, XName name) =>
        Xml.Elements(D + "response")
            .First(item =>
                Uri.UnescapeDataString(item.Element(D + "href")!.Value)
                    .TrimEnd('/')
                    .EndsWith(hrefEnd.TrimEnd('/'), StringComparison.Ordinal)
            )
            .Elements(D + "propstat")
            .Where(item => item.Element(D + "status")!.Value.Contains(" 200 ", StringComparison.Ordinal))
            .Elements(D + "prop")
            .Elements(name)
            .FirstOrDefault();

    internal static async Task<Answer> Of(HttpResponseMessage response)
    {
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => string.Join(", ", group.SelectMany(header => header.Value)),
                StringComparer.OrdinalIgnoreCase
            );
        return new Answer((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }
}
