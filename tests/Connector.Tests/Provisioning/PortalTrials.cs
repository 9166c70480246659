using Connector.DevServer.Faults;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>
/// Something between here and the server answers in its place, from some request on: the page of a hotel's network, a
/// proxy's error page, half a document. None of it is taken for an answer.
/// </summary>
public sealed class PortalTrials
{
    private const string Page =
        "<!DOCTYPE html><html><body><h1>Bienvenue</h1><br>Connectez-vous</body></html>";

    private IReadOnlyList<string> _expected = [];
    private Workplace _place = null!;

    [OneTimeSetUp]
    public async Task Undisturbed() => _expected = await Workplace.UndisturbedAsync();

    [SetUp]
    public async Task Start() => _place = await Workplace.OpenAsync();

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task A_page_in_the_servers_place_is_never_taken_for_its_yes(
        [Values(1, 3, 8, 20, 40, 55, 70)] int nth,
        [Values(200, 302)] int status
    )
    {
        Answer(null, nth, status, Page, "text/html");
        var report = await _place.ApplyAsync();

        Assert.That(_place.Server.Faults.Broken, Is.Positive);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Failed).Or.EqualTo(RunOutcome.PartlyDone));
        Assert.That(
            Workplace.Sentences(report),
            Does.Contain(status == 302 ? "redirects to http://portal.example" : "cannot be read")
        );
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>One address alone is answered wrongly, as by a filter that knows some of them.</summary>
    [Test]
    public async Task An_unreadable_answer_of_one_kind_is_told_and_nothing_is_taken_for_empty(
        [Values("/cloud/users", "/cloud/groups", "/groupfolders/", "/dav/files/", "/dav/calendars/")]
            string path,
        [Values(Page, "{\"ocs\":{\"meta\":", "[]", "null", "")] string body
    )
    {
        Assert.That((await _place.ApplyAsync()).Outcome, Is.EqualTo(RunOutcome.Done));
        Answer(path, 1, path.Contains("/dav/", StringComparison.Ordinal) ? 207 : 200, body, "text/html");
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Failed), Workplace.Sentences(report));
        Assert.That(report.Problems.Single().Code, Is.EqualTo("malformed-answer"));
        Assert.That(report.Results, Is.Empty);
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>The server says in XML what is missing, so that a page which says 404 is not the server's.</summary>
    [TestCase("/dav/files/")]
    [TestCase("/dav/calendars/")]
    public async Task A_page_that_says_404_is_not_taken_for_an_empty_place(string path)
    {
        Assert.That((await _place.ApplyAsync()).Outcome, Is.EqualTo(RunOutcome.Done));
        Answer(path, 1, 404, Page, "text/html; charset=utf-8");
        var report = await _place.ApplyAsync();

        Assert.That(report.Problems.Single().Code, Is.EqualTo("malformed-answer"));
        Assert.That(report.Plan, Is.Null);
        await _place.ConvergesAsync(_expected);
    }

    private void Answer(string? path, int nth, int status, string body, string type) =>
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Path = path,
                Nth = nth,
                Times = 0,
                Status = status,
                Body = body,
                Headers = new Dictionary<string, string>
                {
                    ["Content-Type"] = type,
                    ["Location"] = "http://portal.example/",
                },
            }
        );
}
