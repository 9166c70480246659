using Connector.Audit;
using Connector.Connector.Tests.Service;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Connector.Service;
using Connector.Web.Api;
using Connector.Web.Api.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Connector.Tests.Web.Api;

/// <summary>Who gets into the API, who does not, and that neither learns what is none of their business.</summary>
public sealed class ApiDoorTrials
{
    private ConsolePlace _place = null!;

    private ApiTokens Tokens => _place.Service.Services.GetRequiredService<ApiTokens>();

    [SetUp]
    public async Task Start() => _place = await ConsolePlace.OpenAsync();

    [TearDown]
    public Task Stop() => _place.DisposeAsync().AsTask();

    [Test]
    public async Task A_method_that_a_path_has_not_is_told_with_those_that_it_has()
    {
        using var client = await ApiClient.MadeAsync(_place, "lecteur", "-s", "read", "-s", "jobs");
        using var stranger = new ApiClient(_place.Address, null);
        var asked = new (string Method, string Path, int Status, string? Allowed)[]
        {
            ("PUT", "/territories", 405, "GET"),
            ("DELETE", "/jobs/1", 405, "GET"),
            ("DELETE", "/territories/vallon/jobs", 405, "POST"),
            ("GET", "/jobs/un", 404, null),
            ("PUT", "/rien", 404, null),
        };
        foreach (var (method, path, status, allowed) in asked)
        {
            var answer = await client.SendAsync(new HttpMethod(method), path, null, null, null);
            var told = answer.Message.Content.Headers.Allow;
            Assert.That(
                (answer.Status, answer.Type, told.SingleOrDefault()),
                Is.EqualTo((status, "application/problem+json", allowed)),
                $"{method} {path}: {answer.Body}"
            );
            var refused = await stranger.SendAsync(new HttpMethod(method), path, null, null, null);
            Assert.That(refused.Status, Is.EqualTo(401), "who may nothing learns nothing");
        }
    }

    [Test]
    public async Task Without_a_good_token_every_address_says_the_same()
    {
        var good = await ApiClient.TokenAsync(_place, "lecteur", "-s", "read");
        string?[] tokens =
        [
            null,
            "",
            "connector_",
            $"connector_{new string('0', 64)}",
            good[..^1],
            $"{good[..^1]}{(good[^1] == '0' ? '1' : '0')}",
            good.ToUpperInvariant(),
            $"{good}\0",
        ];
        foreach (var token in tokens)
        {
            using var http = new HttpClient { BaseAddress = _place.Address };
            http.DefaultRequestHeaders.TryAddWithoutValidation(
                "Authorization",
                token is null ? null : $"Bearer {token}"
            );
            foreach (var path in new[] { "/territories", "/territories/vallon", "/jobs/1", "/rien" })
            {
                using var answer = await http.GetAsync($"{ApiServices.Root}{path}");
                Assert.That((int)answer.StatusCode, Is.AnyOf(401, 400), $"{token} {path}");
            }
        }

        using var nobody = new ApiClient(_place.Address, null);
        var refused = await nobody.GetAsync("/territories/vallon");
        Assert.That(refused.Status, Is.EqualTo(401));
        Assert.That(refused.Type, Is.EqualTo(ApiProblems.ContentType));
        Assert.That(refused.Code, Is.EqualTo("token"));
        Assert.That(refused.Header("WWW-Authenticate"), Is.EqualTo("Bearer realm=\"connector\""));
        Assert.That((await nobody.GetAsync("/rien")).Body, Is.EqualTo(refused.Body));
        Assert.That((await nobody.PostAsync("/territories/vallon/jobs", "{}")).Status, Is.EqualTo(401));
        using var reader = new ApiClient(_place.Address, good);
        Assert.That((await reader.GetAsync("/territories")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_token_in_the_address_or_a_session_opens_nothing()
    {
        var good = await ApiClient.TokenAsync(_place, "lecteur", "-s", "read");
        using var nobody = new ApiClient(_place.Address, null);
        Assert.That((await nobody.GetAsync($"/territories?access_token={good}")).Status, Is.EqualTo(401));
        await _place.AddAsync("ines", "reseau", "coordination");
        using var browser = new ConsoleBrowser(_place.Address);
        await browser.SignInAsync(_place, "ines");
        using var answer = await browser.GetAsync($"{ApiServices.Root}/territories");
        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
    }

    [Test]
    public async Task A_token_that_is_old_or_revoked_is_worth_nothing()
    {
        using var old = await ApiClient.MadeAsync(_place, "vieux", "-s", "read");
        using var revoked = await ApiClient.MadeAsync(_place, "ancien", "-s", "read");
        Assert.That((await old.GetAsync("/territories")).Status, Is.EqualTo(200));
        Assert.That((await revoked.GetAsync("/territories")).Status, Is.EqualTo(200));
        await using (var db = new ApiContext(ApiContext.At(Database())))
        {
            var past = DateTimeOffset.UtcNow.AddSeconds(-1).ToUnixTimeSeconds();
            await db
                .Tokens.Where(row => row.Name == "vieux")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, past));
        }

        await Run("token", "revoke", "ancien");
        var refused = await old.GetAsync("/territories");
        Assert.That(refused.Status, Is.EqualTo(401));
        Assert.That(refused.Header("WWW-Authenticate"), Does.Contain("invalid_token"));
        Assert.That((await revoked.GetAsync("/territories")).Status, Is.EqualTo(401));
        Assert.That(await Run("token", "list"), Does.Contain("Aucun jeton"));
    }

    [Test]
    public async Task A_token_does_what_its_scopes_say_and_nothing_else()
    {
        (string Has, string Method, string Path, string Needs)[] refusals =
        [
            ("read", "GET", "/territories/vallon/plan", "directory"),
            ("read", "GET", "/territories/vallon/actions", "directory"),
            ("read", "GET", "/audit", "audit"),
            ("read", "POST", "/territories/vallon/jobs", "jobs"),
            ("read", "POST", "/jobs/1/cancel", "jobs"),
            ("read", "POST", "/jobs/1/retry", "jobs"),
            ("jobs", "GET", "/territories", "read"),
            ("jobs", "GET", "/jobs/1", "read"),
            ("directory", "GET", "/territories/vallon/groups", "read"),
            ("audit", "GET", "/territories/vallon/meetings", "read"),
        ];
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (has, method, path, needs) in refusals)
        {
            tokens[has] = tokens.GetValueOrDefault(has) ?? await ApiClient.TokenAsync(_place, has, "-s", has);
            using var client = new ApiClient(_place.Address, tokens[has]);
            var body = method == "POST" ? "{}" : null;
            var refused = await client.SendAsync(new HttpMethod(method), path, body, null, null);
            Assert.That((refused.Status, refused.Code), Is.EqualTo((403, "scope")), path);
            Assert.That(
                refused.Header("WWW-Authenticate"),
                Does.EndWith($"error=\"insufficient_scope\", scope=\"{needs}\"")
            );
        }

        Assert.That(await _place.Service.Jobs.ListAsync(null, false, 10, default), Is.Empty);
    }

    [Test]
    public async Task Another_territory_and_its_jobs_are_not_there()
    {
        await _place.Service.DisposeAsync();
        File.Copy(_place.Terminal.Territory, _place.Terminal.At("autre.yaml"));
        await _place.StartAsync("# deux", "  - { id: autre, fichier: autre.yaml, registre: autre.db }");
        var (theirs, _) = await _place.Service.Jobs.RequestAsync(
            new JobRequest("autre", JobKind.Retention, "ines", "essai")
            {
                NotBefore = DateTimeOffset.UtcNow.AddHours(1),
            },
            default
        );
        using var client = await ApiClient.MadeAsync(
            _place,
            "vallon-seul",
            [.. Scopes("read", "directory", "jobs", "audit"), "-t", "vallon"]
        );
        var unknown = await client.GetAsync("/territories/nulle-part");
        Assert.That(unknown.Status, Is.EqualTo(404));
        string[] looks = ["", "/groups", "/plan", "/meetings", "/actions", "/roadmaps", "/coverage"];
        foreach (var look in looks)
        {
            var answer = await client.GetAsync($"/territories/autre{look}");
            Assert.That((answer.Status, answer.Body), Is.EqualTo((404, unknown.Body)), look);
        }

        foreach (var path in new[] { $"/jobs/{theirs.Id}", "/jobs/999", "/jobs?territory=autre", "/audit" })
        {
            var answer = await client.GetAsync(path);
            Assert.That((answer.Status, answer.Body), Is.EqualTo((404, unknown.Body)), path);
        }

        foreach (var act in new[] { "cancel", "retry" })
        {
            var answer = await client.PostAsync($"/jobs/{theirs.Id}/{act}");
            Assert.That((answer.Status, answer.Body), Is.EqualTo((404, unknown.Body)), act);
        }

        Assert.That((await client.PostAsync("/territories/autre/jobs", "{}")).Status, Is.EqualTo(404));
        Assert.That((await client.GetAsync("/jobs")).Json.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That((await client.GetAsync("/audit?territory=vallon")).Status, Is.EqualTo(200));
        var territories = (await client.GetAsync("/territories")).Json.GetProperty("items");
        Assert.That(
            territories.EnumerateArray().Select(one => one.GetProperty("id").GetString()),
            Is.EqualTo(new[] { "vallon" })
        );
        Assert.That((await _place.Service.Jobs.GetAsync(theirs.Id, default))!.CancelledBy, Is.Null);
    }

    [Test]
    public async Task A_token_may_ask_so_often_and_others_go_on()
    {
        using var client = await ApiClient.MadeAsync(_place, "bavard", "-s", "read");
        using var other = await ApiClient.MadeAsync(_place, "discret", "-s", "read");
        var answers = new List<ApiAnswer>();
        for (var request = 0; request <= ApiDoor.RequestsPerMinute * 2; request++)
        {
            answers.Add(await client.GetAsync("/jobs/1"));
            if (answers[^1].Status == 429)
            {
                break;
            }
        }

        Assert.That((answers[^1].Status, answers[^1].Code), Is.EqualTo((429, "too-many-requests")));
        Assert.That(answers[^1].Header("Retry-After"), Is.EqualTo("60"));
        Assert.That((await other.GetAsync("/jobs/1")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Tokens_are_made_listed_and_noted_and_what_is_wrong_with_one_is_told_at_once()
    {
        var token = await ApiClient.TokenAsync(
            _place,
            "grafana",
            "-s",
            "read",
            "-t",
            "vallon",
            "--days",
            "30"
        );
        Assert.That(token, Does.Match("^connector_[0-9a-f]{64}$"));
        Assert.That(
            await Run("token", "list"),
            Does.Contain("grafana").And.Contain("vallon").And.Contain("jamais").And.Not.Contain(token[10..])
        );
        var again = await Type("token", "create", "grafana", "-s", "read");
        Assert.That(again.Code, Is.EqualTo(1));
        Assert.That(again.Errors, Does.Contain("existe déjà"));
        var wrong = await Type("token", "create", "Grafana!", "-s", "tout", "-t", "valon", "--days", "900");
        Assert.That(
            wrong.Errors,
            Does.Contain("pas un nom de jeton")
                .And.Contain("« tout »")
                .And.Contain("« valon »")
                .And.Contain("366")
        );
        Assert.That((await Type("token", "revoke", "autre")).Code, Is.EqualTo(1));
        var found = (await Tokens.ListAsync(default)).Single();
        Assert.That(
            found.EndsAt,
            Is.EqualTo(DateTimeOffset.UtcNow.AddDays(30)).Within(TimeSpan.FromMinutes(1))
        );
        var trail = _place.Service.Services.GetRequiredService<AuditTrail>();
        var line = (await trail.AllAsync(default).ToListAsync()).Single();
        Assert.That(
            (line.Entry.Action, line.Entry.Target),
            Is.EqualTo((AuditActions.TokenMade, "token grafana"))
        );
    }

    private ServiceDatabase Database() => new() { Folder = _place.Terminal.At(".connector") };

    private static IEnumerable<string> Scopes(params string[] scopes) =>
        scopes.SelectMany(scope => new[] { "-s", scope });

    private async Task<string> Run(params string[] args)
    {
        var said = await Type(args);
        Assert.That(said.Code, Is.Zero, said.All);
        return said.Out;
    }

    private Task<Said> Type(params string[] args) =>
        _place.Terminal.RunAsync([.. args, "--config", _place.Terminal.At("connector.yaml")]);
}
