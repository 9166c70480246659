using System.Net;
using Connector.Connector.Tests.Web.Api;
using Connector.DevServer.Faults;
using Connector.Service;
using Connector.Web;
using Connector.Web.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Connector.Connector.Tests.Service;

/// <summary>What holds for every answer of the console, and the emergency link.</summary>
public sealed class ConsoleDoorTrials
{
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync(start: false);
        _browser = new ConsoleBrowser(_place.Address);
    }

    [TearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task An_emergency_link_lets_in_once_and_opening_it_does_not_use_it_up()
    {
        await _place.StartAsync();
        var said = await _place.Terminal.RunAsync(
            "console",
            "link",
            "--config",
            _place.Terminal.At("connector.yaml")
        );
        Assert.That(said.Code, Is.Zero, said.All);
        var link = new Uri(said.Out.Split('\n')[0].Trim());
        Assert.That(
            link.GetLeftPart(UriPartial.Authority),
            Is.EqualTo(_place.Address.GetLeftPart(UriPartial.Authority))
        );
        await _browser.ReadAsync(link.PathAndQuery);
        await _browser.PressAsync(link.PathAndQuery, "/secours");
        Assert.That(await _browser.ReadAsync("/"), Does.Contain("administration").And.Contain("Vallon"));

        using var second = new ConsoleBrowser(_place.Address);
        using var refused = await second.PressAsync(link.PathAndQuery, "/secours");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(second.Session, Is.Null.Or.Empty);
    }

    [Test]
    public async Task An_emergency_link_that_is_old_lets_nobody_in()
    {
        await _place.StartAsync();
        var database = new ServiceDatabase { Folder = _place.Terminal.At(".connector") };
        var code = await EmergencyLinks.IssueAsync(database, TimeProvider.System, default);
        await using (var db = new SessionContext(SessionContext.At(database)))
        {
            await db.EmergencyLinks.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, 1));
        }

        using var answer = await _browser.PressAsync($"/secours?code={code}", "/secours");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Every_answer_says_what_a_page_may_do_and_no_page_has_a_script_or_a_style_inside()
    {
        await _place.StartAsync();
        foreach (var path in new[] { "/connexion", "/console.css", "/secours", "/rien" })
        {
            using var answer = await _browser.GetAsync(path);
            var csp = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.That(
                csp,
                Does.Contain("default-src 'none'")
                    .And.Contain("frame-ancestors 'none'")
                    .And.Not.Contain("unsafe")
            );
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(answer.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
            Assert.That(answer.Headers.Contains("Strict-Transport-Security"), Is.False, "no TLS here");
            Assert.That(
                await answer.Content.ReadAsStringAsync(),
                Does.Not.Match("<script(?! src=\"/console\\.js)|<script[^>]*>[^<]").And.Not.Contain("style=")
            );
        }
    }

    [Test]
    public async Task Behind_TLS_cookies_are_for_this_host_alone_and_browsers_are_told_to_stay_with_it()
    {
        await _place.StartAsync("adresse: https://console.exemple.fr");
        using var away = await _browser.GetAsync("/connexion/vallon");
        var cookie = away.Headers.GetValues("Set-Cookie").Single();
        Assert.That(cookie, Does.StartWith("__Host-connector-aller."));
        Assert.That(
            cookie,
            Does.Contain("secure").And.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/;")
        );
        Assert.That(
            away.Headers.GetValues("Strict-Transport-Security").Single(),
            Is.EqualTo("max-age=31536000")
        );
        Assert.That(
            away.Headers.Location!.Query,
            Does.Contain("redirect_uri=https%3A%2F%2Fconsole.exemple.fr%2Fconnexion%2Fvallon%2Fretour")
                .And.Contain("code_challenge_method=S256")
        );
        using var page = await _browser.GetAsync("/secours");
        Assert.That(
            page.Headers.GetValues("Set-Cookie").Single(),
            Does.StartWith("__Host-connector-form=").And.Contain("samesite=strict")
        );
    }

    [Test]
    public async Task One_address_may_try_so_often_whatever_it_says_of_itself()
    {
        await _place.StartAsync();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < WebSecurity.SignInsPerMinute + 5; attempt++)
        {
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{attempt}");
            answers.Add((await http.GetAsync(new Uri(_place.Address, "/connexion"))).StatusCode);
        }

        Assert.That(answers.Count(status => status == HttpStatusCode.TooManyRequests), Is.EqualTo(5));
        using var health = await _browser.GetAsync("/health/live");
        Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_proxy_that_is_named_tells_who_calls()
    {
        await _place.StartAsync("mandataires: 127.0.0.1");
        for (var attempt = 0; attempt < WebSecurity.SignInsPerMinute + 5; attempt++)
        {
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{attempt}");
            var answer = await http.GetAsync(new Uri(_place.Address, "/connexion"));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task No_secret_leaves_the_service()
    {
        await _place.AddAsync("zoe", "reseau");
        await File.WriteAllTextAsync(_place.Terminal.At("connector.yaml"), _place.Yaml());
        var token = await ApiClient.TokenAsync(_place, "lecteur", "-s", "read", "-s", "jobs");
        using var program = System.Diagnostics.Process.Start(
            _place.Terminal.Program("serve", "--config", _place.Terminal.At("connector.yaml"))
        )!;
        var (log, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        var secrets = new List<string> { _place.Client.ClientSecret, Provisioning(), token[10..] };
        try
        {
            await RunningService.Until(IsUp, "the service to answer");
            await _browser.SignInAsync(_place, "zoe");
            secrets.Add(Uri.UnescapeDataString(_browser.Session!));
            var tokens = await TokensAsync();
            Assert.That(tokens, Has.Count.EqualTo(2).And.All.Length.GreaterThan(70));
            await _browser.ReadAsync("/");
            await _browser.ReadAsync("/connexion/vallon/retour?code=UnCodeQuiNeDoitPasSortir&state=x");
            using var api = new ApiClient(_place.Address, token);
            using var forger = new ApiClient(_place.Address, $"{token[..^1]}g");
            await api.GetAsync("/territories/vallon");
            await api.GetAsync($"/territories?access_token={token}");
            await api.PostAsync("/territories/vallon/jobs", """{"kind":"retention"}""", "un");
            await api.PostAsync("/territories/vallon/jobs", "{", "deux");
            await forger.GetAsync("/territories");
            foreach (var answer in api.Received.Concat(forger.Received))
            {
                Assert.That(answer, Does.Not.Contain(token[10..^1]));
            }

            _place.Place.Server.Faults.Add(
                new FaultRule
                {
                    Kind = FaultKind.Status,
                    Path = "apppassword",
                    Status = 500,
                }
            );
            await _browser.PressAsync("/", "/deconnexion");
            var bodies = string.Join('\n', _browser.Received);
            foreach (var secret in tokens.Append(_place.Client.ClientSecret))
            {
                Assert.That(bodies, Does.Not.Contain(secret));
            }

            secrets.AddRange(tokens);
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }

        var written = await log + await errors;
        Assert.That(
            written,
            Does.Contain("sign-in-failed").And.Contain("token-not-revoked"),
            "the search has something to search"
        );
        var folder = _place.Terminal.At(".connector");
        var stored = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)))
            .ToList();
        Assert.That(stored, Has.Count.GreaterThan(2));
        foreach (var secret in secrets.Append("UnCodeQuiNeDoitPasSortir"))
        {
            Assert.That(written, Does.Not.Contain(secret));
            Assert.That(stored, Has.None.Contains(secret));
        }

        var trail = await _place.Terminal.RunAsync(
            "audit",
            "export",
            "--config",
            _place.Terminal.At("connector.yaml")
        );
        Assert.That(trail.Out, Does.Contain("token.make").And.Contain("session.begin"));
        Assert.That(secrets.Where(secret => trail.All.Contains(secret, StringComparison.Ordinal)), Is.Empty);
        Assert.That(OthersMayOpen(folder), Is.Empty);
    }

    private static List<string> OthersMayOpen(string folder)
    {
        var open = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "sessions.db*"))
        {
            if (
                !OperatingSystem.IsWindows()
                && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0
            )
            {
                open.Add(file);
            }
        }

        return open;
    }

    private static string Provisioning() => Workplace.Password;

    private async Task<bool> IsUp()
    {
        try
        {
            using var answer = await _browser.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Opened with the keys beside the database, as the service itself does.</summary>
    private async Task<IReadOnlyList<string>> TokensAsync()
    {
        var database = new ServiceDatabase { Folder = _place.Terminal.At(".connector") };
        await using var db = new SessionContext(SessionContext.At(database));
        var row = await db.Sessions.AsNoTracking().SingleAsync();
        var keys = Microsoft.AspNetCore.DataProtection.DataProtectionProvider.Create(
            new DirectoryInfo(Path.Combine(database.Folder, "keys")),
            builder =>
                Microsoft.AspNetCore.DataProtection.DataProtectionBuilderExtensions.SetApplicationName(
                    builder,
                    "connector"
                )
        );
        var sessions = new SessionStore(SessionContext.At(database), keys, TimeProvider.System);
        var ticket = (await sessions.FindAsync(row.Id, default))!;
        return
        [
            ticket.Properties.Items[".Token.access_token"]!,
            ticket.Properties.Items[".Token.refresh_token"]!,
        ];
    }
}
