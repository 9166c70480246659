using System.Net;
using System.Text;
using Connector.DevServer;
using Connector.DevServer.Faults;

namespace Connector.Connector.Tests.DevServer;

/// <summary>What no client library shows: connections that break before, after and in the middle of the work.</summary>
[TestFixture]
internal sealed class FaultInjectionTests
{
    private const string Files = "remote.php/dav/files/admin/";
    private DevServerHost _server = null!;
    private HttpClient _http = null!;
    private string _data = null!;

    [SetUp]
    public async Task Start()
    {
        _data = Directory.CreateTempSubdirectory("devserver-").FullName;
        _server = await DevServerHost.StartAsync(
            new DevServerOptions { DataDirectory = _data, AdminPassword = "secret" },
            CancellationToken.None
        );
        _http = new HttpClient { BaseAddress = _server.BaseAddress };
        _http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("admin:secret"u8));
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Test]
    public async Task A_status_is_answered_with_its_headers_and_nothing_is_done()
    {
        _server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "PUT",
                Status = 503,
                Headers = new Dictionary<string, string> { ["Retry-After"] = "7" },
            }
        );
        using var answer = await Put("a.txt");
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
        });
        Assert.That(await Exists("a.txt"), Is.False);
    }

    [Test]
    public async Task A_reset_before_leaves_nothing_and_a_reset_after_leaves_the_work()
    {
        _server.Faults.Add(new FaultRule { Kind = FaultKind.ResetBefore, Path = "before" });
        _server.Faults.Add(new FaultRule { Kind = FaultKind.ResetAfter, Path = "after" });
        Assert.That(async () => await Put("before.txt"), Throws.InstanceOf<HttpRequestException>());
        Assert.That(async () => await Put("after.txt"), Throws.InstanceOf<HttpRequestException>());
        _server.Faults.Clear();
        Assert.That(await Exists("before.txt"), Is.False);
        Assert.That(await Exists("after.txt"), Is.True);
    }

    [Test]
    public async Task A_failure_after_the_work_tells_an_error_for_what_was_done()
    {
        _server.Faults.Add(new FaultRule { Kind = FaultKind.FailAfter, Verb = "PUT" });
        using var answer = await Put("a.txt");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await Exists("a.txt"), Is.True);
    }

    [Test]
    public async Task A_truncated_answer_breaks_in_the_middle()
    {
        using (await Put("a.txt")) { }
        _server.Faults.Add(new FaultRule { Kind = FaultKind.Truncate, Verb = "GET" });
        Assert.That(
            async () => await _http.GetByteArrayAsync(Files + "a.txt"),
            Throws.InstanceOf<HttpRequestException>()
        );
    }

    [Test]
    public async Task Only_the_chosen_requests_break()
    {
        _server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "PUT",
                Nth = 2,
                Times = 1,
            }
        );
        var statuses = new List<int>();
        foreach (var name in new[] { "1", "2", "3" })
        {
            using var answer = await Put(name);
            statuses.Add((int)answer.StatusCode);
        }
        Assert.That(statuses, Is.EqualTo(new[] { 201, 500, 201 }));
    }

    [Test]
    public async Task Rules_and_requests_are_reached_over_http_and_count_for_nothing()
    {
        using var rule = new StringContent(
            """{"kind":"Status","verb":"GET","status":418,"times":0}""",
            Encoding.UTF8,
            "application/json"
        );
        using var added = await _http.PostAsync("dev/faults", rule);
        using var broken = await _http.GetAsync("status.php");
        using var log = await _http.GetAsync("dev/requests");
        Assert.Multiple(() =>
        {
            Assert.That((int)added.StatusCode, Is.EqualTo(201));
            Assert.That((int)broken.StatusCode, Is.EqualTo(418));
            Assert.That((int)log.StatusCode, Is.EqualTo(200));
            Assert.That(_server.RequestCount, Is.EqualTo(1));
            Assert.That(_server.RequestsByVerb, Is.EqualTo(new Dictionary<string, long> { ["GET"] = 1 }));
        });
    }

    [Test]
    public async Task A_host_name_that_is_not_local_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "status.php");
        request.Headers.Host = "elsewhere.example";
        using var answer = await _http.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task What_was_stored_is_there_after_a_restart_with_the_same_file_id()
    {
        using var first = await Put("kept.txt");
        await _server.DisposeAsync();
        _server = await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = _data,
                AdminPassword = "secret",
                Port = _server.BaseAddress.Port,
            },
            CancellationToken.None
        );
        using var again = await Put("kept.txt");
        Assert.Multiple(() =>
        {
            Assert.That((int)again.StatusCode, Is.EqualTo(204));
            Assert.That(FileId(again), Is.EqualTo(FileId(first)).And.Not.Empty);
        });
    }

    private static string FileId(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("OC-FileId", out var values) ? values.Single() : "";

    private Task<HttpResponseMessage> Put(string name) =>
        _http.PutAsync(Files + name, new StringContent("some bytes that can be cut in two"));

    private async Task<bool> Exists(string name)
    {
        using var answer = await _http.GetAsync(Files + name);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
