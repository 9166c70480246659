using Connector.DevServer.Faults;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>A server that asks to wait, before or after it did what it was asked.</summary>
public sealed class WaitTrials
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
    public async Task A_server_that_asks_to_wait_is_waited_for()
    {
        foreach (var (verb, nth) in new[] { ("PUT", 2), ("PROPFIND", 1), ("MKCOL", 3) })
        {
            Break(FaultKind.Status, verb, null, 429, wait: "1", nth, times: 1);
        }

        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(_place.Server.Faults.Broken, Is.EqualTo(3));
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>A team folder was made three times of one name once, since the app does not mind.</summary>
    [Test]
    public async Task What_was_done_before_the_wait_was_asked_for_is_not_done_again(
        [Values(429, 503)] int status,
        [Values(
            "/groupfolders/folders$",
            "/groupfolders/folders/[0-9]+/groups",
            "/groupfolders/folders/[0-9]+/(acl|manageACL|quota)$",
            "/cloud/users",
            "/cloud/groups$",
            "/dav/bulk",
            "/dav/calendars/"
        )]
            string path
    )
    {
        Break(FaultKind.FailAfter, "POST", path, status, wait: "0", nth: 1, times: 3);
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(_place.Server.Faults.Broken, Is.Positive);
        var names = (await _place.Client.TeamFolders.List(default)).Select(folder => folder.MountPoint);
        Assert.That(names, Is.Unique);
        await _place.ConvergesAsync(_expected);
    }

    [TestCase("PUT")]
    [TestCase("MKCOL")]
    [TestCase("COPY")]
    [TestCase("PROPPATCH")]
    public async Task What_was_written_before_the_wait_was_asked_for_is_found_there(string verb)
    {
        if (verb == "PUT")
        {
            // As on a server that does not know it: each document is sent alone.
            Break(FaultKind.Status, "POST", "/dav/bulk", 405, wait: "0", nth: 1, times: 1);
        }

        Break(FaultKind.FailAfter, verb, "/dav/", 503, wait: "0", nth: 1, times: 3);
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await _place.ConvergesAsync(_expected);
    }

    /// <summary>A group is attached with all rights and told which ones a request later: in between the server says no.</summary>
    [Test]
    public async Task Rights_that_had_to_wait_for_longer_than_a_run_are_not_taken_for_a_persons_decision()
    {
        Break(
            FaultKind.Status,
            "POST",
            "/groupfolders/folders/[0-9]+/groups/essai-comite$",
            429,
            wait: "3600",
            nth: 1,
            times: 0
        );
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone));
        Assert.That(report.Problems.Single().Message.English, Does.Contain("asks to wait for 3600 s"));
        await _place.ConvergesAsync(_expected);
    }

    private void Break(
        FaultKind kind,
        string verb,
        string? path,
        int status,
        string wait,
        int nth,
        int times
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
                Headers = new Dictionary<string, string> { ["Retry-After"] = wait },
            }
        );
}
