using System.Globalization;
using System.Net;
using System.Text;
using Connector.Audit;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Connector.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Connector.Tests.Service;

/// <summary>The door for Nextcloud: who may ask for a job, and who may not.</summary>
public sealed class WebhookTrials
{
    private const string Secret = "un-secret-assez-long-pour-cela";

    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private RunningService _service = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
        await File.WriteAllTextAsync(_terminal.At("secret"), $"{Secret}\n");
        _service = await RunningService.StartAsync(
            _terminal,
            RunningService.Configuration("secret-webhook: secret")
        );
        _http = new HttpClient { BaseAddress = _service.Address };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _service.DisposeAsync();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_signed_call_has_a_job_done_once()
    {
        var now = Seconds(DateTimeOffset.UtcNow);
        Assert.That(await Signed("/webhooks/vallon", now, "{}"), Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(
            await Signed("/webhooks/vallon", now, "{}"),
            Is.EqualTo(HttpStatusCode.Conflict),
            "a replay"
        );
        var job = (await _service.Jobs.ListAsync("vallon", false, 10, default)).Single();
        Assert.That((job.AskedBy, job.IsScheduled), Is.EqualTo(("webhook", false)));
        Assert.That((await _service.EndOf(job.Id)).Outcome, Is.EqualTo("Done"));
        var trail = _service.Services.GetRequiredService<AuditTrail>();
        var lines = await trail.ListAsync(new AuditQuery { Territory = "vallon", Most = 10 }, default);
        var asked = lines.Single(line => line.Entry.Action == AuditActions.JobAsked);
        Assert.That(asked.Entry.Actor, Is.EqualTo(AuditActor.Webhook));
        Assert.That(asked.Entry.Target, Is.EqualTo($"job {job.Id}"));
    }

    [Test]
    public async Task What_Nextcloud_sends_is_taken_and_nothing_of_people_is_kept()
    {
        var body =
            """{"event":{"class":"OCP\\Files\\Events\\Node\\NodeWrittenEvent","node":{"path":"/Secret de Zoé"}},"user":{"uid":"zoe"},"time":"""
            + $"{Seconds(DateTimeOffset.UtcNow)}}}";
        Assert.That(await Plain(body, Secret), Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(await Plain(body, Secret), Is.EqualTo(HttpStatusCode.Conflict), "a replay");
        var job = (await _service.Jobs.ListAsync("vallon", false, 10, default)).Single();
        Assert.That(job.Reason, Is.EqualTo("NodeWrittenEvent"));
        Assert.That(job.Kind, Is.EqualTo(JobKind.Calendar));
    }

    [Test]
    public async Task Everything_else_is_refused()
    {
        var now = Seconds(DateTimeOffset.UtcNow);
        var old = Seconds(DateTimeOffset.UtcNow.AddMinutes(-6));
        var early = Seconds(DateTimeOffset.UtcNow.AddMinutes(6));
        Assert.Multiple(async () =>
        {
            Assert.That(await Signed("/webhooks/vallon", old, "{}"), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(
                await Signed("/webhooks/vallon", early, "{}"),
                Is.EqualTo(HttpStatusCode.Unauthorized)
            );
            Assert.That(await Signed("/webhooks/vallon", "", "{}"), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(
                await Signed("/webhooks/vallon", now, "{}", "un-autre-secret-tout-aussi-long"),
                Is.EqualTo(HttpStatusCode.Unauthorized)
            );
            Assert.That(await Plain("""{"time":1}""", Secret), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await Plain("pas du JSON", Secret), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(
                await Plain("{\"time\":" + now + "}", "faux"),
                Is.EqualTo(HttpStatusCode.Unauthorized)
            );
            Assert.That(await Signed("/webhooks/ailleurs", now, "{}"), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(
                await Signed("/webhooks/vallon/menage", now, "{}"),
                Is.EqualTo(HttpStatusCode.NotFound)
            );
            Assert.That(
                await Signed("/webhooks/vallon", now, new string(' ', 70_000)),
                Is.EqualTo(HttpStatusCode.RequestEntityTooLarge)
            );
        });
        Assert.That(await _service.Jobs.ListAsync(null, false, 10, default), Is.Empty);
        Assert.That(_place.Server.RequestCount, Is.Zero);
    }

    [Test]
    public async Task Metrics_tell_of_jobs_and_never_of_people()
    {
        await _service.RunAsync();
        await _service.RunAsync(JobKind.Proof);
        var text = await _http.GetStringAsync("/metrics");
        Assert.That(
            text,
            Does.Contain("connector_nextcloud_requests_total").And.Contain("verb=\"PROPFIND\"")
        );
        Assert.That(
            text,
            Does.Contain("connector_job_duration_seconds_count").And.Contain("connector_drift{")
        );
        Assert.That(text, Does.Not.Contain("noe.d-almeida").And.Not.Contain("Argenti"));
    }

    private async Task<HttpStatusCode> Signed(
        string path,
        string timestamp,
        string body,
        string secret = Secret
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body),
        };
        request.Headers.TryAddWithoutValidation(WebhookDoor.Timestamp, timestamp);
        request.Headers.Add(
            WebhookDoor.Signature,
            WebhookDoor.Sign(secret, timestamp, Encoding.UTF8.GetBytes(body))
        );
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> Plain(string body, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/vallon/agenda")
        {
            Content = new StringContent(body),
        };
        request.Headers.Add(WebhookDoor.Secret, secret);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Seconds(DateTimeOffset moment) =>
        moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
