using System.Security.Cryptography;
using System.Text;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.TeamFolders;
using Connector.Testing;

namespace Connector.Tests.Nextcloud;

/// <summary>The client against a server that answers by itself.</summary>
[TestFixture("Nextcloud")]
[Category("Live")]
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Security",
    "CA5350",
    Justification = "The checksum that Nextcloud stores; nothing is protected by it."
)]
internal sealed partial class LiveServerTests(string target)
{
    private TestServer _server = null!;
    private NextcloudClient _client = null!;
    private IAsyncDisposable? _host;
    private readonly NextcloudClientFactory _factory = new();
    private readonly List<string> _leftovers = [];

    [OneTimeSetUp]
    public async Task Connect()
    {
        if (target == "DevServer")
            (_server, _host) = await TestServer.StartDev(default);
        else if (TestServer.Real() is { } real)
            _server = real;
        else
            Assert.Ignore(
                "No real Nextcloud: set NEXTCLOUD_URL, NEXTCLOUD_USER and NEXTCLOUD_PASSWORD to try it."
            );
        _client = _factory.Create(Account());
    }

    [OneTimeTearDown]
    public async Task CleanUp()
    {
        if (target == "Nextcloud")
            foreach (var address in Enumerable.Reverse(_leftovers))
                await _server.Delete(address);
        _client?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test]
    public async Task A_calendar_is_made_shared_published_once_and_filled()
    {
        var group = await Group();
        var uri = $"essai-{Guid.NewGuid():N}";
        var calendars = _client.Calendars;
        var spec = new CalendarSpec
        {
            Uri = uri,
            DisplayName = "Comité d'été",
            Colour = "#0082c9",
        };
        var created = await calendars.CreateCalendar(spec, default);
        if (created.Result == DavResult.RateLimited)
            Assert.Ignore("This server has made its ten calendars of the hour.");
        _leftovers.Add($"remote.php/dav/calendars/{_client.Account.Principal}/{uri}/");
        Assert.That(created.Result, Is.EqualTo(DavResult.Created));
        Assert.That(
            (await calendars.CreateCalendar(spec, default)).Result,
            Is.EqualTo(DavResult.AlreadyExists)
        );

        Assert.That(
            (await calendars.Share(uri, new("groups", group, true), default)).Result,
            Is.EqualTo(DavResult.Updated)
        );
        Assert.That(
            (await calendars.Share(uri, new("groups", "n'existe pas", true), default)).Result,
            Is.EqualTo(DavResult.NotApplied)
        );
        var published = await calendars.Publish(uri, default);
        var twice = await calendars.Publish(uri, default);
        Assert.That(published!.PublishUrl!.Authority, Is.EqualTo(_server.Url.Authority));
        Assert.That(twice!.PublishUrl, Is.EqualTo(published.PublishUrl));

        var listed = (await calendars.ListCalendars(default)).Single(c => c.Uri == uri);
        Assert.That(
            (listed.DisplayName, listed.Colour?[..7].ToLowerInvariant(), listed.IsOwned),
            Is.EqualTo(("Comité d'été", "#0082c9", true))
        );
        Assert.That(listed.Components, Is.EqualTo(new[] { "VEVENT" }));
        Assert.That(listed.Shares, Is.EqualTo(new[] { new CalendarShare("groups", group, true) }));

        var put = await calendars.PutObject(uri, "a b.ics", Event("a"), PutCondition.IfNoneMatchAny, default);
        Assert.That((put.Result, put.ETag is null), Is.EqualTo((DavResult.Created, false)));
        Assert.That(
            (
                await calendars.PutObject(uri, "a b.ics", Event("a"), PutCondition.IfNoneMatchAny, default)
            ).Result,
            Is.EqualTo(DavResult.PreconditionFailed)
        );
        Assert.That(
            (
                await calendars.PutObject(
                    uri,
                    "c.ics",
                    "BEGIN:NONSENSE",
                    PutCondition.IfNoneMatchAny,
                    default
                )
            ).Result,
            Is.EqualTo(DavResult.UnsupportedContent)
        );
        var twin = await calendars.PutObject(
            uri,
            "twin.ics",
            Event("a"),
            PutCondition.IfNoneMatchAny,
            default
        );
        Assert.That(twin.Result, Is.EqualTo(DavResult.UidConflict));
        Assert.That(
            await calendars.ListObjects(uri, default),
            Is.EqualTo(new[] { new CalendarObject("a b.ics", put.ETag!) })
        );
        var objects = await calendars.GetObjects(uri, ["a b.ics", "rien.ics"], default);
        Assert.That(objects.Single().Ics, Is.EqualTo(Event("a")));
        Assert.That(await calendars.ListObjects("rien", default), Is.Null);

        using var phone = new HttpClient();
        Assert.That(await phone.GetStringAsync(listed.FeedUrl), Does.Contain("SUMMARY:Essai"));
    }

    [Test]
    public async Task Signing_in_with_a_real_password_gives_an_app_password_that_can_be_revoked()
    {
        if (_server.RealPassword is not { } real)
        {
            Assert.Ignore("Set NEXTCLOUD_REAL_PASSWORD to try signing in with a real password.");
            return;
        }
        var passwords = new AppPasswords(_factory);
        var account = await passwords.FromPassword(_server.Url, _server.User, real, default);

        Assert.That(account.AppPassword, Is.Not.EqualTo(real));
        Assert.That(AppPasswords.LooksLikeOne(account.AppPassword));
        Assert.That(account.UserId, Is.EqualTo(_server.User));
        var same = await passwords.FromPassword(_server.Url, _server.User, account.AppPassword, default);
        Assert.That(same.AppPassword, Is.EqualTo(account.AppPassword));
        Assert.That(await passwords.Revoke(account, default));
        Assert.That(await passwords.Revoke(account, default), Is.False);
    }

    [Test]
    public async Task Signing_in_through_a_browser_begins_on_the_configured_address()
    {
        var attempt = await new LoginFlow(_factory, TimeProvider.System).Begin(_server.Url, default);

        Assert.That(attempt.LoginUrl.Authority, Is.EqualTo(_server.Url.Authority));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        Assert.That((int)(await browser.GetAsync(attempt.LoginUrl)).StatusCode, Is.LessThan(400));
    }

    [Test]
    public async Task The_doctor_finds_that_an_apply_would_work_and_changes_nothing()
    {
        var groups = await _client.Groups.List(default);

        var report = await new DoctorRun(
            _client,
            new LoginFlow(_factory, TimeProvider.System),
            TimeProvider.System
        ).Run(default);

        foreach (var finding in report.Findings)
            TestContext.Out.WriteLine(
                $"{finding.Severity} {finding.Code}: {finding.Sentence.English} {finding.Remedy?.English}"
            );
        Assert.That(report.CanApply);
        Assert.That(
            report.Findings.Select(f => f.Code),
            Is.SupersetOf(
                new[] { "reachable", "version", "clock", "signed-in", "admin", "team-folders", "calendars" }
            )
        );
        Assert.That(await _client.Groups.List(default), Is.EqualTo(groups));
    }

    [Test]
    public async Task A_request_is_cheap_once_the_session_is_kept()
    {
        await _client.Files.Propfind("", DavDepth.Zero, default);
        var took = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            await _client.Files.Propfind("", DavDepth.Zero, default);
            took.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }
        took.Sort();
        TestContext.Out.WriteLine($"median {took[10]:F1} ms, best {took[0]:F1} ms, worst {took[^1]:F1} ms");
        Assert.That(
            took[10],
            Is.LessThan(150),
            "A sign-in on every request costs 200 ms of password hashing."
        );
    }

    private NextcloudAccount Account() =>
        new()
        {
            BaseUrl = _server.Url,
            UserName = _server.User,
            AppPassword = _server.Password,
            RealPassword = _server.RealPassword,
        };

    private async Task<string> Folder()
    {
        var name = $"essai {Guid.NewGuid():N}";
        Assert.That((await _client.Files.Mkcol(name, default)).Result, Is.EqualTo(DavResult.Created));
        _leftovers.Add($"remote.php/dav/files/{_client.Account.Principal}/{Uri.EscapeDataString(name)}");
        return name;
    }

    private async Task<string> Group()
    {
        var id = $"éssai et {Guid.NewGuid():N}"[..20];
        Assert.That((await _client.Groups.Create(id, "Élus", default)).Result, Is.EqualTo(OcsResult.Done));
        Assert.That(
            (await _client.Groups.Create(id, "Élus", default)).Result,
            Is.EqualTo(OcsResult.AlreadyExists)
        );
        _leftovers.Add($"ocs/v2.php/cloud/groups/{Uri.EscapeDataString(id)}");
        return id;
    }

    private Task<DavOutcome> Put(string path, string text, PutCondition condition) =>
        _client.Files.PutFile(path, Encoding.UTF8.GetBytes(text), condition, "text/plain", default);

    private static string Event(string uid) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Essai//FR\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n"
        + "DTSTART:20260305T130000Z\r\nDTEND:20260305T150000Z\r\nSUMMARY:Essai\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
