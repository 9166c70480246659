using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.Testing;

namespace Connector.Tests.Nextcloud;

internal sealed class DoctorRunTests
{
    private const string Healthy = """
        {"installed":true,"maintenance":false,"needsDbUpgrade":false,"version":"27.1.10.1","versionstring":"27.1.10","productname":"Nextcloud"}
        """;

    private readonly Dictionary<string, (int Status, string Body)> _answers = [];
    private string _date = "Thu, 05 Mar 2026 14:00:00 GMT";
    private Stubbed _stub = null!;

    [SetUp]
    public void SetUp()
    {
        _stub = new Stubbed();
        _date = "Thu, 05 Mar 2026 14:00:00 GMT";
        _answers.Clear();
        Say("/status.php", 200, Healthy);
        Say(
            "/index.php/login/v2",
            200,
            """{"poll":{"token":"t","endpoint":"https://nuage.exemple.fr/nc/login/v2/poll"},"login":"https://nuage.exemple.fr/nc/login/v2/flow/a"}"""
        );
        Say("/ocs/v2.php/cloud/user", 200, Stubbed.Ocs(200, """{"id":"zoé","groups":["admin"]}"""));
        Say(
            "/ocs/v2.php/cloud/capabilities",
            200,
            Stubbed.Ocs(
                200,
                """{"version":{"major":27,"string":"27.1.10"},"capabilities":{"dav":{"bulkupload":"1.0"},"circles":{"version":"27.0.1"}}}"""
            )
        );
        Say("/index.php/apps/groupfolders/folders", 200, Stubbed.Ocs(100));
        Say("/ocs/v2.php/cloud/apps/groupfolders", 200, Stubbed.Ocs(200, """{"version":"15.3.13"}"""));
        Say("/ocs/v2.php/cloud/apps/calendar", 200, Stubbed.Ocs(200, """{"version":"4.7.0"}"""));
        Say("/remote.php/dav/calendars/zo%C3%A9/", 207, Stubbed.Multistatus(""));
        Say("/ocs/v2.php/cloud/groups", 400, Stubbed.Ocs(102));
        _stub.Network.Answer(Route);
    }

    [TearDown]
    public void TearDown() => _stub.Dispose();

    [Test]
    public async Task A_healthy_server_can_be_applied_to()
    {
        var report = await Run();

        Assert.That(report.CanApply);
        Assert.That(
            Codes(report),
            Is.SupersetOf(
                new[]
                {
                    "encrypted",
                    "reachable",
                    "version",
                    "clock",
                    "address",
                    "signed-in",
                    "admin",
                    "bulk-upload",
                    "team-folders",
                    "teams",
                    "calendar-app",
                    "calendars",
                    "confirmation-not-needed",
                }
            )
        );
        Assert.That(
            _stub.Network.Seen.Where(r => r.Verb == HttpMethod.Post).Select(r => r.Path),
            Is.EquivalentTo(new[] { "/nc/index.php/login/v2", "/nc/ocs/v2.php/cloud/groups" }),
            "Its only writes change nothing."
        );
    }

    [TestCase("\"maintenance\":false", "\"maintenance\":true", "server-maintenance")]
    [TestCase("\"needsDbUpgrade\":false", "\"needsDbUpgrade\":true", "server-needs-upgrade")]
    [TestCase("\"installed\":true", "\"installed\":false", "server-not-installed")]
    public async Task A_server_that_is_not_ready_ends_the_visit(string was, string now, string code)
    {
        Say("/status.php", 200, Healthy.Replace(was, now, StringComparison.Ordinal));

        var report = await Run();

        Assert.That(report.CanApply, Is.False);
        Assert.That(report.Findings[^1].Code, Is.EqualTo(code));
        Assert.That(report.Findings[^1].Remedy, Is.Not.Null);
    }

    [Test]
    public async Task Each_trouble_has_a_code_and_a_remedy()
    {
        _date = "Thu, 05 Mar 2026 15:00:00 GMT";
        Say(
            "/index.php/login/v2",
            200,
            """{"poll":{"token":"t","endpoint":"http://localhost/login/v2/poll"},"login":"http://localhost/login/v2/flow/a"}"""
        );
        Say("/index.php/apps/groupfolders/folders", 404, "<html>");
        Say("/ocs/v2.php/cloud/apps/calendar", 404, Stubbed.Ocs(998));
        Say("/ocs/v2.php/cloud/groups", 403, """{"message":"Password confirmation is required"}""");
        Say(
            "/ocs/v2.php/apps/provisioning_api/api/v1/config/apps/dav/maximumCalendarsSubscriptions",
            200,
            Stubbed.Ocs(200, """{"data":"0"}""")
        );

        var report = await Run();

        var troubles = report.Findings.Where(f => f.Severity >= Severity.Warning).ToList();
        Assert.That(
            troubles.Select(f => f.Code),
            Is.EquivalentTo(
                new[]
                {
                    "clock-skew",
                    "address-differs",
                    "real-password",
                    "app-not-installed",
                    "no-calendar-app",
                    "calendar-limit",
                    "password-confirmation-required",
                }
            )
        );
        Assert.That(troubles.Select(f => f.Remedy), Has.None.Null);
        Assert.That(report.CanApply, Is.False);
    }

    [Test]
    public async Task A_refused_sign_in_is_said_once_and_asked_once()
    {
        Say("/ocs/v2.php/cloud/user", 401, "");

        var report = await Run();

        Assert.That(report.Findings[^1].Code, Is.EqualTo("sign-in-refused"));
        Assert.That(
            _stub.Network.Seen.Count(r => r.Path.EndsWith("/cloud/user", StringComparison.Ordinal)),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task An_ordinary_account_is_told_what_it_cannot_do()
    {
        Say("/ocs/v2.php/cloud/user", 200, Stubbed.Ocs(200, """{"id":"zoé","groups":["élus"]}"""));
        Say("/ocs/v2.php/cloud/groups", 403, Stubbed.Ocs(403));

        var report = await Run();

        Assert.That(report.CanApply, "with teams of its own");
        Assert.That(
            report
                .Findings.Where(finding => finding.Code.StartsWith("right-", StringComparison.Ordinal))
                .Select(finding => $"{finding.Code} {finding.Severity}"),
            Is.EqualTo(new[] { "right-team-folders Info", "right-groups Info", "right-teams Ok" })
        );
        Assert.That(Codes(report), Does.Contain("not-admin"));
        Assert.That(
            report.Findings.Single(finding => finding.Code == "strategy").Sentence.English,
            Does.Contain("teams that it keeps itself").And.Contain("may not administer groups")
        );
    }

    [Test]
    public async Task Where_there_are_no_teams_either_the_way_out_is_told()
    {
        Say("/ocs/v2.php/cloud/user", 200, Stubbed.Ocs(200, """{"id":"zoé","groups":["élus"]}"""));
        Say("/ocs/v2.php/cloud/groups", 403, Stubbed.Ocs(403));
        Say(
            "/ocs/v2.php/cloud/capabilities",
            200,
            Stubbed.Ocs(200, """{"version":{"major":27,"string":"27.1.10"},"capabilities":{}}""")
        );

        var strategy = (await Run()).Findings.Single(finding => finding.Code == "strategy");

        Assert.That(strategy.Severity, Is.EqualTo(Severity.Warning));
        Assert.That(strategy.Remedy!.Value.English, Does.Contain("circles"));
    }

    [Test]
    public async Task Before_version_30_calendars_are_read_in_each_run()
    {
        Assert.That(Codes(await Run()), Does.Contain("calendars-by-polling"));
        Assert.That(_stub.Network.Seen.Select(r => r.Path), Has.None.Contains("webhook"), "one request less");
    }

    [TestCase(404, "no-webhooks", 0)]
    [TestCase(200, "webhooks", 1)]
    public async Task From_version_30_it_is_told_whether_the_server_could_tell_of_changes(
        int status,
        string code,
        int registered
    )
    {
        Say(
            "/ocs/v2.php/cloud/capabilities",
            200,
            Stubbed.Ocs(200, """{"version":{"major":31,"string":"31.0.4"},"capabilities":{}}""")
        );
        Say(
            "/ocs/v2.php/cloud/apps/webhook_listeners",
            status,
            Stubbed.Ocs(status, """{"version":"1.2.0"}""")
        );
        Say(
            "/ocs/v2.php/apps/webhook_listeners/api/v1/webhooks",
            200,
            Stubbed.Ocs(
                200,
                """[{"id":1,"event":"OCP\\Calendar\\Events\\CalendarObjectUpdatedEvent","uri":"https://connector.example/avis"},{"id":2,"event":"other","uri":"https://autre.example"}]"""
            )
        );

        var report = await Run();
        Assert.That(Codes(report), Does.Contain(code), string.Join(' ', report.Findings));
        var finding = report.Findings.Single(item => item.Code == code);

        Assert.That(finding.Severity, Is.LessThan(Severity.Warning));
        if (registered > 0)
        {
            Assert.That(finding.Sentence.English, Does.Contain($"registered: {registered}."));
        }
    }

    private static IEnumerable<string> Codes(DoctorReport report) => report.Findings.Select(f => f.Code);

    private void Say(string path, int status, string body) => _answers["/nc" + path] = (status, body);

    private HttpResponseMessage Route(SeenRequest request) =>
        _answers.TryGetValue(request.Path, out var answer)
            ? StubTransport.Build(answer.Status, answer.Body, ("Date", _date))
            : StubTransport.Build(404, Stubbed.Ocs(404));

    private async Task<DoctorReport> Run()
    {
        var run = new DoctorRun(_stub.Client, new LoginFlow(_stub.Factory, _stub.Time), _stub.Time).Run(
            default
        );
        await _stub.Run(run);
        return await run;
    }
}
