using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Audit;
using Connector.Connector.Tests.Service;
using Connector.DevServer.Faults;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Connector.Tests.Web.Api;

/// <summary>What the API answers: what the command line says of the same territory, in documented shapes.</summary>
public sealed class ApiAnswerTrials
{
    private ConsolePlace _place = null!;
    private ApiClient _all = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        _all = await ApiClient.MadeAsync(
            _place,
            "tout",
            ["-s", "read", "-s", "directory", "-s", "jobs", "-s", "audit"]
        );
    }

    [TearDown]
    public async Task Stop()
    {
        _all.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Every_answer_has_a_status_and_a_shape_that_the_document_says()
    {
        var document = await ApiDocumentChecker.ReadAsync(_place.Address);
        await _place.Service.RunAsync(JobKind.Directory);
        await Apply();
        var (mine, _) = await Waiting();
        var checks = new (string Template, string Path, string? Body)[]
        {
            ("GET /territories", "/territories", null),
            ("GET /territories", "/territories?limit=0", null),
            ("GET /territories/{territory}", "/territories/vallon", null),
            ("GET /territories/{territory}", "/territories/rien", null),
            ("GET /territories/{territory}/groups", "/territories/vallon/groups", null),
            ("GET /territories/{territory}/coverage", "/territories/vallon/coverage", null),
            ("GET /territories/{territory}/coverage", "/territories/vallon/coverage?group=rien", null),
            ("GET /territories/{territory}/plan", "/territories/vallon/plan", null),
            ("GET /territories/{territory}/meetings", "/territories/vallon/meetings", null),
            ("GET /territories/{territory}/meetings", "/territories/vallon/meetings?count=0", null),
            ("GET /territories/{territory}/roadmaps", "/territories/vallon/roadmaps", null),
            ("GET /territories/{territory}/roadmaps", "/territories/vallon/roadmaps?group=rien", null),
            ("GET /territories/{territory}/actions", "/territories/vallon/actions", null),
            ("GET /jobs", "/jobs?limit=1", null),
            ("GET /jobs", "/jobs?limit=999", null),
            ("GET /jobs/{id}", "/jobs/1", null),
            ("GET /jobs/{id}", "/jobs/999", null),
            ("GET /audit", "/audit", null),
            ("POST /territories/{territory}/jobs", "/territories/vallon/jobs", """{"kind":"retention"}"""),
            ("POST /territories/{territory}/jobs", "/territories/vallon/jobs", """{"kind":"tout"}"""),
            ("POST /territories/{territory}/jobs", "/territories/vallon/jobs", "{"),
            ("POST /jobs/{id}/cancel", $"/jobs/{mine.Id}/cancel", ""),
            ("POST /jobs/{id}/cancel", $"/jobs/{mine.Id}/cancel", ""),
            ("POST /jobs/{id}/retry", "/jobs/1/retry", ""),
            ("POST /jobs/{id}/retry", "/jobs/999/retry", ""),
        };
        var seen = new List<string>();
        foreach (var (template, path, body) in checks)
        {
            var answer = body is null
                ? await _all.GetAsync(path)
                : await _all.PostAsync(path, body.Length == 0 ? null : body);
            seen.Add($"{template} {answer.Status}");
            Assert.That(
                document.Faults(template, answer.Status, answer.Type, answer.Body),
                Is.Empty,
                $"{template} {path} {answer.Status} {answer.Body}"
            );
        }

        var nothing = await _all.GetAsync("/rien");
        Assert.That((nothing.Status, nothing.Code), Is.EqualTo((404, "not-found")));
        using var nobody = new ApiClient(_place.Address, null);
        foreach (var operation in document.Operations)
        {
            var answer = await nobody.SendAsync(
                new HttpMethod(operation.Split(' ')[0]),
                operation.Split(' ')[1].Replace("{id}", "1", StringComparison.Ordinal),
                null,
                null,
                null
            );
            Assert.That(document.Faults(operation, answer.Status, answer.Type, answer.Body), Is.Empty);
        }

        Assert.That(
            document.Operations.Where(operation =>
                !seen.Exists(told => told.StartsWith($"{operation} 2", StringComparison.Ordinal))
            ),
            Is.Empty,
            "every operation was seen to succeed"
        );
    }

    [Test]
    public async Task The_plan_is_what_the_command_line_writes()
    {
        var before = await _all.GetAsync("/territories/vallon/plan");
        Assert.That(Stable(before.Body), Is.EqualTo(Stable(await Cli("plan", 3))));
        await Apply();
        var after = await _all.GetAsync("/territories/vallon/plan", "en-GB,fr;q=0.5");
        Assert.That(Stable(after.Body), Is.EqualTo(Stable(await Cli("plan", 0, "--lang", "en"))));
        Assert.That(after.Json.GetProperty("outcome").GetString(), Is.EqualTo("done"));
    }

    [Test]
    public async Task Meetings_roadmaps_groups_and_coverage_are_what_the_verbs_say()
    {
        await Apply();
        var meetings = (await _all.GetAsync("/territories/vallon/meetings?count=3&group=jeunes")).Json;
        var said = JsonNode.Parse(await Cli("calendar next", 0, "jeunes", "--count", "3"))!;
        Assert.That(
            meetings
                .GetProperty("meetings")
                .EnumerateArray()
                .Select(one => one.GetProperty("uid").GetString()),
            Is.EqualTo(said["meetings"]!.AsArray().Select(one => one!["uid"]!.GetValue<string>()))
        );
        Assert.That(meetings.GetProperty("meetings").GetArrayLength(), Is.EqualTo(3));
        var roadmaps = (await _all.GetAsync("/territories/vallon/roadmaps")).Json.GetProperty("roadmaps");
        Assert.That(
            roadmaps.EnumerateArray().Select(one => one.GetProperty("state").GetString()),
            Is.All.EqualTo("jamais publiée").And.Not.Empty
        );
        var groups = (await _all.GetAsync("/territories/vallon/groups")).Json;
        Assert.That(
            groups[1].GetProperty("members")[0].GetProperty("account").GetString(),
            Is.EqualTo("noe.d-almeida")
        );
        var coverage = (await _all.GetAsync("/territories/vallon/coverage?group=jeunes")).Json;
        Assert.That(coverage.GetProperty("families").GetArrayLength(), Is.Positive);
    }

    [Test]
    public async Task Without_the_scope_directory_nothing_names_anybody()
    {
        await _place.Service.RunAsync(JobKind.Directory);
        await Apply();
        using var reader = await ApiClient.MadeAsync(_place, "lecteur", "-s", "read");
        string[] paths = ["", "/groups", "/coverage", "/meetings", "/roadmaps"];
        foreach (
            var path in paths.Select(path => $"/territories/vallon{path}").Append("/jobs").Append("/jobs/1")
        )
        {
            Assert.That((await reader.GetAsync(path)).Status, Is.EqualTo(200), path);
        }

        var told = string.Join('\n', reader.Received);
        foreach (var person in new[] { "ines", "Inès", "noe.d", "Noé", "zoe", "Zoé", "D'Almeida", "Le Goff" })
        {
            Assert.That(told, Does.Not.Contain(person));
        }

        Assert.That(
            (await _all.GetAsync("/jobs/1")).Body,
            Does.Contain("noe.d-almeida"),
            "there is something to hide"
        );
    }

    [Test]
    public async Task Lists_come_in_parts_that_lead_from_one_to_the_next()
    {
        for (var number = 0; number < 3; number++)
        {
            await Waiting();
            await _all.PostAsync($"/jobs/{number + 1}/cancel");
        }

        var ids = new List<long>();
        var next = "/jobs?territory=vallon&limit=2";
        while (next is not null)
        {
            var part = await _all.GetAsync(next);
            Assert.That(part.Status, Is.EqualTo(200));
            ids.AddRange(
                part.Json.GetProperty("items")
                    .EnumerateArray()
                    .Select(job => job.GetProperty("id").GetInt64())
            );
            next = part.Json.GetProperty("next").GetString();
            Assert.That(part.Header("Link"), next is null ? Is.Null : Is.EqualTo($"<{next}>; rel=\"next\""));
        }

        Assert.That(ids, Is.EqualTo(new[] { 3L, 2, 1 }));
    }

    [Test]
    public async Task A_job_is_asked_for_stopped_and_noted_as_the_tokens()
    {
        var asked = await _all.PostAsync(
            "/territories/vallon/jobs",
            """{"kind":"proof","reason":"essai\nd'une ligne"}"""
        );
        Assert.That(asked.Status, Is.EqualTo(202));
        Assert.That(asked.Header("Location"), Is.EqualTo("/api/v1/jobs/1"));
        await _place.Service.EndOf(1);
        var job = (await _all.GetAsync("/jobs/1")).Json;
        Assert.That(job.GetProperty("askedBy").GetString(), Is.EqualTo("tout"));
        Assert.That(job.GetProperty("reason").GetString(), Is.EqualTo("essai d'une ligne"));
        Assert.That((await _all.PostAsync("/jobs/1/cancel")).Code, Is.EqualTo("job-ended"));
        Assert.That((await _all.PostAsync("/jobs/1/retry")).Status, Is.EqualTo(202));
        var trail = _place.Service.Services.GetRequiredService<AuditTrail>();
        var lines = await trail.AllAsync(default).ToListAsync();
        Assert.That(
            lines.Skip(1).Select(line => (line.Entry.Actor, line.Entry.Action)),
            Is.EqualTo(
                new[]
                {
                    (new AuditActor(AuditDoor.Token, "tout"), AuditActions.JobAsked),
                    (new AuditActor(AuditDoor.Token, "tout"), AuditActions.JobRetried),
                }
            )
        );
    }

    [Test]
    public async Task A_Nextcloud_that_is_away_and_a_file_with_a_mistake_are_told_as_such()
    {
        _place.Place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Path = "/",
                Status = 503,
                Times = 1000,
                Headers = new Dictionary<string, string> { ["X-Nextcloud-Maintenance-Mode"] = "1" },
            }
        );
        var away = await _all.GetAsync("/territories/vallon/meetings");
        Assert.That((away.Status, away.Code), Is.EqualTo((503, "server-away")));
        Assert.That(away.Header("Retry-After"), Is.Not.Null);
        await File.WriteAllTextAsync(_place.Terminal.Territory, "nom: [");
        var broken = await _all.GetAsync("/territories/vallon/meetings");
        Assert.That((broken.Status, broken.Code), Is.EqualTo((409, "territory-mistakes")));
        Assert.That(broken.Json.GetProperty("problems").GetArrayLength(), Is.Positive);
        Assert.That(broken.Body, Does.Not.Contain(_place.Terminal.At("")), "no path of this machine");
        Assert.That(
            (await _all.GetAsync("/territories/vallon")).Json.GetProperty("name").ValueKind,
            Is.EqualTo(JsonValueKind.Null)
        );
    }

    [Test]
    public async Task The_guide_for_people_names_every_operation_and_loads_nothing_from_elsewhere()
    {
        using var browser = new ConsoleBrowser(_place.Address);
        var page = await browser.ReadAsync("/api");
        var document = await ApiDocumentChecker.ReadAsync(_place.Address);
        foreach (var operation in document.Operations)
        {
            Assert.That(page, Does.Contain(operation.Replace(" ", " /api/v1", StringComparison.Ordinal)));
        }

        Assert.That(page, Does.Not.Contain("http://").And.Not.Contain("https://"), "nothing from elsewhere");
    }

    /// <summary>By hand, over the ledger of the service.</summary>
    private async Task Apply() => await Cli("apply", 0, []);

    /// <summary>A job that waits for an hour.</summary>
    private Task<(JobRow Job, bool Joined)> Waiting() =>
        _place.Service.Jobs.RequestAsync(
            new JobRequest("vallon", JobKind.Documents, "planning", "")
            {
                IsScheduled = true,
                NotBefore = DateTimeOffset.UtcNow.AddHours(1),
            },
            default
        );

    private async Task<string> Cli(string verb, int code, params string[] more)
    {
        string[] where = verb.Contains(' ', StringComparison.Ordinal)
            ? ["--file", _place.Terminal.Territory]
            : [_place.Terminal.Territory];
        var said = await _place.Terminal.RunAsync([
            .. verb.Split(' '),
            .. where,
            "--ledger",
            Ledger,
            "--json",
            .. more,
        ]);
        Assert.That(said.Code, Is.EqualTo(code), said.All);
        return said.Out;
    }

    private string Ledger =>
        _place.Service.Services.GetRequiredService<ServiceState>().Configuration.Territories[0].Ledger;

    /// <summary>Without what differs from one look to the next.</summary>
    private static string Stable(string json)
    {
        var top = JsonNode.Parse(json)!.AsObject();
        top.Remove("milliseconds");
        return top.ToJsonString();
    }
}
