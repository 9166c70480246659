using Connector.DevServer.Faults;
using Connector.Domain;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>A server that fails in the middle of a run: what is told, and that a later run ends with the same workspace.</summary>
public sealed class FaultTrials
{
    private IReadOnlyList<string> _expected = [];
    private Workplace _place = null!;

    [OneTimeSetUp]
    public async Task Undisturbed() => _expected = await Workplace.UndisturbedAsync();

    [SetUp]
    public async Task Start() => _place = await Workplace.OpenAsync();

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task Two_undisturbed_runs_on_two_servers_give_the_same_workspace()
    {
        await _place.ConvergesAsync(_expected);
        Assert.That(_expected, Has.Some.StartsWith("event ").And.Some.StartsWith("rule "));
        Assert.That(_expected, Has.Some.Match("^file .*S'abonner").And.Some.Match("^file .*Compte-rendu"));
    }

    [Test]
    public async Task A_sign_in_refused_in_the_middle_stops_the_run_at_once()
    {
        const int Before = 30;
        Break(FaultKind.Status, nth: Before + 1, times: 0, status: 401);
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone));
        Assert.That(report.Problems.Single().Code, Is.EqualTo("sign-in-refused"));
        Assert.That(
            report.Problems[0].Remedy.English,
            Does.Contain($"connector login {_place.Server.BaseAddress}")
        );
        // As many as were under way side by side; the server slows down whoever insists.
        Assert.That(_place.Server.RequestCount, Is.LessThanOrEqualTo(Before + 4));
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>On a real server whose PHP had died, a run went on for ten minutes, five attempts at each step.</summary>
    [TestCase(502)]
    [TestCase(504)]
    public async Task A_gateway_with_nothing_behind_it_stops_the_run(int status)
    {
        const int Before = 40;
        Break(FaultKind.Status, nth: Before + 1, times: 0, status: status);
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone));
        Assert.That(report.Problems.Single().Code, Is.EqualTo("server-busy"));
        // Four steps side by side, each with its reading back: five attempts.
        Assert.That(_place.Server.RequestCount, Is.LessThanOrEqualTo(Before + 4 * 6));
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>As pages and OCS tell it, and as WebDAV on 27 does, without the header.</summary>
    [TestCase(1, false)]
    [TestCase(25, false)]
    [TestCase(60, false)]
    [TestCase(1, true)]
    [TestCase(60, true)]
    public async Task Maintenance_postpones_the_run(int nth, bool byWebDav)
    {
        var rule = new FaultRule
        {
            Kind = FaultKind.Status,
            Nth = nth,
            Times = 0,
            Status = 503,
        };
        _place.Server.Faults.Add(
            byWebDav
                ? rule with
                {
                    Body = """
                    <?xml version="1.0" encoding="utf-8"?>
                    <d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">
                      <s:exception>OCA\DAV\Exception\ServerMaintenanceMode</s:exception>
                      <s:message>System is in maintenance mode.</s:message>
                    </d:error>
                    """,
                }
                : rule with
                {
                    Headers = new Dictionary<string, string> { ["X-Nextcloud-Maintenance-Mode"] = "1" },
                }
        );
        var report = await _place.ApplyAsync();

        Assert.That(report.Problems.Single().Code, Is.EqualTo("server-maintenance"));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Postponed));
        Assert.That(report.Results.Where(result => result.Outcome.State == StepState.Failed), Is.Empty);
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>The answer tells an error, or never comes, for something that was done (or not): reading settles it.</summary>
    [TestCase(FaultKind.FailAfter, "POST", "/cloud/users$")]
    [TestCase(FaultKind.FailAfter, "POST", "/cloud/groups")]
    [TestCase(FaultKind.FailAfter, "MKCOL", "/dav/files/")]
    [TestCase(FaultKind.FailAfter, "MKCOL", "/dav/calendars/")]
    [TestCase(FaultKind.FailAfter, "PROPPATCH", "/dav/files/")]
    [TestCase(FaultKind.FailAfter, "PUT", "/dav/files/")]
    [TestCase(FaultKind.FailAfter, "PUT", "/dav/calendars/")]
    [TestCase(FaultKind.FailAfter, "POST", "/dav/calendars/")]
    [TestCase(FaultKind.ResetBefore, "PUT", "/dav/files/")]
    [TestCase(FaultKind.ResetAfter, "PUT", "/dav/files/")]
    [TestCase(FaultKind.ResetBefore, "MKCOL", "/dav/files/")]
    [TestCase(FaultKind.ResetAfter, "MKCOL", "/dav/files/")]
    [TestCase(FaultKind.ResetAfter, "POST", "/cloud/users$")]
    [TestCase(FaultKind.ResetAfter, "POST", "/groupfolders/folders$")]
    [TestCase(FaultKind.ResetAfter, "POST", "/groupfolders/folders/[0-9]+/groups")]
    [TestCase(FaultKind.ResetAfter, "POST", "/groupfolders/folders/[0-9]+/acl")]
    [TestCase(FaultKind.ResetAfter, "POST", "/dav/calendars/")]
    [TestCase(FaultKind.ResetAfter, "PUT", "/dav/calendars/")]
    [TestCase(FaultKind.Truncate, "PROPFIND", "/dav/files/")]
    [TestCase(FaultKind.FailAfter, "POST", "/dav/bulk")]
    [TestCase(FaultKind.ResetBefore, "POST", "/dav/bulk")]
    [TestCase(FaultKind.ResetAfter, "POST", "/dav/bulk")]
    [TestCase(FaultKind.Truncate, "POST", "/dav/bulk")]
    [TestCase(FaultKind.CutBody, "POST", "/dav/bulk")]
    [TestCase(FaultKind.CutBody, "PUT", "/dav/files/")]
    [TestCase(FaultKind.CutBody, "PUT", "/dav/calendars/")]
    public async Task One_doubtful_answer_is_settled_in_the_same_run(FaultKind kind, string verb, string path)
    {
        var once = kind == FaultKind.Truncate || path == "/dav/bulk";
        var alone = verb == "PUT" && path == "/dav/files/";
        if (alone)
        {
            WithoutBulkUpload();
        }

        Break(kind, verb, path, once ? 1 : 2);
        var report = await _place.ApplyAsync();

        Assert.That(_place.Server.Faults.Broken, Is.EqualTo(alone ? 2 : 1));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>Whatever the request, and whether it was carried out before the connection broke.</summary>
    [Test]
    public async Task A_connection_cut_at_any_request_leaves_what_a_later_run_finishes(
        [Values(FaultKind.ResetBefore, FaultKind.ResetAfter)] FaultKind kind,
        [Values(2, 14, 23, 35, 43, 52, 61, 70)] int nth
    )
    {
        Break(kind, nth: nth, times: 6);
        await _place.ApplyAsync();
        Assert.That(_place.Server.Faults.Broken, Is.Positive);
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>The server attaches a group with all rights, and is told which ones in the request after.</summary>
    [TestCase(FaultKind.Status)]
    [TestCase(FaultKind.ResetBefore)]
    public async Task Rights_that_could_not_be_set_are_not_taken_for_a_persons_decision(FaultKind kind)
    {
        Break(kind, "POST", "/groupfolders/folders/[0-9]+/groups/essai-comite$", times: 0);
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone));

        // A run that comes to nothing in between does not wipe the doubt away.
        Break(FaultKind.Status, "POST", "/groupfolders/", times: 0, status: 503);
        await _place.ApplyAsync();
        await _place.ConvergesAsync(_expected);
    }

    [Test]
    public async Task A_file_locked_for_a_moment_is_written_at_the_end_of_the_same_run()
    {
        WithoutBulkUpload();
        Break(FaultKind.Status, "PUT", "Readme.md", status: 423);
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await _place.ConvergesAsync(_expected);
    }

    [TestCase(423, "locked")]
    [TestCase(507, "no space left")]
    public async Task A_file_that_cannot_be_written_is_named_and_the_rest_is_done(int status, string why)
    {
        WithoutBulkUpload();
        Break(FaultKind.Status, "PUT", "Compte-rendu", times: 0, status: status);
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone));
        var failed = report.Results.Where(result => result.Outcome.State != StepState.Done).ToList();
        Assert.That(failed, Has.Count.EqualTo(2));
        foreach (var (step, outcome) in failed)
        {
            Assert.That(step.Subject.In(Language.French), Does.Contain("Compte-rendu"));
            Assert.That(outcome.Message!.Value.English, Does.Contain("Compte-rendu").And.Contain(why));
        }

        await _place.ConvergesAsync(_expected);
    }

    [TestCase("<d:multistatus xmlns:d=\"DAV:\"><d:response>")]
    [TestCase("<!DOCTYPE d [<!ENTITY e \"x\">]><d:multistatus xmlns:d=\"DAV:\">&e;</d:multistatus>")]
    [TestCase("<html><body>Bienvenue</body></html>")]
    [TestCase("")]
    public async Task An_unreadable_listing_is_never_taken_for_an_empty_one(string body)
    {
        Assert.That((await _place.ApplyAsync()).Outcome, Is.EqualTo(RunOutcome.Done));
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "PROPFIND",
                Path = "/dav/files/",
                Times = 0,
                Status = 207,
                Body = body,
            }
        );
        var before = _place.Server.RequestsByVerb;
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Failed));
        Assert.That(report.Problems.Single().Code, Is.EqualTo("malformed-answer"));
        Assert.That(_place.Server.RequestsByVerb["PUT"], Is.EqualTo(before["PUT"]));
        Assert.That(_place.Server.RequestsByVerb["POST"], Is.EqualTo(before["POST"]));
        Assert.That(_place.Server.RequestsByVerb["MKCOL"], Is.EqualTo(before["MKCOL"]));
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>As on a server that does not know it: each document is sent alone.</summary>
    private void WithoutBulkUpload() => Break(FaultKind.Status, "POST", "/dav/bulk", status: 405);

    private void Break(
        FaultKind kind,
        string? verb = null,
        string? path = null,
        int nth = 1,
        int times = 1,
        int status = 500
    ) =>
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = kind,
                Verb = verb,
                Path = path,
                Nth = nth,
                Times = times,
                Status = status,
            }
        );
}
